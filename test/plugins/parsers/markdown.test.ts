import test from 'ava';
import { plugin } from '../../../plugins/parsers/markdown.ts';
import { parseWith, testParser } from '../../contracts/parser.ts';
import { bytesOf } from '../../support/bytes.ts';
import { outline } from './outline.ts';

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

test('nesting made to exhaust a parser is refused, and what only looks like it is read', async (t) => {
  for (const source of [
    `${'>'.repeat(3000)} x`,
    '> 1. '.repeat(300),
    Array.from({ length: 300 }, (_, depth) => `${'  '.repeat(depth)}- a`).join('\n'),
  ]) {
    await t.throwsAsync(read(source), { code: 'nested_too_deep' });
  }
  const flat = [
    '- a\n'.repeat(5000),
    `${'- '.repeat(300)}\ntext`,
    `\`\`\`\n${'>'.repeat(300)}\n\`\`\``,
    '> a\n'.repeat(500),
  ];
  for (const source of ['*a _b '.repeat(3000), '['.repeat(20_000), ...flat]) {
    t.true((await read(source)).blocks.length > 0);
  }
});

test('a long file is read in parts, and nothing that belongs together is cut', async (t) => {
  const filler = (letter: string) => `${letter.repeat(60)}\n`.repeat(200);
  const part = (letter: string) =>
    [
      `# ${letter}`,
      filler(letter),
      `| a | b |\n| - | - |\n${`| ${letter} | 2 |\n`.repeat(3000)}`,
      `- one\n\n  still one\n  - two\n${filler('x').replace(/^/gm, '    ')}`,
      `\`\`\`\n# no heading\n\n${filler(letter)}\n- no item\n\`\`\``,
      `<!--\nSECRET\n\n${filler(letter)}\nSECRET\n-->`,
      '> quoted\n>\n> on',
    ].join('\n\n');
  const source = ['a', 'b', 'c'].map(part).join('\n\n');
  const document = await read(source);
  t.is(document.text.length, source.length);
  t.notRegex(document.text, /SECRET/);
  const kinds = ['a', 'b', 'c'].map((letter) => {
    const from = document.text.indexOf(`# ${letter}`);
    const to = document.text.indexOf('> on', from);
    return document.blocks
      .filter(({ charStart }) => charStart >= from && charStart <= to + 2)
      .map((block) => `${block.kind} ${block.kind === 'heading' || block.kind === 'list-item' ? block.level : ''}`);
  });
  t.deepEqual(kinds[1], kinds[0]);
  t.deepEqual(kinds[2], kinds[0]);
  t.is(kinds[0]?.filter((kind) => kind.startsWith('table-row')).length, 3001);
  t.deepEqual(
    kinds[0]?.filter((kind) => !kind.startsWith('table-row')),
    ['heading 1', 'paragraph ', 'list-item 1', 'list-item 1', 'list-item 2', 'code ', 'paragraph ', 'paragraph '],
  );
  for (const block of document.blocks) {
    const text = document.text.slice(block.charStart, block.charEnd);
    t.is(text, text.trim(), block.kind);
  }
});

test('a line that is too long goes on as text, whatever is in it', async (t) => {
  const line = `My ${'- '.repeat(40_000)}end.`;
  const { text, blocks } = await read(`${line}\n\n# Next\n`);
  t.deepEqual([...new Set(blocks.map(({ kind }) => kind))], ['paragraph', 'heading']);
  t.is(
    blocks
      .slice(0, -1)
      .map(({ charStart, charEnd }) => text.slice(charStart, charEnd))
      .join(' '),
    line,
  );
});

test('a link may be defined in another part of a long file', async (t) => {
  const filler = `${'word '.repeat(100)}\n\n`.repeat(100);
  const { text, links } = await read(`[first][a]\n\n${filler}[A]\n\n${filler}[a]: https://example.com/\n`);
  t.deepEqual(
    links.map(({ charStart, charEnd, target }) => [text.slice(charStart, charEnd), target]),
    [
      ['first', 'https://example.com/'],
      ['A', 'https://example.com/'],
    ],
  );
});

test('an address that stands inside other text leaves headings and cells where they are', async (t) => {
  const source = '# See tp://www.a.example\n\n| name | page |\n| - | - |\n| Lane | ht__x__tp://www.b.example/ |\n\n#\n';
  const { text, blocks } = await parseWith(plugin, new TextEncoder().encode(source));
  t.deepEqual(
    blocks.map((block) => text.slice(block.charStart, block.charEnd)),
    ['See tp://www.a.example', '| name | page |', '| Lane | ht__x__tp://www.b.example/ |'],
  );
  const row = blocks.at(-1);
  const cells = row?.kind === 'table-row' ? row.cells : [];
  t.deepEqual(
    cells.map(({ charStart, charEnd }) => text.slice(charStart, charEnd)),
    ['Lane', 'ht__x__tp://www.b.example/'],
  );
});
