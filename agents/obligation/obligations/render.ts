import type { TextStyle } from '../../../core/capability/capability.ts';
import { wrap } from '../../../core/text/wrap.ts';
import { dayIn } from '../../../core/time/days.ts';
import type { ListOutput } from './capabilities/list.ts';
import type { ObligationDetail, ObligationView } from './view.ts';

const INDENT = '  ';

/** As a person reads it: what is due first stands first, each with its day, its party, its words and where it stands. */
export const renderObligations = (output: ListOutput, style: TextStyle): string => {
  const { obligations, next, total, unread, summary } = output;
  const more = [
    ...(summary.past > 0 ? [`${summary.past} whose day was over before anybody confirmed them: --deadline past`] : []),
    ...(summary.without_deadline > 0 ? [`${summary.without_deadline} without a deadline: --deadline none`] : []),
    ...(next === null ? [] : [`more with --after ${next}`]),
  ];
  const missing = unread.map(
    ({ document_name: name }) => `What ${name} says now is not among it: reading it took too long.`,
  );
  const hidden = [
    ...missing.map((line) => style.bold(wrap(line, style.width))),
    ...(more.length === 0 ? [] : [style.dim(wrap(`Not shown: ${more.join('; ')}.`, style.width))]),
  ];
  if (obligations.length === 0) return ['Nothing is due.', ...hidden].join('\n\n');
  return [
    style.bold(`${total} ${total === 1 ? 'obligation' : 'obligations'}${statusLine(summary.by_status)}`),
    ...obligations.map((each) => obligationText(each, style)),
    ...hidden,
  ].join('\n\n');
};

const statusLine = (counts: ListOutput['summary']['by_status']): string => {
  const said = (['overdue', 'confirmed', 'snoozed', 'proposed'] as const)
    .filter((status) => counts[status] > 0)
    .map((status) => `${counts[status]} ${status}`);
  return said.length === 0 ? '' : `: ${said.join(', ')}`;
};

const obligationText = (view: ObligationView, style: TextStyle): string => {
  const { title, party, deadline, status, evidence, amended, confidence, condition, trigger } = view;
  const facts = [`${Math.round(confidence * 100)} % sure`, view.id];
  const quotes = evidence.flatMap(({ quote, page, document_name: name }, index) => {
    const next = evidence[index + 1];
    const goesOn = next !== undefined && next.document_name === name && next.page === page;
    const place = `${INDENT}${INDENT}${name ?? 'a document that is gone'}, page ${page}`;
    return [wrap(`“${quote}”`, style.width, INDENT), ...(goesOn ? [] : [style.dim(place)])];
  });
  return [
    `${style.bold(whenText(view))}  ${paint(status, style)}  ${style.dim(facts.join(', '))}`,
    wrap(`${party}: ${title}`, style.width, INDENT),
    ...(condition === undefined || holds(evidence, condition)
      ? []
      : [wrap(`Condition: ${condition}`, style.width, INDENT)]),
    ...(trigger === undefined || holds(evidence, trigger) ? [] : [wrap(`Set off by: ${trigger}`, style.width, INDENT)]),
    ...quotes,
    ...amended.map(({ quote, page, document_name: name }) =>
      wrap(`Amended, ${name ?? 'a document that is gone'}, page ${page}: “${quote}”`, style.width, INDENT),
    ),
    ...(deadline.explanation === '' ? [] : [style.dim(wrap(`Reckoned: ${deadline.explanation}`, style.width, INDENT))]),
    ...(deadline.needs === null
      ? []
      : [
          wrap(
            `Needs the day of: ${deadline.needs} (obligations edit ${view.id} --anchor-date DAY)`,
            style.width,
            INDENT,
          ),
        ]),
    ...remindedLine(view, style),
    ...(view.snoozed_until === null
      ? []
      : [`${INDENT}Snoozed until ${dayIn(deadline.timezone, Date.parse(view.snoozed_until))}`]),
    ...(view.needs_decision
      ? [wrap('The document no longer says this. Confirm it to keep it, or dismiss it.', style.width, INDENT)]
      : []),
  ].join('\n');
};

/** Reminders that are named; of what recurs there are always more. */
const MOST_REMINDERS = 5;

const remindedLine = ({ reminders }: ObligationView, style: TextStyle): string[] => {
  const planned = reminders.filter(({ state }) => state === 'planned').map(({ at }) => minute(at));
  const coming = [...new Set(planned)];
  if (coming.length === 0) return [];
  const more = coming.length > MOST_REMINDERS ? ' UTC and later' : ' UTC';
  return [style.dim(wrap(`Reminders: ${coming.slice(0, MOST_REMINDERS).join(', ')}${more}`, style.width, INDENT))];
};

/** In UTC. */
const minute = (instant: string): string => instant.slice(0, 16).replace('T', ' ');

/** What the quotes say already need not be said again. */
const holds = (evidence: ObligationView['evidence'], words: string): boolean =>
  evidence.some(({ quote }) => quote.replace(/\s+/g, ' ').includes(words.replace(/\s+/g, ' ')));

const paint = (status: ObligationView['status'], style: TextStyle): string =>
  status === 'overdue' ? style.bad(status) : status === 'confirmed' || status === 'done' ? style.good(status) : status;

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** "Tue 2027-03-02 (in 96 days)", "every month by Fri 2027-03-05 (in 3 days)", "no day yet". */
const whenText = ({ deadline, days_left: left, occurrence }: ObligationView): string => {
  const { date, time, kind, timezone } = deadline;
  if (date === null) return kind === 'none' ? 'No deadline' : 'No day yet';
  const weekday = weekdays[Temporal.PlainDate.from(date).dayOfWeek - 1] ?? '';
  const hour = time === null ? '' : ` ${time} ${timezone}`;
  const next = occurrence === null ? '' : 'next ';
  return `${next}${weekday} ${date}${hour}${left === null ? '' : ` (${daysText(left)})`}`;
};

const daysText = (left: number): string => {
  if (left === 0) return 'today';
  if (left === 1) return 'tomorrow';
  if (left === -1) return '1 day ago';
  return left > 0 ? `in ${left} days` : `${-left} days ago`;
};

export const detailText = (detail: ObligationDetail, style: TextStyle): string =>
  [
    obligationText(detail, style),
    ...(detail.person === null ? [] : [`${INDENT}Reminded: ${detail.person}`]),
    ...(detail.read === undefined
      ? []
      : [
          wrap(
            `As read: ${detail.read.party}: ${detail.read.action}${byText(detail.read.deadline)}`,
            style.width,
            INDENT,
          ),
        ]),
    ...(detail.done.length === 0 ? [] : [wrap(`Done: ${detail.done.join(', ')}`, style.width, INDENT)]),
    ...(detail.history.length === 0 ? [] : [`${INDENT}${style.bold('History')}`]),
    ...detail.history.map((entry) => wrap(entryText(entry), style.width, `${INDENT}${INDENT}`)),
  ].join('\n');

const byText = ({ date }: ObligationDetail['deadline']): string => (date === null ? '' : `, by ${date}`);

const entryText = ({
  change,
  by,
  changed_at: at,
  reason,
  occurrence,
  fields,
}: ObligationDetail['history'][number]): string => {
  const changed = fields.map(
    ({ field, before, after }) => `${field.replaceAll('_', ' ')} ${before ?? 'none'} → ${after ?? 'none'}`,
  );
  return [
    `${minute(at)} UTC  ${words[change]} by ${by}`,
    ...(occurrence === null ? [] : [`for ${occurrence}`]),
    ...(changed.length === 0 ? [] : [`(${changed.join('; ')})`]),
    ...(reason === null ? [] : [`: ${reason}`]),
  ]
    .join(' ')
    .replace(' : ', ': ');
};

const words: Readonly<Record<ObligationDetail['history'][number]['change'], string>> = {
  confirmed: 'confirmed',
  edited: 'edited',
  done: 'done',
  snoozed: 'snoozed',
  dismissed: 'dismissed',
  reopened: 'reopened',
  reread: 'read anew',
  gone: 'no longer in the document, noticed',
  returned: 'in the document again, noticed',
};
