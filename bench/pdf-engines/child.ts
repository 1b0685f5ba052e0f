import { type BoxedWord, type EngineName, type EngineResult, engines } from './engines.ts';

export type Question = { bytes: Uint8Array; boxes: boolean };
export type Answer =
  | { kind: 'ready' }
  | { kind: 'failed'; message: string }
  | { kind: 'read'; result: EngineResult; ms: number; words: BoxedWord[] | undefined; rssMb: number };

// Runs one engine in a process of its own; the bytes come over the channel, so that it needs no file.
const name = process.argv[2] as EngineName;
const send = (answer: Answer) => process.send?.(answer);

// An engine that throws outside its own promise fails this file; the next gets a new process.
process.on('uncaughtException', (error) => {
  send({ kind: 'failed', message: error.message });
});

try {
  const engine = await engines[name]();
  send({ kind: 'ready' });
  process.on('message', async ({ bytes, boxes }: Question) => {
    try {
      const start = performance.now();
      const result = await engine.text(bytes);
      const ms = performance.now() - start;
      const words = boxes ? await engine.words?.(bytes) : undefined;
      send({ kind: 'read', result, ms, words, rssMb: Math.round(process.memoryUsage.rss() / 2 ** 20) });
    } catch (error) {
      send({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
    }
  });
} catch (error) {
  send({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
  process.disconnect?.();
}
