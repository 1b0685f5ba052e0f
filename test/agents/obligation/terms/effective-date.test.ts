import test from 'ava';
import { termsOf } from '../../../../agents/obligation/terms/terms-of.ts';
import { readTerm } from '../../../support/contract-terms.ts';
import { readText } from '../../../support/read-text.ts';

const head = 'SERVICE AGREEMENT dated 3 May 2014 between Aster Ltd and Bell Ltd. ';
const undated = 'SERVICE AGREEMENT between Aster Ltd and Bell Ltd. ';
const rest =
  ' The Supplier delivers within 30 days of each order. The warranty is two years from delivery. The loan is repaid on 5 January 2030.';
const read = (text: string) => readTerm(text, 'effectiveDate');
const isRead = (
  t: { is: (a: unknown, b: unknown, message: string) => void },
  day: string | null,
  sentences: readonly string[],
) => {
  for (const words of sentences) t.is(read(`${head}${words}${rest}`).value, day, words);
};

test('a contract takes effect, enters into force, is valid from a day, in whatever words', (t) => {
  isRead(t, '2014-06-01', [
    'The present contract shall come into force as from 1 June 2014 and shall remain so for two years.',
    'The Agreement is deemed to have taken effect as of June 1, 2014.',
    'It shall have effect from 1 June 2014.',
    'It is valid from 01.06.2014 until 31.05.2015.',
    'This Agreement, which binds the successors of the parties, comes into operation at noon on 1 June 2014.',
    'Though signed earlier, this Agreement applies as from 1 June 2014.',
    'Your employment starts on 1 June 2014, when this Agreement takes effect.',
    'The season is from 1 June 2014 to 30 September 2014, this Agreement taking effect at its beginning.',
  ]);
});

test('without a day of effect it is the one on which the term begins', (t) => {
  isRead(t, '2014-06-01', [
    'The appointment shall run from 1 June 2014 to 31 May 2016 inclusive.',
    'The tenancy is for a fixed term of 12 months from and including 1 June 2014.',
    'The hire period is 1 June 2014 to 30 September 2014.',
    'The term of the franchise is ten years and starts on 1 June 2014.',
    'With effect from 1 June 2014 the Company appoints the Agent for three years.',
    'The Company engages the Consultant from 1 June 2014 for a term of twelve months.',
    'Background: by a lease agreement of 2 May 2010 Aster Ltd holds the Hall for a term beginning on 1 May 2010. The sublease starts on 1 June 2014.',
    '\nStart date: 1 June 2014\nEnd date: 31 May 2015\n',
    '\n| Start | End | Fee |\n| 1 June 2014 | 31 May 2015 | 900 |\n',
  ]);
});

test('the beginning of a year that the document counts in its own way is reckoned, and both sentences are inputs', (t) => {
  const season =
    '"Season" means the time from 1 September to the 31 May that follows. This Agreement takes effect at the beginning of the 2014-2015 Season.';
  const found = read(`${head}${season}${rest}`);
  t.is(found.value, '2014-09-01');
  t.is(found.explanation, 'effective 2014-09-01 (beginning of the 2014-2015 Season)');
  t.true(found.quotes.some((quote) => quote.includes('"Season" means')));
  t.is(read(`${head}The contract enters into force at the start of June 2014.${rest}`).value, '2014-06-01');
  t.is(read(`${head}The contract takes effect at the beginning of the 2014-2015 Harvest Year.${rest}`).value, null);
});

test('that day, its date, its signature, today: the day of the contract itself', (t) => {
  isRead(t, '2014-05-03', [
    'It takes effect on its date.',
    'This Agreement enters into force on signature.',
    'This Agreement begins upon the date hereof and shall remain in effect until 31 May 2016.',
    'It is binding from the date stated at the head of this Agreement and lasts three years.',
    'The parties agree that this Agreement shall be in effect from today.',
    "This Agreement is effective immediately and continues until ended by two months' notice.",
  ]);
  for (const opening of [
    'SUPPLY AGREEMENT of 3 May 2014, effective on that date, between Aster AB and Bell AS.',
    'SUPPLY AGREEMENT dated and taking effect on 3 May 2014 between Aster AB and Bell AS.',
  ])
    t.is(read(`${opening}${rest}`).value, '2014-05-03', opening);
});

test('the last signature makes a contract binding: every dated signature is an input, and a day after it is reckoned', (t) => {
  const signed = '\nSigned for Aster Ltd: A. Vane, 5 June 2014\nSigned for Bell Ltd: B. Dorn, 1 June 2014';
  for (const words of [
    'This Agreement takes effect on the day on which the later of them signs it.',
    'This Agreement becomes effective when both parties have signed it.',
    'The contract period starts upon the full execution of this Agreement by both parties, on which day it becomes effective, and ends on 31 May 2016.',
  ])
    t.is(read(`${undated}${words}${rest}${signed}`).value, '2014-06-05', words);
  const next = read(
    `${undated}This Agreement is effective from 12:01 a.m. on the day after the date of the last signature.${rest}${signed}`,
  );
  t.is(next.value, '2014-06-06');
  t.is(next.explanation, 'effective 2014-06-06 (2014-06-05 + 1 day)');
  t.true(next.quotes.some((quote) => quote.includes('A. Vane, 5 June 2014')));
  const later = read(`${head}This Agreement enters into force ten days after the date of this Agreement.${rest}`);
  t.is(later.value, '2014-05-13');
  t.is(later.explanation, 'effective 2014-05-13 (agreement 2014-05-03 + 10 days)');
});

test('what else takes effect or begins, and what is conditional, is no day of effect', (t) => {
  isRead(t, null, [
    'A notice takes effect on the day of receipt. The price list takes effect on 1 June 2014.',
    'Under this Agreement the new tariff becomes effective on 1 June 2014.',
    'The termination of this Agreement shall be effective on 1 June 2014.',
    'This Agreement may be terminated with effect from 1 June 2014.',
    'If this Agreement is not in force by 1 June 2014 either party may withdraw.',
    'The warranty period begins on 1 June 2014 and ends on 31 May 2016.',
    'The parties entered into a lease effective 1 June 2010, which this Agreement does not change.',
    "The Bank's rate is fixed for the period from 1 June 2014 to 31 May 2015.",
    'Rent is payable from 1 June 2014. Training begins on 5 June 2014.',
    'The option period runs from 1 June 2015 to 31 August 2015.',
    'The licence between Orchard Ltd and Quay Ltd is for five years from 1 June 2014.',
    'This Agreement takes effect when the Authority has approved it.',
  ]);
});

test('the day that stands beside an event, after an hour with its place, and back to which it takes effect', (t) => {
  for (const words of [
    '"Effective Date" means the date of the last signature hereto, namely 4 June 2019.',
    '"Effective Date": the date on the cover page, being the 4th of June 2019.',
    'The term of this Agreement shall commence at 3:00 A.M., New York City time, on June 4, 2019 and continue for ten years.',
    'To have and to hold for five years from June 4, 2019.',
    'This Agreement was made on 2 July 2019 but is effective retroactively to June 4, 2019.',
    'We are pleased to act for you from 4 June 2019.',
  ]) {
    const document = readText(
      `SERVICES AGREEMENT between Aster Ltd and Bell Inc.\n\n${words} Invoices are due on 1 May 2021.\n`,
    );
    t.is(termsOf(document).terms.effectiveDate.value, '2019-06-04', words);
  }
});

test('what is "effective" on a day is the contract only where the sentence says so', (t) => {
  const effects = (day: string | null, sentences: readonly string[]) => {
    for (const words of sentences) t.is(read(`${head}\n\n${words}\n\n${rest}`).value, day, words);
  };
  effects(null, [
    'Effective 1 June 2014, the Chair resigns from the board of the Company.',
    "The Employee's service as treasurer will cease effective 1 June 2014 (the “Separation Date”).",
    'Your retirement, and the end of your employment that goes with it, is effective June 1, 2014 (the “Effective Date”).',
    'She shall leave her position with the Company as of June 1, 2014 by resignation, effective June 1, 2014.',
    'WHEREAS, the Company froze its pension plan for all members, effective as of June 1, 2014; and',
    'Your telephone must be moved to an account of your own effective 1/6/14.',
    'He received a letter dated 3 April 2014 by which he was moved to the post of actuary, effective 1 June 2014.',
    '3. Effective 1 June 2014, the second sentence of Section 2 of the Plan is deleted.',
    'The notes will, effective on June 1, 2014, convert into units of two tranches.',
    'This Section takes the place of the secrecy agreement between the parties, which was effective 1 June 2014.',
    'Effective 1 June 2014, the fee is 900 for each client with fewer than fifty seats.',
    'You acknowledge that you had a period of 21 days commencing on 1 June 2014 in which to consider this Agreement.',
    'The “Standstill Period” means the period commencing on 1 June 2014 and ending eighteen months later.',
  ]);
  effects('2014-06-01', [
    'This Change Order is effective as of 1 June 2014.',
    'In return for your further service as treasurer, effective as of June 1, 2014, you and the Company agree to what follows.',
    'Effective 1 June 2014, your position will be head of the mill.',
    'NOW, THEREFORE, the parties agree as follows, effective June 1, 2014:',
    'Effective as of June 1, 2014, the Company hereby employs the Executive, and the Executive accepts.',
  ]);
});

test('a full stop of a name or a number ends no sentence', (t) => {
  for (const words of [
    'This Amendment No. 1 shall be effective as of June 1, 2014.',
    'This Agreement is made by and between ASTER, INC., a Delaware corporation ("Company"), and Ines Q. Arbour ("Executive"), and is effective as of June 1, 2014.',
    'This Agreement, with an effective date of June 1, 2014, is entered into by Aster Corp. and Bell Ltd. of Dover.',
    'The term of the license granted by Aster Co. to Bell B.V. under this Agreement begins on June 1, 2014.',
  ])
    t.is(read(`${undated}${words}${rest}`).value, '2014-06-01', words);
});

test('a label may say whose day of effect it gives, and not that of a termination', (t) => {
  for (const line of ['Effective Date of this License: June 1, 2014', 'Date of Effect of the Lease - 1 June 2014'])
    t.is(read(`LICENSE TERMS\n${line}\nAnnual fee: $900\n${rest}`).value, '2014-06-01', line);
  t.is(read(`LICENSE TERMS\nEffective Date of Termination: June 1, 2014\n${rest}`).value, null);
});

test('the eighth day after one party signs is reckoned where all dated signatures bear one day, and else stays open', (t) => {
  const signed = (employee: string) =>
    `RELEASE AGREEMENT between Aster Inc. and B. Orr (the "Employee").\n\nThe Employee may revoke it within seven days. The "Effective Date" of this Agreement shall be the eighth (8th) day after the execution of this Agreement by the Employee.${rest}\n\nDated: October 24, 2014\nBy: /s/ A. Vane\nASTER INC.\n\nDated: ${employee}\nBy: /s/ B. Orr\n`;
  const same = read(signed('October 24, 2014'));
  t.is(same.value, '2014-11-01');
  t.regex(same.explanation ?? '', /2014-10-24 \+ 8 days/);
  t.is(read(signed('October 28, 2014')).value, null);
  t.is(
    read(
      `RELEASE AGREEMENT between Aster Inc. and you.\n\nIt becomes final and this Agreement takes effect on the eighth day after you sign this Agreement.${rest}\n\nDated: October 24, 2014\nBy: /s/ A. Vane\n`,
    ).value,
    '2014-11-01',
  );
});

test('a contract signed by all takes effect then, but not where something else must have come to pass', (t) => {
  const signs = '\n\nBy: /s/ A. Vane\nDate: 25 May 2014\n\nBy: /s/ B. Orr\nDate: 25 May 2014\n';
  const at = (words: string) => read(`${undated}\n\n${words}${rest}${signs}`).value;
  t.is(at('This Agreement shall take effect once executed by both parties.'), '2014-05-25');
  t.is(at('This Agreement shall be effective upon being signed by all parties.'), '2014-05-25');
  for (const words of [
    'This Agreement will be effective only when signed by all of the parties hereto and only upon the closing of the sale.',
    'This Agreement shall take effect when executed by both parties and upon receipt of the deposit by the Owner.',
    '"Effective Date" shall mean the date that (a) this Agreement is signed by both parties hereto, (b) the Purchase Agreement is signed and (c) the sale has closed.',
  ])
    t.is(at(words), null, words);
});
