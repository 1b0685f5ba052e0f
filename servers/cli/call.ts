import { randomUUID } from 'node:crypto';
import type { AnyCapability } from '../../core/capability/capability.ts';
import { describeIssues } from '../../core/capability/invoke.ts';
import { DossierError } from '../../core/errors/error.ts';
import { localPrincipal } from '../../core/identity/principal.ts';
import { createProgress } from './progress.ts';
import { type Session, withApplication, writeJson } from './session.ts';
import { jsonText, printableOutput, styleFor } from './terminal.ts';

/** Runs one capability for the person at this machine, who may read whatever the operating system lets them. */
export const callCapability = async (
  session: Session,
  capability: AnyCapability,
  input: Record<string, unknown>,
): Promise<void> => {
  const { terminal } = session;
  const json = session.globals().json === true;
  refuseInvalid(capability, input);
  await withApplication(session, async (application) => {
    // What changes documents is done here and now; a command that reads them must not start to work on somebody's backlog.
    const works = capability.effect !== 'read' && !capability.scope.endsWith(':read');
    if (works) application.work();
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
      show(session, capability, output);
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
