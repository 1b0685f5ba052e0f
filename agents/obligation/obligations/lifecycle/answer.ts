import type { CallContext } from '../../../../core/capability/capability.ts';
import { DossierError } from '../../../../core/errors/error.ts';
import type { Principal } from '../../../../core/identity/principal.ts';
import { nobodyCalled } from '../../../../core/notifications/people/preferences.ts';
import type { ObligationPorts } from '../../ports.ts';
import type { Standing } from '../../reminders/ports.ts';
import type { Renew } from '../../terms/answer.ts';
import { answerFact } from '../../terms/facts/store.ts';
import type { EditInput } from '../capabilities/edit.ts';
import { callBackReminders, complete } from '../complete.ts';
import type { ObligationDetail } from '../view.ts';
import { obligationDetail } from '../viewed.ts';
import { type Act, changeAll, entryOf, heldOf, stateOf } from './change.ts';
import { editing } from './edit.ts';
import { momentOf } from './moment.ts';

/** Does it to all of these, and gives them as they stand then. A `revision` is that of a single one. */
export const changed = async (
  ports: ObligationPorts,
  principal: Principal,
  ids: readonly string[],
  act: Act,
  revision: number | undefined,
): Promise<{ obligations: ObligationDetail[] }> => {
  if (revision !== undefined && ids.length > 1)
    throw new DossierError('invalid_input', { problems: ['revision: it is that of a single obligation'] });
  const held = await changeAll(ports, principal, ids, act, revision);
  const reminders = await callBackReminders(ports, principal);
  const moment = await momentOf(
    ports.clock.now(),
    held.map(({ reading }) => reading),
  );
  const details = held.map((each) => obligationDetail(each, moment));
  return { obligations: await complete(ports, principal, details, reminders) };
};

/**
 * Edits one obligation. The day of an event that the terms of its contract wait for is said of the contract, for all that
 * follows from it. Throws `invalid_input` where nobody is called as it says, `no_anchor` where it counts from nothing that is open.
 */
export const editObligation = async (
  ports: ObligationPorts,
  renew: Renew,
  { id, anchor_date: anchorDate, lead_days: leadDays, revision, ...edit }: EditInput,
  context: CallContext,
): Promise<ObligationDetail> => {
  const { principal } = context;
  if (edit.person !== undefined && !(await ports.notifications.knows(principal, edit.person)))
    throw new DossierError('invalid_input', { problems: [nobodyCalled('person', edit.person)] });
  const { documentId, reading } = await heldOf(ports, principal, id);
  const given = defined({ ...edit, leadDays });
  const ofTerms = anchorDate !== undefined && reading.origin === 'terms';
  const act = editing({ ...given, ...(anchorDate === undefined || ofTerms ? {} : { anchorDate }), reset: edit.reset });
  const event = reading.deadline.anchor?.event;
  if (ofTerms) {
    if (event === undefined) throw new DossierError('no_anchor', { id });
    await answerFact(ports, principal, { documentId, name: event, day: anchorDate });
    await renew(principal, documentId, context);
  }
  const noted = ofTerms ? withNote(act, event ?? '', anchorDate) : act;
  const { obligations } = await changed(ports, principal, [id], noted, ofTerms ? undefined : revision);
  const [detail] = obligations;
  if (detail === undefined) throw new DossierError('not_found', { what: 'obligation', id });
  return detail;
};

/** The history says that a day was given, also where it is kept with the contract. */
const withNote =
  (act: Act, event: string, day: string): Act =>
  (held, context) => {
    const state = act(held, context) ?? stateOf(held);
    const fields = [{ field: event, before: null, after: day }];
    return { ...state, history: [...state.history, entryOf(held, context, 'edited', { fields })] };
  };

const defined = <T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };

/** Where one stands; undefined for one that there is not. */
export const standingOf = async (
  ports: ObligationPorts,
  principal: Principal,
  id: string,
): Promise<Standing | undefined> => {
  try {
    const held = await heldOf(ports, principal, id);
    const { status, deadline } = obligationDetail(held, await momentOf(ports.clock.now(), [held.reading]));
    return { status, date: deadline.date, needs: deadline.needs };
  } catch (thrown) {
    if (DossierError.from(thrown).code !== 'not_found') throw thrown;
    return undefined;
  }
};

/** Throws `not_found`. */
export const shown = async (ports: ObligationPorts, principal: Principal, id: string): Promise<ObligationDetail> => {
  const held = await heldOf(ports, principal, id);
  const detail = obligationDetail(held, await momentOf(ports.clock.now(), [held.reading]));
  const [reminded = detail] = await complete(ports, principal, [detail]);
  return reminded;
};
