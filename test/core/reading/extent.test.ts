import test from 'ava';
import { extentOf } from '../../../core/reading/extent.ts';
import { bareContract } from '../../support/bare-contract.ts';
import { readText } from '../../support/read-text.ts';

const whole = bareContract('services').text;
const extent = (text: string) => extentOf(readText(text, { kind: 'services' })).of;

test('a contract is whole, also when it is filed as an exhibit of something', (t) => {
  t.is(extent(whole), 'whole');
  t.is(extent(`EXHIBIT 10.3\n\n${whole}`), 'whole');
  t.is(extent(`AMENDED AND RESTATED ${whole}`), 'whole');
});

test('what changes a contract, belongs to one, precedes one, or is torn out of one is a part', (t) => {
  const body = whole.replace('SERVICES AGREEMENT', '');
  for (const beginning of [
    'AMENDMENT NO. 2 to the Services Agreement',
    'SCHEDULE B\n\nFees',
    'Statement of Work 4',
    'Letter of Intent',
    'This schedule is attached to the Services Agreement between the parties.',
    'Teal Water plc amends that certain Lease of 3 May 2019 as follows.',
    '11.6. COUNTERPARTS. This Agreement may be signed in two copies.',
  ]) {
    t.is(extent(`${beginning}\n\n${body}`), 'part', beginning);
  }
  t.is(extent(whole.slice(0, 900)), 'part', 'a page of it');
});

test('terms that are taken over from elsewhere are named; an exhibit of its own is not elsewhere', (t) => {
  const elsewhere = (clause: string) => extentOf(bareContract('services', clause)).elsewhere?.text;
  t.regex(elsewhere('Orders are governed by the General Terms and Conditions of Provider.') ?? '', /^3\. Orders/);
  t.regex(elsewhere('The terms are available at https://provider.example/terms.') ?? '', /available at/);
  t.is(elsewhere('Exhibit A forms part of this Agreement.'), undefined);
});
