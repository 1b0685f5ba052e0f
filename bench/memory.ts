import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { withFolder } from './folder.ts';
import { createTexts } from './material/texts.ts';
import { slope } from './measure.ts';
import { outputOf } from './process.ts';
import { type Row, rateRow } from './report.ts';
import type { Measure } from './section.ts';

const BATCH = 100;
const CHARACTERS = 4000;
const MEGABYTE = 2 ** 20;
/** Over as many documents as were ingested in the second half, memory may grow by so large a part of itself. */
const FLAT = 0.1;

/** Resident memory of the process that ingests, while it ingests many documents. */
export const measureMemory: Measure = ({ quick }) =>
  withFolder(async (folder) => {
    const count = quick ? 400 : 2000;
    const files = path.join(folder, 'files');
    mkdirSync(files);
    const texts = createTexts(13);
    for (let number = 0; number < count; number += 1) {
      writeFileSync(path.join(files, `document-${String(number).padStart(4, '0')}.txt`), texts.document(CHARACTERS));
    }
    const started = performance.now();
    const samples = await ingestAndSample(path.join(folder, 'data'), files);
    const seconds = (performance.now() - started) / 1000;
    const megabytes = samples.map((bytes) => bytes / MEGABYTE);
    const half = megabytes.slice(Math.floor(megabytes.length / 2));
    const perBatch = slope(half.map((value, index) => [index, value] as const));
    const middle = half[0] ?? Number.NaN;
    const last = half.at(-1) ?? Number.NaN;
    const growth: Row = {
      name: 'growth over the second half, by its slope',
      unit: 'of itself',
      value: Number(((perBatch * (half.length - 1)) / middle).toFixed(3)),
      aim: FLAT,
    };
    return {
      rows: [
        rateRow(`resident after ${count / 2} documents`, 'MB', middle),
        rateRow(`resident after ${count} documents`, 'MB', last),
        rateRow('slope of the second half', 'MB per 1,000 documents', (perBatch * 1000) / BATCH),
        growth,
        rateRow('documents ingested', 'a second', count / seconds),
      ],
      notes: [
        `Text files of ${CHARACTERS} characters; resident memory of the ingesting process after every ${BATCH} ` +
          `documents, MB: ${megabytes.map((value) => Math.round(value)).join(' ')}.`,
      ],
    };
  });

const ingestAndSample = async (data: string, files: string): Promise<number[]> => {
  const script = path.join(import.meta.dirname, 'memory/ingest.ts');
  const output = await outputOf(script, data, files, String(BATCH));
  return output.trimEnd().split('\n').map(Number);
};
