import test from 'ava';
import { chunkDocument } from '../../../core/chunking/chunk.ts';
import { parsedDocumentSchema } from '../../../core/document/parsed.ts';
import type { ClauseUnit } from '../../../core/ports/clauses.ts';
import { readDocument } from '../../../core/reading/read-document.ts';
import { parseText, readText } from '../../support/read-text.ts';
import { tableDocument } from '../../support/table.ts';

const text = `SUPPLY AGREEMENT

1. Term

This Agreement runs for two years. It renews by itself unless a party objects.

2. Governing Law

The laws of Norway govern it.`;

test('sentences are units with their place, their heading and what the clause model says of them', (t) => {
  const document = readText(text, {
    types: { 'governing-law': ['laws of Norway'] },
    presence: { 'cap-on-liability': 0.1 },
  });
  for (const unit of document.units) t.is(document.text.slice(unit.start, unit.end), unit.text);
  const law = document.units.find((unit) => unit.text.includes('Norway'));
  t.deepEqual(law?.types, [{ type: 'governing-law', probability: 0.95 }]);
  t.is(law?.page, 1);
  t.true(document.units.some((unit) => unit.text === 'It renews by itself unless a party objects.'));
  t.is(document.presence('governing-law'), 0.97);
  t.is(document.presence('cap-on-liability'), 0.1);
  t.is(document.presence('unheard-of'), undefined);
});

test('a unit lies on the page on which it stands, not on that of its passage', (t) => {
  const first = 'The first page ends here.';
  const body = `${first}\nThe second page begins here.`;
  const pages = [
    { number: 1, charStart: 0, charEnd: first.length + 1 },
    { number: 2, charStart: first.length + 1, charEnd: body.length },
  ];
  const parsed = parsedDocumentSchema.parse({
    text: body,
    pages,
    blocks: [{ kind: 'paragraph', page: 1, charStart: 0, charEnd: body.length }],
  });
  t.deepEqual(
    readText(parsed).units.map((unit) => [unit.page, unit.text]),
    [
      [1, first],
      [2, 'The second page begins here.'],
    ],
  );
});

test('a row of a table is a unit of its own', (t) => {
  const document = readText(
    tableDocument('Fees', [
      ['Item', 'Price'],
      ['Backup', 'EUR 120'],
    ]),
  );
  t.true(document.units.some(({ row, text: said }) => row === 'named' && said.includes('EUR 120')));
});

test('units of a model that are cut otherwise speak for what they share', (t) => {
  const parsed = parseText(text);
  const passages = chunkDocument({ documentId: 'd', version: 1, sha256: '0'.repeat(64), parsed });
  const source = { documentId: 'd', version: 1, name: 'd', title: undefined, parsed, passages };
  const facts = { kind: 'other', kindProbability: 1, parties: [] } as const;
  const read = (...units: readonly ClauseUnit[]) =>
    readDocument({ ...source, clauses: { model: 'm', units, stated: [], presence: [] } }, facts).units;
  const unit = (words: string, type: string, probability: number): ClauseUnit => {
    const start = text.indexOf(words);
    return { start, end: start + words.length, passageId: 'p', types: [{ type, probability }] };
  };
  const wide = read(
    unit('This Agreement runs for two years. It renews by itself unless a party objects.', 'term', 0.8),
  );
  t.deepEqual(
    wide.filter(({ types }) => types.length > 0).map((each) => each.text),
    ['This Agreement runs for two years.', 'It renews by itself unless a party objects.'],
  );
  const narrow = read(unit('It renews by itself', 'renewal', 0.6), unit('unless a party objects', 'renewal', 0.9));
  t.deepEqual(
    narrow.flatMap(({ types }) => types),
    [{ type: 'renewal', probability: 0.9 }],
  );
});
