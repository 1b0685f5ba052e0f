import { DossierError } from '../errors/error.ts';
import { localPrincipal } from '../identity/principal.ts';
import type { PluginHost } from '../plugin/host.ts';
import { type Clock, toInstant } from '../ports/clock.ts';
import type { Store } from '../ports/store.ts';
import type { ParserPool } from '../sandbox/pool.ts';
import type { ScheduleStatus } from '../schedule/schedule.ts';
import type { Health } from './application.ts';

export type HealthParts = {
  readonly version: string;
  readonly store: Store;
  readonly host: PluginHost;
  readonly parsers: ParserPool;
  readonly schedule: () => Promise<ScheduleStatus>;
  readonly clock: Clock;
};

/** How the store, the plugins and the search index are doing. `deep` also checks all that is stored and starts a parser process. */
export const checkHealth = async (
  { version, store, host, parsers, schedule: asked, clock }: HealthParts,
  { deep = false }: { deep?: boolean } = {},
): Promise<Health> => {
  const stored = await store.health({ deep });
  const plugins = await host.statuses();
  const failed = plugins.filter(({ status }) => status === 'failed');
  const problems = [
    ...stored.problems,
    ...failed.map(({ name, error }) =>
      `The plugin ${name} does not run: ${error?.message ?? ''} ${error?.hint ?? ''}`.trim(),
    ),
    ...(deep ? await parserProblems(parsers) : []),
  ];
  const status = stored.ok ? await asked() : undefined;
  const schedule = status && { ...status, notes: scheduleNotes(status, clock.now()) };
  const notes = stored.ok
    ? [...(await vectorNotes(store, host)), ...(await labelNotes(store, host)), ...(schedule?.notes ?? [])]
    : [];
  return { ok: problems.length === 0, version, store: stored, plugins, schedule, problems, notes };
};

const parserProblems = async (parsers: ParserPool): Promise<string[]> => {
  try {
    return (await parsers.problems()).map(({ plugin, problem }) => `The parser ${plugin} does not start: ${problem}`);
  } catch (thrown) {
    const { message, hint } = DossierError.from(thrown);
    return [`${message} ${hint}`];
  }
};

/** Search by meaning is only as complete as the vectors of the configured embedder. */
const vectorNotes = async ({ passages }: Store, { embedding }: PluginHost): Promise<string[]> => {
  const embedder = embedding.current();
  if (embedder === undefined) return ['No embedder runs: search goes by words alone.'];
  const [total, spaces] = await Promise.all([passages.count(localPrincipal), passages.spaces(localPrincipal)]);
  const covered = spaces.find(({ id }) => id === embedder.space.id)?.vectors ?? 0;
  if (covered >= total) return [];
  return [
    `${total - covered} of ${total} passages have no vectors of the configured embedder yet and are found by words ` +
      'alone. They are made in the background while dossier serve, mcp or ingest runs.',
  ];
};

/** Many documents say no more than a number. */
const COUNTED = 1_000_000;

/** What is known of clauses by their types is only as complete as the labels of the configured clause model. */
const labelNotes = async ({ passages }: Store, { clauses }: PluginHost): Promise<string[]> => {
  const model = clauses.current();
  if (model === undefined) return ['No clause model runs: clauses are not told apart by what they settle.'];
  const { length } = await passages.withoutLabels(localPrincipal, model.id, { limit: COUNTED });
  if (length === 0) return [];
  return [
    `${length} ${length === 1 ? 'document has' : 'documents have'} not been read by the configured clause model yet. ` +
      'That is done in the background while dossier serve, mcp or ingest runs.',
  ];
};

/** A lateness that a worker which is busy, or has just been started, makes up by itself. */
const LATE_MILLISECONDS = 2 * 60_000;

/** A reminder that nobody sends is as good as none. */
const scheduleNotes = ({ workers, next, failing }: ScheduleStatus, now: number): string[] => [
  ...(workers.length === 0 && next !== undefined
    ? [
        `${next <= now ? `A wake-up has been due since ${toInstant(next)}` : `The next wake-up is due at ${toInstant(next)}`}, ` +
          'and nothing runs that would notice: start dossier worker, serve or mcp.',
      ]
    : workers.length > 0 && next !== undefined && next < now - LATE_MILLISECONDS
      ? [`A wake-up has been due since ${toInstant(next)}, though a worker runs: its log says more.`]
      : []),
  ...failing.map(
    ({ wake, code, retryAt }) =>
      `The wake-up ${wake} failed (${code})${retryAt === undefined ? '' : ` and is tried again at ${toInstant(retryAt)}`}.`,
  ),
];
