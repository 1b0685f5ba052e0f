import { createHash } from 'node:crypto';

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/**
 * Names a document after the bytes of its first version, so that the same file has the same id on every machine.
 * `attempt` above 1 is for the rare case that the name is taken by a document whose bytes have changed since.
 */
export const documentIdOf = (sha256: string, attempt = 1): string =>
  `doc_${sha256.slice(0, 16)}${attempt === 1 ? '' : `_${attempt}`}`;

/** A source's record id; paths may be of any length and hold any character. */
export const sourceIdOf = (path: string): string =>
  `src_${createHash('sha256').update(path).digest('hex').slice(0, 32)}`;

/** What stands for the path of a document that was uploaded. */
export const uploadSource = (sha256: string): string => `upload:${sha256}`;
export const isUpload = (path: string): boolean => path.startsWith('upload:');

/** What stands for the path of a document that is attached to another. The same bytes are attached once. */
export const attachmentSource = (parent: string, sha256: string): string => `attachment:${parent}:${sha256}`;

/** Whether a source is a file on disk, and not an upload or an attachment. */
export const isFile = (path: string): boolean => !/^(?:upload|attachment):/.test(path);
