import type { AgendaBackend } from 'agenda';
import type { Database } from '../database.ts';
import { LocalChannel } from './channel.ts';
import { embeddedRepository } from './repository.ts';

/** Agenda over the database of a data folder, which belongs to the store and stays open when Agenda stops. */
export const embeddedAgenda = (database: Database): AgendaBackend => ({
  name: 'embedded',
  repository: embeddedRepository(database),
  notificationChannel: new LocalChannel(),
  ownsConnection: false,
  connect: async () => {},
  disconnect: async () => {},
});
