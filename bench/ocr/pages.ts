import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Raster } from '../../plugins/parsers/shared/ocr/raster.ts';
import { straighten, type Turn } from '../../plugins/parsers/shared/ocr/straighten.ts';
import { pictureOf, setPdf } from '../material/pdf.ts';

/** A page that was set from a known text. */
export type KnownPage = { readonly text: string; readonly pdf: Uint8Array };

/** What a scanner does to a page. */
export type Condition = { readonly name: string; readonly turn: Turn; readonly noise: boolean };

const AS_IT_IS: Turn = { quarters: 0, degrees: 0 };

export const UPRIGHT: Condition = { name: 'upright', turn: AS_IT_IS, noise: false };

export const conditions: readonly Condition[] = [
  UPRIGHT,
  { name: 'turned 90°', turn: { quarters: 1, degrees: 0 }, noise: false },
  { name: 'turned 180°', turn: { quarters: 2, degrees: 0 }, noise: false },
  { name: 'turned 270°', turn: { quarters: 3, degrees: 0 }, noise: false },
  { name: 'askew 2°', turn: { quarters: 0, degrees: 2 }, noise: false },
  { name: 'askew 5°', turn: { quarters: 0, degrees: -5 }, noise: false },
  { name: 'light noise', turn: AS_IT_IS, noise: true },
];

const examples = path.resolve(import.meta.dirname, '../../examples/documents');

/** Pages of the example documents' own text, in two fonts. */
export const knownPages = async (): Promise<KnownPage[]> => {
  const letter = readFileSync(path.join(examples, 'insurance-renewal-letter.md'), 'utf8').replace(/[#*|]|-{3,}/g, ' ');
  const policy = readFileSync(path.join(examples, 'travel-and-expense-policy.html'), 'utf8')
    .replace(/<style[\s\S]*?<\/style>|<[^>]*>/g, ' ')
    .replace(/&[a-z]+;/g, ' ');
  return [await setPage(letter, 'Times-Roman', 11), await setPage(policy, 'Helvetica', 9)];
};

const setPage = async (source: string, font: string, size: number): Promise<KnownPage> => {
  const text = source.replace(/\s+/g, ' ').trim().slice(0, 2000);
  const pdf = await setPdf((document) => document.font(font).fontSize(size).text(text), { size: 'A4', margin: 60 });
  return { text, pdf };
};

/** The page as a scanner of so many dots per inch would give it. */
export const scanned = async ({ pdf }: KnownPage, dpi: number, { turn, noise }: Condition): Promise<Raster> => {
  const laid = straighten(await pictureOf(pdf, dpi), turn).raster;
  return noise ? withNoise(laid) : laid;
};

/** Paper that is not white, ink that is not black, and grain with a standard deviation of about 12 of 255. */
const withNoise = ({ width, height, data }: Raster): Raster => {
  let state = 1;
  const random = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  const grain = () => (random() + random() + random() - 1.5) * 24;
  return { width, height, data: data.map((grey) => Math.min(Math.max(grey * 0.92 + 8 + grain(), 0), 255)) };
};
