import path from 'node:path';
import { DossierError } from '../../../../core/errors/error.ts';
import { createProgress } from '../../progress.ts';
import { loadConfigOf, type Session, writeJson } from '../../session.ts';

export type FloorsOptions = {
  readonly corpora?: string;
  readonly write?: true;
};

/** Measures the samples, holds them against the committed floors and, where asked to, raises these. */
export const evalFloors = async (session: Session, { corpora, write }: FloorsOptions): Promise<void> => {
  if (corpora === undefined) throw new DossierError('invalid_input', { problems: ['--corpora goes with --floors'] });
  const { measureSamples } = await import('../../../../eval/floors/measure.ts');
  const { heldAgainst, isHeld, raised, readFloors, told, writeFloors } = await import(
    '../../../../eval/floors/floors.ts'
  );
  const json = session.globals().json === true;
  const progress = createProgress(session.terminal.stderr, json);
  const measured = await measureSamples(path.resolve(corpora), {
    open: (data) => session.wiring.openApplication(loadConfigOf(session, { data })),
    progress: progress.update,
    signal: session.signal,
  }).finally(progress.clear);
  if (measured.size === 0) throw new DossierError('path_not_found', { path: path.resolve(corpora) });
  const floors = write === true ? raised(readFloors(), measured) : readFloors();
  if (write === true) writeFloors(floors);
  const held = heldAgainst(floors, measured);
  if (json) writeJson(session.terminal, { floors: held, held: held.every(isHeld) });
  else for (const each of held) session.terminal.stdout.write(`${isHeld(each) ? '' : 'FELL  '}${told(each)}\n`);
  session.exitCode = held.every(isHeld) ? 0 : 1;
};
