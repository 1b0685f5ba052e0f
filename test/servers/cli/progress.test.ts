import test from 'ava';
import { createProgress } from '../../../servers/cli/progress.ts';

const record = (isTTY: boolean) => {
  const written: string[] = [];
  return { written, output: { isTTY, columns: 60, write: (text: string) => written.push(text) } };
};

test('a log gets a line for each finished thing, and none for the steps between', (t) => {
  const { written, output } = record(false);
  const progress = createProgress(output, false);
  progress.update({ done: 0.2, total: 2, message: 'reading' });
  progress.update({ done: 1.3, total: 2, message: 'a.pdf', item: 'a.pdf' });
  progress.update({ done: 1.9, total: 2, message: 'embedding' });
  progress.update({ done: 2, total: 2, message: 'b.pdf', item: 'b.pdf' });
  t.deepEqual(written, ['1/2 a.pdf\n', '2/2 b.pdf\n']);
});

test('a log of many nameless steps stays short', (t) => {
  const { written, output } = record(false);
  const progress = createProgress(output, false);
  for (let done = 0; done <= 4416; done++) progress.update({ done, total: 4416, message: 'questions' });
  t.is(written.length, 11);
  t.is(written[0], '0/4416 questions\n');
  t.is(written.at(-1), '4416/4416 questions\n');
});

test('a program that reads JSON gets nothing, a person a bar', (t) => {
  const json = record(false);
  createProgress(json.output, true).update({ done: 1, total: 2, item: 'a.pdf' });
  t.deepEqual(json.written, []);
  const person = record(true);
  createProgress(person.output, true).update({ done: 1, total: 2, message: 'a.pdf' });
  t.regex(person.written.join(''), /1\/2 a\.pdf/);
});
