import { CFB } from 'xlsx';

/** A stream of a compound file (OLE, [MS-CFB]) by its path. */
export type Stream = readonly [path: string, content: Uint8Array];

type Container = {
  readonly FullPaths: readonly string[];
  readonly FileIndex: readonly { readonly type: number; readonly content?: ArrayLike<number> }[];
};
const cfb = CFB as {
  read(bytes: Uint8Array, options: { type: 'buffer' }): Container;
  write(container: Container, options: { type: 'buffer' }): Uint8Array;
  utils: {
    cfb_new(options: { root: string }): Container;
    cfb_add(container: Container, name: string, content: Uint8Array): void;
  };
};

const STREAM = 2;

/** The streams of a compound file; undefined where it cannot be taken apart. */
export const readCompound = (bytes: Uint8Array): Stream[] | undefined => {
  try {
    const { FullPaths, FileIndex } = cfb.read(Buffer.from(bytes), { type: 'buffer' });
    const streams = FileIndex.flatMap(({ type, content }, index): Stream[] => {
      // The first part of a path is the root's name.
      const path = (FullPaths[index] ?? '').replace(/^[^/]*/, '');
      return type === STREAM && path !== '' && content !== undefined ? [[path, Uint8Array.from(content)]] : [];
    });
    return streams.length === 0 ? undefined : streams;
  } catch {
    return undefined;
  }
};

export const makeCompound = (streams: readonly Stream[]): Uint8Array => {
  const container = cfb.utils.cfb_new({ root: 'Root Entry' });
  for (const [path, content] of streams) cfb.utils.cfb_add(container, path, content);
  return new Uint8Array(cfb.write(container, { type: 'buffer' }));
};
