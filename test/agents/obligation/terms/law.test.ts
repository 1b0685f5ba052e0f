import test from 'ava';
import { termsOf } from '../../../../agents/obligation/terms/terms-of.ts';
import { readText } from '../../../support/read-text.ts';

const lawIn = (words: string) =>
  termsOf(
    readText(
      `SERVICES AGREEMENT\n\nThis Services Agreement is made on 1 March 2024 between Aster Ltd (the "Supplier") and Bell Inc. (the "Customer").\n\n${words}\n`,
    ),
  ).terms.governingLaw.value;

const told = [
  ['12.4 Governing law: Vermont.', 'Vermont'],
  ['Applicable law and jurisdiction – Ireland', 'Ireland'],
  ['Choice of Law.\n\nThe State of Ohio.', 'Ohio'],
  ['The proper law of this Agreement is that of Scotland.', 'Scotland'],
  ['Norwegian substantive law applies.', 'Norway'],
  ['This contract is interpreted in accordance with Chilean legislation.', 'Chile'],
  ["Oregon's laws govern this Agreement.", 'Oregon'],
  ['The parties choose the law of Botswana.', 'Botswana'],
  ['The law of the Australian Capital Territory applies.', 'Australian Capital Territory'],
  ['This lease is governed by the laws for the time being in force in Queensland.', 'Queensland'],
  ['The laws of the Canton of Uri, Switzerland, govern.', 'Uri, Switzerland'],
  [
    'It is made and delivered in the State of Iowa and is construed under the laws and decisions of that State.',
    'Iowa',
  ],
  ['THIS LEASE HAS BEEN SIGNED IN NEBRASKA AND SHALL BE GOVERNED BY THE LAWS OF SUCH STATE.', 'Nebraska'],
  ['It is deemed made in the State of Maine. This Agreement shall be governed by the laws of said State.', 'Maine'],
  ['This Agreement is made in Vermont and its terms are to be governed by its laws.', 'Vermont'],
  ['Venue is in Clark County, Idaho, and this Agreement is governed by the laws thereof.', 'Idaho'],
  ['The law of the state in which the Works are, which is Ohio, governs this Agreement.', 'Ohio'],
  ['This Agreement is construed under the laws of the state in which the Owner sits (currently Utah).', 'Utah'],
  ['This Agreement is governed by the laws and public policies of the State of Oregon.', 'Oregon'],
  ['This Agreement is governed by the law of the forum state of Kansas.', 'Kansas'],
  ['This Agreement is governed by the laws of the Islands of Bermuda.', 'Bermuda'],
  ['This Agreement shall be governed by the laws of the State of lndiana.', 'Indiana'],
  ['This Agreement shall be interpreted according to the laws of Washington, D.C.', 'District of Columbia'],
] as const;
for (const [words, place] of told) test(`whose law it is: ${words}`, (t) => t.is(lawIn(words), place));

const others = [
  'The Supplier holds all permits that the laws of the State of Ohio, its rules and regulations demand of it for this Agreement.',
  'For this Agreement the Supplier has the licence that the laws and rules of Ohio ask of it.',
  'Taxes due under Kenyan law are borne by the Customer.',
  'This Agreement is governed by the laws of the state in which the Premises are located.',
  'The law of the Customer applies.',
  'The Supplier shall comply with the legislation of Peru.',
  'Governing law: to be agreed.',
  'This Agreement shall be governed by the laws of the State of the Plaintiff.',
  'This Agreement shall be governed by the laws of the State of Customer.',
  'This Agreement shall be governed by the laws of the State of the Customer’s seat.',
  'This Agreement is made between firms of Ohio and of Iowa, and governed by the laws of such state.',
  'This Agreement transfers all shares in accordance with the applicable securities laws of the United States.',
];
for (const words of others) test(`not the law of the contract: ${words}`, (t) => t.is(lawIn(words), null));

test('what the contract calls a party is no place, though no list of such words has it', (t) => {
  const text = 'CARRIAGE AGREEMENT\n\nThis Agreement shall be governed by the laws of the State of Haulier.\n';
  const parties = [{ name: 'Aster Ltd', aliases: ['Haulier'], introduced: { start: 0, end: 1 } }];
  t.is(termsOf(readText(text, { parties })).terms.governingLaw.value, null);
  t.is(termsOf(readText(text)).terms.governingLaw.value, 'Haulier');
});

test('a clause names a law in few words, by what is chosen for the rest, or by where the contract was made', (t) => {
  const lawIn = (words: string) =>
    termsOf(
      readText(
        `SERVICE AGREEMENT dated 3 May 2014 between Aster Ltd and Bell Ltd.\n\nThe work is done daily.\n\n${words}\n`,
      ),
    ).terms.governingLaw;
  for (const [words, place] of [
    ['12. Texas law. No jury sits.', 'Texas'],
    ['Oregon law, without its rules of conflict.', 'Oregon'],
    ['6.1 South African law.', 'South Africa'],
    ['Clause 9 (Governing law and courts) Scotland.', 'Scotland'],
    ['LAW\n\nIreland.', 'Ireland'],
    ['Proper law – Swiss', 'Switzerland'],
    ['So far as no federal statute applies, Iowa law.', 'Iowa'],
    ['Federal maritime law; failing which, the laws of the State of Maine.', 'Maine'],
    ['The contract is ruled by Finnish law.', 'Finland'],
    ['This letter is to be read under the laws of Malta.', 'Malta'],
    ['It shall be deemed to be a New Jersey contract.', 'New Jersey'],
  ] as const)
    t.is(lawIn(words).value, place, words);
  const done = lawIn(
    'The law of the country in which this Agreement is signed applies to it.\n\nSigned at Dublin, Ireland, on 3 May 2014',
  );
  t.is(done.value, 'Ireland');
  t.is(done.evidence.length, 2);
  for (const words of [
    'Texas law schools are among the best.',
    'The Seller is a California law firm.',
    'Compliance with law. California law forbids smoking.',
    'The law of the country in which this Agreement is signed applies to it.\n\nSigned at Dublin, Ireland\n\nSigned at Leeds, England',
  ])
    t.is(lawIn(words).value, null, words);
});
