import test from 'ava';
import { askedThing } from '../../../../agents/retrieval/question/asked-thing.ts';
import { queryType, readQuestion } from '../../../../agents/retrieval/question/question.ts';
import type { QueryType } from '../../../../agents/retrieval/question/types.ts';

const typed: Record<string, QueryType> = {
  'Who are the parties to this agreement?': 'who',
  'When was the agreement signed?': 'when',
  'In what year was it built?': 'when',
  'Where does the river rise?': 'where',
  'Why did the coffee houses close?': 'why',
  'How much is the rent?': 'how-much',
  'How much notice must be given?': 'how-long',
  'How many seats does it have?': 'how-many',
  'How long does the warranty last?': 'how-long',
  'Can the agreement be assigned?': 'yes-no',
  'And can they sue?': 'yes-no',
  'What does "Affiliate" mean?': 'definition',
  'What exceptions are there?': 'list',
  'What colour is the door?': 'fact',
  'Governing law': 'clause',
  'The receiving party shall not disclose any confidential information.': 'statement',
  'The supplier may use what it learns for other projects.': 'statement',
  'What is said in a meeting is secret.': 'statement',
  'When a court orders it, papers may be handed over.': 'statement',
  'Subtenants are allowed.': 'statement',
  'The recipient may show it to persons who need it': 'statement',
  'What is the rent.': 'how-much',
  'Tell me who has signed it.': 'who',
  'deadline to opt out of the automatic renewal': 'clause',
  'Cap on liability.': 'clause',
};

for (const [text, type] of Object.entries(typed)) {
  test(`question type: ${text}`, (t) => t.is(queryType(text), type));
}

test('a question is about its content words; names and numbers have no stand-in', (t) => {
  const question = readQuestion('How much rent does Ms Weber pay in 2024 for the flat?');
  t.deepEqual(
    question.terms.map((term) => term.form),
    ['rent', 'ms', 'weber', 'pay', '2024', 'flat'],
  );
  t.deepEqual(
    question.terms.filter((term) => term.proper).map((term) => term.form),
    ['ms', 'weber', '2024'],
  );
  t.true(question.terms[0]?.related.includes('lease'));
});

test('initials are read as a name, not as the little word that they spell', (t) => {
  const keys = (text: string) => readQuestion(text).terms.map((term) => term.stem);
  t.deepEqual(keys('Who pays under the IT contract?'), ['pai', 'IT', 'contract']);
  t.deepEqual(keys('Who pays for it?'), ['pai']);
  t.deepEqual(keys('WHO PAYS FOR IT?'), ['pai']);
});

test('quoted words are a phrase', (t) => {
  t.deepEqual(readQuestion('Where is "net revenue" defined?').phrases, [['net', 'revenue']]);
});

test('a follow-up carries the topic of the question before', (t) => {
  const question = readQuestion('And who pays for it?', readQuestion('Is insurance required?'));
  t.deepEqual(
    question.terms.map(({ form, carried }) => [form, carried]),
    [
      ['pays', false],
      ['insurance', true],
      ['required', true],
    ],
  );
});

test('what is asked for is recognized in a sentence', (t) => {
  const shows = (question: string, sentence: string) =>
    readQuestion(question).expectation.holds(sentence, new Set(question.toLowerCase().match(/[a-z]+/g)));
  t.true(shows('When was it signed?', 'It was signed on 3 May 2021.'));
  t.false(shows('When was it signed?', 'It was signed by both.'));
  t.true(shows('How much is the fee?', 'The fee is EUR 300 or 5 per cent.'));
  t.true(shows('How long is the notice?', 'with thirty (30) days prior notice'));
  t.false(shows('How long is the notice?', 'with prior notice'));
  t.true(shows('Who opened it?', 'It was opened by Pasqua Rosée.'));
  t.false(shows('Who was Pasqua?', 'It was opened by Pasqua.'));
  t.is(shows('What colour is it?', 'Anything.'), undefined);
  t.true(shows('What interest is charged?', 'It bears interest at nine percent (9%) a year.'));
  t.false(shows('What interest is charged?', 'Landlord shall waive the first late charge.'));
  t.true(shows('How many weeks of leave do I get?', 'An employee is given six weeks.'));
  t.false(shows('How many weeks of leave do I get?', 'An employee is given leave within 30 days.'));
  t.true(shows('By when must they have it?', 'They must receive it no later than December 31, 2026.'));
  t.false(shows('By when must they have it?', 'It may be ended with effect on June 30, 2027.'));
  t.true(shows('What happens if we pay late?', 'If rent is late, it bears interest.'));
  t.false(shows('What happens if we pay late?', 'Rent is paid monthly.'));
  t.true(shows('What does roaming cost?', 'Anywhere else roaming costs £6 a day.'));
  t.false(shows('What does roaming cost?', 'Roaming is switched off.'));
});

test('what is taken off or added is not what is due, unless it is asked for', (t) => {
  const strays = (question: string, sentence: string) => readQuestion(question).expectation.strays(sentence);
  const discount = 'Whoever pays within ten days may deduct 2 per cent (EUR 40.00).';
  t.true(strays('How much is still due on the bill?', discount));
  t.true(strays('What do we owe the plumber?', 'Late sums bear interest at EUR 1 a day.'));
  t.false(strays('How much is still due on the bill?', 'Amount payable: EUR 2,000.00'));
  t.false(strays('How much is due after the discount?', discount));
  t.false(strays('How much may we take off for paying early?', discount));
});

const things: Record<string, readonly string[]> = {
  'What interest does the landlord charge on rent that is paid late?': ['interest'],
  'How many weeks of parental leave does an employee get?': ['parental', 'leave'],
  'How many parking spaces come with the office?': ['parking', 'spaces'],
  'What is the fixed rate of interest of our mortgage?': ['fixed', 'rate', 'interest'],
  'How many helicopters cross the Orlen?': ['helicopters'],
  'How much is the yearly bonus on top of the salary?': ['yearly', 'bonus'],
  'How much is still payable on the bill?': ['payable'],
  'What do we owe the plumber?': ['owe'],
  'When does the lease end?': [],
  'What is charged for a late payment?': [],
};

for (const [text, words] of Object.entries(things)) {
  test(`what is asked for: ${text}`, (t) => t.deepEqual([...askedThing(text)], words));
}
