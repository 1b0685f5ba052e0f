import { spawnSync } from 'node:child_process';
import type { BoxedWord } from './engines.ts';

/** The text of a file as Debian's pdftotext reads it (package poppler-utils), the reference of the comparison. */
export const popplerText = (path: string): string => pdftotext(['-enc', 'UTF-8', path, '-']);

export function popplerWords(path: string): BoxedWord[] {
  const words: BoxedWord[] = [];
  let page = 0;
  for (const line of pdftotext(['-enc', 'UTF-8', '-bbox', path, '-']).split('\n')) {
    if (line.includes('<page ')) page += 1;
    const match = /xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*)<\/word>/.exec(line);
    if (match === null) continue;
    const [left = 0, top = 0, right = 0, bottom = 0] = match.slice(1, 5).map(Number);
    words.push({ page, text: unescapeXml(match[5] ?? ''), box: [left, top, right - left, bottom - top] });
  }
  return words;
}

function pdftotext(args: readonly string[]): string {
  const run = spawnSync('pdftotext', args, { encoding: 'utf8', maxBuffer: 2 ** 29 });
  if (run.error !== undefined) throw new Error('pdftotext did not start: install poppler-utils');
  return run.stdout;
}

const unescapeXml = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
