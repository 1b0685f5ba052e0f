import { readdirSync } from 'node:fs';
import test from 'ava';
import { loadConfig } from '../../core/config/load.ts';
import { silentLogger } from '../../core/ports/logger.ts';
import { scoreExpected } from '../../eval/score/terms.ts';
import { type Case, type ExpectedTerms, halfOf, readCases } from '../../eval/terms/cases.ts';
import { measureTerms } from '../../eval/terms/evaluate.ts';
import { openApplication } from '../../servers/wiring.ts';
import { temporaryFolder } from '../support/folder.ts';

const nothing: ExpectedTerms = {
  agreementDate: null,
  effectiveDate: null,
  expirationDate: null,
  renewalTerm: null,
  noticePeriod: null,
  governingLaw: null,
};
const excerpt = (id: string, text: string, expected: Partial<ExpectedTerms> = {}): Case => ({
  id,
  kind: 'made for this test',
  text,
  expected: { ...nothing, ...expected },
});

test('a wrong term is wrong and missed, one that there is not is wrong, and one that is not read is missed', (t) => {
  const cases = [
    { id: 'a', expected: { ...nothing, expirationDate: '2027-03-31', renewalTerm: 'P1Y', governingLaw: 'England' } },
    { id: 'b', expected: nothing },
    { id: 'c', expected: { ...nothing, expirationDate: 'perpetual' } },
  ];
  const said = new Map([
    ['a', { ...nothing, expirationDate: '2027-04-01', renewalTerm: 'P12M', governingLaw: 'England and Wales' }],
    ['b', { ...nothing, expirationDate: '2027-04-01' }],
  ]);
  const scores = scoreExpected(cases, said);
  const counts = ({ right, wrong, missed }: (typeof scores)['expirationDate']) => [right, wrong, missed];
  t.deepEqual(counts(scores.expirationDate), [0, 2, 2]);
  t.deepEqual(counts(scores.renewalTerm), [0, 1, 1], 'a length is compared as it is written');
  t.deepEqual(counts(scores.governingLaw), [1, 0, 0]);
});

test('excerpts are read by the installation as anybody’s documents are, and leave nothing behind', async (t) => {
  const lease = excerpt(
    'lease',
    'This Lease is made as of March 1, 2024 between Orlo Ltd ("Landlord") and Vera Marsh ("Tenant"). The term of this Lease begins on April 1, 2024 and ends on March 31, 2027. This Lease is governed by the laws of the State of Oregon.',
    { agreementDate: '2024-03-01', effectiveDate: '2024-04-01', expirationDate: '2027-03-31', governingLaw: 'Oregon' },
  );
  const letter = excerpt('letter', 'Dear Ms Marsh, thank you for the cake. It was very good. Yours, Orlo');
  const folder = temporaryFolder(t);
  process.env['TMPDIR'] = folder;
  const { said, scores } = await measureTerms(
    {
      open: (data) => openApplication(loadConfig({ environment: {}, flags: { data } }), { log: silentLogger }),
      progress: () => {},
      signal: new AbortController().signal,
    },
    [lease, letter],
  );
  t.deepEqual(said.get('lease'), lease.expected);
  t.deepEqual(said.get('letter'), nothing);
  t.is(scores[halfOf(lease)].terms.expirationDate.right, 1);
  t.deepEqual(readdirSync(folder), []);
});

test('both halves of the excerpts are there, and every excerpt once', (t) => {
  const cases = readCases();
  t.is(new Set(cases.map(({ id }) => id)).size, cases.length);
  for (const half of ['development', 'held-out']) t.true(cases.filter((each) => halfOf(each) === half).length > 100);
});
