import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Answer, Question } from './child.ts';
import type { EngineName } from './engines.ts';

export type Outcome = Exclude<Answer, { kind: 'ready' }> | { kind: 'crashed' | 'hung' };

const CHILD = fileURLToPath(new URL('child.ts', import.meta.url));
const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url));

/** Node's permission model as the parser pool uses it: reads in the repository, and nothing else. */
export const SANDBOX = ['--permission', `--allow-fs-read=${REPOSITORY}`];

/** An engine in a process that is replaced when it dies or takes longer than a file may. */
export class EngineProcess {
  readonly #name: EngineName;
  readonly #flags: readonly string[];
  readonly #seconds: number;
  #child: ChildProcess | undefined;

  constructor(name: EngineName, options: { flags?: readonly string[]; seconds?: number } = {}) {
    this.#name = name;
    this.#flags = options.flags ?? [];
    this.#seconds = options.seconds ?? 60;
  }

  async read(question: Question): Promise<Outcome> {
    if (this.#child === undefined) {
      const child = fork(CHILD, [this.#name], {
        execArgv: [...this.#flags],
        serialization: 'advanced',
        stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      });
      this.#child = child;
      const started = await this.#answer(child);
      if (started.kind !== 'ready') {
        this.close();
        return started;
      }
    }
    const child = this.#child;
    child.send(question);
    const answer = await this.#answer(child);
    // A file that fails must not spoil the next one's chances: pdf2json keeps state from one to the other.
    if (answer.kind !== 'read') this.close();
    return answer.kind === 'ready' ? { kind: 'crashed' } : answer;
  }

  close(): void {
    this.#child?.kill('SIGKILL');
    this.#child = undefined;
  }

  #answer(child: ChildProcess): Promise<Answer | { kind: 'crashed' | 'hung' }> {
    return new Promise((resolve) => {
      const done = (answer: Answer | { kind: 'crashed' | 'hung' }) => {
        clearTimeout(timer);
        child.off('message', done);
        child.off('exit', died);
        resolve(answer);
      };
      const died = () => done({ kind: 'crashed' });
      const timer = setTimeout(() => done({ kind: 'hung' }), this.#seconds * 1000);
      child.on('message', done);
      child.on('exit', died);
    });
  }
}
