import test from 'ava';
import { openLibrary } from '../../../support/library.ts';

type Ask = { readonly answered: boolean; readonly citations: readonly { readonly quote: string }[] };

const lease = `LEASE

The lease of the flat at 4 Mill Lane begins on 1 March 2025 and the monthly rent is EUR 1,450.

House Rules. The Tenant shall not without the Landlord's written consent:
(a) hang laundry on the balcony that faces the street;
(b) keep dogs, cats or other animals in the flat;
(c) drill holes into the tiles of the bathroom.

The Landlord cleans the stairs once a week.`;

test('an item of a list is quoted with what its list says of it', async (t) => {
  const { call } = await openLibrary(t, { lease });
  const { answered, citations } = await call<Ask>('ask', { question: 'May the Tenant keep dogs or cats in the flat?' });
  t.true(answered);
  const quote = citations.map((each) => each.quote).find((each) => each.includes('keep dogs, cats'));
  t.regex(quote ?? '', /^House Rules\. The Tenant shall not without/);
  t.notRegex(quote ?? '', /cleans the stairs/);
});

test('a lead-in is quoted with its items', async (t) => {
  const { call } = await openLibrary(t, { lease });
  const { citations } = await call<Ask>('ask', {
    question: "What shall the Tenant not do without the Landlord's written consent?",
  });
  t.regex(citations[0]?.quote ?? '', /written consent:\s+\(a\) hang laundry[\s\S]*\(c\) drill holes into the tiles/);
});
