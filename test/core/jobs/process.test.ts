import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { hostname } from 'node:os';
import test from 'ava';
import { isDeadWorker, workerName } from '../../../core/jobs/process.ts';

test('a worker is dead when its process is, or when its number belongs to a later process', async (t) => {
  const own = workerName();
  t.false(isDeadWorker(own));
  const [, start] = /:(\d+)$/.exec(own) ?? [];
  if (start !== '0') t.true(isDeadWorker(own.replace(/\d+$/, String(Number(start) - 1))));
  t.false(isDeadWorker(own.replace(/\d+$/, '0')), 'where the start is not known');

  const child = spawn(process.execPath, ['--eval', '']);
  await once(child, 'close');
  t.true(isDeadWorker(`${hostname()}:${child.pid}:1`));
  t.false(isDeadWorker(`another-machine:${child.pid}:1`), 'nobody knows');
  t.false(isDeadWorker('something else'));
});
