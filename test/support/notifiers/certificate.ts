import { generateKeyPairSync, sign } from 'node:crypto';

/** DER (ITU-T X.690): a tag, a length, and what is in it. */
const der = (tag: number, ...contents: readonly Uint8Array[]): Buffer => {
  const content = Buffer.concat(contents);
  const bytes = content.length > 0xff ? [0x82, content.length >> 8, content.length & 0xff] : [0x81, content.length];
  return Buffer.concat([Buffer.from([tag, ...(content.length < 0x80 ? [content.length] : bytes)]), content]);
};
const sequence = (...contents: readonly Uint8Array[]) => der(0x30, ...contents);
const bits = (content: Uint8Array) => der(0x03, Buffer.from([0]), content);
const object = (...bytes: readonly number[]) => der(0x06, Buffer.from(bytes));
const time = (date: Date) => der(0x17, Buffer.from(`${date.toISOString().replace(/^\d\d|[-:T]|\.\d+/g, '')}`));

const COMMON_NAME = object(0x55, 0x04, 0x03);
const SUBJECT_ALTERNATIVE_NAME = object(0x55, 0x1d, 0x11);
const ECDSA_WITH_SHA256 = sequence(object(0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02));

const DAY = 24 * 60 * 60 * 1000;

/** A certificate (RFC 5280) for an IPv4 address, signed with its own key and valid today. PEM. */
export const selfSignedCertificate = (address: string): { readonly key: string; readonly cert: string } => {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const name = sequence(der(0x31, sequence(COMMON_NAME, der(0x0c, Buffer.from(address)))));
  const alternative = der(0x04, sequence(der(0x87, Buffer.from(address.split('.').map(Number)))));
  const content = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.from([1])),
    ECDSA_WITH_SHA256,
    name,
    sequence(time(new Date(Date.now() - DAY)), time(new Date(Date.now() + DAY))),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, sequence(sequence(SUBJECT_ALTERNATIVE_NAME, alternative))),
  );
  const certificate = sequence(content, ECDSA_WITH_SHA256, bits(sign('sha256', content, privateKey)));
  const lines = certificate.toString('base64').replace(/.{1,64}/g, '$&\n');
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${lines}-----END CERTIFICATE-----\n`,
  };
};
