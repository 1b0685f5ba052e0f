// Ingests a folder and kills itself after so many calls that change something:
// node killed-process.ts DATA FILES EVENTS CALLS. With 0 it runs to its end and says which calls it made.
import { appendFileSync } from 'node:fs';
import { localPrincipal } from '../../../core/identity/principal.ts';
import type { NamedAgent, ParserPool } from '../../../core/pipeline/parts.ts';
import type { Clock } from '../../../core/ports/clock.ts';
import type { Embedder } from '../../../core/ports/embedder.ts';
import { silentLogger } from '../../../core/ports/logger.ts';
import type { Store } from '../../../core/ports/store.ts';
import { systemClock } from '../../../core/ports/system-clock.ts';
import { openEmbeddedStore } from '../../../storage/embedded/index.ts';
import { clauseAccess, wordClauses } from '../../support/clauses.ts';
import { createPipelineRig, letterEmbedder, listener, textParsers, until } from '../../support/pipeline.ts';

/** Calls that only look, or that found nothing to do: nobody is killed after those. */
const looks =
  /^(records\.(get|find|count)|blobs\.(get|has|list)|jobs\.(get|counts|nextDue)|passages\.(get|range|count|lexical|nearest|spaces|withoutVector|labelSpaces|withoutLabels|documentFrequencies|openSpace))$/;

type After = (call: string, result: unknown) => void;

/** The same object, with `after` told of each call once it has resolved. */
const watched = <T extends object>(target: T, name: string, after: After): T =>
  new Proxy(target, {
    get: (object, key) => {
      const member: unknown = Reflect.get(object, key);
      if (typeof member !== 'function') return member;
      return (...parameters: unknown[]) => {
        const result: unknown = Reflect.apply(member, object, parameters);
        if (!(result instanceof Promise)) return result;
        return result.then((value: unknown) => {
          after(`${name}.${String(key)}`, value);
          return value;
        });
      };
    },
  });

/** What the pipeline of these tests is made of: an embedder, a clause model, a parser, and an agent that writes down what it hears. */
export const createKillableRig = (store: Store, clock: Clock, events: string, after: After = () => {}) => {
  const embedder: Embedder = watched(letterEmbedder('letters'), 'embedder', after);
  const model = watched(wordClauses('words', { types: { ending: /ends clause/ } }), 'clauses', after);
  const parsers: ParserPool = watched(textParsers(), 'parsers', after);
  const { agent } = listener('diary', ({ type, documentId, version }) => {
    appendFileSync(events, `${type} ${documentId} ${version}\n`);
    after('agent.on', undefined);
  });
  const analyse = async () => after('agent.analyse', undefined);
  const agents: NamedAgent[] = [{ name: 'diary', agent: { ...agent, analyse } }];
  const ports = {
    records: watched(store.records, 'records', after),
    passages: watched(store.passages, 'passages', after),
    blobs: watched(store.blobs, 'blobs', after),
    jobs: watched(store.jobs, 'jobs', after),
  };
  return createPipelineRig({ ...store, ...ports }, clock, {
    parsers,
    embedding: { current: () => embedder },
    clauses: clauseAccess({ ...store, ...ports }, model),
    agents: () => agents,
    concurrency: 1,
    pollMilliseconds: 50,
  });
};

const run = async (data: string, files: string, events: string, calls: number): Promise<void> => {
  const made: string[] = [];
  const after: After = (call, result) => {
    if (looks.test(call) || result === 0 || (Array.isArray(result) && result.length === 0)) return;
    made.push(call);
    if (made.length === calls) process.kill(process.pid, 'SIGKILL');
  };
  const store = await openEmbeddedStore({ folder: data, clock: systemClock, log: silentLogger });
  const { pipeline, ingest } = createKillableRig(store, systemClock, events, after);
  pipeline.start();
  await ingest([files], { prune: true });
  await until(async () => {
    const { waiting, running } = await store.jobs.counts(localPrincipal);
    return waiting + running === 0;
  });
  await pipeline.stop();
  await store.close();
  process.stdout.write(JSON.stringify(made));
};

if (import.meta.main) {
  const [data = '', files = '', events = '', calls = ''] = process.argv.slice(2);
  await run(data, files, events, Number(calls));
}
