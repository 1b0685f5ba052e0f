import { type DocumentState, type DocumentVersion, documents, type StoredDocument } from '../document/record.ts';
import { withLatest } from '../document/states.ts';
import { DossierError } from '../errors/error.ts';
import type { Principal } from '../identity/principal.ts';
import type { Clock } from '../ports/clock.ts';
import { toInstant } from '../ports/clock.ts';
import type { JobSpec } from '../ports/jobs.ts';
import { type Records, update } from '../ports/records.ts';

/**
 * The only way in which a worker changes the document that it works on. Each change is tied to the revision that it
 * was made from: a worker whose lease went to another, or whose document was replaced, cancelled or deleted
 * meanwhile, changes nothing.
 */
export type Fence = {
  current(): StoredDocument;
  /** False when the work is no longer ours to do: stop, and say nothing. */
  advance(to: DocumentState, patch?: Partial<DocumentVersion>, more?: Advance): Promise<boolean>;
};

export type Advance = {
  readonly jobs?: readonly JobSpec[];
  /** Also makes the version the live one. */
  readonly live?: boolean;
};

export const createFence = (
  { records, clock }: { records: Records; clock: Clock },
  principal: Principal,
  document: StoredDocument,
  held: () => Promise<boolean>,
): Fence => {
  let current = document;
  return {
    current: () => current,
    async advance(to, patch = {}, { jobs = [], live = false } = {}) {
      for (;;) {
        const latest: DocumentVersion = { ...current.value.latest, ...patch, state: to };
        const changed = withLatest(current.value, latest, toInstant(clock.now()));
        const value = live ? { ...changed, live: latest, liveSha256: latest.sha256 } : changed;
        try {
          await records.commit(principal, { writes: [update(documents, current, value)], jobs });
          current = { id: current.id, revision: current.revision + 1, value };
          return true;
        } catch (thrown) {
          if (DossierError.from(thrown).code !== 'conflict') throw thrown;
        }
        // Something else about the document changed, its name for example; or it is no longer ours.
        const reloaded = await records.get(principal, documents, current.id);
        if (reloaded === undefined || !isSameWork(reloaded, current) || !(await held())) return false;
        current = reloaded;
      }
    },
  };
};

const isSameWork = (a: StoredDocument, b: StoredDocument): boolean =>
  a.value.latest.version === b.value.latest.version &&
  a.value.latest.run === b.value.latest.run &&
  a.value.latest.state === b.value.latest.state &&
  a.value.latest.attempts === b.value.latest.attempts;
