import test from 'ava';
import { dutiesOf } from '../../../../agents/obligation/duties/index.ts';
import type { DocumentKind, Party } from '../../../../core/ports/detector.ts';
import { readText } from '../../../support/read-text.ts';

const party = (name: string, ...aliases: string[]): Party => ({ name, aliases, introduced: { start: 0, end: 0 } });
const lease = [party('Orlo Ltd', 'Landlord'), party('Vera Lind', 'Tenant')];
const letter = [party('Westhaven Water', 'we', 'us', 'our'), party('Tobias Lund', 'you', 'your')];

const read = (text: string, parties: readonly Party[] = lease, kind: DocumentKind = 'lease') =>
  dutiesOf(readText(text, { parties, kind }));
/** "modality party: action" of each reading. */
const told = (...input: Parameters<typeof read>): string[] =>
  read(...input).map(({ modality, party: who, action }) => `${modality} ${who}: ${action}`);

test('items of a list are said of the subject of its lead, over blank lines and in nested lists', (t) => {
  const text =
    'The Tenant shall:\n\n(a) pay the Rent by 5 May 2026;\n\n(b) not:\n\n(i) sublet the Premises; or\n\n(ii) keep a dog; and\n\n(c) insure its goods.\n\nThe Landlord may inspect the Premises.';
  t.deepEqual(told(text), [
    'obligation Vera Lind: pay the Rent',
    'prohibition Vera Lind: sublet the Premises',
    'prohibition Vera Lind: keep a dog',
    'obligation Vera Lind: insure its goods',
    'permission Orlo Ltd: inspect the Premises',
  ]);
});

test('a reading of an item shows its lead as well, and its days stand where they are said to', (t) => {
  const text =
    'Preamble.\n\nBefore 1 June 2026, the Tenant shall:\n\n(a) pay the Rent; and\n\n(b) paint the “Hall”\nby 9 June 2026.';
  const [pay, paint] = read(text);
  t.deepEqual(
    pay?.evidence.map(({ start, end }) => text.slice(start, end)),
    ['(a) pay the Rent; and', 'Before 1 June 2026, the Tenant shall:'],
  );
  t.deepEqual(
    pay?.deadlineWords.map(({ start, end }) => text.slice(start, end)),
    ['Before 1 June 2026'],
  );
  t.deepEqual(
    paint?.deadlineWords.map(({ start, end }) => text.slice(start, end)),
    ['Before 1 June 2026', 'by 9 June 2026'],
  );
});

test('one of several is not each of them', (t) => {
  t.deepEqual(told('The Landlord shall (a) repair the roof, or (b) replace the roof.'), [
    'obligation Orlo Ltd: (a) repair the roof, or (b) replace the roof',
  ]);
});

test('who is only spoken of in a clause that says which, when or whether has no duty from it', (t) => {
  t.deepEqual(told('The Tenant shall pay any sum which the Landlord may require.'), [
    'obligation Vera Lind: pay any sum which the Landlord may require',
  ]);
  t.deepEqual(told('The Landlord shall repair what the Tenant must not touch.'), [
    'obligation Orlo Ltd: repair what the Tenant must not touch',
  ]);
  t.deepEqual(told('The rights the Tenant may have under the statute are not affected.'), []);
});

test('definitions, recitals and what others wrote into the document bind nobody', (t) => {
  t.deepEqual(told('"Rent" means what the Tenant shall pay each month.'), []);
  t.deepEqual(
    told('WHEREAS the Tenant shall take over the shop;\n\nNOW, THEREFORE, the Landlord shall hand over the keys.'),
    ['obligation Orlo Ltd: hand over the keys'],
  );
  t.deepEqual(told('4. Tenant shall repair ............ 12'), []);
});

test('the passive voice is told in the active one, of whom the sentence names or can only mean', (t) => {
  t.deepEqual(told('The Rent shall be paid by the Tenant monthly.'), ['obligation Vera Lind: pay the Rent']);
  t.deepEqual(told('The deposit shall be refunded to the Tenant.'), [
    'obligation Orlo Ltd: refund the deposit to the Tenant',
  ]);
  t.deepEqual(told('No alteration may be made by the Tenant.'), ['prohibition Vera Lind: make any alteration']);
  // Who has to keep them clean, the sentence does not say.
  t.deepEqual(told('The windows shall be kept clean.'), []);
});

test('what one need not do is no duty, and who is not liable has nothing to do', (t) => {
  t.deepEqual(told('The Tenant need not paint the walls.'), ['permission Vera Lind: not paint the walls']);
  t.deepEqual(told('The Landlord shall not be liable for theft.'), []);
});

test('conditions and what sets it off are told apart from what is to be done', (t) => {
  const [reading] = read(
    'Upon termination, the Tenant shall remove its signs unless the Landlord asks her to leave them.',
  );
  t.is(reading?.action, 'remove its signs');
  t.is(reading?.trigger, 'Upon termination');
  t.is(reading?.condition, 'unless the Landlord asks her to leave them');
});

test('letters ask in the imperative and promise in the present tense', (t) => {
  t.deepEqual(told('Please send us the form by 3 May 2026.', letter, 'letter'), [
    'obligation Tobias Lund: send us the form',
  ]);
  t.deepEqual(told('Do not drink the water.', letter, 'letter'), ['prohibition Tobias Lund: drink the water']);
  // A contract's headings are no orders.
  t.deepEqual(told('Return of the Premises. Keep clear.', lease, 'lease'), []);
});

test('how long and how often at most is no day by which', (t) => {
  const when = (text: string) =>
    read(text).flatMap(({ deadlineWords }) => deadlineWords.map(({ start, end }) => text.slice(start, end)));
  t.deepEqual(when('The Tenant shall keep receipts for six years.'), []);
  t.deepEqual(when('The Landlord may enter no more than once a year.'), []);
  t.deepEqual(when('The Tenant shall pay interest at 4% per year.'), []);
  t.deepEqual(when('You can object until 31 May 2026. The Tenant may object until 31 May 2026.'), [
    'until 31 May 2026',
  ]);
});
