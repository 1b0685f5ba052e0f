import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ProgressUpdate } from '../core/capability/capability.ts';
import { DossierError } from '../core/errors/error.ts';
import { localPrincipal } from '../core/identity/principal.ts';
import type { ClauseModel } from '../core/ports/clauses.ts';
import type { Application } from '../core/system/application.ts';

export type Report = (update: ProgressUpdate) => void;

/** The system under test: its capabilities, as a person at this machine calls them, and what reads questions for them. */
export type System = {
  /** undefined where none runs. */
  readonly clauses: ClauseModel | undefined;
  call(
    capability: string,
    input: Record<string, unknown>,
    during?: { readonly progress: Report; readonly emit: (item: unknown) => void },
  ): Promise<Record<string, unknown>>;
};

/** Runs the whole application at work on a data folder of its own, which is removed whatever happens. */
export const withSystem = async <T>(
  open: (data: string) => Promise<Application>,
  signal: AbortSignal,
  use: (system: System) => Promise<T>,
): Promise<T> => {
  const data = mkdtempSync(path.join(tmpdir(), 'dossier-eval-'));
  try {
    const application = await open(data);
    try {
      application.work({ wakes: false });
      return await use(systemOf(application, signal));
    } finally {
      await application.close();
    }
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
};

const systemOf = (application: Application, signal: AbortSignal): System => {
  let calls = 0;
  return {
    clauses: application.clauses.current(),
    async call(name, input, during) {
      const capability = application.capabilities.get(name);
      if (capability === undefined) throw new DossierError('not_found', { what: 'capability', id: name });
      calls += 1;
      return await application.invoke(capability, input, {
        principal: localPrincipal,
        requestId: `eval-${calls}`,
        signal,
        mayRead: () => true,
        ...during,
      });
    },
  };
};
