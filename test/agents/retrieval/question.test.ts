import test from 'ava';
import { holdsExpected } from '../../../agents/retrieval/expected.ts';
import { type QueryType, queryType, readQuestion } from '../../../agents/retrieval/question.ts';

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
  const none = new Set<string>();
  t.true(holdsExpected('when', 'It was signed on 3 May 2021.', none));
  t.false(holdsExpected('when', 'It was signed by both.', none));
  t.true(holdsExpected('how-much', 'The fee is EUR 300 or 5 per cent.', none));
  t.true(holdsExpected('how-long', 'with thirty (30) days prior notice', none));
  t.false(holdsExpected('how-long', 'with prior notice', none));
  t.true(holdsExpected('who', 'It was opened by Pasqua Rosée.', none));
  t.false(holdsExpected('who', 'It was opened by Pasqua.', new Set(['pasqua'])));
  t.is(holdsExpected('fact', 'Anything.', none), undefined);
});
