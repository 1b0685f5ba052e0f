import type { TestFn } from 'ava';
import type { AnyPlugin } from '../../core/plugin/define.ts';
import type { Detected, DocumentKind } from '../../core/ports/detector.ts';
import { partiesOf } from '../../core/reading/parties.ts';
import { testDetector } from '../contracts/detector.ts';
import { detect, detectorOf } from './detectors.ts';
import { readText } from './read-text.ts';

/** Openings of documents that name two parties; findings name them by what they are called there. */
const openings: Readonly<Partial<Record<DocumentKind, string>>> = {
  services: 'This Services Agreement is made between Orlo Works Ltd (“Provider”) and Vera Books LLC (“Client”).',
  supply: 'This Supply Agreement is made between Orlo Works Ltd (“Supplier”) and Vera Books LLC (“Buyer”).',
  distribution: 'This Agreement is made between Orlo Works Ltd (“Company”) and Vera Books LLC (“Distributor”).',
  licence: 'This Licence Agreement is made between Orlo Works Ltd (“Licensor”) and Vera Books LLC (“Licensee”).',
  lease: 'This Lease is made between Orlo Works Ltd (“Landlord”) and Vera Books LLC (“Tenant”).',
  employment: 'This Contract of Employment is made between Orlo Works Ltd (“Company”) and Vera Lind (“Employee”).',
  nda: 'This Agreement is made between Orlo Works Ltd (“Orlo”) and Vera Books LLC (“Vera”).',
  loan: 'This Loan Agreement is made between Orlo Works Ltd (“Lender”) and Vera Books LLC (“Borrower”).',
};

/** What is expected of the one finding in a text. */
export type Expected = {
  readonly severity?: Detected['severity'];
  /** "Orlo" or "Vera": the first word of the names; empty for whoever the reader is. */
  readonly hurts?: readonly ('Orlo' | 'Vera')[];
  readonly reason?: RegExp;
  readonly policy?: object;
  readonly kind?: DocumentKind;
  /** How many findings; one where it is not said. */
  readonly count?: number;
};

export type Risks = {
  readonly kind: DocumentKind;
  /** Clauses in which it is found, each with what is expected. */
  readonly hits: Readonly<Record<string, Expected>>;
  /** What sounds near and is none, by why. */
  readonly misses: Readonly<
    Record<string, string | { readonly text: string; readonly kind?: DocumentKind; readonly policy?: object }>
  >;
  /** Clause types of which the model bears the first hit out. */
  readonly types?: readonly string[];
};

/** Runs the contract suite and these clauses over a detector of something that is there. */
export const testRisks = (test: TestFn, plugin: AnyPlugin, { kind, hits, misses, types = [] }: Risks): void => {
  const full = (text: string, of: DocumentKind) => `${openings[of] ?? openings.services}\n\n${text}`;
  const find = async (
    text: string,
    of: DocumentKind,
    policy: object = {},
    known: Readonly<Record<string, readonly string[]>> = {},
  ) => {
    const content = full(text, of);
    const document = readText(content, { kind: of, parties: partiesOf(content), types: known });
    return detect(await detectorOf(plugin), document, { policy });
  };
  const [first = ''] = Object.keys(hits);
  testDetector(test, plugin, { text: full(first, hits[first]?.kind ?? kind), kind: hits[first]?.kind ?? kind });

  for (const [text, expected] of Object.entries(hits)) {
    test(`finds: ${text.slice(0, 90)}`, async (t) => {
      const found = await find(text, expected.kind ?? kind, expected.policy);
      t.is(found.length, expected.count ?? 1);
      const [finding] = found;
      if (expected.severity) t.is(finding?.severity, expected.severity);
      if (expected.hurts)
        t.deepEqual(
          finding?.hurts.map((name) => name.split(' ')[0]),
          [...expected.hurts],
        );
      if (expected.reason) t.regex(finding?.reasons.join(' ') ?? '', expected.reason);
    });
  }
  for (const [why, miss] of Object.entries(misses)) {
    test(`finds nothing: ${why}`, async (t) => {
      const { text, kind: of = kind, policy = {} } = typeof miss === 'string' ? { text: miss } : miss;
      t.deepEqual(
        (await find(text, of, policy)).map(({ reasons }) => reasons),
        [],
      );
    });
  }
  if (types.length > 0) {
    test('what the clause model sees too is surer, and what it does not see is less sure', async (t) => {
      const of = hits[first]?.kind ?? kind;
      const sure = async (known?: Readonly<Record<string, readonly string[]>>) =>
        (await find(first, of, hits[first]?.policy, known))[0]?.confidence ?? 0;
      const [alone, seen, unseen] = [
        await sure(),
        await sure({ [types[0] ?? '']: [first.slice(0, 25)] }),
        await sure({ [types[0] ?? '']: ['words that are not there'] }),
      ];
      t.true(seen > alone && alone > unseen && unseen > 0.5);
    });
  }
};
