import { readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'ava';
import type { Party } from '../../../core/ports/detector.ts';
import { relates } from '../../../core/reading/related.ts';
import { plugin as docx } from '../../../plugins/parsers/docx.ts';
import { plugin as pdf } from '../../../plugins/parsers/pdf.ts';
import { plugin as xlsx } from '../../../plugins/parsers/xlsx.ts';
import { parseWith } from '../../contracts/parser.ts';
import { readText } from '../../support/read-text.ts';

const examples = path.resolve(import.meta.dirname, '../../../examples/documents');
const example = (name: string) => readFileSync(path.join(examples, name));

const supply = `SUPPLY AGREEMENT

This Supply Agreement is made on 3 May 2021 between Farrow Pumps Ltd ("Supplier") and Teal Water plc ("Buyer").

1. Products. Supplier supplies pumps.`;

const amendment = `FIRST AMENDMENT TO SUPPLY AGREEMENT

This First Amendment is made on 8 June 2022 between Farrow Pumps Limited and Teal Water plc. They entered into a Supply
Agreement dated May 3, 2021 (the "Agreement"), which they amend as follows.

1. Section 4 is replaced.`;

const both = (one: string, other: string): boolean => {
  const [a, b] = [readText(one), readText(other)];
  const found = relates(a, b);
  if (relates(b, a) !== found) throw new Error('It depends on the order.');
  return found;
};

test('the example agreement and its amendment belong together, and the invoice that names both does not', async (t) => {
  const agreement = readText(await parseWith(docx, example('services-agreement.docx')), { kind: 'services' });
  const change = readText(await parseWith(pdf, example('services-agreement-amendment-1.pdf')), { kind: 'services' });
  const lease = readText(await parseWith(pdf, example('office-lease.pdf')), { kind: 'lease' });
  const invoice = readText(await parseWith(xlsx, example('invoice-2026-0417.xlsx')), { kind: 'invoice' });
  t.true(relates(agreement, change));
  t.true(relates(change, agreement));
  t.false(relates(change, lease));
  t.false(relates(agreement, lease));
  t.false(relates(change, invoice));
});

test('an amendment belongs to the contract whose name, day and parties it states', (t) => {
  t.true(both(amendment, supply));
  t.false(both(amendment, supply.replace('3 May 2021', '9 May 2021')), 'another day');
  t.false(
    both(amendment, supply.replaceAll('Supply Agreement', 'Lease').replace('SUPPLY AGREEMENT', 'LEASE')),
    'another name',
  );
  t.false(
    both(amendment, supply.replace('Farrow Pumps Ltd', 'Ostrava Data s.r.o.').replace('Teal Water plc', 'Quill Inc.')),
    'other parties',
  );
});

test('a number that both bear joins them where names have changed', (t) => {
  const numbered = supply
    .replace('SUPPLY AGREEMENT', 'SUPPLY AGREEMENT No. SA-2021-077')
    .replace('Farrow Pumps', 'Farrow Engineering');
  const change = amendment
    .replace('(the "Agreement")', 'No. SA-2021-077 (the "Agreement")')
    .replace('dated May 3, 2021 ', '');
  t.true(both(change, numbered));
  t.false(both(change, numbered.replace('077', '078')));
});

test('people are parties too', (t) => {
  const parties: Party[] = ['Tessa Brindle', 'Ivo Marsh'].map((name) => ({
    name,
    aliases: [],
    introduced: { start: 0, end: 0 },
  }));
  const lease = readText(
    'LEASE\n\nThis Lease is made on 1 March 2024 between Tessa Brindle (Landlord) and Ivo Marsh (Tenant).',
  );
  const change = 'ADDENDUM TO LEASE\n\nTessa Brindle and Ivo Marsh change the Lease of 1 March 2024: a dog is allowed.';
  t.true(relates(lease, readText(change, { parties })));
  t.false(relates(lease, readText(change.replace('Ivo Marsh', 'Nils Marsh').replace('Tessa', 'Ada'), { parties: [] })));
});

test('two amendments of one contract belong together; two contracts never do, whatever they share', (t) => {
  const second = amendment
    .replace('FIRST', 'SECOND')
    .replace('8 June 2022', '4 May 2023')
    .replace('Section 4', 'Section 7');
  t.true(both(amendment, second));
  t.false(both(supply, supply.replace('pumps', 'valves')));
});

test('an amended and restated contract is a contract of its own', (t) => {
  const restated = supply.replace('SUPPLY AGREEMENT', 'AMENDED AND RESTATED SUPPLY AGREEMENT');
  t.false(both(supply, restated));
});
