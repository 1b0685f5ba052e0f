import type { DocumentState } from '../document/record.ts';

/** How far a document has come, in this process. Not stored: another process shows the recorded state only. */
export type DocumentProgress = {
  readonly workspace: string;
  readonly documentId: string;
  readonly version: number;
  /** The last state that was recorded. */
  readonly state: DocumentState;
  /** How much of the step after it is done, 0 to 1. */
  readonly fraction: number;
};

export type ProgressBoard = {
  report(progress: DocumentProgress): void;
  /** The latest report for a document that is under way here. */
  of(workspace: string, documentId: string): DocumentProgress | undefined;
  /** The document is no longer under way here, and has not come to an end here either. */
  forget(workspace: string, documentId: string): void;
  /** Returns how to unsubscribe. A listener must not throw. */
  subscribe(listener: (progress: DocumentProgress) => void): () => void;
};

export const createProgressBoard = (): ProgressBoard => {
  const latest = new Map<string, DocumentProgress>();
  const listeners = new Set<(progress: DocumentProgress) => void>();
  const keyOf = (workspace: string, documentId: string) => `${workspace}\n${documentId}`;
  return {
    report(progress) {
      const key = keyOf(progress.workspace, progress.documentId);
      if (progress.state === 'ready' || progress.state === 'failed' || progress.state === 'cancelled')
        latest.delete(key);
      else latest.set(key, progress);
      for (const listener of listeners) listener(progress);
    },
    forget: (workspace, documentId) => {
      latest.delete(keyOf(workspace, documentId));
    },
    of: (workspace, documentId) => latest.get(keyOf(workspace, documentId)),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};
