import { measuredDeadline } from '../../../agents/obligation/deadlines/measured.ts';
import { occurrences } from '../../../agents/obligation/deadlines/occurrences.ts';
import type { Holidays } from '../../../agents/obligation/deadlines/resolve/holidays.ts';
import type { Deadline } from '../../../agents/obligation/model/deadline.ts';
import type { DutyReading } from '../../../agents/obligation/model/reading.ts';
import { type DeadlineReader, givenOf } from '../../../eval/obligations/deadlines.ts';

/** The obligation agent as eval asks it for deadlines. */
export const deadlineReader = (holidays: Holidays): DeadlineReader<DutyReading, Deadline> => ({
  deadlineOf: (asked, document, duty) => measuredDeadline(document, duty, givenOf(asked), holidays),
  daysOf: (deadline, rule, from, to) => occurrences({ ...deadline, ...rule, until: null }, from, to, holidays),
});
