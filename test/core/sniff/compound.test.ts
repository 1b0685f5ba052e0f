import test from 'ava';
import { CFB } from 'xlsx';
import { readCompound, type Storage } from '../../../core/sniff/compound.ts';
import { type Folder, writeCompound } from '../../../plugins/parsers/shared/compound/write.ts';

const bytesOf = (size: number, seed: number): Uint8Array =>
  Uint8Array.from({ length: size }, (_, index) => (index * 31 + seed) % 256);

const folder: Folder = {
  streams: new Map([
    ['empty', new Uint8Array()],
    ['small', bytesOf(100, 1)],
    ['4095', bytesOf(4095, 2)],
    ['4096', bytesOf(4096, 3)],
    ['large', bytesOf(70_001, 4)],
    ...Array.from({ length: 40 }, (_, index) => [`n${index}`, bytesOf(index * 7, index)] as const),
  ]),
  folders: new Map([
    [
      'inner',
      {
        streams: new Map([['deep', bytesOf(65, 5)]]),
        folders: new Map([['none', { streams: new Map(), folders: new Map() }]]),
      },
    ],
  ]),
};

const read = (storage: Storage): Folder => ({
  streams: new Map([...storage.streams].map(([name, stream]) => [name, stream.read()])),
  folders: new Map([...storage.storages].map(([name, open]) => [name, read(open())])),
});

const sorted = ({ streams, folders }: Folder): unknown => ({
  streams: [...streams].map(([name, content]) => [name, Buffer.from(content).toString('hex')]).sort(),
  folders: [...folders].map(([name, inner]) => [name, sorted(inner)]),
});

test('what was written is read again, large and small streams and folders alike', (t) => {
  t.deepEqual(sorted(read(readCompound(writeCompound(folder)))), sorted(folder) as never);
});

test('another reader finds the same in it', (t) => {
  const { FullPaths, FileIndex } = (
    CFB as {
      read(bytes: Uint8Array, options: object): { FullPaths: string[]; FileIndex: { content?: ArrayLike<number> }[] };
    }
  ).read(Buffer.from(writeCompound(folder)), { type: 'buffer' });
  const contentOf = (path: string) => Uint8Array.from(FileIndex[FullPaths.indexOf(path)]?.content ?? []);
  t.deepEqual(contentOf('Root Entry/large'), bytesOf(70_001, 4));
  t.deepEqual(contentOf('Root Entry/4095'), bytesOf(4095, 2));
  t.deepEqual(contentOf('Root Entry/inner/deep'), bytesOf(65, 5));
});

test('files whose allocation table outgrows the header', (t) => {
  const large = bytesOf(8_000_000, 9);
  const bytes = writeCompound({ streams: new Map([['large', large]]), folders: new Map() });
  t.true(Buffer.from(readCompound(bytes).streams.get('large')?.read() ?? []).equals(large));
});

test('chains and trees that lead in circles, and offsets beyond the end, end', (t) => {
  const good = writeCompound(folder);
  const random = (seed: number) => (Math.imul(seed, 2654435761) >>> 0) / 2 ** 32;
  for (let round = 0; round < 300; round += 1) {
    const bytes = good.slice();
    const view = new DataView(bytes.buffer);
    for (let change = 0; change < 20; change += 1) {
      const at = Math.floor(random(round * 50 + change) * (bytes.byteLength / 4)) * 4;
      if (at >= 28) view.setUint32(at, Math.floor(random(round * 70 + change) * 160), true);
    }
    try {
      read(readCompound(bytes));
    } catch (thrown) {
      t.is((thrown as { code?: string }).code, 'damaged');
    }
  }
  // Every sector is followed by the first.
  const table = (new DataView(good.buffer).getUint32(76, true) + 1) * 512;
  const circle = good.slice().fill(0, table, table + 512);
  t.notThrows(() => read(readCompound(circle)));
  t.throws(() => readCompound(new Uint8Array(600)), { code: 'damaged' });
  t.throws(() => readCompound(good.slice(0, 512)), { code: 'damaged' });
});
