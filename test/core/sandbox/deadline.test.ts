import test from 'ava';
import { createDeadline } from '../../../core/sandbox/deadline.ts';
import { createTestClock } from '../../support/clock.ts';

const start = () => {
  const clock = createTestClock();
  const stopped: string[] = [];
  const finished = new AbortController();
  const limits = { parseSeconds: 10, recognizeSeconds: 60, ocr: { maxPages: 3 } };
  const deadline = createDeadline(limits, clock, finished.signal, (error) => stopped.push(error.code));
  const pass = async (seconds: number) => {
    clock.advance(seconds * 1000);
    await new Promise(setImmediate);
  };
  return { deadline, stopped, finished, pass };
};

test('a file that recognizes nothing has its own time', async (t) => {
  const { stopped, pass } = start();
  await pass(9);
  t.deepEqual(stopped, []);
  await pass(1);
  t.deepEqual(stopped, ['parse_timeout']);
});

test('a file that is done is not stopped', async (t) => {
  const { stopped, finished, pass } = start();
  finished.abort();
  await pass(100);
  t.deepEqual(stopped, []);
});

test('pages that are recognized take nothing of the time of the file', async (t) => {
  const { deadline, stopped, pass } = start();
  await pass(4);
  for (let page = 0; page < 3; page += 1) {
    deadline.recognizing();
    await pass(50);
  }
  t.is(deadline.recognizedMs(), 150_000);
  await pass(10);
  await pass(5);
  t.deepEqual(stopped, []);
  await pass(1);
  t.deepEqual(stopped, ['parse_timeout']);
});

test('a page that hangs is stopped after its time and what the file has left, whatever the pages before it left unused', async (t) => {
  const { deadline, stopped, pass } = start();
  deadline.recognizing();
  await pass(1);
  deadline.recognizing();
  await pass(60);
  await pass(9);
  t.deepEqual(stopped, []);
  await pass(1);
  t.deepEqual(stopped, ['parse_timeout']);
});

test('only so many pages get time of their own', async (t) => {
  const { deadline, stopped, pass } = start();
  for (let page = 0; page < 20; page += 1) {
    deadline.recognizing();
    await pass(60);
  }
  t.deepEqual(stopped, ['parse_timeout']);
});
