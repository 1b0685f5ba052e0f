import { createContext, Script } from 'node:vm';
import { DossierError } from '../errors/error.ts';

/** So long anything may take; other work of the process waits for it. */
const LEAST_MILLISECONDS = 20_000;
/** A busy machine reads a long contract several times as fast. */
const MILLISECONDS_PER_CHARACTER = 0.01;

const room = createContext({ work: undefined as (() => void) | undefined });
const script = new Script('work()');

/** How long a text of so many characters may be read at a stretch, milliseconds. */
export const readingLimit = (characters: number): number =>
  Math.round(LEAST_MILLISECONDS + characters * MILLISECONDS_PER_CHARACTER);

/**
 * What `work` returns, a function that reads text of others and waits for nothing. A pattern or a loop that does not come to
 * an end on a text is stopped, so that it costs this text and not the process: throws `reading_timeout`.
 */
export const withinTime = <T>(work: () => T, milliseconds: number): T => {
  const read: { result?: T } = {};
  const outer = room['work'];
  room['work'] = () => {
    read.result = work();
  };
  try {
    // The time limit of a script is the only one that V8 also keeps inside a pattern.
    script.runInContext(room, { timeout: milliseconds });
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw thrown;
    throw new DossierError('reading_timeout');
  } finally {
    room['work'] = outer;
  }
  return read.result as T;
};
