import test from 'ava';
import { readTerm } from '../../../support/contract-terms.ts';

const head = 'SERVICE AGREEMENT dated 3 May 2014 between Aster Ltd (the "Provider") and Bell Ltd (the "Customer").\n\n';
const rest =
  '\n\nThe Provider delivers within 30 days of each order. The warranty is two years from delivery. The loan is repaid on 5 January 2030.';
const read = (text: string) => readTerm(text, 'effectiveDate');
const isRead = (
  t: { is: (a: unknown, b: unknown, message: string) => void },
  day: string | null,
  sentences: readonly string[],
) => {
  for (const words of sentences) t.is(read(`${head}${words}${rest}`).value, day, words);
};

test('a term opens, sets in, kicks off, dates from a day; a contract takes hold, binds, operates from it', (t) => {
  isRead(t, '2014-06-01', [
    '"Licence Period" means the time which opens on 1 June 2014 and closes on 31 May 2016.',
    'The term of this Agreement has its beginning on 1 June 2014.',
    'The initial term kicks off on 1 June 2014.',
    'This Agreement takes hold on 1 June 2014.',
    'This Agreement binds the parties from 1 June 2014.',
    'This Agreement operates from 1 June 2014 and has no fixed end.',
    'This Agreement would have force from 1 June 2014.',
  ]);
});

test('a party starts, or what the contract is for begins, on a day', (t) => {
  isRead(t, '2014-06-02', [
    'You will start work on Monday, 2 June 2014.',
    'Your first day of work will be Monday, 2 June 2014.',
    'The Provider takes up its duties on 2 June 2014.',
    "The Provider's work begins on 2 June 2014.",
    'Deliveries under this Agreement shall commence on 2 June 2014.',
    'The Provider is engaged with effect from 2 June 2014 as caterer.',
    'The Provider must clean the two halls every evening, starting on 2 June 2014.',
    'The Provider starts on Monday 2 June 2014. The contract is for forty weeks from that Monday.',
  ]);
  isRead(t, null, [
    'If the Provider starts work on 2 June 2014 it earns a bonus.',
    'The Customer shall pay the fee monthly, starting on 2 June 2014.',
    'The Provider may start testing on 2 June 2014.',
    'Your first day of work will be on or before 2 June 2014.',
  ]);
});

test('a clause says in few words under its heading when the term begins', (t) => {
  isRead(t, '2014-06-01', [
    '2. FIRST TERM. 1 June 2014 through 31 May 2016.',
    'II. Commencement: 1 June 2014.',
    '2. Service start. 1 June 2014.',
    '4. Duration. Two years, beginning 1 June 2014.',
    '4. Term. From 1 June 2014 to 31 May 2016.',
  ]);
  isRead(t, '2014-05-03', [
    '2. Service start. The date of this Agreement.',
    '4. Duration. Without limit, beginning this day.',
    'The rights and obligations of the parties commence as of the date of this Agreement.',
    'The term of this Agreement runs from the date at the head of this page until 31 May 2016.',
    'The valid period of this Agreement shall be from the date of making hereof until 31 May 2016.',
    'The Provider serves from today as caterer.',
    'The Provider must keep the halls clean, beginning on the Date of Contract.',
  ]);
  isRead(t, null, [
    'The term of this Agreement is three years from the date of this Agreement.',
    '4. Renewal term. 1 June 2016 through 31 May 2018.',
  ]);
});

test('a day with a name of its own is known by it', (t) => {
  isRead(t, '2014-06-01', [
    'From 1 June 2014 (Kick-off) the halls are open. This Agreement operates from Kick-off.',
    'The keys are handed over on 1 June 2014 (the "Moving Day"). The term begins on the Moving Day and lasts two years.',
    '"Opening Morning" means 1 June 2014. The term starts on the Opening Morning.',
  ]);
  const signed = read(
    `SERVICE AGREEMENT between Aster Ltd and Bell Ltd. It is made on the day on which the last of them signs it (the "Pen Day"). The term begins on the Pen Day and lasts two years.\n\n${'The halls are kept clean. '.repeat(20)}\n\nSigned by Aster Ltd, 3 May 2014\nSigned by Bell Ltd, 9 May 2014\n`,
  );
  t.is(signed.value, '2014-05-09');
});

test('an event on which it depends is told: right before, or among the signatures', (t) => {
  const paper = (words: string, end: string) =>
    read(
      `SERVICE AGREEMENT dated 3 May 2014 between Aster Ltd and Bell Ltd.\n\n${words}\n\n${'The halls are kept clean every day. '.repeat(20)}\n\n${end}\n`,
    );
  const approved = paper(
    'This Agreement takes effect on the day of approval shown below.',
    'Signed by Aster Ltd, 3 May 2014\nAPPROVED by the Council of Aldham on 20 May 2014.\nApproved as to form: 12 May 2014',
  );
  t.is(approved.value, '2014-05-20');
  t.true(approved.quotes.some((quote) => quote.startsWith('APPROVED by the Council')));
  t.is(
    paper(
      'This Agreement binds the parties from the day of its acceptance by Bell Ltd.',
      'Offered on 3 May 2014\nACCEPTED at Aldham, this 21st day of May 2014, Bell Ltd',
    ).value,
    '2014-05-21',
  );
  t.is(
    paper(
      'The articles were filed with the Registrar on 22 May 2014. This Agreement becomes effective on the day of that filing.',
      '',
    ).value,
    '2014-05-22',
  );
  t.is(paper('This Agreement takes effect on the day of approval by the Ministry.', 'Signed by Aster Ltd').value, null);
  t.is(
    paper(
      'This Agreement takes effect on the day of approval by the parties shown below.',
      'APPROVED by Aster Ltd on 20 May 2014\nAPPROVED by Bell Ltd on 24 May 2014',
    ).value,
    null,
  );
});

test('figures are read in the order in which all of the document can only mean them', (t) => {
  t.is(
    read('SERVICE AGREEMENT dated 25/02/2014 between Aster Ltd and Bell Ltd.\n\nThe term begins on 01/03/2014.').value,
    '2014-03-01',
  );
  t.is(
    read(
      'SERVICE AGREEMENT dated 2014/2/25 between Aster Ltd and Bell Ltd.\n\nIt is valid from 2014/3/1 till 2016/2/28.',
    ).value,
    '2014-03-01',
  );
});

test("what is effective by others' contracts, is over, or is somebody's chance is not the contract's day", (t) => {
  isRead(t, null, [
    "Background: Bell's contract with Corvane Cleaning, effective 1 June 2009, ran out on 31 May 2014.",
    'The parties entered into a cleaning agreement having an Effective Date of 1 June 2009.',
    'The Provider may join the pension plan effective 1 June 2014.',
    'An earlier permit, effective 1 June 2009, has lapsed.',
  ]);
});

test('promises take hold, an event has its day right behind it, an appointment runs from its own day', (t) => {
  isRead(t, '2014-05-03', [
    'The promises made here take hold at the Closing on the date first written above.',
    'The Customer hereby appoints the Provider its caterer in all halls with effect from the date of this Agreement.',
  ]);
  isRead(t, '2014-06-01', [
    'The obligations under this Agreement take effect on the Opening, which is 1 June 2014.',
    'This instrument replaces it wholly, with force from 1 June 2014.',
  ]);
});

test('an order under a contract has days of its own; what an end was moved from is none', (t) => {
  t.is(
    read(
      'ORDER FORM No. 7\n\nto the Cleaning Agreement of 2 May 2012 between Aster Ltd and Bell Ltd\n\nDate of this order: 3 May 2014\nService start: 1 June 2014\n',
    ).value,
    '2014-06-01',
  );
  t.is(
    read(
      'Dear Ms Vane, the lease made on 2 May 2004 is amended on the terms of this letter.\n\n1. The expiration date is changed from 30 June 2014 to 31 March 2015.\n',
    ).value,
    null,
  );
});

test('a range may name its year once, and a whole calendar year is one', (t) => {
  isRead(t, '2014-06-01', [
    '2. FIRST TERM. June 1 through December 31, 2014.',
    'The hire period is 1 June to 30 September 2014.',
  ]);
  isRead(t, '2013-10-01', ['The hire period is 1 October to 31 March 2014.']);
  isRead(t, '2015-01-01', [
    'This confirms our engagement of Aster Ltd. as caterer for calendar 2015, i.e., January 1 to December 31, 2015.',
    'This confirms our engagement of Aster Ltd. as caterer for the calendar year 2015.',
  ]);
});

test('more ways to say from when on: first days, counts, periods, what is not so until then, what is replaced', (t) => {
  isRead(t, '2014-06-01', [
    "The parties' duties under this deed start to run on 1 June 2014.",
    'The first day of the term is 1 June 2014.',
    'It runs from 1 June 2014 to 31 May 2016.',
    'Valid: 01.06.2014 - 31.05.2016',
    'Period of insurance: 1 June 2014 to 31 May 2015',
    'The service goes live on 1 June 2014 and runs for 12 months.',
    'For the two years starting 1 June 2014 the Provider will keep the halls clean.',
    'With effect as of 1 June 2014, the parties agree as follows:',
    'The duration of the contract is two years, counting from 1 June 2014.',
    'This Agreement, signed today, does not become binding until 1 June 2014.',
    'The parties shall be bound as of 1 June 2014.',
    'This Agreement governs all deliveries made on or after 1 June 2014.',
    'The agreement takes the place of the earlier one as of 1 June 2014.',
  ]);
  isRead(t, null, [
    'This Agreement shall not take effect before 1 June 2014.',
    'The price list effective 1 June 2014 applies.',
    'The option period opens on 1 June 2014.',
    'The duration of the contract is two years as of the date of signature.',
    'This Agreement replaces the contract made as of 1 June 2009.',
    'For a period of 18 months from the date hereof the Customer will not hire the staff of the Provider.',
  ]);
});
