import test from 'ava';
import { termsOf } from '../../../../agents/obligation/terms/terms-of.ts';
import { readText } from '../../../support/read-text.ts';

const rest =
  ' 1. The Supplier delivers within 30 days of each order. 2. The warranty is two years from delivery. 3. The loan is repaid on 5 January 2030.';
const read = (text: string) => {
  const document = readText(text);
  const { value, evidence } = termsOf(document).terms.agreementDate;
  return { value, quotes: evidence.map(({ start, end }) => document.text.slice(start, end)) };
};

test('a contract says when it was made in its title, with the place, and with what it is in force from', (t) => {
  for (const opening of [
    'COOPERATION AGREEMENT of 3 May 2014 between Aster AG and Bell GmbH.',
    'CONTRACT No. 12/2015 of 3 May 2014 between Aster OOO and Bell AG.',
    'SUPPLY CONTRACT (the "Contract") of 3 May 2014 between Aster AG and Bell GmbH.',
    'SUPPLY CONTRACT between Aster AG and Bell GmbH, signed in Basel on 3.5.2014.',
    'HAULAGE CONTRACT dated 03.05.14 between Aster Ltd and Bell Ltd.',
    'HAULAGE CONTRACT concluded 3 May 2014 between Aster Ltd and Bell Ltd.',
    'LIGHTING CONTRACT between Aster SAS and Bell SA, signed on and in effect from 3 May 2014.',
    'LEASE dated for reference the 3rd day of May, 2014 between Aster Ltd. and Bell Inc.',
    'FRANCHISE. In Valencia, on 3 May 2014, Aster S.L. and Bell Ltd. agree as follows.',
    'Dear Ms Dorn,\nWe write on 3 May 2014 to confirm that Aster Ltd engages you as adviser from 1 June 2014.',
  ])
    t.is(read(`${opening}${rest}`).value, '2014-05-03', opening);
});

test('a line of a cover or a table says when the contract was made; one that says from when it binds does not', (t) => {
  t.is(
    read(`AMENDMENT\nDate of this Amendment: 3 May 2014\nAmendment effective: 1 June 2014\n${rest}`).value,
    '2014-05-03',
  );
  const table = `TERMS OF HIRE\n| Owner | Aster Ltd |\n| Agreement dated | 3 May 2014 |\n| Hire ends | 1 May 2016 |\n${rest}`;
  t.is(read(table).value, '2014-05-03');
  t.deepEqual(read(table).quotes, ['| Agreement dated | 3 May 2014 |']);
});

test('without a day in its opening a contract is of the day of its last signature, however the signatures are set', (t) => {
  const head = `SERVICE AGREEMENT between Aster Ltd and Bell Inc.${rest} It ends on 31 May 2016.\n`;
  for (const signed of [
    'Signed for Aster Ltd: A. Vane, 3 May 2014\nSigned for Bell Inc.: B. Dorn, 30 April 2014',
    '/s/ A. Vane, May 3, 2014\nBell Inc., /s/ B. Dorn, May 1, 2014',
    'Aster Ltd - A. Vane - May 3, 2014\nBell Inc. - B. Dorn - May 1, 2014',
    'Aster Ltd\nA. Vane\n01.05.2014\nBell Inc.\nB. Dorn\n03.05.2014',
    '| Party | Signatory | Date |\n| Aster Ltd | A. Vane | 1 May 2014 |\n| Bell Inc. | B. Dorn | 3 May 2014 |',
    'Done at Brussels on 3 May 2014, in two originals.\nFor Aster: A. Vane',
    'Rotterdam, 3 May 2014\nAster Ltd\nBell Inc.',
  ])
    t.is(read(head + signed).value, '2014-05-03', signed);
});

test('days of other papers, of what is to come, and of milestones are not the day of the contract', (t) => {
  for (const words of [
    'It replaces the agreement of 3 May 2010 between them.',
    'By a lease of 3 May 2010 Aster Ltd took the Hall from the Town.',
    'The Policy was issued on 3 May 2010 and is annexed.',
    'It shall be effective on 3 May 2010 and shall have a duration of two years.',
    'The Services start on 3 May 2010 and end on 31 May 2012.',
    'Milestone 1 - Design - 3 May 2010\nMilestone 2 - Building - 3 June 2010',
  ])
    t.is(read(`SERVICE AGREEMENT between Aster Ltd and Bell Ltd. ${words}\n${rest}`).value, null, words);
});

test('signatures beside each other, one for each party in a sentence, and at a place: the last counts', (t) => {
  const head = `SERVICE AGREEMENT between Aster Ltd and Bell Inc.${rest} It ends at midnight on the 31st of May 2016.\n`;
  for (const signed of [
    'Bergen, 1 May 2014        Oslo, 3 May 2014',
    'Owner: May 3, 2014     Carrier: April 27, 2014',
    'By: A. Vane        Date: 5/1/2014\nBy: B. Dorn        Date: 5/3/2014',
    'Signed for Aster Ltd on 1 May 2014, and for Bell Inc. on 3 May 2014.',
    'Made in duplicate this 3rd day of May, A.D. 2014.',
    'Date of last signature: May 3, 2014.',
  ])
    t.is(read(head + signed).value, '2014-05-03', signed);
  t.is(
    read(`This contract was signed by Aster Ltd on 1 May 2014 and by Bell Inc. on 3 May 2014.${rest}`).value,
    '2014-05-03',
  );
  t.is(read(`Haulage contract signed at Cape Town, 3 May 2014.${rest}`).value, '2014-05-03');
});

test('the day of a contract that is spoken of is not the day of the one that speaks', (t) => {
  const sign = '\n\nBy: /s/ A. Vane\nDate: 3 May 2014\nBy: /s/ B. Orr\nDate: 3 May 2014\n';
  for (const words of [
    'RELEASE AGREEMENT\n\nA. The Company and the Employee entered into an Employment Agreement dated 5 June 2009 (the "Post").',
    'SUPPLY AGREEMENT\n\nThis Agreement shall supersede the secrecy agreement entered into between Aster and Bell dated 5 June 2009.',
    'SUPPLY AGREEMENT\n\nThe term shall not go beyond that of the Joint Use Agreement by and between Bell Ltd. and the Town dated as of 5 June 2009.',
    'SEPARATION AGREEMENT\n\nC. Aster and the Employee on 5 June 2009 entered into a secrecy agreement.',
    'SEPARATION AGREEMENT\n\nThe Employee received a letter dated 5 June 2009 by which he was moved to Ghent.',
    'SEPARATION AGREEMENT\n\nAny employment between Aster Ltd., its subsidiaries and affiliates of all kinds and the Employee will be terminated effective 5 June 2009.',
    'AMENDMENT TO LEASE\n\nThis Amendment to the Lease (the "Lease") dated as of 5 June 2009 by and between Aster Ltd and Bell Ltd changes its Section 2.',
    'SUPPLY CONTRACT DATED 5 JUNE 2009\nCHANGE ORDER AND AMENDMENT\n3 MAY 2014\n',
    'AMENDMENT TO LEASE\n\nAster Ltd and Bell Ltd agree.\n\nEffective 5 June 2013, the Lease is amended as follows.',
  ])
    t.is(read(`${words}${rest}${sign}`).value, '2014-05-03', words);
  t.is(
    read(
      `AMENDMENT\n\nThis second amendment to the Lease (as defined below), dated as of 3 May 2014 (this "Amendment"), is between Aster Ltd and Bell Ltd.${rest}`,
    ).value,
    '2014-05-03',
  );
});

test('days beside signatures are those of who signed: the last one counts, in columns and on the first page too', (t) => {
  const page = 'LICENSE ORDER\nBy: /s/ A. Vane\nName: A. Vane\nDate: 5/1/14\nBy: /s/ B. Orr\nName: B. Orr\n';
  t.is(read(`${page}Date: May 3, 2014\n\nLICENSE AGREEMENT\n${rest.repeat(30)}`).value, '2014-05-03');
  t.is(
    read(`${page}Date: May 3, 2014\n\nThis Agreement is entered into this 2nd day of May, 2014.${rest.repeat(30)}`)
      .value,
    '2014-05-02',
  );
  t.is(
    read(
      `RELEASE between Aster Ltd and B. Orr.${rest}\nIN WITNESS WHEREOF the parties agree.\nFor Aster:\nDate: 1 May 2014\nBy:\n/s/ A. Vane\nFor the Employee:\nDate: 3 May 2014\n/s/ B. Orr\n`,
    ).value,
    '2014-05-03',
  );
  t.is(
    read(
      `SECRECY AGREEMENT, effective as of the date stated below.${rest}\nAccepted and Agreed as of May 3, 2014 by:\nBell Inc.\n`,
    ).value,
    '2014-05-03',
  );
});

test('the number of an exhibit over a letter does not take its day; that of a draft, a report or a filing is none', (t) => {
  t.is(
    read(
      `EX-99.(D)(2) 9 ex99d2.htm CONFIDENTIALITY AGREEMENT\nExhibit (d)(2)\nMay 3,2014\nBell Inc.\nLadies and Gentlemen:\n${rest}`,
    ).value,
    '2014-05-03',
  );
  t.is(
    read(`Source: ASTER INC., 10-K,\n5/3/2014\nLICENSE AGREEMENT between Aster Inc. and Bell Inc.${rest}`).value,
    null,
  );
  t.is(
    read(`LICENSE AGREEMENT\nVersion 10.2\nA. Vane\nMay 3, 2014\n\nAGREEMENT between Aster Inc. and Bell Inc.${rest}`)
      .value,
    null,
  );
  t.is(
    read(
      `ANNUAL REPORT of Aster Inc.${rest}\nPursuant to the requirements of the Act, the registrant has caused this report to be signed by the undersigned, this 3rd day of May, 2014.`,
    ).value,
    null,
  );
});

test('"made effective as of" is when it was made only where no other day is told', (t) => {
  const made =
    'EMPLOYMENT AGREEMENT\n\nThis Agreement is made effective as of 5 June 2013 by and between Aster Inc. and B. Orr.';
  t.is(
    read(`${made} It is entered into as of 3 May 2014 and replaces what was agreed before.${rest}`).value,
    '2014-05-03',
  );
  t.is(read(`${made}${rest}`).value, '2013-06-05');
  t.is(
    read(`AMENDMENT\n\nTHIS AMENDMENT is made by Aster Inc. and B. Orr to be effective as of 3 May 2014.${rest}`).value,
    '2014-05-03',
  );
  t.is(
    read(
      `EMPLOYMENT AGREEMENT\n\nThis Agreement (the “Agreement”) has been entered into this 3rd day of May, 2014, with effect from 1 May 2014, between Aster Inc. and B. Orr.${rest}`,
    ).value,
    '2014-05-03',
  );
});

const signedIn = [
  [
    'a place and a day over the names',
    'CONTRACT FOR SERVICES\n\nAster Ltd supplies Bell Inc.\n\nIN WITNESS WHEREOF, the parties have signed.\n\nTurin/Austin, 2 April 2020 Aster Ltd Bell Inc.\n\nDr Ann Hill Mr Tom Reed',
    '2020-04-02',
  ],
  [
    'a note of who authenticated them',
    'CONTRACT FOR SERVICES\n\nAster Ltd supplies Bell Inc.\n\nParty A: Aster Ltd /s/ Aster Ltd [signature authenticated by the depository on 17 December 2018] Party B: Bell Inc. /s/ Bell Inc. [signature authenticated by the depository on 17 December 2018]',
    '2018-12-17',
  ],
  [
    'the statement that is filed being of another day',
    'JOINT FILING AGREEMENT\n\nThe undersigned agree to the joint filing of a statement on Schedule 13G dated 10 February 2015 with respect to the shares of Vale Corp.\n\nDated: 14 February 2015\n\nHILL LP\nBy: /s/ Ann Hill\n\nREED LP\nBy: /s/ Tom Reed',
    '2015-02-14',
  ],
] as const;
for (const [what, text, day] of signedIn)
  test(`the day is that of the signatures: ${what}`, (t) =>
    t.is(termsOf(readText(text)).terms.agreementDate.value, day));

test('made when the last one signs: the latest of the days beside signatures, in columns, on their own lines, by place', (t) => {
  const made = (opening: string, end: string) => {
    const document = readText(
      `CATERING AGREEMENT between Aster Ltd and Bell Ltd.\n\n${opening}\n\n${'The halls are kept clean every day. '.repeat(20)}\n\n${end}\n`,
    );
    return termsOf(document).terms.agreementDate.value;
  };
  t.is(
    made(
      'This Agreement is made on the date of the last counter-signature. A survey under a purchase order dated 1 March 2014 is done.',
      'Aster Ltd                              Bell Ltd\nPer: (signed) A. Vane                  Per: (signed) B. Orr\n3 May 2014                             9 May 2014',
    ),
    '2014-05-09',
  );
  t.is(
    made(
      'It is made on the day on which the second of them signs it. The menus are in Annex 2 (dated 1 March 2014).',
      '/s/ A. Vane\nSigned on: 3 May 2014\n\n/s/ B. Orr\nSigned on: 9 May 2014',
    ),
    '2014-05-09',
  );
  t.is(
    made(
      '',
      'SIGNED at ALDHAM on this the 3rd day of MAY 2014\nFor Aster Ltd: A. Vane\n\nSIGNED at BARTON on this the 9th day of MAY 2014\nFor Bell Ltd: B. Orr',
    ),
    '2014-05-09',
  );
  t.is(
    made(
      '"Pen Day" means the date of signature of this Agreement by the party signing last, of which date it shall be deemed to be.',
      'Signed for Aster Ltd, 3 May 2014\nSigned for Bell Ltd, 9 May 2014',
    ),
    '2014-05-09',
  );
  t.is(
    termsOf(
      readText(
        'PICTURE LICENSE\n\nTHIS LICENSE is granted on 3 May 2014 by Aster Ltd to Bell Ltd.\n\nThe pictures came on 1 March 2014.\n',
      ),
    ).terms.agreementDate.value,
    '2014-05-03',
  );
});
