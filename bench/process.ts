import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';

/** What a script of ours writes, run in a process of its own; what it complains of is seen at once. */
export const outputOf = async (script: string, ...args: readonly string[]): Promise<string> => {
  const child = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  const output = await text(child.stdout);
  const [code] = await ended;
  if (code !== 0) throw new Error(`${script} failed; what it said stands above.`);
  return output;
};
