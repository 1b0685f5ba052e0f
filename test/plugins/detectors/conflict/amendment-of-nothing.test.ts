import { readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'ava';
import { plugin } from '../../../../plugins/detectors/conflict/amendment-of-nothing.ts';
import { plugin as docx } from '../../../../plugins/parsers/docx.ts';
import { plugin as pdf } from '../../../../plugins/parsers/pdf.ts';
import { testDetector } from '../../../contracts/detector.ts';
import { parseWith } from '../../../contracts/parser.ts';
import { bareContract } from '../../../support/bare-contract.ts';
import { detect, detectorOf } from '../../../support/detectors.ts';
import { readText } from '../../../support/read-text.ts';

const detector = await detectorOf(plugin);
const contract = bareContract(
  'services',
  'Fees are paid monthly.',
  'Notices are in writing.',
  'Provider gives advice.',
);
const found = (clause: string, related = [contract]) =>
  detect(detector, readText(`AMENDMENT NO. 1 to the Services Agreement\n\n1. ${clause}`, { kind: 'services' }), {
    related,
  });

testDetector(test, plugin, {
  text: 'AMENDMENT NO. 1 to the Services Agreement\n\n1. Section 9 of the Agreement is deleted.',
  kind: 'services',
  related: [contract.text],
});

test('a clause that the contract does not have cannot be amended', (t) => {
  const [risk] = found('Section 9 of the Agreement is deleted and replaced with the following.');
  t.regex(risk?.reasons.join(' ') ?? '', /“Section 9 of the Agreement”, and the contract has no clause 9/);
  t.is(found('In Clause 3.7 of the Services Agreement the word “monthly” is replaced.').length, 1);
});

test('a clause that is there, that is added, or that another amendment brought can', (t) => {
  t.deepEqual(found('Section 3 of the Agreement is deleted and replaced with the following.'), []);
  t.deepEqual(found('A new Section 9 of the Agreement is added and replaces nothing.'), []);
  const earlier = readText('FIRST AMENDMENT to the Services Agreement\n\n9. Provider is insured.', {
    kind: 'services',
  });
  t.deepEqual(found('Section 9 of the Agreement is deleted.', [contract, earlier]), []);
});

test('without the contract, or where its numbers are not part of the text, nothing is said', (t) => {
  t.deepEqual(found('Section 9 of the Agreement is deleted.', []), []);
  const unnumbered = readText(contract.text.replace(/^\d\. /gm, ''), { kind: 'services' });
  t.deepEqual(found('Section 9 of the Agreement is deleted.', [unnumbered]), []);
});

test('the example amendment amends clauses that are there', async (t) => {
  const example = (name: string) =>
    readFileSync(path.resolve(import.meta.dirname, '../../../../examples/documents', name));
  const agreement = readText(await parseWith(docx, example('services-agreement.docx')), { kind: 'services' });
  const amendment = readText(await parseWith(pdf, example('services-agreement-amendment-1.pdf')), { kind: 'services' });
  t.deepEqual(detect(detector, amendment, { related: [agreement] }), []);
});
