import type { DocumentState, DocumentVersion, StoredDocument } from '../../document/record.ts';
import type { Principal } from '../../identity/principal.ts';
import type { PipelineParts } from '../parts.ts';

export type StageWork = {
  readonly parts: PipelineParts;
  readonly principal: Principal;
  readonly documentId: string;
  readonly version: DocumentVersion;
  /** As it stands in the store. */
  readonly document: StoredDocument;
  readonly signal: AbortSignal;
  /** How much of this stage is done, 0 to 1. */
  progress(fraction: number): void;
};

/** What a stage found out about the version, and the state that it leads to where that is not the next one. */
export type StageResult = { readonly patch?: Partial<DocumentVersion>; readonly to?: DocumentState };

/**
 * One step of the pipeline. It may be stopped anywhere, by the signal or by a kill, and run again from its start:
 * whatever it did must then come out as if done once.
 */
export type Stage = { readonly to: DocumentState; run(work: StageWork): Promise<StageResult> };
