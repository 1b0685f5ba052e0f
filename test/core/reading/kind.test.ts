import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'ava';
import type { DocumentKind } from '../../../core/ports/detector.ts';
import { documentKindOf } from '../../../core/reading/kind.ts';

const unknown = () => undefined;
const kindOf = (text: string, name = 'scan-0043.pdf', title?: string) =>
  documentKindOf({ text, name, presence: unknown, ...(title === undefined ? {} : { title }) });

const tuning = path.resolve(import.meta.dirname, '../../../eval/tuning');
const expected: Record<string, DocumentKind> = {
  'contracts/employment-analyst': 'employment',
  'contracts/lease-shop': 'lease',
  'contracts/licence-software': 'licence',
  'contracts/nda-mutual': 'nda',
  'contracts/services-cleaning': 'services',
  'contracts/supply-hops': 'supply',
  'household/association-bylaws': 'policy',
  'household/car-loan': 'loan',
  'household/contents-insurance': 'insurance',
  'household/employment-contract': 'employment',
  'household/energy-letter': 'letter',
  'household/flat-lease': 'lease',
  'household/gym-membership': 'services',
  'household/hosting-terms': 'services',
  'household/mobile-contract': 'services',
  'household/nursery-agreement': 'services',
};

test('contracts and household papers are told apart by what they say', (t) => {
  for (const [id, kind] of Object.entries(expected)) {
    const [folder = '', name = ''] = id.split('/');
    const text = readFileSync(path.join(tuning, folder, 'documents', `${name}.txt`), 'utf8');
    const found = kindOf(text);
    t.is(found.kind, kind, id);
    t.true(found.probability > 0.5, `${id}: ${found.probability}`);
  }
});

test('articles are none of the kinds', (t) => {
  for (const file of readdirSync(path.join(tuning, 'general/documents'))) {
    t.is(kindOf(readFileSync(path.join(tuning, 'general/documents', file), 'utf8')).kind, 'other', file);
  }
});

test('the title decides where the file name says something else', (t) => {
  const text = readFileSync(path.join(tuning, 'contracts/documents/nda-mutual.txt'), 'utf8');
  const { kind, probability } = kindOf(text, 'Office lease final (signed).pdf');
  t.is(kind, 'nda');
  t.true(probability > 0.8);
});

test('a file name alone makes nothing a contract', (t) => {
  t.is(kindOf('Buy milk, call Ines, return the library books.', 'Employment contract.docx').kind, 'other');
  t.is(kindOf('', 'invoice.pdf').kind, 'other');
});

test('an amendment is of the kind of the contract that it amends', (t) => {
  const text = `AMENDMENT NO. 2

to the

Equipment Supply Agreement

between Farrow Pumps Ltd ("Supplier") and Teal Water plc ("Buyer"), dated 3 May 2021

1. In Section 4 the price of the Products is replaced by the price in the new Schedule 2.
2. Everything else remains as it is.`;
  t.is(kindOf(text).kind, 'supply');
  t.is(kindOf(text.replace('to the\n\nEquipment Supply', 'to the\n\nOffice Lease')).kind, 'lease');
});

test('a title inside running text is found', (t) => {
  const text =
    'EX-10.4 SECOND AMENDED AND RESTATED RESELLER AGREEMENT This Second Amended and Restated Reseller Agreement (this "Agreement") is made by and between Quill Networks, Inc. ("Quill") and Ostrava Data s.r.o. ("Reseller"). 1. Appointment. Quill appoints Reseller to resell the Products in the Territory.';
  t.is(kindOf(text).kind, 'distribution');
});

test('an agreement that a document only mentions does not name it', (t) => {
  const text = `CERTIFICATE OF THE SECRETARY

Pursuant to the Loan Agreement dated as of May 3, 2019, the undersigned certifies that the attached resolutions are true.`;
  t.is(kindOf(text).kind, 'other');
  t.is(
    kindOf('Halden plc announces a new Supply Agreement\n\nLeeds, 4 May. Halden plc said today that it …').kind,
    'other',
  );
});

test('agreements of yet another kind are other, also where they share a word with one', (t) => {
  for (const title of [
    'JOINT VENTURE AGREEMENT',
    'Share Purchase Agreement',
    'NON-COMPETITION AGREEMENT',
    'LIMITED POWER OF ATTORNEY',
  ]) {
    const text = `${title}\n\nThis ${title} (the "Agreement") is made on 4 May 2020 between Farrow Ltd and Teal plc.\n\nThe parties agree as follows.`;
    t.is(kindOf(text).kind, 'other', title);
  }
});

test('a letter that offers employment is a contract of employment, and one that asks for patience is a letter', (t) => {
  const offer = `Offer of employment

Dear Ms Okafor,

We are pleased to offer you employment as Lab Technician. Your salary will be £29,000 a year. Your employment begins on
3 June. You are entitled to 25 days of holiday, and your employment may be ended by one month's notice.

Yours sincerely,
Rowan Teale`;
  t.is(kindOf(offer).kind, 'employment');
  const letter =
    'Dear Ms Okafor,\n\nyour heating will be repaired on Tuesday. We are sorry for the wait.\n\nYours sincerely,\nRowan Teale';
  t.is(kindOf(letter).kind, 'letter');
});

test('a mail is a letter whatever it speaks of', (t) => {
  const text =
    'From: Orla Finch <orla@example.com>\nTo: Sam\nSubject: Re: Lease agreement of the shop\n\nHi Sam, the lease is attached.';
  t.is(kindOf(text, 'mail.eml', 'Re: Lease agreement of the shop').kind, 'letter');
});

test('an unclear document is said to be unclear', (t) => {
  const { kind, probability } = kindOf('General terms\n\nThe parties agree to work together in good faith.');
  t.is(kind, 'other');
  t.true(probability < 0.8);
});

test('everyday titles are enough where the body says little', (t) => {
  const titles: Readonly<Record<string, DocumentKind>> = {
    'Assured Shorthold Tenancy Agreement': 'lease',
    'Storage Unit Rental Agreement': 'lease',
    'Independent Contractor Agreement': 'services',
    'Freelance Contract': 'services',
    'Terms and Conditions of Sale': 'supply',
    'Sales Representative Agreement': 'distribution',
    'End User License Agreement': 'licence',
    'Confidentiality Agreement': 'nda',
    'Zero Hours Contract of Employment': 'employment',
    'Hire Purchase Agreement': 'loan',
    'Motor Insurance Certificate': 'insurance',
    'Remote Working Policy': 'policy',
    'Credit Note': 'invoice',
    'Last Will and Testament': 'other',
  };
  for (const [title, kind] of Object.entries(titles)) {
    const text = `${title}\n\nThis document (the "Agreement") is made on 4 May 2024 between Farrow Ltd and Teal plc.\n\n1. Each of them keeps to what is written here.`;
    t.is(kindOf(text).kind, kind, title);
  }
});

test('an executive’s service agreement is employment, a service agreement of a firm is not', (t) => {
  const executive = `SERVICE AGREEMENT

between Farrow plc (the "Company") and Ines Okafor (the "Executive")

1. The Company employs the Executive. The Executive's salary is £90,000. The employment may be ended by six months' notice.
2. The Executive has 25 days of holiday, and a pension. The Company pays the Executive during sickness.`;
  t.is(kindOf(executive).kind, 'employment');
  const firm = `SERVICE AGREEMENT

between Farrow plc ("Provider") and Teal Water plc ("Customer")

1. Provider gives the services in Annex 1 to Customer. The services are hosting, maintenance and support.
2. Customer pays Provider a fee for the services each month.`;
  t.is(kindOf(firm).kind, 'services');
});
