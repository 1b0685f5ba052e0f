import { randomUUID } from 'node:crypto';
import { stat, writeFile } from 'node:fs/promises';
import type { AnyCapability } from '../../core/capability/capability.ts';
import { describeIssues } from '../../core/capability/invoke.ts';
import { DossierError } from '../../core/errors/error.ts';
import { localPrincipal } from '../../core/identity/principal.ts';
import type { SaveTarget } from './capability-command.ts';
import { createProgress } from './progress.ts';
import { type Session, withApplication, writeJson } from './session.ts';
import { jsonText, printableLine, printableOutput, styleFor } from './terminal.ts';

/** Runs one capability for the person at this machine, who may read whatever the operating system lets them. */
export const callCapability = async (
  session: Session,
  capability: AnyCapability,
  input: Record<string, unknown>,
  target?: SaveTarget,
): Promise<void> => {
  const { terminal } = session;
  const json = session.globals().json === true;
  refuseInvalid(capability, input);
  if (target !== undefined) await refuseTaken(target);
  await withApplication(session, async (application) => {
    // What changes documents is done here and now; a command that reads them must not start to work on somebody's backlog.
    const works = capability.effect !== 'read' && !capability.scope.endsWith(':read');
    if (works) application.work({ wakes: false });
    const progress = createProgress(terminal.stderr, json);
    try {
      const output = await application.invoke(application.capabilities.get(capability.name) ?? capability, input, {
        principal: localPrincipal,
        requestId: randomUUID(),
        signal: session.signal,
        mayRead: () => true,
        progress: progress.update,
        emit: (item) => {
          if (!json) return;
          progress.clear();
          terminal.stdout.write(`${jsonText(item)}\n`);
        },
      });
      progress.clear();
      if (target === undefined) show(session, capability, output);
      else await save(session, capability, output, target);
      // A command that takes files in is the only one that a person without a server ever waits for.
      if (works && capability.stream !== undefined) await application.finish(session.signal);
    } finally {
      progress.clear();
    }
  });
};

const show = (session: Session, capability: AnyCapability, output: Record<string, unknown>): void => {
  const { terminal } = session;
  if (session.globals().json === true) {
    if (capability.stream === undefined) writeJson(terminal, output);
    else writeRest(terminal, capability.stream, output);
  } else if (capability.render === undefined) {
    terminal.stdout.write(`${jsonText(output, 2)}\n`);
  } else {
    const shown = printableOutput(output) as never;
    const text = capability.render(shown, styleFor(terminal.stdout, terminal.environment));
    terminal.stdout.write(text.endsWith('\n') ? text : `${text}\n`);
  }
  session.exitCode = capability.cli?.exit?.(output as never) ?? 0;
};

/** Before anything is worked on for a file that cannot be written in the end. */
const refuseTaken = async ({ file, force }: SaveTarget): Promise<void> => {
  if (!force && (await stat(file).catch(() => undefined))) throw new DossierError('target_not_empty', { path: file });
};

/** The file instead of the text; what is left of the output is its JSON. */
const save = async (
  session: Session,
  capability: AnyCapability,
  output: Record<string, unknown>,
  { file, force }: SaveTarget,
): Promise<void> => {
  const { terminal } = session;
  const { [capability.cli?.saves ?? '']: text, ...rest } = output;
  try {
    await writeFile(file, String(text), { flag: force ? 'w' : 'wx' });
  } catch (thrown) {
    const reason = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : 'unknown';
    if (reason === 'EEXIST') throw new DossierError('target_not_empty', { path: file });
    throw new DossierError('target_unusable', { path: file, reason }, { cause: thrown });
  }
  if (session.globals().json === true) writeJson(terminal, { ...rest, file });
  else terminal.stdout.write(`Wrote ${printableLine(file)}\n`);
  session.exitCode = capability.cli?.exit?.(output as never) ?? 0;
};

/** A mistake in the input is said before the store is opened. */
const refuseInvalid = (capability: AnyCapability, input: Record<string, unknown>): void => {
  const checked = capability.input.safeParse(input);
  if (!checked.success) throw new DossierError('invalid_input', { problems: describeIssues(checked.error) });
};

/**
 * After the items, one line with the other lists of the output that hold something (files that are gone, say), each
 * under its name. Counts can be had from the items themselves.
 */
const writeRest = (terminal: Session['terminal'], stream: string, output: Record<string, unknown>): void => {
  const rest = Object.entries(output).filter(
    ([name, value]) => name !== stream && Array.isArray(value) && value.length > 0,
  );
  if (rest.length > 0) terminal.stdout.write(`${jsonText(Object.fromEntries(rest))}\n`);
};
