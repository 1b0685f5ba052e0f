import { makeRawZip, makeZip, packed } from '../../../core/sniff/containers.ts';
import { bytesOf } from '../../../support/bytes.ts';
import type { Attack } from './attack.ts';
import { zerosEntry } from './zeros.ts';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const main = (body: string, before = ''): string => `${before}<w:document ${W}><w:body>${body}</w:body></w:document>`;
const paragraph = (text: string): string => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
const innocent = main(paragraph('All is well in this document.'));
const MEGABYTE = 2 ** 20;
/** Zeros below the size from which on it is looked at how tightly a part is packed. */
const zeros = (): Uint8Array => new Uint8Array(15 * MEGABYTE);
const isWell = ({ text }: { readonly text: string }): boolean => text.trim() === 'All is well in this document.';

const LAUGHS = `<!DOCTYPE x [<!ENTITY l0 "lol">${Array.from({ length: 10 }, (_, level) => `<!ENTITY l${level + 1} "${`&l${level};`.repeat(10)}">`).join('')}]>`;
const OUTSIDE = '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd"><!ENTITY % p SYSTEM "file:///etc/passwd"> %p;]>';

/** What any office file in a ZIP container can do, tried on Word's. */
export const containerAttacks: readonly Attack[] = [
  {
    tries: 'a bomb: one part of 400 MB in 400 KB',
    name: 'bomb.docx',
    bytes: () => makeRawZip([zerosEntry('word/document.xml', 400)]),
    expected: 'packed_too_tightly',
  },
  {
    tries: 'a bomb that states one byte',
    name: 'bomb.docx',
    bytes: () => makeRawZip([{ ...zerosEntry('word/document.xml', 40), statedBytes: 1 }]),
    expected: 'packed_too_tightly',
  },
  {
    tries: 'a bomb of many parts, each small enough',
    name: 'bomb.docx',
    bytes: () => {
      const part = packed('', zeros(), 1);
      return makeRawZip([
        packed('word/document.xml', bytesOf(innocent)),
        ...Array.from({ length: 60 }, (_, index) => ({ ...part, name: `word/media/${index}.xml` })),
      ]);
    },
    expected: 'unpacks_too_large',
  },
  {
    tries: 'a bomb of a thousand parts that share the same bytes',
    name: 'overlap.docx',
    bytes: () => {
      const part = packed('', zeros(), 1);
      const shared = Array.from({ length: 1000 }, (_, index) => ({
        ...part,
        name: `word/media/${index}.xml`,
        ...(index === 0 ? {} : { sharedWith: 1 }),
      }));
      return makeRawZip([packed('word/document.xml', bytesOf(innocent)), ...shared]);
    },
    expected: 'unpacks_too_large',
  },
  {
    tries: 'sixty thousand empty parts',
    name: 'many.docx',
    bytes: () => {
      const empty = packed('', new Uint8Array());
      return makeRawZip([
        packed('word/document.xml', bytesOf(innocent)),
        ...Array.from({ length: 60_000 }, (_, index) => ({ ...empty, name: `word/${index}` })),
      ]);
    },
    expected: 'unpacks_too_large',
  },
  {
    tries: 'archives in archives, ten levels of them',
    name: 'nested.docx',
    bytes: () => {
      let inner = makeZip([['0', zeros()]]);
      for (let level = 0; level < 10; level += 1)
        inner = makeZip([
          [`word/embeddings/${level}.zip`, inner],
          ['word/document.xml', innocent],
        ]);
      return inner;
    },
    expected: 'ready',
    holds: isWell,
  },
  {
    tries: 'names of parts that lead out of the archive',
    name: 'paths.docx',
    bytes: () =>
      makeZip([
        ['../../../../../../tmp/written', 'x'],
        ['/etc/cron.d/x', 'x'],
        ['C:\\Windows\\x', 'x'],
        ['word/../../x', 'x'],
        ['word/document.xml', innocent],
      ]),
    expected: 'ready',
    holds: isWell,
  },
  {
    tries: 'a relation to a file of this machine as the text',
    name: 'relation.docx',
    bytes: () =>
      makeZip([
        [
          '_rels/.rels',
          '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="../../../../etc/passwd"/></Relationships>',
        ],
        ['word/other.xml', innocent],
      ]),
    expected: 'damaged',
  },
  {
    tries: 'a symbolic link to a file of this machine as the text',
    name: 'link.docx',
    bytes: () => makeRawZip([{ ...packed('word/document.xml', bytesOf('/etc/passwd')), mode: 0o120777 }]),
    expected: 'damaged',
  },
  {
    tries: 'entities that multiply',
    name: 'laughs.docx',
    bytes: () => makeZip([['word/document.xml', main(paragraph('&l10;'), LAUGHS)]]),
    expected: 'damaged',
  },
  {
    tries: 'entities that read a file of this machine',
    name: 'outside.docx',
    bytes: () => makeZip([['word/document.xml', main(paragraph('&f;'), OUTSIDE)]]),
    expected: 'damaged',
  },
  {
    tries: 'elements in one another, a hundred thousand levels',
    name: 'deep.docx',
    bytes: () => {
      const levels = 100_000;
      return makeZip([
        [
          'word/document.xml',
          main('<w:sdt><w:sdtContent>'.repeat(levels) + paragraph('deep') + '</w:sdtContent></w:sdt>'.repeat(levels)),
        ],
      ]);
    },
    expected: 'nested_too_deep',
  },
];
