import test from 'ava';
import { rangeOf } from '../../../core/document/cell-range.ts';

test('the smallest range that holds the cells', (t) => {
  t.is(rangeOf(['Fees!B3']), 'Fees!B3');
  t.is(rangeOf(['Fees!C7', 'Fees!A2', 'Fees!B14']), 'Fees!A2:C14');
  t.is(rangeOf(['Fees!Z1', 'Fees!AA1', 'Fees!XFD1048576']), 'Fees!Z1:XFD1048576');
});

test('a range for each sheet, whatever it is called', (t) => {
  t.is(rangeOf(['Fees 2026!A1', 'Is it! true!B2', 'Fees 2026!A2']), 'Fees 2026!A1:A2, Is it! true!B2');
});

test('cells of a file without sheets', (t) => {
  t.is(rangeOf(['B2', 'A2', 'C3']), 'A2:C3');
});

test('what is no address is none', (t) => {
  t.is(rangeOf([]), undefined);
  t.is(rangeOf(['', 'a1', 'Fees!', 'Fees!A0', 'Fees!1A', 'Fees!ABCD1']), undefined);
});
