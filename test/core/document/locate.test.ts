import test from 'ava';
import { locateQuote } from '../../../core/document/locate.ts';

const text = 'Rent is due.\n\nThe “Tenant” shall pay – on time –\nthe rent of the prem\u00ADises. Rent is due.';
const within = (quote: string, from = 0, to = text.length): string | undefined => {
  const place = locateQuote(text, quote, from, to);
  return place && text.slice(place.start, place.end);
};

test('white space, quotation marks, dashes and soft hyphens may differ, and the text is given as it stands', (t) => {
  t.is(within('The "Tenant" shall pay - on time - the rent'), 'The “Tenant” shall pay – on time –\nthe rent');
  t.is(within('  due.   The “Tenant”\n'), 'due.\n\nThe “Tenant”');
  t.is(within('the premises'), 'the prem\u00ADises');
});

test('letters, figures and their case may not', (t) => {
  for (const quote of ['the tenant', 'Rent is not due', 'Rent is due!', '', ' \n', '\u00AD'])
    t.is(within(quote), undefined, quote);
});

test('only the passage counts', (t) => {
  const second = text.lastIndexOf('Rent is due');
  t.deepEqual(locateQuote(text, 'Rent is due', 5, text.length), { start: second, end: second + 11 });
  t.is(within('Rent is due', 5, second + 10), undefined);
  t.is(within('Rent is  due', 5, second + 10), undefined);
});
