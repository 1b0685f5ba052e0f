import type { Random } from '../../../bench/material/random.ts';
import { sniff } from '../../../core/sniff/sniff.ts';
import { byteMutators } from './bytes.ts';
import { jpegMutators, pngMutators } from './image.ts';
import { mimeMutators } from './mime.ts';
import { MOST_BYTES, type Mutators } from './mutator.ts';
import { oleMutators } from './ole.ts';
import { pdfMutators } from './pdf.ts';
import { textMutators } from './text.ts';
import { xmlMutators } from './xml.ts';
import { zipMutators } from './zip.ts';

export type SeedFile = { readonly name: string; readonly bytes: Uint8Array };
export type Mutated = SeedFile & {
  /** What was done, in order. */
  readonly steps: readonly string[];
};

/** What is known of a file's inside, by what the file is. */
const structuredFor = ({ name, bytes }: SeedFile): Mutators => {
  const { mediaType } = sniff(bytes, name);
  if (mediaType === 'application/pdf') return pdfMutators;
  if (mediaType === 'image/png') return pngMutators;
  if (mediaType === 'image/jpeg') return jpegMutators;
  if (mediaType === 'message/rfc822') return { ...mimeMutators, ...textMutators };
  if (mediaType === 'text/html' || mediaType === 'application/xml') return { ...xmlMutators, ...textMutators };
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return zipMutators;
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) return oleMutators;
  return /^(?:text|application\/rtf)/.test(mediaType) ? textMutators : byteMutators;
};

/** A file as someone who means harm, or a bad copy, would leave it: one to four steps, most of them within its format. */
export const mutateFile = (seed: SeedFile, other: SeedFile, random: Random): Mutated => {
  const structured = structuredFor(seed);
  let { bytes } = seed;
  const steps: string[] = [];
  for (let wanted = random.pick([1, 1, 1, 2, 2, 3, 4]); wanted > 0; wanted -= 1) {
    if (bytes.byteLength === 0) break;
    const mutators = random.below(10) < 7 ? structured : byteMutators;
    const [step, mutate] = random.pick(Object.entries(mutators));
    const changed = mutate(bytes, random, other.bytes);
    if (changed === undefined) continue;
    bytes = changed.byteLength > MOST_BYTES ? changed.slice(0, MOST_BYTES) : changed;
    steps.push(step);
  }
  return { name: seed.name, bytes, steps };
};
