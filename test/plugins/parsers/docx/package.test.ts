import { existsSync } from 'node:fs';
import test from 'ava';
import { plugin } from '../../../../plugins/parsers/docx.ts';
import { parseLimits, parseWith } from '../../../contracts/parser.ts';
import { makeZip } from '../../../core/sniff/containers.ts';
import { cell, packageRelations, paragraph, part, relations, row, table, wordFile } from './fixtures.ts';

const textOf = async (bytes: Uint8Array): Promise<string> => (await parseWith(plugin, bytes)).text;
const body = (content: string): string => part('document', `<w:body>${content}</w:body>`);
const simple = (main: string | Uint8Array): Uint8Array =>
  makeZip([
    ['_rels/.rels', packageRelations],
    ['word/document.xml', main],
  ]);

test('the strict form of the format, other prefixes, and main parts of other names', async (t) => {
  const strict =
    '<x:document xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main"><x:body><x:p><x:r><x:t>Strict</x:t></x:r></x:p></x:body></x:document>';
  t.is(await textOf(simple(strict)), 'Strict');
  const unprefixed =
    '<document xmlns="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><body><p><r><t>Default</t></r></p><p xmlns="urn:else"><r xmlns="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><t>Not Word</t></r></p></body></document>';
  t.is(await textOf(simple(unprefixed)), 'Default');
  const elsewhere = makeZip([
    ['_rels/.rels', packageRelations.replace('word/document.xml', '/Word\\Other.xml')],
    ['word\\other.XML', body(paragraph('Elsewhere'))],
  ]);
  t.is(await textOf(elsewhere), 'Elsewhere');
});

test('parts in UTF-16', async (t) => {
  const main = `<?xml version="1.0" encoding="UTF-16"?>${body(paragraph('Große Miete'))}`;
  const marked = Buffer.from(`\ufeff${main}`, 'utf16le');
  t.is(await textOf(simple(marked)), 'Große Miete');
  t.is(await textOf(simple(Buffer.from(main, 'utf16le').swap16())), 'Große Miete');
});

test('a part that is there twice is no text that all readers see', async (t) => {
  const twice = makeZip([
    ['_rels/.rels', packageRelations],
    ['word/document.xml', body(paragraph('one'))],
    ['word/Document.xml', body(paragraph('two'))],
  ]);
  await t.throwsAsync(parseWith(plugin, twice), { code: 'damaged' });
});

test('names and targets that lead out of the file are never opened', async (t) => {
  const secret = part('hdr', paragraph('SECRET'));
  const outside = (target: string, mode: '' | 'External') =>
    makeZip([
      ['_rels/.rels', packageRelations],
      ['../../../../tmp/dossier-escape.xml', secret],
      ['/etc/passwd', secret],
      [
        'word/document.xml',
        body(`${paragraph('Text')}<w:sectPr><w:headerReference w:type="default" r:id="h"/></w:sectPr>`),
      ],
      ['word/_rels/document.xml.rels', relations([['h', 'header', target, ...(mode === '' ? [] : [mode])] as never])],
    ]);
  for (const target of ['file:///etc/hostname', 'https://a.example/h.xml', '\\\\a.example\\share\\h.xml']) {
    t.is(await textOf(outside(target, 'External')), 'Text', target);
  }
  for (const target of ['../../../etc/hostname', '/etc/hostname', '../../../../../tmp/x.xml', 'missing.xml', '%zz']) {
    t.is(await textOf(outside(target, '')), 'Text', target);
  }
  t.false(existsSync('/tmp/dossier-escape.xml'));
});

test('a document type is refused, whatever it defines', async (t) => {
  for (const type of [
    '<!DOCTYPE x [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>',
    '<!DOCTYPE x SYSTEM "file:///etc/passwd">',
    '<!DOCTYPE w:document>',
  ]) {
    await t.throwsAsync(parseWith(plugin, simple(type + body(paragraph('x')))), { code: 'damaged' });
  }
  await t.throwsAsync(parseWith(plugin, simple(body(paragraph('&b;')))), { code: 'damaged' });
  t.is(await textOf(simple(body(paragraph('&lt;&#65;&#x1F44D;&amp;&gt;')))), '<A👍&>');
});

test('XML that is none is damaged, in the main part and in those that it needs', async (t) => {
  for (const main of [
    '',
    'x',
    '<a/>',
    body('<w:p>').replace('</w:body>', ''),
    body('<w:p></w:r></w:p>'),
    body('<w:p a=b/>'),
  ]) {
    await t.throwsAsync(parseWith(plugin, simple(main)), { code: 'damaged' }, main);
  }
  const styles = makeZip([
    ['_rels/.rels', packageRelations],
    ['word/document.xml', body(paragraph('x'))],
    ['word/_rels/document.xml.rels', relations([['s', 'styles', 'styles.xml']])],
    ['word/styles.xml', '<w:styles'],
  ]);
  await t.throwsAsync(parseWith(plugin, styles), { code: 'damaged' });
});

test('what stands in one another deeper than is allowed is refused; tables in tables are not', async (t) => {
  const nested = (depth: number): string =>
    depth === 0 ? paragraph('deep') : table(row([cell(nested(depth - 1) + paragraph(''))]));
  t.is(await textOf(simple(body(nested(40)))), 'deep');
  await t.throwsAsync(parseWith(plugin, simple(body(nested(100)))), { code: 'nested_too_deep' });
  const controls = '<w:sdt><w:sdtContent>'.repeat(100_000);
  await t.throwsAsync(parseWith(plugin, simple(body(controls))), { code: 'nested_too_deep' });
});

test('notes and comments that refer to each other come once', async (t) => {
  const note = (id: number, other: number) =>
    `<w:footnote w:id="${id}"><w:p><w:r><w:t>n${id}</w:t><w:footnoteReference w:id="${other}"/></w:r></w:p></w:footnote>`;
  const bytes = wordFile({
    footnotes: note(1, 2) + note(2, 1),
    body: '<w:p><w:r><w:t>a</w:t><w:footnoteReference w:id="1"/></w:r></w:p>',
  });
  t.deepEqual((await textOf(bytes)).split('\n\n'), ['a[1]', '[1] n1[2]', '[2] n2[3]']);
});

test('fields in one another, and many of anything in one place, end', async (t) => {
  const begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>';
  await t.throwsAsync(parseWith(plugin, simple(body(`<w:p>${begin.repeat(1000)}</w:p>`))), { code: 'nested_too_deep' });
  const many = (count: number, one: (index: number) => string) =>
    Array.from({ length: count }, (_, i) => one(i)).join('');
  const link = '<w:hyperlink r:id="a"><w:r><w:t xml:space="preserve">link </w:t></w:r></w:hyperlink>';
  const bytes = wordFile({
    relations: [['a', 'hyperlink', 'https://a.example/', 'External']],
    body: `<w:p>${many(60_000, () => `${link}<w:r><w:t>,</w:t></w:r>`)}</w:p>${table(many(130_000, (index) => `<w:tr><w:tc>${paragraph(index.toString(36))}</w:tc><w:tc/></w:tr>`))}`,
  });
  const { links, blocks } = await parseWith(plugin, bytes);
  t.deepEqual([links.length, blocks.length], [50_000, 130_001]);
});

test('100,000 paragraphs and rows are read piece by piece', async (t) => {
  const rows = table(row([cell('a'), cell('b')]).repeat(50_000));
  const control = `<w:sdt><w:sdtContent>${paragraph('x').repeat(50_000)}${rows}</w:sdtContent></w:sdt>`;
  const { blocks } = await parseWith(plugin, simple(body(control)));
  t.is(blocks.length, 100_000);
});

test('the text is counted while it is read, numbers included', async (t) => {
  const limits = { ...parseLimits, maxCharacters: 1000 };
  const bytes = simple(body(paragraph('x'.repeat(100)).repeat(11)));
  await t.throwsAsync(parseWith(plugin, bytes, { limits }), { code: 'too_much_text' });
});
