import type { Random } from '../../../bench/material/random.ts';
import { extremeInteger } from './extremes.ts';
import type { Mutators } from './mutator.ts';

/** A part of the file: begin and length, short ones more often than long ones. */
const part = (bytes: Uint8Array, random: Random): readonly [from: number, length: number] => {
  const from = random.below(Math.max(1, bytes.byteLength));
  const most = Math.min(bytes.byteLength - from, random.pick([1, 4, 16, 256, 4096, bytes.byteLength]));
  return [from, random.below(most + 1)];
};

const joined = (...parts: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts));

/** What can be done to any file without knowing its format. */
export const byteMutators: Mutators = {
  'flip bits': (bytes, random) => {
    const changed = bytes.slice();
    for (let count = random.pick([1, 2, 8, 64]); count > 0; count -= 1) {
      const at = random.below(changed.byteLength);
      changed[at] = (changed[at] ?? 0) ^ (1 << random.below(8));
    }
    return changed;
  },
  'overwrite a run': (bytes, random) => {
    const changed = bytes.slice();
    const [from, length] = part(bytes, random);
    const value = random.pick([0, 0xff, 0x20, 0x41, undefined]);
    for (let at = from; at < from + length; at += 1) changed[at] = value ?? random.below(256);
    return changed;
  },
  'cut off': (bytes, random) => bytes.slice(0, random.below(bytes.byteLength + 1)),
  'cut off the start': (bytes, random) => bytes.slice(part(bytes, random)[1]),
  'insert bytes': (bytes, random) => {
    const [from] = part(bytes, random);
    const inserted = new Uint8Array(random.pick([1, 3, 100, 5000]));
    const value = random.pick([0, 0xff, 0x20, undefined]);
    for (let at = 0; at < inserted.length; at += 1) inserted[at] = value ?? random.below(256);
    return joined(bytes.subarray(0, from), inserted, bytes.subarray(from));
  },
  'double a part': (bytes, random) => {
    const [from, length] = part(bytes, random);
    const doubled = bytes.subarray(from, from + length);
    const copies = Array.from({ length: length < 1000 ? random.pick([1, 1, 10, 500]) : 1 }, () => doubled);
    return joined(bytes.subarray(0, from), ...copies, bytes.subarray(from));
  },
  'leave out a part': (bytes, random) => {
    const [from, length] = part(bytes, random);
    return joined(bytes.subarray(0, from), bytes.subarray(from + length));
  },
  'move a part': (bytes, random) => {
    const [from, length] = part(bytes, random);
    const rest = joined(bytes.subarray(0, from), bytes.subarray(from + length));
    const to = random.below(rest.byteLength + 1);
    return joined(rest.subarray(0, to), bytes.subarray(from, from + length), rest.subarray(to));
  },
  'splice with another': (bytes, random, other) =>
    joined(bytes.subarray(0, random.below(bytes.byteLength + 1)), other.subarray(random.below(other.byteLength + 1))),
  'take a part of another': (bytes, random, other) => {
    const changed = bytes.slice();
    const [from, length] = part(other, random);
    const taken = other.subarray(from, Math.min(from + length, from + changed.byteLength));
    changed.set(taken, random.below(changed.byteLength - taken.byteLength + 1));
    return changed;
  },
  'write an extreme number': (bytes, random) => {
    if (bytes.byteLength < 8) return undefined;
    const changed = bytes.slice();
    const view = new DataView(changed.buffer, changed.byteOffset, changed.byteLength);
    const value = extremeInteger(random);
    const little = random.below(2) === 0;
    for (let count = random.pick([1, 1, 4]); count > 0; count -= 1) {
      // Most headers and tables lie at the start.
      const at = random.below(
        Math.max(1, random.below(3) === 0 ? changed.byteLength - 4 : Math.min(600, changed.byteLength - 4)),
      );
      if (random.below(2) === 0) view.setUint16(at, value & 0xffff, little);
      else view.setUint32(at, value, little);
    }
    return changed;
  },
};
