import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { makePdf } from '../../plugins/parsers/pdf/fixtures.ts';
import { bytesOf } from '../../support/bytes.ts';
import type { SeedFile } from '../mutators/index.ts';
import { emlSample, msgSample } from './mail.ts';
import { docxSample, xlsSample, xlsxSample } from './office.ts';
import { jpegOfText, pngOfText } from './pictures.ts';

const examples = path.resolve(import.meta.dirname, '../../../examples/documents');

const HTML =
  '<!doctype html><html lang=en><head><title>Rules</title><style>.x{display:none}</style></head><body><h1>Rules</h1><ul><li>One<li>Two<ul><li>Three</ul></ul><table><tr><th>Room<th>Rent<tr><td rowspan=2>Kitchen<td>100<tr><td colspan=2>200</table><p class=x>hidden<p>See <a href="https://example.com/">there</a> &amp; <b>here</b><pre>code</pre><form><input value=a><select><option selected>b</select></form>';

const MARKDOWN = `---
title: Rules
---
# Rules

1. One
   - Two
     > Three **bold** [link](https://example.com "title") ![picture](a.png)

| Room | Rent |
| :--- | ---: |
| Kitchen \\| bath | 100 |

\`\`\`js
code
\`\`\`
<div onclick="x">raw</div> <!-- hidden --> [^1] ~~gone~~ https://example.com

[^1]: A note.
`;

const TEXT = `LEASE AGREEMENT\n\nARTICLE I\n\n1.1 Rent. The rent is 1,450 euros, due on the first day. (a) Late rent bears interest; (b) not paid twice ends the lease.\n1.2 Term. One year.\n\n                                  2\n\f\nARTICLE II\n\n• Pets 🏠\n• Noise\n\nName      Fee\n--------  ----\nAnna      100\n`;

const CSV =
  'Room;Rent;"Note; with ""quotes"""\r\nKitchen;1.450,50;"two\nlines"\r\nBath;200;\r\n;;\r\n"open;3;Größe 🏠"\r\n';

/** Not the time of the run, so that the file is the same in each. */
const pdfSample = (): Promise<Uint8Array> =>
  makePdf(
    (document) => {
      document
        .text('Lease', 72, 72)
        .text('The rent is 1,450 euros. See the rules.', 72, 100, { link: 'https://example.com/' });
      document.image(Buffer.from(pngOfText('RENT 1450 EURO')), 72, 200, { width: 300 });
      document.addPage().text('Page two, 5 euros.', 72, 72);
      document.outline.addItem('Page two');
      document.initForm();
      document.formText('tenant', 72, 300, 200, 20, { value: 'Anna' });
      document.formCheckbox('pets', 72, 340, 20, 20, {});
    },
    { info: { CreationDate: new Date(0), Title: 'Lease' } },
  );

/** One file of each kind that is read, made here, and the documents of the examples. The same bytes in each run. */
export const ownFiles = async (): Promise<readonly SeedFile[]> => {
  const png = pngOfText('RENT 1450 EURO');
  const docx = docxSample();
  return [
    ...readdirSync(examples)
      .sort()
      .map((name) => ({ name, bytes: new Uint8Array(readFileSync(path.join(examples, name))) })),
    { name: 'sample.pdf', bytes: await pdfSample() },
    { name: 'sample.docx', bytes: docx },
    { name: 'sample.xlsx', bytes: xlsxSample() },
    { name: 'sample.xls', bytes: xlsSample() },
    { name: 'sample.html', bytes: bytesOf(HTML) },
    { name: 'sample.md', bytes: bytesOf(MARKDOWN) },
    { name: 'sample.txt', bytes: bytesOf(TEXT) },
    { name: 'utf-16.txt', bytes: new Uint8Array(Buffer.from(`\ufeff${TEXT}`, 'utf16le')) },
    { name: 'sample.csv', bytes: bytesOf(CSV) },
    { name: 'latin1.csv', bytes: new Uint8Array(Buffer.from(CSV, 'latin1')) },
    { name: 'sample.tsv', bytes: bytesOf('Room\tRent\nKitchen\t100\n') },
    {
      name: 'sample.eml',
      bytes: emlSample([
        { name: 'scan.png', type: 'image/png', bytes: png },
        { name: 'Vertrag ü.docx', type: 'application/octet-stream', bytes: docx },
      ]),
    },
    { name: 'sample.msg', bytes: msgSample({ name: 'scan.png', type: 'image/png', bytes: png }) },
    { name: 'sample.png', bytes: png },
    { name: 'sample.jpg', bytes: jpegOfText('RENT 1450 EURO') },
  ];
};
