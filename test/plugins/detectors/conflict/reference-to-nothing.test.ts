import test from 'ava';
import { plugin } from '../../../../plugins/detectors/conflict/reference-to-nothing.ts';
import { testDetector } from '../../../contracts/detector.ts';
import { detect, detectorOf } from '../../../support/detectors.ts';
import { readText } from '../../../support/read-text.ts';

const detector = await detectorOf(plugin);
const contract = (sentence: string, title = 'SERVICES AGREEMENT'): string =>
  [
    title,
    '1. Work',
    '1.1 Provider gives advice.',
    '1.2 Provider visits Client.',
    '2. Pay',
    '2.1 Client pays monthly.',
    '2.2 Client pays by bank transfer.',
    '2.3 Client pays in full.',
    '3. End',
    '3.1 It ends in May.',
    '4. Rest',
    `4.1 ${sentence}`,
  ].join('\n\n');
const found = (sentence: string, title?: string) =>
  detect(detector, readText(contract(sentence, title), { kind: 'services' })).flatMap(({ reasons }) => reasons);

testDetector(test, plugin, { text: contract('What is due under Section 2.7 stays due.'), kind: 'services' });

test('a number between those that are there, or beyond them, leads nowhere', (t) => {
  t.deepEqual(found('What is due under Section 2.7 stays due.'), [
    'It refers to “Section 2.7”, and there is no clause of that number.',
  ]);
  t.is(found('Clause 12.4, which limits liability, survives.').length, 1);
});

test('clauses that are there, and those of other papers and laws, are left alone', (t) => {
  for (const sentence of [
    'What is due under Section 2.3 stays due.',
    'Section 9.4 of the Master Agreement applies.',
    'The Pensions Act, section 12.4, and Article 6.1 of the GDPR apply.',
    'Client may do so under Section 15.2 thereof.',
    'The price in Annex 3, paragraph 2.9, is fixed.',
  ]) {
    t.deepEqual(found(sentence), [], sentence);
  }
});

test('where the numbers are not part of the text, and in amendments, nothing is said', (t) => {
  const unnumbered = contract('What is due under Section 2.7 stays due.').replace(/^\d\.(?:\d)? /gm, '');
  t.deepEqual(detect(detector, readText(unnumbered, { kind: 'services' })), []);
  t.deepEqual(found('Section 2.7 is deleted.', 'AMENDMENT NO. 1 to the Services Agreement'), []);
});
