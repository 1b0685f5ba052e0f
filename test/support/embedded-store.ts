import type { ExecutionContext } from 'ava';
import { silentLogger } from '../../core/ports/logger.ts';
import type { Store } from '../../core/ports/store.ts';
import { type EmbeddedOptions, openEmbeddedStore } from '../../storage/embedded/index.ts';
import { createTestClock, type TestClock } from './clock.ts';
import { temporaryFolder } from './folder.ts';

export const createEmbeddedStore = async (
  t: ExecutionContext,
  options: Partial<EmbeddedOptions> = {},
): Promise<{ store: Store; clock: TestClock; folder: string }> => {
  const folder = options.folder ?? temporaryFolder(t);
  const clock = createTestClock();
  const store = await openEmbeddedStore({ clock, log: silentLogger, ...options, folder });
  t.teardown(() => store.close());
  return { store, clock, folder };
};
