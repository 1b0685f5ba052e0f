import { DossierError } from '../errors/error.ts';

/** Calls again, with the records as they are then, as long as somebody else changes them in between (`conflict`): so many times in all. */
export const untilCommitted = async <T>(attempt: () => Promise<T>, times = 20): Promise<T> => {
  for (let tries = 1; ; tries++) {
    try {
      return await attempt();
    } catch (thrown) {
      if (DossierError.from(thrown).code !== 'conflict' || tries >= times) throw thrown;
    }
  }
};
