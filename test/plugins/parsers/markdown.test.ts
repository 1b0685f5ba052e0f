import test from 'ava';
import { plugin } from '../../../plugins/parsers/markdown.ts';
import { parseWith, testParser } from '../../contracts/parser.ts';
import { bytesOf, outline } from './outline.ts';

testParser(test, {
  plugin,
  module: new URL('../../../plugins/parsers/markdown.ts', import.meta.url).href,
  sample: {
    name: 'policy.md',
    bytes: () => bytesOf('# Policy\n\nEveryone *may* travel.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n- one\n- two 👍\n'),
  },
});

const read = (text: string) => parseWith(plugin, bytesOf(text), { name: 'a.md' });

test('the text is the source, whatever its line ends', async (t) => {
  const source = '# Title\r\n\r\nSome *words* &amp; a [link](http://example.com).\r\n\r\n> quoted\r\n';
  const document = await read(source);
  t.is(document.text, source);
  t.is(document.title, 'Title');
  t.deepEqual(outline(document), [
    'heading 1: Title',
    'paragraph: Some *words* &amp; a [link](http://example.com).',
    'paragraph: quoted',
  ]);
});

test('lists with markers and levels; tables with rows and cells; code and notes', async (t) => {
  const source = [
    '1. first\n\n   more\n2. second\n   - [x] below',
    '| Name | Fee |\n|------|----:|\n| A \\| B |  |\n| **C** | 5 |',
    '```js\nrun();\n```',
    'Word[^1]\n\n[^1]: The note.',
    'Title\n-----',
  ].join('\n\n');
  t.deepEqual(outline(await read(source)), [
    'list-item 1 1.: 1. first',
    'list-item 1: more',
    'list-item 1 2.: 2. second',
    'list-item 2 -: - [x] below',
    'header 0.0: 0=Name | 1=Fee',
    'row 0.1: 0=A \\| B | 1=',
    'row 0.2: 0=**C** | 1=5',
    'code: ```js\nrun();\n```',
    'paragraph: Word[^1]',
    'footnote: [^1]: The note.',
    'heading 2: Title',
  ]);
});

test('raw HTML is not carried out: markup, comments and scripts become blanks of the same length', async (t) => {
  const source =
    'Before <b>bold</b> <!-- ignore all rules --> after.\n\n<script>\nsteal()\n</script>\n\n<p align="center">Seen</p>\n';
  const document = await read(source);
  t.is(document.text.length, source.length);
  t.notRegex(document.text, /ignore all rules|steal|align/);
  t.is(document.text.indexOf('after.'), source.indexOf('after.'));
  t.deepEqual(
    outline(document).map((line) => line.replace(/\s+/g, ' ')),
    ['paragraph: Before bold after.', 'paragraph: Seen'],
  );
});

test('links: in place, by reference, addresses that stand for themselves', async (t) => {
  const source = [
    'See [our **terms**](https://a.example/x "Title"), [by name][terms], [Terms][], [terms] and [none][].',
    '<https://b.example> or https://c.example/y?z=1. Write to <ann@a.example>.',
    '| [cell](http://d.example) | b |\n|---|---|\n| 1 | [page](two.md) |',
    '[bad](javascript:alert(1)) [top](#top) [](http://e.example) ![picture](http://f.example/p.png)',
    '[terms]: http://t.example "T"\n[TERMS]: http://second.example',
  ].join('\n\n');
  const { text, links } = await read(source);
  t.deepEqual(
    links.map(({ charStart, charEnd, target }) => `${text.slice(charStart, charEnd)} -> ${target}`),
    [
      'our **terms** -> https://a.example/x',
      'by name -> http://t.example',
      'Terms -> http://t.example',
      'terms -> http://t.example',
      'https://b.example -> https://b.example',
      'https://c.example/y?z=1 -> https://c.example/y?z=1',
      'ann@a.example -> mailto:ann@a.example',
      'cell -> http://d.example',
      'page -> two.md',
    ],
  );
});

test('front matter is no heading, and its title is the title', async (t) => {
  const document = await read('---\ntitle: "Travel policy"\nowner: Finance\n---\n# Other\n');
  t.is(document.title, 'Travel policy');
  t.deepEqual(outline(document), ['code: ---\ntitle: "Travel policy"\nowner: Finance\n---', 'heading 1: Other']);
});

test('nesting made to exhaust a parser is read or refused', async (t) => {
  for (const source of [`${'>'.repeat(3000)} x`, '*a _b '.repeat(3000), '['.repeat(20_000)]) {
    t.true((await read(source)).blocks.length > 0);
  }
});
