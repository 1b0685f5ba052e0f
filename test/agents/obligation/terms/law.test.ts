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
] as const;
for (const [words, place] of told) test(`whose law it is: ${words}`, (t) => t.is(lawIn(words), place));

const others = [
  'Taxes due under Kenyan law are borne by the Customer.',
  'This Agreement is governed by the laws of the state in which the Premises are located.',
  'The law of the Customer applies.',
  'The Supplier shall comply with the legislation of Peru.',
  'Governing law: to be agreed.',
];
for (const words of others) test(`not the law of the contract: ${words}`, (t) => t.is(lawIn(words), null));
