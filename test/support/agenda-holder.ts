// A process that takes a job in hand and never ends it: node agenda-holder.ts embedded FOLDER | mongodb ADDRESS.
import { Agenda, type AgendaBackend } from 'agenda';
import { silentLogger } from '../../core/ports/logger.ts';
import { systemClock } from '../../core/ports/system-clock.ts';
import { openEmbeddedStore } from '../../storage/embedded/index.ts';

const open = async ([engine, where = '']: readonly string[]): Promise<AgendaBackend> => {
  if (engine === 'embedded') {
    return (await openEmbeddedStore({ folder: where, clock: systemClock, log: silentLogger })).agenda;
  }
  const { MongoBackend } = await import('@agendajs/mongo-backend');
  return new MongoBackend({ address: where });
};

const agenda = new Agenda({ backend: await open(process.argv.slice(2)), name: 'holder', processEvery: 50 });
agenda.define('hold', async () => {
  process.stdout.write('held\n');
  await new Promise(() => {});
});
await agenda.start();
