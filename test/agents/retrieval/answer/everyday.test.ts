import test from 'ava';
import { plugin as contractClauses } from '../../../../plugins/clauses/contract-clauses.ts';
import { plugin as builtin } from '../../../../plugins/embedders/builtin.ts';
import { openLibrary } from '../../../support/library.ts';

type Ask = { readonly answered: boolean; readonly citations: readonly { readonly quote: string }[] };

const host = { options: {}, ports: {}, log: undefined as never };
const models = async () => ({
  embedder: (await builtin.setup(host)).embedder,
  clauseModel: (await contractClauses.setup(host)).clauses,
});

const bill = `PLUMBING BILL OF 3 MAY 2026

Bill no. 2026-77, for the work in the bathroom in April 2026.

Labour and parts: EUR 1,240.00
Less the advance paid in March 2026: -EUR 200.00
Balance due: EUR 1,040.00

Whoever pays this bill by 10 May 2026 may take off two per cent (EUR 20.80) of the sum for April 2026.

Sums that are overdue bear interest at one per cent a month.`;

const lease = `LEASE OF A WORKSHOP

The workshop at 9 Tanner Row is let from 1 January 2025 for five years. The rent is EUR 800 a month.

The Tenant shall keep the floor dry and the doors locked. The Landlord cleans the yard.

If the Tenant remains in possession after the term has ended, the Tenant owes double rent for each month until the workshop is given back.`;

const hosting = `IT SERVICES AGREEMENT

This IT Services Agreement is made on 1 March 2025 between Corvid Systems Ltd ("Provider") and Alder Foods Ltd ("Customer").

1. Provider runs the servers of Customer and answers calls on working days.

2. Either party may terminate this Agreement for convenience at any time upon ninety days' written notice to the other party.`;

const cleaning = `CLEANING AGREEMENT

This Cleaning Agreement is made on 1 April 2025 between Brightly Ltd ("Contractor") and Alder Foods Ltd ("Customer").

1. Contractor cleans the offices on each working day before eight o'clock.

2. The parties may not end this Agreement before 31 March 2027, save for a material breach that is not cured within thirty days of notice.`;

test('what is due is answered with the sum, not with a discount on it', async (t) => {
  const { call } = await openLibrary(t, { 'plumbing-bill': bill, lease }, await models());
  const { answered, citations } = await call<Ask>('ask', {
    question: 'How much is due on the plumbing bill for the work of April 2026?',
  });
  t.true(answered);
  t.regex(citations[0]?.quote ?? '', /Balance due: EUR 1,040\.00/);
  const discount = await call<Ask>('ask', {
    question: 'How much may be taken off the plumbing bill for paying early?',
  });
  t.regex(discount.citations[0]?.quote ?? '', /may take off two per cent/);
});

test('a contract that is called by the initials in its name is the one that is answered from', async (t) => {
  const { call } = await openLibrary(
    t,
    { 'IT services agreement': hosting, 'cleaning agreement': cleaning, lease },
    await models(),
  );
  const { answered, citations } = await call<Ask>('ask', {
    question: 'Can either side get out of the IT contract early?',
  });
  t.true(answered);
  t.regex(citations[0]?.quote ?? '', /for convenience at any time/);
});

test('what happens then is answered with the sentence that says so for that case', async (t) => {
  const { call } = await openLibrary(t, { lease, 'plumbing-bill': bill }, await models());
  const { answered, citations } = await call<Ask>('ask', {
    question: 'What happens if we stay in the workshop once the lease is over?',
  });
  t.true(answered);
  t.regex(citations[0]?.quote ?? '', /remains in possession after the term has ended/);
});
