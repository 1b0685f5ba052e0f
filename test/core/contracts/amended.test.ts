import test from 'ava';
import { amendmentsOf } from '../../../core/contracts/amended.ts';
import { readText } from '../../support/read-text.ts';

const agreement = readText(
  `SERVICES AGREEMENT

3.1 Term. It runs for two years.

3.2 Renewal. It renews each year. Nobody has to be asked.

3.20 Law. The laws of Norway govern it.

Section 4. Fees
4.1 The Customer pays monthly.`,
  { documentId: 'agreement' },
);
const change = (...sentences: readonly string[]) =>
  readText(`AMENDMENT NO. 1 TO THE SERVICES AGREEMENT\n\n${sentences.join('\n\n')}`, {
    documentId: 'amendment',
    title: 'Amendment No. 1 to the Services Agreement',
  });
const at = (words: string) => {
  const start = agreement.text.indexOf(words);
  return { start, end: start + words.length };
};

test('an amendment is found by the number of the clause that it changes, or of one that holds it', (t) => {
  const amended = change(
    '1. In Section 3.2 of the Agreement the words “each year” are deleted.',
    '2. Article 4 is replaced as a whole.',
    '3. The signature of Section 3.1 is not in doubt.',
    '4. Section 3.2 of this Amendment is amended by nobody.',
  );
  const amendments = amendmentsOf(agreement, [amended]);
  const said = (words: string) => amendments(at(words)).map(({ start, end }) => amended.text.slice(start, end));
  t.deepEqual(said('3.2 Renewal. It renews each year.'), [
    '1. In Section 3.2 of the Agreement the words “each year” are deleted.',
  ]);
  t.deepEqual(said('Nobody has to be asked.').length, 1);
  t.deepEqual(said('4.1 The Customer pays monthly.'), ['2. Article 4 is replaced as a whole.']);
  t.deepEqual(said('3.1 Term.'), []);
  t.deepEqual(said('3.20 Law.'), []);
});

test('a document that amends nothing, or an amendment itself, has none', (t) => {
  const other = readText('SUPPLY AGREEMENT\n\nSection 3.2 of the other agreement is deleted.', { documentId: 'other' });
  t.deepEqual(amendmentsOf(agreement, [other])(at('3.2 Renewal.')), []);
  t.deepEqual(amendmentsOf(change('1. Section 1 is deleted.'), [agreement])({ start: 50, end: 60 }), []);
});
