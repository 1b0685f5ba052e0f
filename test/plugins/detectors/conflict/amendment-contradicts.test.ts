import { readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'ava';
import { plugin } from '../../../../plugins/detectors/conflict/amendment-contradicts.ts';
import { plugin as docx } from '../../../../plugins/parsers/docx.ts';
import { plugin as pdf } from '../../../../plugins/parsers/pdf.ts';
import { testDetector } from '../../../contracts/detector.ts';
import { parseWith } from '../../../contracts/parser.ts';
import { bareContract } from '../../../support/bare-contract.ts';
import { detect, detectorOf } from '../../../support/detectors.ts';
import { readText } from '../../../support/read-text.ts';

const detector = await detectorOf(plugin);
const contract = bareContract('services', 'Client shall pay each invoice within thirty days of receipt.');
const amending = (...clauses: readonly string[]) =>
  readText(['AMENDMENT NO. 1 to the Services Agreement', ...clauses].join('\n\n'), {
    documentId: 'amendment',
    kind: 'services',
  });
const otherwise = 'Client shall pay each invoice within sixty days of receipt.';

testDetector(test, plugin, {
  text: amending('The parties have met.', 'They like the garden.', otherwise).text,
  kind: 'services',
  related: [contract.text],
});

test('an amendment that says something else, and not that it changes anything, is shown beside the contract', (t) => {
  const amendment = amending('The parties have met.', 'They like the garden.', otherwise);
  const [risk, ...others] = detect(detector, amendment, { related: [contract] });
  t.deepEqual(others, []);
  t.deepEqual(
    risk?.evidence.map(({ documentId }) => documentId),
    [undefined, contract.documentId],
  );
  t.regex(risk?.reasons.join(' ') ?? '', /sixty days.*thirty days/);
});

test('one that says that it replaces the clause, or that it prevails, does what amendments are for', (t) => {
  for (const clauses of [
    ['Clause 3 is deleted and replaced with the following:', otherwise],
    [
      'They like the garden.',
      otherwise,
      'If this Amendment and the Agreement are in conflict, this Amendment prevails.',
    ],
    ['They like the garden.', 'Client shall pay each invoice within thirty (30) days of receipt.'],
  ]) {
    t.deepEqual(
      detect(detector, amending('The parties have met.', ...clauses), { related: [contract] }),
      [],
      clauses.join(' '),
    );
  }
});

test('a contract contradicts no amendment: the finding is kept with the amendment', (t) => {
  t.deepEqual(
    detect(detector, contract, { related: [amending('The parties have met.', 'They like it.', otherwise)] }),
    [],
  );
});

test('the example amendment replaces what it changes', async (t) => {
  const example = (name: string) =>
    readFileSync(path.resolve(import.meta.dirname, '../../../../examples/documents', name));
  const agreement = readText(await parseWith(docx, example('services-agreement.docx')), { kind: 'services' });
  const amendment = readText(await parseWith(pdf, example('services-agreement-amendment-1.pdf')), {
    documentId: 'amendment',
    kind: 'services',
  });
  t.deepEqual(detect(detector, amendment, { related: [agreement] }), []);
});
