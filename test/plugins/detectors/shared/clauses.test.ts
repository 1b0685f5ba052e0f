import test from 'ava';
import { partiesOf } from '../../../../core/reading/parties.ts';
import { around, clausesOf, wholeSentence } from '../../../../plugins/detectors/shared/clauses.ts';
import { readText } from '../../../support/read-text.ts';

const opening = 'This Agreement is made between Orlo Ltd (“Supplier”) and Vera LLC (“Buyer”).';
const read = (text: string) => {
  const content = `${opening}\n\n${text}`;
  return clausesOf(readText(content, { parties: partiesOf(content) })).slice(1);
};
const said = (text: string) =>
  read(text).flatMap(({ statements }) =>
    statements.map(
      ({ modality, actor, predicate }) =>
        `${modality} ${actor?.parties.map(({ name }) => name).join('+') ?? '?'}: ${predicate.trim()}`,
    ),
  );

test('items of a list are said of whom their list begins with', (t) => {
  t.deepEqual(
    said('The Buyer shall:\n\n(a) pay the price;\n\n(b) insure the goods; and\n\n(c) tell no one.').slice(1),
    ['duty Vera LLC: pay the price;', 'duty Vera LLC: insure the goods; and', 'duty Vera LLC: tell no one.'],
  );
});

test('items that are conditions are no duties', (t) => {
  const [lead, ...items] = read(
    'The Supplier may terminate this Agreement if:\n\n(a) the Buyer fails to pay; or\n\n(b) the Buyer becomes insolvent.',
  );
  t.is(lead?.statements.length, 1);
  t.deepEqual(
    items.map((item) => item.lead === lead),
    [true, true],
  );
  t.false(items.some(({ statements }) => statements.some(({ modality }) => modality === 'right')));
});

test('a list ends where something else begins', (t) => {
  const clauses = read('The Buyer shall:\n\n(a) pay the price.\n\nThe Supplier shall deliver.\n\n(b) Nothing else.');
  t.deepEqual(
    clauses.map(({ lead }) => lead !== undefined),
    [false, true, false, false],
  );
});

test('a table of contents says nothing, and a definition is known as one', (t) => {
  const clauses = read(
    '9. Indemnity ........ 12\n\n13.1 Force Majeure 43\n\n“Losses” means claims that the Buyer shall pay.\n\nProspect means any person who shall buy.',
  );
  t.deepEqual(
    clauses.map(({ defines }) => defines),
    [true, true],
  );
});

test('quotation marks and white space are plain, and offsets are those of the document', (t) => {
  const content = `${opening}\n\nThe Supplier’s\n  “works” shall begin.`;
  const document = readText(content, { parties: partiesOf(content) });
  const clause = clausesOf(document)[1];
  t.is(clause?.text, 'The Supplier\'s "works" shall begin.');
  t.is(document.text.slice(clause?.unit.start, clause?.unit.end), 'The Supplier’s\n  “works” shall begin.');
});

test('a sentence that was too long for one unit is whole again', (t) => {
  const long = `The Buyer shall pay ${'every single one of the many sums that are named below, '.repeat(18)}and nothing else.`;
  const clauses = clausesOf(readText(`${long} It may wait.`));
  const [first, second] = clauses;
  t.true(first !== undefined && second !== undefined && first.text.length < long.length);
  t.is(first && wholeSentence(clauses, first), long);
  t.is(clauses.at(-1)?.text, 'It may wait.');
});

test('what stands around a clause is read with it', (t) => {
  const clauses = clausesOf(readText('The price is fixed. It is high. It stays. That is all.'));
  t.is(clauses[1] && around(clauses, clauses[1], 1, 1), 'The price is fixed. It is high. It stays.');
});
