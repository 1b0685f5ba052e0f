import { createECDH, ECDH } from 'node:crypto';

const bytesOf = (text: string): Buffer | undefined =>
  /^[A-Za-z0-9_-]+={0,2}$/.test(text) ? Buffer.from(text, 'base64url') : undefined;

/** So many bytes in base64url. */
export const isSecret = (text: string, bytes: number): boolean => bytesOf(text)?.length === bytes;

/** An uncompressed point that lies on P-256, in base64url: one that does not would fail, or leak, when it is used. */
export const isPoint = (text: string): boolean => {
  const bytes = bytesOf(text);
  if (bytes?.length !== 65 || bytes[0] !== 4) return false;
  try {
    ECDH.convertKey(bytes, 'prime256v1');
    return true;
  } catch {
    return false;
  }
};

/** RFC 8292, 2.1. Services refuse subjects that nobody can be reached at. */
export const isVapidSubject = (subject: string): boolean => {
  if (!URL.canParse(subject)) return false;
  const { protocol, hostname, pathname } = new URL(subject);
  if (protocol === 'mailto:') return /^[^@\s]+@[^@\s]+$/.test(pathname);
  return protocol === 'https:' && hostname !== 'localhost';
};

/** Whether the public key is the private one's. Both in base64url. */
export const isPair = (publicKey: string, privateKey: string): boolean => {
  const ecdh = createECDH('prime256v1');
  try {
    ecdh.setPrivateKey(Buffer.from(privateKey, 'base64url'));
    return ecdh.getPublicKey().equals(Buffer.from(publicKey, 'base64url'));
  } catch {
    return false;
  }
};
