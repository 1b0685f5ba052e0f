import { occurrences } from '../../../agents/obligation/deadlines/occurrences.ts';
import { conventionsOf } from '../../../agents/obligation/deadlines/read/conventions.ts';
import { readDeadline } from '../../../agents/obligation/deadlines/read/read-deadline.ts';
import type { Holidays } from '../../../agents/obligation/deadlines/resolve/holidays.ts';
import { resolveDeadline } from '../../../agents/obligation/deadlines/resolve/resolve-deadline.ts';
import type { Deadline } from '../../../agents/obligation/model/deadline.ts';
import type { DutyReading } from '../../../agents/obligation/model/reading.ts';
import { type DocumentTerms, type Term, type TermName, termNames } from '../../../agents/obligation/model/terms.ts';
import type { Case } from '../../../eval/obligations/cases.ts';
import type { DeadlineReader } from '../../../eval/obligations/deadlines.ts';
import { holds } from '../../../eval/obligations/score.ts';

/** The obligation agent as eval asks it for deadlines. */
export const deadlineReader = (holidays: Holidays): DeadlineReader<DutyReading, Deadline> => ({
  deadlineOf: (asked, document, duty) => {
    const stated = readDeadline(document, duty, conventionsOf(document, null));
    const event = stated.anchor?.event;
    const known = event === undefined ? undefined : asked.known?.find((each) => holds(event, each.event));
    const facts = new Map(event === undefined || known === undefined ? [] : [[event, known.date]]);
    const { asOf, timezone } = asked;
    return resolveDeadline(stated, { terms: termsOf(asked), facts, asOf, timezone, holidays });
  },
  daysOf: (deadline, rule, from, to) => occurrences({ ...deadline, ...rule, until: null }, from, to, holidays),
});

const termsOf = ({ id, terms }: Case): DocumentTerms => ({
  documentId: id,
  asOf: null,
  terms: Object.fromEntries(
    termNames.map((name): [TermName, Term] => [
      name,
      { name, value: terms[name] ?? null, explanation: '', needs: null, evidence: [], confidence: 1 },
    ]),
  ) as Record<TermName, Term>,
  renewal: null,
  current: null,
  changes: [],
  parties: [],
});
