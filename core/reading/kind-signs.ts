import type { DocumentKind } from '../ports/detector.ts';

/** What speaks for a kind of document: how it is called, whom it binds, what it talks about. */
export type KindSigns = {
  /** What such a document is called, as found in its title. */
  readonly names: RegExp;
  /** What its parties are called, by pairs: a pair counts where both are used as names. */
  readonly roles: readonly (readonly [string, string])[];
  /** Words of its body, in lower case. */
  readonly words: readonly string[];
  /** How many of the words among a thousand are as many as such a document has. */
  readonly plenty: number;
};

const words = (list: string): readonly string[] => list.split(' ');

export const kindSigns: Readonly<Partial<Record<DocumentKind, KindSigns>>> = {
  lease: {
    names: /\b(?:sub)?-?(?:leases?|tenancy|tenancies|letting|rental)\b/i,
    roles: [
      ['Landlord', 'Tenant'],
      ['Lessor', 'Lessee'],
      ['Owner', 'Tenant'],
      ['Landlord', 'Tenants'],
    ],
    words: words(
      'premises rent landlord tenant lessor lessee tenancy lease demised building flat deposit repair repairs',
    ),
    plenty: 35,
  },
  services: {
    names:
      /\b(?:services?|consult(?:ing|ancy|ant)|maintenance|support|hosting|outsourcing|transport(?:ation)?|carriage|development|contractor|works?|construction|cleaning|management|engagement|membership|nursery|childcare|care|mobile|broadband|telephone|pay-monthly|sub-?contract(?:or)?|design|training|advisory|administration|subscription|freelance|catering|photography|tuition|repairs?)\b/i,
    roles: [
      ['Contractor', 'Client'],
      ['Contractor', 'Customer'],
      ['Contractor', 'Owner'],
      ['Contractor', 'Company'],
      ['Consultant', 'Company'],
      ['Consultant', 'Client'],
      ['Provider', 'Customer'],
      ['Provider', 'Client'],
      ['Provider', 'Company'],
      ['Supplier', 'Client'],
      ['Administrator', 'Fund'],
      ['Carrier', 'Shipper'],
      ['Developer', 'Client'],
      ['Operator', 'Owner'],
      ['Transporter', 'Shipper'],
      ['Vendor', 'Customer'],
    ],
    words: words(
      'services service consultant consulting consultancy contractor hosting maintenance deliverables support subcontractor subcontractors carrier shipper membership website outage',
    ),
    plenty: 25,
  },
  supply: {
    names:
      /\b(?:supply|supplies|supplier|manufactur(?:e|ing)|tolling|procurement|sale of goods|goods|conditions of (?:sale|purchase|delivery)|(?<!hire[- ])purchas(?:e|ing) (?:agreement|order|contract))\b/i,
    roles: [
      ['Supplier', 'Buyer'],
      ['Supplier', 'Purchaser'],
      ['Supplier', 'Customer'],
      ['Seller', 'Buyer'],
      ['Seller', 'Purchaser'],
      ['Manufacturer', 'Buyer'],
      ['Manufacturer', 'Customer'],
    ],
    words: words(
      'product products supply supplier supplied purchase manufacture manufactured manufacturing manufacturer batch delivery shipment shipments forecast forecasts specifications lead buyer purchaser goods',
    ),
    plenty: 40,
  },
  distribution: {
    names:
      /\b(?:distribut(?:ion|or|orship)|(?:sub-?)?resell(?:er|ing)|dealer(?:ship)?|franchis(?:e|ee|ing)|value[- ]added|sales (?:agency|representative)|channel partner)\b/i,
    roles: [
      ['Distributor', 'Supplier'],
      ['Distributor', 'Company'],
      ['Distributor', 'Manufacturer'],
      ['Franchisor', 'Franchisee'],
      ['Franchisee', 'Company'],
      ['Reseller', 'Company'],
      ['Reseller', 'Supplier'],
      ['Dealer', 'Company'],
    ],
    words: words(
      'distributor distributors distribution distribute territory resell resale reseller resellers franchise franchised franchisee franchisor restaurant restaurants dealer dealers',
    ),
    plenty: 25,
  },
  licence: {
    names: /\b(?:sub-?)?licen[cs](?:e|es|ing)\b|\bEULA\b/i,
    roles: [
      ['Licensor', 'Licensee'],
      ['Licensor', 'Customer'],
      ['Licensor', 'Company'],
    ],
    words: words(
      'license licence licenses licences licensed licensor licensee sublicense sublicence sublicenses software royalty royalties patents copyright trademark trademarks marks content programs',
    ),
    plenty: 30,
  },
  nda: {
    names: /\b(?:non-?\s?disclosure|nda|confidentiality|secrecy)\b/i,
    roles: [
      ['Discloser', 'Recipient'],
      ['Disclosing', 'Receiving'],
    ],
    words: words(
      'confidential confidentiality disclose disclosed discloses disclosure disclosing recipient receiving discloser proprietary',
    ),
    plenty: 45,
  },
  employment: {
    names:
      /\b(?:employment|offer (?:letter|of employment)|employee|(?:executive )?service (?:agreement|contract)|executive agreement|apprenticeship|internship)\b/i,
    roles: [
      ['Employer', 'Employee'],
      ['Company', 'Employee'],
      ['Employer', 'Executive'],
      ['Company', 'Executive'],
      ['Employer', 'Worker'],
    ],
    words: words(
      'employment employee employer executive salary wage wages holiday holidays vacation overtime probationary probation sickness pension remuneration dismissal garden',
    ),
    plenty: 22,
  },
  loan: {
    names:
      /\b(?:loans?|credit (?:agreement|facility)|facility agreement|promissory note|mortgage|hire[- ]purchase|note purchase)\b/i,
    roles: [
      ['Lender', 'Borrower'],
      ['Bank', 'Borrower'],
      ['Holder', 'Maker'],
      ['Agent', 'Borrower'],
    ],
    words: words(
      'loan loans lender lenders borrower borrowers principal repay repaid repayment prepay prepayment interest indebtedness collateral advance',
    ),
    plenty: 30,
  },
  insurance: {
    names:
      /\b(?:(?:re)?insurance (?:policy|contract|certificate|schedule|cover)|(?:certificate|contract|policy) of insurance|(?:contents|home|motor|travel|life|liability|property|health|household|buildings) (?:insurance )?policy|policy (?:wording|schedule|document)|reinsurance|cover note)\b/i,
    roles: [
      ['Insurer', 'Insured'],
      ['Insurer', 'Policyholder'],
      ['Reinsurer', 'Company'],
      ['Company', 'Policyholder'],
    ],
    words: words(
      'policy insured insurer policyholder premium premiums cover covered claim claims excess deductible insurance endorsement beneficiary',
    ),
    plenty: 35,
  },
  policy: {
    names:
      /\b(?:(?:expenses?|travel|privacy|security|leave|conduct|retention|acceptable use|return|refund|data protection|working|anti-\w+|whistle\w*|cookies?|hr|staff|employee) (?:\w+ )?policy|code of (?:conduct|ethics)|house rules|handbook|guidelines?|by-?laws)\b/i,
    roles: [],
    words: words(
      'policy policies employees staff managers manager approval expenses members guidelines rules reimbursed reimbursement',
    ),
    plenty: 25,
  },
  invoice: {
    names: /\b(?:(?:tax |pro[- ]?forma )?invoice|credit note|bill|statement of account|receipt)\b/i,
    roles: [],
    words: words('invoice vat subtotal total due iban qty quantity amount net tax unit price payable bank'),
    plenty: 60,
  },
};

/** Titles that say for certain that a document is none of the kinds, whatever else they name. */
export const surelyOther =
  /\b(?:joint filing|power of attorney|press release|announces?|enters? into|(?:gas|electric|electricity|cable|water|utility) franchise|termination agreement|settlement|registration rights|articles of (?:association|incorporation))\b/i;

/** Titles of agreements that are none of the kinds, though they share words, and sometimes a title, with one. */
export const otherTitle =
  /\b(?:joint venture|non-?\s?competition|capital maintenance|liquidity|(?:asset|share|stock|securities|unit|equity|note|option)s? (?:purchase|subscription|sale|issuance)|shareholders?['’]? agreement|merger|partnership agreement|standstill|remarketing|orderly marketing|underwriting|intellectual property|(?<!insurance )certificate(?! of insurance)|report|minutes|memorandum of understanding|strategic alliance|collaborati(?:on|ve)|co-?operation|co-?branding|sponsorship|endorsement|co-?promotion|promotion|agency|affiliat(?:e|ion))\b/i;
