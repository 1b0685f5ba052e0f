import test from 'ava';
import { partiesOf } from '../../../core/reading/parties.ts';

const read = (text: string) => Object.fromEntries(partiesOf(text).map(({ name, aliases }) => [name, aliases]));

test('names and terms of an opening, without what describes them', (t) => {
  t.deepEqual(
    read(
      'This Agreement (the “Agreement”) is made as of May 1, 2024 (the “Effective Date”) by and between Harrow, Fenn & Osk, Inc., a Delaware ' +
        'corporation with offices at 12 Mill Road, Suite 4 (“Supplier”), and Bank of Larkmead, N.A. (hereinafter referred to as the “Customer”). ' +
        'WHEREAS Supplier makes pumps (the “Products”);',
    ),
    { 'Harrow, Fenn & Osk, Inc.': ['Supplier'], 'Bank of Larkmead, N.A.': ['Customer'] },
  );
  t.deepEqual(
    read(
      'BETWEEN:\n\n(1) ORLO ESTATES LLP of 3 Minster Court (the "Landlord"); and\n\n(2) Vera Lindqvist of 8 Quay Street\n(the "Tenant").\n\n1. The premises',
    ),
    { 'ORLO ESTATES LLP': ['Landlord'], 'Vera Lindqvist': ['Tenant'] },
  );
});

test('a person, a trade name in lower case and a firm that begins with a number are names', (t) => {
  t.deepEqual(
    read(
      'This Agreement is made by and between professional skater, INES TAVIK, (hereinafter referred to as "CONSULTANT") and i-on.com, inc. ("i-on"). WHEREAS',
    ),
    { 'INES TAVIK': ['CONSULTANT'], 'i-on.com, inc.': ['i-on'] },
  );
  t.deepEqual(
    read(
      'Agreement between 2204411 Ontario Limited (the “Reseller”), and Dialex Chips (UK) Ltd., a company of England, 24 December Street (“Dialex”).',
    ),
    { '2204411 Ontario Limited': ['Reseller'], 'Dialex Chips (UK) Ltd.': ['Dialex'] },
  );
});

test('a term for several parties is an alias of each', (t) => {
  t.deepEqual(
    read(
      'entered into by and among Orion Games Inc. (“Orion US”), Orion Games Ireland Limited, a limited company (“Orion Ireland”, and together with Orion US, “Orion”), and ' +
        'Pell Media LLC (the “Company”; each a “Party” and together the “Parties”). WHEREAS',
    ),
    {
      'Orion Games Inc.': ['Orion US', 'Orion'],
      'Orion Games Ireland Limited': ['Orion Ireland', 'Orion'],
      'Pell Media LLC': ['Company'],
    },
  );
});

test('the opening counts, not the cover and not a definition further on', (t) => {
  const names = read(
    'SUPPLY AGREEMENT\n\nBETWEEN\n\nTAVI PHARMA, INC.\n\nAND\n\nOSK LABS GMBH\n\nTABLE OF CONTENTS\n1. Definitions 2\n\nThis Supply Agreement is made between Tavi Pharma, Inc., a ' +
      'Texas corporation (“Tavi”) and Osk Labs GmbH (“Osk”).\n\nWHEREAS\n1. The time between an Order (the “Order”) and a Delivery Date of Kiln Inc. goods (“Lead Time”) is ten days.',
  );
  t.deepEqual(names, { 'Tavi Pharma, Inc.': ['Tavi'], 'Osk Labs GmbH': ['Osk'] });
});

test('what is defined far behind the parties is none, and text of other kinds is no name', (t) => {
  const filler =
    'They have worked together for some years and wish to go on doing so on other terms than before. '.repeat(9);
  t.deepEqual(
    read(
      `made by and between Tavi Pharma, Inc. (“Tavi”) and Osk Labs GmbH (“Osk”). ${filler} Kiln Bank, Inc. (“Depository”) holds the money.`,
    ),
    {
      'Tavi Pharma, Inc.': ['Tavi'],
      'Osk Labs GmbH': ['Osk'],
    },
  );
  t.deepEqual(
    read(
      'PURSUANT TO RULE 24b OF THE ACT, AS AMENDED\n\nAgreement between Tavi Pharma, Inc., a Delaware corporation (“Tavi”), and Osk Labs GmbH (“Osk”).',
    ),
    {
      'Tavi Pharma, Inc.': ['Tavi'],
      'Osk Labs GmbH': ['Osk'],
    },
  );
});

test('a label names whom the opening calls by a role alone', (t) => {
  t.deepEqual(
    read(
      'made by and between Tavi Pharma, Inc. (“Reseller”) and the company set forth below (“Company”):\n\nCompany: Osk Labs GmbH\nTelephone: 555-0100\n',
    ),
    {
      'Tavi Pharma, Inc.': ['Reseller'],
      'Osk Labs GmbH': ['Company'],
    },
  );
});

test('labels of a form: roles, further terms, several people', (t) => {
  t.deepEqual(
    read(
      'TENANCY\n\nLandlord: Ostrow Homes Ltd, 3 Chandler Yard\nTenants: Tessa Wick and Ivo Wick, together "the Tenant"\n\n1. The Tenant shall pay.',
    ),
    { 'Ostrow Homes Ltd': ['Landlord'], 'Tessa Wick': ['Tenants', 'Tenant'], 'Ivo Wick': ['Tenants', 'Tenant'] },
  );
  t.deepEqual(read('Party A: Didi Cars Co., Ltd. Legal Representative: X\nParty B: Ruixi Leasing Co., Ltd\n'), {
    'Didi Cars Co., Ltd.': ['Party A'],
    'Ruixi Leasing Co., Ltd': ['Party B'],
  });
});

test('texts written from us to you: the letterhead and whoever is addressed', (t) => {
  const body =
    'We raise the price. You pay it. If you object, tell us. We may refuse. Our prices rise. Your contract ends. We regret it. When you leave, we refund.';
  t.deepEqual(read(`Tarn & Wold Energy\nPO Box 40\n\nMs Tessa Wick\n12 Weir Lane\n\nDear Ms Wick,\n\n${body}`), {
    'Tarn & Wold Energy': ['we', 'us', 'our'],
    'Ms Tessa Wick': ['you', 'your'],
  });
  t.deepEqual(read(`PELL HOSTING - TERMS OF SERVICE\n\nCustomer: Wick Paper Studio\n\n${body}`), {
    'PELL HOSTING': ['we', 'us', 'our'],
    'Wick Paper Studio': ['Customer', 'you', 'your'],
  });
  t.deepEqual(read(body), { We: ['us', 'our'], You: ['your'] });
});

test('where nobody is named, the roles that have duties are the parties', (t) => {
  t.deepEqual(
    read(
      '1. The Tenant shall pay rent. 2. The landlord may enter. 3. The Tenant must insure. 4. The landlord shall repair.',
    ),
    {
      Tenant: [],
      landlord: [],
    },
  );
  t.deepEqual(read('The weather was fine. Nothing was agreed.'), {});
  t.deepEqual(read(''), {});
});

test('the beginning of a name is an alias where the text uses it alone', (t) => {
  const [party] = partiesOf(
    'made by and between Detto Tools Inc. and Pivx Corp. WHEREAS Detto shall sell and Detto will ship.',
  );
  t.deepEqual(party?.aliases, ['Detto']);
});

test('a party is introduced where its name stands, verbatim', (t) => {
  const text = 'between Orlo\nEstates LLP (“Landlord”) and Vera Lind (“Tenant”).';
  for (const { name, introduced } of partiesOf(text)) {
    t.is(text.slice(introduced.start, introduced.end).replace(/\s+/g, ' '), name);
  }
});

test('text that was made to be read slowly is read', (t) => {
  t.timeout(20_000);
  partiesOf(`between ${'Aa '.repeat(40_000)}`);
  partiesOf('between ('.repeat(20_000));
  partiesOf('"the '.repeat(20_000));
  partiesOf(`Landlord:${' '.repeat(50_000)}x`);
  t.pass();
});
