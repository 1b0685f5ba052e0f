import type { TestFn } from 'ava';
import { testAgendaClaims } from './agenda-claims.ts';
import { testAgendaQueries } from './agenda-queries.ts';
import type { AgendaFactory } from './agenda-samples.ts';
import { testAgendaSaving } from './agenda-saving.ts';
import { testAgendaWorkers } from './agenda-workers.ts';

/** What core/schedule, and Agenda itself, rest on: every method of a backend with every parameter that it declares. */
export const testAgendaBackend = (test: TestFn, create: AgendaFactory): void => {
  testAgendaSaving(test, create);
  testAgendaClaims(test, create);
  testAgendaQueries(test, create);
  testAgendaWorkers(test, create);
};
