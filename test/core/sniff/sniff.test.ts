import path from 'node:path';
import test from 'ava';
import { readOleNames } from '../../../core/sniff/ole.ts';
import { sniff } from '../../../core/sniff/sniff.ts';
import { readZipDirectory } from '../../../core/sniff/zip.ts';
import { type Folder, writeCompound } from '../../../plugins/parsers/shared/compound/write.ts';
import { realFiles } from '../../support/real-files.ts';
import { makeOle, makeZip } from './containers.ts';

const typeOf = (content: string | Uint8Array, name = 'file'): string =>
  sniff(typeof content === 'string' ? new Uint8Array(Buffer.from(content, 'latin1')) : content, name).mediaType;

test('the extension is lower case and only a hint', (t) => {
  const extensionOf = (name: string) => sniff(new Uint8Array([0]), name).extension;
  t.is(extensionOf('A.PDF'), 'pdf');
  t.is(extensionOf('a.tar.gz'), 'gz');
  t.is(extensionOf('.gitignore'), '');
  t.is(extensionOf('none'), '');
  t.is(typeOf('%PDF-1.7\n', 'report.docx'), 'application/pdf');
  t.is(typeOf('\x89PNG\r\n\x1a\n', 'a.txt'), 'image/png');
});

test('a PDF may have other bytes before its header, an article about PDFs is none', (t) => {
  t.is(typeOf(`\r\nmail header\r\n%PDF-1.4\n1 0 obj\n<<>>`), 'application/pdf');
  t.is(typeOf('1 0 obj\n<<>>\nendobj\n'), 'application/pdf');
  t.is(typeOf('The header %PDF-1.4 opens each file.', 'a.txt'), 'text/plain');
  t.is(typeOf(`${'x'.repeat(2000)}%PDF-1.4\n1 0 obj`, 'a.txt'), 'text/plain');
});

test('office files are told apart by what is in the container, also when it is cut off', (t) => {
  const docx = makeZip([
    ['[Content_Types].xml', '<Types/>'],
    ['word/document.xml', '<w:document/>'],
  ]);
  const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
  t.is(typeOf(docx, 'a.xlsx'), word);
  t.is(typeOf(docx.slice(0, -30)), word);
  t.regex(typeOf(makeZip([['xl/workbook.xml', '']])), /spreadsheetml/);
  t.regex(typeOf(makeZip([['ppt/presentation.xml', '']])), /presentationml/);
  t.is(
    typeOf(makeZip([['mimetype', 'application/vnd.oasis.opendocument.text', 'stored']])),
    'application/vnd.oasis.opendocument.text',
  );
  t.is(typeOf(makeZip([['mimetype', 'a b c', 'stored']])), 'application/zip');
  t.is(typeOf(makeZip([['photo.jpg', '']])), 'application/zip');
});

test('compound files are told apart by their streams', (t) => {
  t.is(typeOf(makeOle(['WordDocument'])), 'application/msword');
  t.is(typeOf(makeOle(['Workbook'])), 'application/vnd.ms-excel');
  t.is(typeOf(makeOle(['__properties_version1.0'])), 'application/vnd.ms-outlook');
  t.is(typeOf(makeOle(['EncryptionInfo', 'EncryptedPackage'])), 'application/encrypted');
  t.is(typeOf(makeOle(['Something'])), 'application/x-ole-storage');
});

test('what stands in an object inside a compound file does not decide, and large files are told as well', (t) => {
  const folder = (
    names: readonly string[],
    folders: readonly (readonly [string, Folder])[] = [],
    bytes = 1,
  ): Folder => ({
    streams: new Map(names.map((name) => [name, new Uint8Array(bytes)])),
    folders: new Map(folders),
  });
  const sheet = folder(['Workbook']);
  t.is(
    typeOf(writeCompound(folder(['__properties_version1.0'], [['__attach', folder([], [['object', sheet]])]]))),
    'application/vnd.ms-outlook',
  );
  t.regex(typeOf(writeCompound(folder(['Workbook'], [['object', folder(['WordDocument'])]]))), /ms-excel/);
  const many = Array.from({ length: 20 }, (_, index) => `__substg1.0_${index}`);
  t.is(typeOf(writeCompound(folder([...many, '__properties_version1.0'], [], 400_000))), 'application/vnd.ms-outlook');
});

test('containers made to mislead a reader end it', (t) => {
  const ole = makeOle(['A']);
  // Every sector follows itself, and the first directory sector lies beyond the end.
  t.notThrows(() => readOleNames(new Uint8Array(ole).fill(1, 512)));
  const beyond = new Uint8Array(ole);
  new DataView(beyond.buffer).setUint32(48, 0x7fffffff, true);
  t.deepEqual(readOleNames(beyond), new Set());
  const zip = makeZip([['a', 'b']]);
  const view = new DataView(zip.buffer);
  view.setUint32(zip.byteLength - 6, 0xfffffff0, true);
  t.is(readZipDirectory(zip), undefined);
  t.is(readZipDirectory(new Uint8Array(3)), undefined);
});

test('text formats: by content first, by extension where the content leaves it open', (t) => {
  t.is(typeOf('Hello', 'a.txt'), 'text/plain');
  t.is(typeOf('Hello', 'a.md'), 'text/markdown');
  t.is(typeOf('# Title\n\n[a](http://b.c)\n', 'README'), 'text/markdown');
  t.is(typeOf('# Title\n\n[a](http://b.c)\n', 'a.txt'), 'text/plain');
  t.is(typeOf('a,b\n1,2', 'a.csv'), 'text/csv');
  t.is(typeOf('<!DOCTYPE html><p>x', 'a.txt'), 'text/html');
  t.is(typeOf('<!-- x -->\n<html>', 'a.md'), 'text/html');
  t.is(typeOf('<p align="center">Title</p>', 'a.md'), 'text/markdown');
  t.is(typeOf('<div>fragment</div>', 'a.html'), 'text/html');
  t.is(typeOf('no tags at all', 'a.html'), 'text/plain');
  t.is(typeOf('<?xml version="1.0"?><a/>', 'a.txt'), 'application/xml');
  t.is(typeOf('{\\rtf1 x}', 'a.txt'), 'application/rtf');
  t.is(typeOf('BEGIN:VCALENDAR\r\n', 'a.txt'), 'text/calendar');
  t.is(typeOf('{"a": 1}', 'a.json'), 'application/json');
});

test('e-mail by its headers, not by lines that look like one', (t) => {
  t.is(typeOf('From: a@b.c\r\nTo: d@e.f\r\nDate: Mon, 1 Jan 2024\r\n\r\nHi', 'a.txt'), 'message/rfc822');
  t.is(typeOf('From: a@b.c\nContent-Type: text/plain\n\nHi', 'a.eml'), 'message/rfc822');
  t.is(typeOf('Name: Ann\nTitle: CEO\nDate: today\n\nSigned', 'a.txt'), 'text/plain');
  t.is(typeOf('Note: the rent is due on the first.\n\nMore.', 'a.txt'), 'text/plain');
  t.is(typeOf('From: the landlord\nTo: all tenants\nDate: 1 May\nSubject: Heating\n\nDear', 'a.txt'), 'text/plain');
  t.is(typeOf('A line\nFrom: a@b.c\nTo: d@e.f\nDate: Mon, 1 Jan 2024\n\nHi', 'a.txt'), 'text/plain');
});

test('e-mail without an extension, after blank lines, with rare fields or binary parts', (t) => {
  const fields = 'Return-Path: <a@b.c>\r\nX-Mailer: y\r\nX-Z: 1\r\n';
  t.is(typeOf(`${fields}\r\nHi`), 'message/rfc822');
  t.is(typeOf(`\r\n\n${fields}\r\nHi`), 'message/rfc822');
  t.is(typeOf(`From a@b.c Mon Jan  1 00:00:00 2024\n${fields}\n`), 'message/rfc822');
  t.is(typeOf(`${fields}\r\n${'\0\x01\x02\xff'.repeat(500)}`), 'message/rfc822');
  t.is(typeOf('From: a@b.c\nContent-Type: multipart/mixed;\n boundary=x\n\n--x\n'), 'message/rfc822');
  t.is(typeOf(`${fields}X-Long: ${'y'.repeat(70_000)}\r\n\r\nHi`), 'message/rfc822');
  t.is(typeOf('X-Only: 1\n\nHi', 'a.eml'), 'message/rfc822');
  t.is(typeOf('X-Only: 1\nnot a field\nSubject: x\n\nHi', 'a.eml'), 'message/rfc822');
  t.is(typeOf('      \n\n    ', 'a.eml'), 'text/plain');
  t.is(typeOf('Dear all,\n\nNote: this', 'a.eml'), 'text/plain');
});

test('what is neither text nor known is unknown', (t) => {
  t.is(
    typeOf(
      new Uint8Array(400).map((_, index) => (index * 37) % 251),
      'a.txt',
    ),
    'application/octet-stream',
  );
  t.is(typeOf(new Uint8Array(100)), 'application/octet-stream');
});

test('real files are what their makers say', async (t) => {
  const expected: Record<string, RegExp> = {
    pdf: /^application\/pdf$/,
    docx: /wordprocessingml/,
    xlsx: /spreadsheetml/,
    xls: /ms-excel/,
    msg: /ms-outlook/,
    png: /^image\/png$/,
    jpg: /^image\/jpeg$/,
    html: /^text\/html$/,
    md: /^text\/markdown$/,
    csv: /^text\/csv$/,
  };
  for (const { name, read } of await realFiles(t, 'files')) {
    const wanted = expected[path.extname(name).slice(1)];
    const bytes = await read();
    if (wanted === undefined || bytes.byteLength === 0) continue;
    t.regex(sniff(bytes, name).mediaType, wanted, name);
  }
});
