import { documents } from '../document/record.ts';
import type { ClauseModel } from '../ports/clauses.ts';
import type { Embedder } from '../ports/embedder.ts';
import { embedMissing } from './embed.ts';
import type { Filling } from './fill.ts';
import { readLabels } from './label.ts';
import { embedKind, labelKind } from './outbox.ts';
import type { PipelineParts } from './parts.ts';

type Parts = Pick<PipelineParts, 'store' | 'embedding' | 'clauses'>;

/** What the models that run in this process make. */
export const fillingsOf = (parts: Parts): readonly Filling[] => {
  const embedder = parts.embedding.current();
  const model = parts.clauses.current();
  return [
    ...(embedder === undefined ? [] : [vectorFilling(parts, embedder)]),
    ...(model === undefined ? [] : [labelFilling(parts, model)]),
  ];
};

const vectorFilling = ({ store: { passages } }: Parts, embedder: Embedder): Filling => {
  const { space } = embedder;
  return {
    kind: embedKind(space.id),
    open: (principal) => passages.openSpace(principal, space),
    lacks: async (principal, documentId) => {
      const of = documentId === undefined ? {} : { documentId };
      return (await passages.withoutVector(principal, space, { ...of, limit: 1 })).length > 0;
    },
    fill: (principal, documentId, signal) =>
      embedMissing(passages, embedder, principal, { documentId }, signal, () => {}),
    dropReplaced: async (principal) => {
      for (const { id } of await passages.spaces(principal)) {
        if (id !== space.id) await passages.dropSpace(principal, id);
      }
    },
  };
};

const labelFilling = ({ store: { passages, records }, clauses }: Parts, model: ClauseModel): Filling => ({
  kind: labelKind(model.id),
  open: async () => {},
  lacks: async (principal, documentId) => {
    const of = documentId === undefined ? {} : { documentId };
    return (await passages.withoutLabels(principal, model.id, { ...of, limit: 1 })).length > 0;
  },
  fill: async (principal, documentId, signal) => {
    const version = (await records.get(principal, documents, documentId))?.value.live?.version;
    if (version === undefined) return;
    const labels = await readLabels(clauses, principal, documentId, version, signal);
    if (labels) await passages.putLabels(principal, model.id, documentId, version, labels);
  },
  dropReplaced: async (principal) => {
    for (const { id } of await passages.labelSpaces(principal)) {
      if (id !== model.id) await passages.dropLabels(principal, id);
    }
  },
});
