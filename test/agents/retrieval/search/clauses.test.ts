import test from 'ava';
import { DossierError } from '../../../../core/errors/error.ts';
import type { ClauseModel } from '../../../../core/ports/clauses.ts';
import { plugin } from '../../../../plugins/clauses/contract-clauses.ts';
import { wordClauses } from '../../../support/clauses.ts';
import { openLibrary } from '../../../support/library.ts';

type Search = {
  readonly results: readonly {
    readonly text: string;
    readonly explain?: {
      readonly clauses: { readonly rank: number; readonly score: number } | null;
      readonly signals: Readonly<Record<string, number>>;
      readonly arithmetic: string;
      readonly reason: string;
    };
  }[];
};
type Ask = {
  readonly answered: boolean;
  readonly missing_information: readonly string[];
  readonly citations: readonly { readonly quote: string }[];
};

/** What fills a clause up to the length of a passage without stating anything that is asked for. */
const more = (subject: string): string =>
  `The ${subject} team keeps the forms in use and sends them to whoever needs them. `.repeat(9).trim();

/** Its clauses have no word in common with how people ask for them. */
const agreement = `MASTER SUPPLY AGREEMENT

This Master Supply Agreement is entered into as of March 1, 2025 by and between Alder Foods, Inc., a Delaware corporation ("Supplier"), and Birch Retail LLC, an Oregon limited liability company ("Buyer"). ${more('sales')}

1. Orders. Buyer may place purchase orders by electronic mail. Supplier shall confirm each purchase order within two business days and ship the Products to the delivery address that the purchase order states. ${more('order')}

2. Assignment. Neither party may assign this Agreement, in whole or in part, whether by operation of law or otherwise, without the prior written consent of the other party, and any attempted assignment in violation of this Section shall be null and void. ${more('contract')}

3. Quality. Products shall conform to the specifications in Exhibit A. Buyer may reject Products that do not conform. ${more('quality')}

4. Governing Law. This Agreement shall be governed by and construed in accordance with the laws of the State of Oregon, without regard to its conflict of laws principles. ${more('legal')}

5. Limitation of Liability. In no event shall either party's aggregate liability arising out of this Agreement exceed the amounts paid by Buyer during the twelve months preceding the claim. ${more('finance')}`;

const everyday = 'Can they hand all of this over to a stranger?';

const contractClauses = async (): Promise<ClauseModel> =>
  (await plugin.setup({ options: {}, ports: {}, log: undefined as never })).clauses;

test('a clause is found by a question that shares no word with it', async (t) => {
  const { call } = await openLibrary(t, { agreement }, { clauseModel: await contractClauses() });
  const { results } = await call<Search>('search', { text: everyday, document_ids: ['agreement'], explain: true });
  const [first] = results;
  t.regex(first?.text ?? '', /^2\. Assignment/);
  t.is(first?.explain?.clauses?.rank, 1);
  t.true((first?.explain?.signals['clause'] ?? 0) > 0);
  t.regex(first?.explain?.reason ?? '', /the clauses that it states \(place 1, probability /);
  t.regex(first?.explain?.arithmetic ?? '', /clauses \d\.\d\d × 10\/\(10 \+ 0\)/);

  const { call: blind } = await openLibrary(t, { agreement });
  const without = await blind<Search>('search', { text: everyday, document_ids: ['agreement'], explain: true });
  t.true(without.results.every(({ explain }) => explain?.clauses === null));
  t.notRegex(without.results[0]?.text ?? '', /^2\. Assignment/);
});

test('ask quotes the clause, and says which one it looked for where there is none', async (t) => {
  const { call } = await openLibrary(t, { agreement }, { clauseModel: await contractClauses() });
  const ask = (question: string) => call<Ask>('ask', { question, document_ids: ['agreement'] });
  const there = await ask(everyday);
  t.true(there.answered);
  t.regex(there.citations[0]?.quote ?? '', /Neither party may assign this Agreement/);
  const absent = await ask('Does the source code get deposited with a neutral third party for us?');
  t.false(absent.answered);
  t.true(absent.missing_information.some((line) => line.includes('No clause on "Source Code Escrow"')));
});

test('a model that fails costs nothing of what words find', async (t) => {
  const working = wordClauses('words@1');
  for (const problem of [new Error('out of order'), new DossierError('clauses_failed', { model: 'words@1' })]) {
    const model: ClauseModel = { ...working, about: () => Promise.reject(problem) };
    const { call } = await openLibrary(t, { agreement }, { clauseModel: model });
    const { results } = await call<Search>('search', { text: 'governing law', explain: true });
    t.regex(results[0]?.text ?? '', /^4\. Governing Law/);
    t.is(results[0]?.explain?.clauses, null);
  }
});
