import { Command } from 'commander';
import type { Application, Health } from '../../../core/system/application.ts';
import { examplesText } from '../capability-command.ts';
import { aborted } from '../process-end.ts';
import { type Session, withApplication, writeJson } from '../session.ts';

const DESCRIPTION = [
  'Work in the background until it is stopped (Ctrl-C, SIGTERM): documents on their way are read, what became due is ' +
    'looked at, and people are told. dossier serve and dossier mcp do the same beside what they serve.',
  'Any number may run over one data folder: each thing is done by one of them, and what one that was killed had in ' +
    'hand is done by the next. dossier doctor says whether one runs and what is due next. docs/reminders.md says more.',
].join('\n\n');

export const workerCommand = (session: Session): Command =>
  new Command('worker')
    .summary('Work in the background: documents, deadlines, reminders.')
    .description(DESCRIPTION)
    .addHelpText('after', examplesText(['worker', 'worker --json', 'worker --log-level info']))
    .action(() => withApplication(session, (application) => work(session, application)));

const work = async (session: Session, application: Application): Promise<void> => {
  application.work();
  const { data } = application.config;
  const health = await application.health();
  const waiting = Number(health.store.details['jobs_waiting'] ?? 0);
  const next = health.schedule?.next;
  const json = session.globals().json === true;
  if (json) {
    writeJson(session.terminal, {
      event: 'started',
      data,
      jobs_waiting: waiting,
      next_wake: next === undefined ? null : new Date(next).toISOString(),
      notes: health.notes,
    });
  } else session.terminal.stdout.write(`Working on ${data}\n${describeWork(waiting, health)}\nCtrl-C stops it.\n`);
  await aborted(session.signal);
  if (json) writeJson(session.terminal, { event: 'stopping' });
  else session.terminal.stdout.write('Stopping: what is in hand is given back.\n');
};

const describeWork = (waiting: number, { schedule }: Health): string => {
  const jobs = waiting === 1 ? '1 job waits' : `${waiting} jobs wait`;
  const next = schedule?.next;
  return next === undefined ? `${jobs}; nothing is due.` : `${jobs}; the next look is due at ${localTime(next)}.`;
};

/** With the zone, because the reader may not be where the machine is. */
const localTime = (at: number): string =>
  new Date(at).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'long' });
