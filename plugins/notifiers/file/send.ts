import path from 'node:path';
import type { Message, SendOutcome } from '../../../core/ports/notifier.ts';
import { interrupted, sent } from '../shared/outcome.ts';
import { appendRecord, hasLine } from './append.ts';
import { formatOf } from './formats.ts';

type File = { readonly folder: string; readonly name: string; readonly signal: AbortSignal };

/** A key that is there already is not written again. `time` in RFC 3339. */
export const send = async ({
  folder,
  name,
  time,
  message,
  signal,
}: File & { readonly time: string; readonly message: Message }): Promise<SendOutcome> => {
  const file = path.join(folder, name);
  const format = formatOf(name);
  try {
    signal.throwIfAborted();
    if (!(await hasLine(file, format.isOf(message.key), signal))) {
      await appendRecord(file, format.record(message, time));
    }
    return sent();
  } catch (thrown) {
    return interrupted(thrown, signal);
  }
};

export const wasSent = async ({
  folder,
  name,
  key,
  signal,
}: File & { readonly key: string }): Promise<boolean | undefined> => {
  try {
    return await hasLine(path.join(folder, name), formatOf(name).isOf(key), signal);
  } catch {
    return undefined;
  }
};
