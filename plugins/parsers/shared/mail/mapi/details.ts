import { formatInstant } from '../date.ts';
import type { HeaderLine } from '../message.ts';
import { id, type Properties } from './properties.ts';

/** Property sets of named properties, [MS-OXPROPS] 1.3.2. */
const APPOINTMENT = '00062002-0000-0000-c000-000000000046';
const TASK = '00062003-0000-0000-c000-000000000046';
const ADDRESS = '00062004-0000-0000-c000-000000000046';

/** What Outlook shows above the text of an item that is no mail: appointments, meetings, tasks and contacts. */
export const itemDetails = (properties: Properties): readonly HeaderLine[] => {
  const kind = properties.text(id.messageClass).toLowerCase();
  if (kind.startsWith('ipm.appointment') || kind.startsWith('ipm.schedule.meeting')) return appointment(properties);
  if (kind.startsWith('ipm.task')) return task(properties);
  return kind.startsWith('ipm.contact') ? contact(properties) : [];
};

const lines = (rows: readonly (readonly [string, string])[]): HeaderLine[] =>
  rows.filter(([, value]) => value.trim() !== '').map(([label, value]) => ({ label, value: value.trim() }));

const instant = (date: Date | undefined): string => (date === undefined ? '' : formatInstant(date));
/** "Tue, 14 Apr 2026": dates without a time are kept as midnight in UTC. */
const day = (date: Date | undefined): string => instant(date).replace(/ \d\d:.*$/, '');

const appointment = ({ text, time, named, flag }: Properties): HeaderLine[] => {
  const start = time(named(APPOINTMENT, 0x820d));
  const end = time(named(APPOINTMENT, 0x820e));
  const all = flag(named(APPOINTMENT, 0x8215));
  const period = [start, end].map(instant).filter(Boolean).join(' to ');
  return lines([
    ['When', all ? `${period} (all day)` : period],
    ['Time zone', text(named(APPOINTMENT, 0x8234))],
    ['Repeats', text(named(APPOINTMENT, 0x8232))],
    ['Where', text(named(APPOINTMENT, 0x8208))],
  ]);
};

const task = ({ time, named, integer }: Properties): HeaderLine[] => {
  const status = ['Not started', 'In progress', 'Completed', 'Waiting for someone else', 'Deferred'];
  return lines([
    ['Start', day(time(named(TASK, 0x8104)))],
    ['Due', day(time(named(TASK, 0x8105)))],
    ['Status', status[integer(named(TASK, 0x8101)) ?? -1] ?? ''],
  ]);
};

const contact = ({ text, named }: Properties): HeaderLine[] =>
  lines([
    ['Name', text(id.displayName)],
    ['Company', text(id.company)],
    ['Title', text(id.jobTitle)],
    ['E-mail', text(named(ADDRESS, 0x8083))],
    ['Business phone', text(id.businessPhone)],
    ['Mobile', text(id.mobilePhone)],
    ['Home phone', text(id.homePhone)],
    ['Address', text(named(ADDRESS, 0x801b)).replace(/\s*[\r\n]+\s*/g, ', ')],
  ]);
