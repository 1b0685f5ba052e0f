import type { Random } from '../../../bench/material/random.ts';
import { byteMutators } from './bytes.ts';
import { makeCompound, readCompound, type Stream } from './compound.ts';
import { extremeInteger } from './extremes.ts';
import type { Mutate, Mutators } from './mutator.ts';

const HEADER_BYTES = 512;
const DIRECTORY_ENTRY_BYTES = 128;

/** Changes bytes in place. */
const onCopy =
  (change: (view: DataView, random: Random) => unknown): Mutate =>
  (bytes, random) => {
    if (bytes.byteLength <= HEADER_BYTES) return undefined;
    const changed = bytes.slice();
    return change(new DataView(changed.buffer), random) === false ? undefined : changed;
  };

const sectorBytes = (view: DataView): number => (view.getUint16(30, true) === 12 ? 4096 : 512);
const sectorAt = (view: DataView, sector: number): number => (sector + 1) * sectorBytes(view);

const onStreams =
  (change: (streams: Stream[], random: Random) => readonly Stream[] | undefined): Mutate =>
  (bytes, random) => {
    const streams = readCompound(bytes);
    const changed = streams && change(streams, random);
    return changed && makeCompound(changed);
  };

/** A record of an Excel workbook before 2007: its type, its length, its data ([MS-XLS] 2.1.4). */
const recordsOf = (stream: Uint8Array): Uint8Array[] => {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  const records: Uint8Array[] = [];
  for (let at = 0; at + 4 <= stream.byteLength; ) {
    const next = Math.min(stream.byteLength, at + 4 + view.getUint16(at + 2, true));
    records.push(stream.slice(at, next));
    at = next;
  }
  return records;
};

const onRecords = (change: (records: Uint8Array[], random: Random) => readonly Uint8Array[]): Mutate =>
  onStreams((streams, random) => {
    const at = streams.findIndex(([path]) => /\/(?:Workbook|Book)$/.test(path));
    const [path, content] = streams[at] ?? [];
    if (path === undefined || content === undefined) return undefined;
    const records = recordsOf(content);
    if (records.length === 0) return undefined;
    return streams.with(at, [path, new Uint8Array(Buffer.concat(change(records, random)))]);
  });

/** Compound files: header, sector table, directory ([MS-CFB] 2.2, 2.3, 2.6), and what is in their streams. */
export const oleMutators: Mutators = {
  'change the header': onCopy((view, random) => {
    // Versions, sector shifts, counts of sectors, starts of directory and tables, the first of the table's sectors.
    const at = random.pick([24, 26, 30, 32, 40, 44, 48, 56, 60, 64, 68, 72, 76, 80]);
    if (at < 40) view.setUint16(at, extremeInteger(random) & 0xffff, true);
    else view.setUint32(at, random.below(2) === 0 ? random.below(64) : extremeInteger(random), true);
  }),
  'change the sector table': onCopy((view, random) => {
    const table = sectorAt(view, view.getUint32(76, true));
    for (let count = random.pick([1, 3, 20]); count > 0; count -= 1) {
      const sector = random.below(sectorBytes(view) / 4);
      const at = table + sector * 4;
      if (at + 4 > view.byteLength) return false;
      // To itself, to one before it, to anywhere, to the end of the chain.
      view.setUint32(
        at,
        random.pick([sector, random.below(sector + 1), random.below(5000), 0xfffffffe, 0xffffffff]),
        true,
      );
    }
    return true;
  }),
  'change a directory entry': onCopy((view, random) => {
    const entry =
      sectorAt(view, view.getUint32(48, true)) +
      random.below(sectorBytes(view) / DIRECTORY_ENTRY_BYTES) * DIRECTORY_ENTRY_BYTES;
    if (entry + DIRECTORY_ENTRY_BYTES > view.byteLength) return false;
    // Length of the name, kind, left, right, child, first sector, size.
    const [offset, width] = random.pick([
      [64, 2],
      [66, 1],
      [68, 4],
      [72, 4],
      [76, 4],
      [116, 4],
      [120, 4],
    ] as const);
    const value = random.below(2) === 0 ? random.below(8) : extremeInteger(random);
    if (width === 1) view.setUint8(entry + offset, value & 0xff);
    else if (width === 2) view.setUint16(entry + offset, value & 0xffff, true);
    else view.setUint32(entry + offset, value, true);
    return true;
  }),
  'in a stream: bytes': onStreams((streams, random) => {
    const at = random.below(streams.length);
    const [path, content] = streams[at] as Stream;
    if (content.byteLength === 0) return undefined;
    const changed = random.pick(Object.values(byteMutators))(content, random, content);
    return changed && streams.with(at, [path, changed]);
  }),
  'leave out a stream': onStreams((streams, random) => streams.toSpliced(random.below(streams.length), 1)),
  'swap two streams': onStreams((streams, random) => {
    const [one, two] = [random.below(streams.length), random.below(streams.length)];
    const [first, second] = [streams[one] as Stream, streams[two] as Stream];
    return streams.with(one, [first[0], second[1]]).with(two, [second[0], first[1]]);
  }),
  'change a record': onRecords((records, random) => {
    const at = random.below(records.length);
    const changed = (records[at] as Uint8Array).slice();
    const view = new DataView(changed.buffer);
    if (changed.byteLength < 6 || random.below(3) === 0)
      view.setUint16(random.pick([0, 2]), extremeInteger(random) & 0xffff, true);
    else view.setUint16(4 + random.below(changed.byteLength - 5), extremeInteger(random) & 0xffff, true);
    return records.with(at, changed);
  }),
  'double a record': onRecords((records, random) => {
    const at = random.below(records.length);
    const record = records[at] as Uint8Array;
    return records.toSpliced(at, 0, ...Array.from({ length: random.pick([1, 10, 2000]) }, () => record));
  }),
  'leave out a record': onRecords((records, random) =>
    records.toSpliced(random.below(records.length), random.pick([1, 1, 5])),
  ),
  'move a record': onRecords((records, random) => {
    const [record] = records.splice(random.below(records.length), 1);
    return record === undefined ? records : records.toSpliced(random.below(records.length + 1), 0, record);
  }),
};
