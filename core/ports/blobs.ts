import type { Principal } from '../identity/principal.ts';

/** Originals and parsed texts, by the SHA-256 of their bytes (64 lower-case hex digits), each workspace apart. */
export type Blobs = {
  /** Durable when it resolves; the same bytes twice are stored once. */
  put(principal: Principal, bytes: Uint8Array): Promise<string>;
  /** Throws `store_damaged` when the bytes no longer match their name. undefined where there are none. */
  get(principal: Principal, sha256: string): Promise<Uint8Array | undefined>;
  has(principal: Principal, sha256: string): Promise<boolean>;
  /** Removing what is not there is not an error. */
  remove(principal: Principal, sha256: string): Promise<void>;
  /** All names of the workspace, for the sweep that removes what no record points to. */
  list(principal: Principal): AsyncIterable<string>;
};
