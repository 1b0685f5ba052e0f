/**
 * The suite of Agenda's backends over Agenda's own MongoDB backend, for the day on which there is an engine on MongoDB.
 * Set DOSSIER_TEST_MONGODB before `npm run test:integration`: the address of a server (mongodb://…) whose databases
 * dossier_test_… may be made and emptied, or the program `secantusd-py` (PyPI: secantusdb), a server of MongoDB's protocol
 * that is then started for the test.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { MongoBackend, MongoJobRepository } from '@agendajs/mongo-backend';
import test from 'ava';
import { readEnvironment } from '../../core/config/environment.ts';
import { testAgendaBackend } from '../contracts/agenda-backend.ts';
import type { AgendaFactory } from '../contracts/agenda-samples.ts';

const { DOSSIER_TEST_MONGODB: given } = readEnvironment();

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
};

const answers = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });

let started: ChildProcess | undefined;
test.after.always(() => started?.kill('SIGKILL'));

/** The address of a server; one that is started here ends with the tests. */
const startServer = async (program: string): Promise<string> => {
  if (program.startsWith('mongodb')) return program.replace(/\/?$/, '');
  const port = await freePort();
  const child = spawn(program, ['--port', String(port), '--storage-path', ':memory:'], { stdio: 'ignore' });
  started = child;
  const failed = once(child, 'error').then(([error]) => Promise.reject(error));
  const answered = async () => {
    while (!(await answers(port))) await pause(50);
  };
  await Promise.race([answered(), failed]);
  return `mongodb://127.0.0.1:${port}`;
};

let databases = 0;

if (given === undefined) {
  test('the MongoDB backend of Agenda', (t) => {
    t.log('skipped: DOSSIER_TEST_MONGODB is not set');
  });
} else {
  const server = startServer(given);
  const create: AgendaFactory = async (t) => {
    const address = `${await server}/dossier_test_${process.pid}_${databases++}`;
    const open = async () => {
      // Agenda connects whatever it is given; one with an address would open a second connection and forget the first.
      const owner = new MongoJobRepository({ db: { address } });
      await owner.connect();
      t.teardown(() => owner.disconnect());
      const backend = new MongoBackend({ mongo: owner.getDb() });
      await backend.connect();
      return backend;
    };
    const backend = await open();
    await backend.repository.purgeAllJobs();
    return { backend, other: await open(), place: ['mongodb', address] };
  };
  testAgendaBackend(test, create);
}
