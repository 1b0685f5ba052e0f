import test from 'ava';
import { supports } from '../../../core/evidence/support.ts';

test('a claim needs its numbers, names, words and direction in the quote', (t) => {
  const quote = [
    'The Tenant may not sublet the flat without the written consent of the Landlord; rent is thirty (30) days late.',
  ];
  t.true(supports('The Tenant may not sublet the flat without consent.', quote, ''));
  t.true(supports('Rent is 30 days late.', quote, ''));
  t.false(supports('The Tenant may sublet the flat.', quote, ''));
  t.false(supports('Rent is 31 days late.', quote, ''));
  t.false(supports('The flat belongs to Mr Moss.', quote, ''));
  t.false(supports('', quote, ''));
});
