import test from 'ava';
import { readQuestion } from '../../../../agents/retrieval/question/question.ts';
import { readPassage, signalsOf } from '../../../../agents/retrieval/search/signals.ts';

const passage = {
  text: 'The Recipient shall not:\n(a) pass the drawings on;\n(b) copy the drawings;\n(c) keep any sample.\n\nThe Owner may visit the works.',
  charStart: 0,
  headingPath: [],
};

test('each item of a list is about what its lead-in is about, and what comes after the list is not', (t) => {
  const question = readQuestion('The recipient may keep samples.');
  const weighed = {
    ...question,
    weights: question.terms.map(() => 1 / question.terms.length),
    unseen: [],
    related: [],
  };
  const reading = readPassage(passage);
  const signals = signalsOf(weighed, reading);
  const contextOf = (start: string): number =>
    signals[reading.sentences.findIndex(({ text }) => text.startsWith(start))]?.context ?? -1;
  // "recipient" stands two items above.
  t.true(contextOf('(c)') > 0.9);
  t.true(contextOf('(b)') > 0.25);
  t.true(contextOf('The Owner') < 0.6);
});
