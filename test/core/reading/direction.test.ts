import test from 'ava';
import type { Party } from '../../../core/ports/detector.ts';
import { isOneSide, statementsOf } from '../../../core/reading/direction.ts';
import { mentionsIn } from '../../../core/reading/mentions.ts';

const party = (name: string, ...aliases: string[]): Party => ({ name, aliases, introduced: { start: 0, end: 0 } });
const parties = [
  party('Orlo Ltd', 'Landlord', 'Supplier', 'we', 'us', 'our'),
  party('Vera', 'Tenant', 'Customer', 'you', 'your'),
];

/** "modality who: what" of each statement. */
const read = (text: string): string[] =>
  statementsOf(text, parties).map(({ modality, actor, patient, predicate }) => {
    const who = actor === undefined ? '?' : actor.either ? 'any' : actor.parties.map(({ name }) => name).join('+');
    const whom = patient === undefined ? '' : ` (${patient.parties.map(({ name }) => name).join('+')})`;
    return `${modality} ${who}${whom}: ${predicate.trim().replace(/[,.;]?(?:\s*(?:and|but))?$/, '')}`;
  });

const cases: Record<string, string[]> = {
  'The Tenant shall pay the rent and shall not sublet, but may assign to an affiliate.': [
    'duty Vera: pay the rent',
    'prohibition Vera: sublet',
    'right Vera: assign to an affiliate',
  ],
  'We may change our prices. You cannot cancel before.': [
    'right Orlo Ltd: change our prices',
    'prohibition Vera: cancel before',
  ],
  'Either party may terminate on 30 days notice.': ['right any: terminate on 30 days notice'],
  'The Receiving Party shall keep it secret.': ['duty any: keep it secret'],
  'Landlord and Tenant shall each insure.': ['duty Orlo Ltd+Vera: each insure'],
  'Customer agrees to indemnify Supplier.': ['duty Vera: indemnify Supplier'],
  'Customer hereby grants Supplier a perpetual licence.': ['act Vera: grants Supplier a perpetual licence'],
  'Supplier shall have the sole and exclusive right to set prices.': ['right Orlo Ltd: to set prices'],
  'Supplier reserves the right to suspend.': ['right Orlo Ltd: to suspend'],
  'Tenant shall not be entitled to a refund.': ['prohibition Vera: to a refund'],
  'Neither Supplier nor any of its staff may enter.': ['prohibition Orlo Ltd: enter'],
  // Who is no party to something has promised nothing.
  'Neither Supplier nor any affiliate is, to its knowledge, a party to settlements, covenants not to sue or consents.':
    ['prohibition ?: sue or consents'],
};
for (const [text, expected] of Object.entries(cases)) {
  test(`statements: ${text}`, (t) => t.deepEqual(read(text), expected));
}

test('freed from liability is neither a duty nor forbidden, also where the verb comes first', (t) => {
  t.deepEqual(read('In no event shall Supplier be liable for loss.'), ['relief Orlo Ltd: be liable for loss']);
  t.deepEqual(read('Neither party shall be liable to the other.'), ['relief any: be liable to the other']);
  t.deepEqual(read('Landlord shall have no liability for theft.'), ['relief Orlo Ltd: for theft']);
  t.deepEqual(read('Supplier need not deliver more.'), ['relief Orlo Ltd: deliver more']);
});

test('the passive voice names its actor with "by" or an option; without, nobody is named', (t) => {
  t.deepEqual(read('This Agreement may be terminated by the Tenant at any time.'), [
    'right Vera: be terminated by the Tenant at any time',
  ]);
  t.deepEqual(read("The Lease may be ended at Landlord's sole option."), [
    "right Orlo Ltd: be ended at Landlord's sole option",
  ]);
  t.deepEqual(read('Tenant may be evicted by the Landlord.'), ['right Orlo Ltd (Vera): be evicted by the Landlord']);
  t.deepEqual(read('Rent shall be paid monthly.'), ['duty ?: be paid monthly']);
});

test('somebody who is only mentioned is no subject', (t) => {
  t.deepEqual(read('If Tenant defaults, all rent shall become due.'), ['duty ?: become due']);
  t.deepEqual(read('The obligations of Tenant shall survive.'), ['duty ?: survive']);
  t.deepEqual(read("Landlord's consent shall not be required."), ['relief ?: ']);
});

test('words may stand between a subject and its verb', (t) => {
  t.deepEqual(read('Supplier, at the request of the Customer, shall deliver.'), ['duty Orlo Ltd: deliver']);
  t.deepEqual(read('Tenant, if it is in default, shall pay.'), ['duty Vera: pay']);
  t.deepEqual(read('Tenant and its employees shall at all times comply.'), ['duty Vera: at all times comply']);
});

test('a comma alone joins nobody', (t) => {
  t.deepEqual(read('On a change of control of Tenant, Landlord may leave.'), ['right Orlo Ltd: leave']);
});

test('"it" is whoever the clause before was about', (t) => {
  t.deepEqual(read('If Tenant fails to notify Landlord, it shall pay a fee.'), ['duty Vera: pay a fee']);
  t.deepEqual(read('The notice is for Landlord. It shall be in writing.'), ['duty ?: be in writing']);
});

test('what is only said of somebody in passing is no act', (t) => {
  t.deepEqual(read('Tenant shall bind any person to whom Landlord assigns the lease.'), [
    'duty Vera: bind any person to whom Landlord assigns the lease',
  ]);
});

test('what is joined to a prohibition is forbidden too', (t) => {
  t.deepEqual(read('Tenant shall not assign, or agree to assign, the lease.'), [
    'prohibition Vera: assign, or',
    'prohibition Vera: assign, the lease',
  ]);
});

test('one side is one of them, not both and not everybody', (t) => {
  const [either] = statementsOf('Either party may leave.', parties);
  const [both] = statementsOf('Landlord and Tenant may leave.', parties);
  const [one] = statementsOf('Landlord may leave.', parties);
  t.deepEqual(
    [either, both, one].map((statement) => isOneSide(statement?.actor, parties)),
    [false, false, true],
  );
});

test('names are found as whole words, the longest first, in capitals too; pronouns at the beginning of a sentence', (t) => {
  const found = (text: string) =>
    mentionsIn(text, [party('Orlo', 'Orlo US'), party('you', 'your')]).map(({ start, end }) => text.slice(start, end));
  t.deepEqual(found('ORLO US and Orlo, not Orlofsky. You pay; your bank too.'), ['ORLO US', 'Orlo', 'You', 'your']);
});

test('a term for two parties means both', (t) => {
  const [mention] = mentionsIn('The Sellers shall deliver.', [
    party('A', 'Sellers'),
    party('B', 'Sellers'),
    party('C'),
  ]);
  t.deepEqual(
    mention?.parties.map(({ name }) => name),
    ['A', 'B'],
  );
});

test('whom a party is named along with is read once, however many there are and however they are spaced', (t) => {
  // A pattern that tries every way to share out the blanks would not end in anybody's lifetime.
  const along = 'and  its ,  agents '.repeat(60);
  t.deepEqual(read(`The Tenant ${along}shall not sublet.`), ['prohibition Vera: sublet']);
  t.deepEqual(read(`The Tenant ${along}- shall pay.`), ['duty ?: pay']);
});
