import test from 'ava';
import { readTerm, servicesAgreement } from '../../../support/contract-terms.ts';

const endOf = (words: string) => readTerm(`${servicesAgreement}${words}\n`, 'expirationDate');

test('of several things the first of which ends it, the one that has a day is the end, in a list too', (t) => {
  const listed = endOf(
    'This Agreement runs until the earliest to occur of the following:\n\n(a) the sale of the Supplier’s business;\n\n(b) the second anniversary of this Agreement; or\n\n(c) an order of a court.',
  );
  t.is(listed.value, '2026-03-01');
  t.true(listed.quotes.includes('(b) the second anniversary of this Agreement; or'));
  t.is(
    endOf(
      'The term of this Agreement shall commence today and shall continue until the first to occur of (i) four (4) years from the date hereof or (ii) the winding up of the Customer.',
    ).value,
    '2028-03-01',
  );
  t.is(
    endOf(
      'This Agreement shall expire upon the sooner of:\n\n1. the exhaustion of the Budget; or\n\n2. 30 September 2025.',
    ).value,
    '2025-09-30',
  );
});

test('of several things of which none has a day, none is made the end', (t) => {
  t.is(
    endOf(
      'This Agreement runs until the earlier of:\n\n(a) the sale of the Supplier’s business; and\n\n(b) ninety days after notice by either party.',
    ).value,
    null,
  );
  t.is(
    endOf(
      'This Agreement runs until the earliest of the following:\n\n(a) completion of the Works.\n\nThe Supplier has insurance until 30 September 2025.',
    ).value,
    null,
    'what stands behind the list is none of it',
  );
});
