import { removeOlderOpenings } from '../../core/contracts/openings.ts';
import { eachRecord } from '../../core/document/each.ts';
import type { Principal } from '../../core/identity/principal.ts';
import { remove } from '../../core/ports/records.ts';
import { removeAnalyses, removeOlderAnalyses } from './analysis/store.ts';
import { decisions } from './decisions/records.ts';
import { analyses } from './findings/records.ts';
import { openings } from './openings.ts';
import type { RiskPorts } from './ports.ts';

/**
 * Takes out everything that came from a document: what was found in it, what was decided on that, and what was found in
 * other documents with its words as evidence; those are looked through again when somebody asks. May be called again.
 */
export const forgetDocument = async (
  ports: Pick<RiskPorts, 'records'>,
  principal: Principal,
  documentId: string,
): Promise<void> => {
  const { records } = ports;
  const beside = new Set<string>([documentId]);
  for await (const { value } of eachRecord(records, principal, analyses, { where: { beside: true } })) {
    if (value.related.some((each) => each.documentId === documentId)) beside.add(value.documentId);
  }
  for (const id of beside) await removeAnalyses(ports, principal, id);
  const query = { where: { documentId } };
  const left = await Array.fromAsync(eachRecord(records, principal, openings, query));
  const decided = await Array.fromAsync(eachRecord(records, principal, decisions, query));
  const writes = [...left.map(({ id }) => remove(openings, id)), ...decided.map(({ id }) => remove(decisions, id))];
  if (writes.length > 0) await records.commit(principal, { writes });
};

/** Takes out what came from versions of a document that are gone; what was decided stays. May be called again. */
export const forgetOlder = async (
  ports: Pick<RiskPorts, 'records' | 'documents'>,
  principal: Principal,
  documentId: string,
): Promise<void> => {
  await removeOlderAnalyses(ports, principal, documentId);
  await removeOlderOpenings({ ...ports, openings }, principal, documentId);
};
