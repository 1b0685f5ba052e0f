import { plugin } from '../../../../plugins/parsers/html.ts';
import { parseWith } from '../../../contracts/parser.ts';
import { bytesOf } from '../../../support/bytes.ts';
import { outline } from '../outline.ts';

export const page = (body: string, head = ''): string =>
  `<!doctype html><html lang="en"><head>${head}</head><body>${body}`;

export const read = (html: string) => parseWith(plugin, bytesOf(html), { name: 'a.html' });

export const outlineOf = async (body: string, head?: string): Promise<string[]> =>
  outline(await read(page(body, head)));
