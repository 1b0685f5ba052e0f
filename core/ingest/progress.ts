import type { ProgressUpdate } from '../capability/capability.ts';
import { type DocumentState, documentStates } from '../document/record.ts';
import type { Principal } from '../identity/principal.ts';
import type { Pipeline } from '../pipeline/pipeline.ts';

/** What is being done to a document whose last recorded state is this. */
const doing: Partial<Record<DocumentState, string>> = {
  scanned: 'reading',
  parsed: 'dividing into passages',
  chunked: 'embedding',
  embedded: 'analysing',
  analysed: 'publishing',
};

const STEPS = documentStates.indexOf('ready');

/** Adds up how far the documents of one call are. What it reports never falls. */
export const trackProgress = (
  { progress }: Pick<Pipeline, 'progress'>,
  principal: Principal,
  total: number,
  report: (update: ProgressUpdate) => void,
) => {
  const under = new Map<string, number>();
  let finished = 0;
  let highest = 0;
  const show = (update: Pick<ProgressUpdate, 'message' | 'item'>) => {
    const partial = [...under.values()].reduce((sum, share) => sum + share, 0);
    highest = Math.min(total, Math.max(highest, finished + partial));
    report({ done: highest, total, ...update });
  };
  const unsubscribe = progress.subscribe(({ workspace, documentId, state, fraction }) => {
    const step = doing[state];
    if (workspace !== principal.workspace || step === undefined || !under.has(documentId)) return;
    under.set(documentId, Math.min(1, (documentStates.indexOf(state) + fraction) / STEPS));
    show({ message: step });
  });
  return {
    watch: (documentId: string) => under.set(documentId, under.get(documentId) ?? 0),
    done: (documentId: string | null, name: string) => {
      if (documentId !== null) under.delete(documentId);
      finished++;
      show({ message: name, item: name });
    },
    stop: unsubscribe,
  };
};
