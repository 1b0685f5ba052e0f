import { eachRecord } from '../../../core/document/each.ts';
import type { Principal } from '../../../core/identity/principal.ts';
import { remove } from '../../../core/ports/records.ts';
import type { ObligationPorts } from '../ports.ts';
import type { Setting } from './analysis/current.ts';
import { renewContract } from './analysis/renew.ts';
import { removeAnalyses, removeOlderAnalyses } from './analysis/store.ts';
import { adoptReadings } from './lifecycle/adopt.ts';
import { states } from './lifecycle/records.ts';
import { wakeReminders } from './wake.ts';

/** Takes out what was read in a document and what people decided on it. May be called again. */
export const forgetObligations = async (
  ports: ObligationPorts,
  principal: Principal,
  documentId: string,
  setting: Setting,
): Promise<void> => {
  await removeAnalyses(ports, principal, documentId);
  const decided = await Array.fromAsync(eachRecord(ports.records, principal, states, { where: { documentId } }));
  if (decided.length > 0) {
    await wakeReminders(ports, principal);
    await ports.records.commit(principal, { writes: decided.map(({ id }) => remove(states, id)) });
  }
  // What it amended stands as it did before.
  await renewContract(ports, principal, documentId, setting);
};

/** A version has become the one that people see: what was decided is told of it, what came from older ones goes. May be called again. */
export const renewObligations = async (
  ports: ObligationPorts,
  principal: Principal,
  documentId: string,
  setting: Setting,
): Promise<void> => {
  await renewContract(ports, principal, documentId, setting);
  await adoptReadings(ports, principal, documentId);
  await removeOlderAnalyses(ports, principal, documentId);
};
