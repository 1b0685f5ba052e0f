import { createRequire } from 'node:module';
import path from 'node:path';
import { createWorker } from 'tesseract.js';
import { type Raster, toGraymap } from '../plugins/parsers/shared/ocr/raster.ts';
import { readPicture } from '../plugins/parsers/shared/ocr/read.ts';
import { errorRate } from './ocr/errors.ts';
import { conditions, knownPages, scanned, UPRIGHT } from './ocr/pages.ts';
import { type Row, rateRow } from './report.ts';
import type { Measure } from './section.ts';

const RESOLUTIONS = [300, 150];
/** Of a page's characters, in percent. */
const AIM_SHARP_AND_UPRIGHT = 1;
const AIM = 2;

const models = path.dirname(
  createRequire(import.meta.url).resolve('@tesseract.js-data/eng/4.0.0_best_int/eng.traineddata.gz'),
);

/** Wrong characters and pages a second on pages of known text, beside tesseract.js as it comes, on the same pictures. */
export const measureOcr: Measure = async ({ quick, progress }) => {
  const pages = await knownPages();
  const worker = await createWorker('eng', 1, { langPath: models, cacheMethod: 'none', gzip: true });
  const bare = async (picture: Raster) => (await worker.recognize(Buffer.from(toGraymap(picture)))).data.text;
  const ours = async (picture: Raster) => (await readPicture(picture, ['eng'])).words.map(({ text }) => text).join(' ');
  const contestants = { ours, bare };
  const rows: Row[] = [];
  try {
    // The first pages pay for starting both.
    for (const page of pages) for (const read of [ours, bare]) await read(await scanned(page, 150, UPRIGHT));
    for (const dpi of RESOLUTIONS) {
      for (const condition of quick ? [UPRIGHT] : conditions) {
        const name = `${dpi} dpi, ${condition.name}`;
        progress(name);
        const wrong = { ours: 0, bare: 0 };
        const seconds = { ours: 0, bare: 0 };
        for (const [index, page] of pages.entries()) {
          const picture = await scanned(page, dpi, condition);
          const order = index % 2 === 0 ? (['ours', 'bare'] as const) : (['bare', 'ours'] as const);
          for (const who of order) {
            const before = process.cpuUsage();
            const text = await contestants[who](picture);
            seconds[who] += process.cpuUsage(before).user / 1e6;
            wrong[who] += errorRate(page.text, text) / pages.length;
          }
        }
        const aim = dpi === 300 && condition === UPRIGHT ? AIM_SHARP_AND_UPRIGHT : AIM;
        rows.push(wrongRow(`${name}: wrong`, wrong.ours, wrong.bare, aim));
        if (condition !== UPRIGHT) continue;
        const rate = { what: 'tesseract.js', value: pages.length / seconds.bare };
        rows.push(rateRow(`${name}: speed`, 'pages/s', pages.length / seconds.ours, rate));
      }
    }
  } finally {
    await worker.terminate();
  }
  return {
    rows,
    notes: [
      'Pages of the example documents’ text, set in 11 point Times and 9 point Helvetica, 2,000 characters each at most; wrong: characters of a hundred.',
      'Speed is by processor time, so that other programs do not count; each uses one processor.',
      'tesseract.js: a worker of its own with the same model, given the same pixels, as it comes (automatic page segmentation, no rotation).',
    ],
  };
};

const percent = (share: number): number => Math.round(share * 10_000) / 100;

const wrongRow = (name: string, ours: number, bare: number, aim: number): Row => ({
  name,
  unit: '%',
  value: percent(ours),
  bare: { what: 'tesseract.js', value: percent(bare) },
  aim,
});
