import type { ExecutionContext } from 'ava';
import type { Principal } from '../../core/identity/principal.ts';
import { jobPrincipal } from '../../core/identity/principal.ts';
import type { Store } from '../../core/ports/store.ts';
import type { TestClock } from '../support/clock.ts';

/** A fresh, empty store whose time is the clock's; closed and removed when the test ends. */
export type StoreFactory = (t: ExecutionContext) => Promise<{ store: Store; clock: TestClock }>;

/** Two tenants of one store. */
export const ours: Principal = jobPrincipal('ours');
export const theirs: Principal = jobPrincipal('Theirs & co/../ours');

export const hasCode = (code: string) => ({ name: 'DossierError', code });
