import { bytesOf } from '../../../support/bytes.ts';
import type { Attack } from './attack.ts';

const page = (body: string, head = ''): Uint8Array =>
  bytesOf(`<!doctype html><html><head>${head}</head><body><p>All is well.</p>${body}`);

export const markupAttacks: readonly Attack[] = [
  {
    tries: 'html: a million elements in one another',
    name: 'deep.html',
    bytes: () => page(`${'<div>'.repeat(1_000_000)}the end`),
    expected: 'ready',
    holds: ({ text }) => text.includes('the end'),
  },
  {
    tries: 'html: marks of emphasis that are never closed in their order',
    name: 'adoption.html',
    bytes: () => page(`${'<b><i><u><a>'.repeat(20_000)}${'</b></i>'.repeat(20_000)}<p>the end`),
    expected: 'ready',
  },
  {
    tries: 'html: tables in tables',
    name: 'tables.html',
    bytes: () => page(`${'<table><tr><td>'.repeat(20_000)}the end`),
    expected: 'ready',
  },
  {
    tries: 'html: what stands in tables and belongs before them',
    name: 'foster.html',
    bytes: () => page('<table>a<tr>b'.repeat(20_000)),
    expected: 'ready',
  },
  {
    tries: 'html: cells that span a billion columns and rows',
    name: 'spans.html',
    bytes: () => page(`<table>${'<tr><td colspan=1000000000 rowspan=1000000000>a<td>b'.repeat(2000)}</table>`),
    expected: 'ready',
  },
  {
    tries: 'html: a hundred thousand attributes of one element',
    name: 'attributes.html',
    bytes: () => page(`<p ${Array.from({ length: 100_000 }, (_, index) => `a${index}=b`).join(' ')}>the end`),
    expected: 'ready',
  },
  {
    tries: 'html: style sheets that are traps for expressions',
    name: 'styles.html',
    bytes: () =>
      page(
        '<p class=a>the end',
        `<style>${'.a,'.repeat(100_000)}${'{'.repeat(100_000)}${'/*'.repeat(100_000)}${'@media x{'.repeat(20_000)}</style>`,
      ),
    expected: 'ready',
  },
  {
    tries: 'html: a hundred thousand rules for a hundred thousand elements',
    name: 'rules.html',
    bytes: () =>
      page(
        Array.from({ length: 20_000 }, (_, index) => `<p class="c${index}">a`).join(''),
        `<style>${Array.from({ length: 20_000 }, (_, index) => `.c${index}{display:none}`).join('')}</style>`,
      ),
    expected: 'ready',
  },
  {
    tries: 'html: names that every object has',
    name: 'names.html',
    bytes: () =>
      page('<__proto__ constructor=a __proto__=b><p id=__proto__ class="constructor toString">the end</__proto__>'),
    expected: 'ready',
    holds: ({ text }) => text.includes('the end'),
  },
  {
    tries: 'html: a list that begins at the end of all numbers',
    name: 'list.html',
    bytes: () => page(`<ol start=99999999999999999999 reversed>${'<li value=-99999999999>a'.repeat(20_000)}</ol>`),
    expected: 'ready',
  },
  {
    tries: 'html: a declared encoding that is none',
    name: 'encoding.html',
    bytes: () => page('the end', `<meta charset="${'x'.repeat(3000)}"><meta charset="utf-7">`),
    expected: 'ready',
  },
];
