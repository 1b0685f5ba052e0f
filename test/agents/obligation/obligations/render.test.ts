import test from 'ava';
import { detailText } from '../../../../agents/obligation/obligations/render.ts';
import { openObligations } from '../../../support/obligation-office.ts';
import { act, named } from './acts.ts';
import { lease } from './texts.ts';

const plain = (text: string) => text;
const style = { bold: plain, dim: plain, good: plain, bad: plain, width: 500 };

// A day begins in Auckland while it is still the day before in UTC, and in Honolulu hours after it.
for (const timezone of ['Pacific/Auckland', 'Europe/Berlin', 'Pacific/Honolulu']) {
  test(`in ${timezone} it is snoozed until the day that was said, and times of reminders carry their zone`, async (t) => {
    const office = await openObligations(t, { timezone });
    await office.take('lease.txt', lease);
    const { id } = await named(office, /certificate/);
    await act(office, 'confirm', id);
    const asleep = await act(office, 'snooze', id, { until: '2026-03-10' });
    const text = detailText(asleep, style);
    t.regex(text, /^ {2}Snoozed until 2026-03-10$/m);
    const planned = asleep.reminders.filter(({ state }) => state === 'planned');
    t.true(planned.length > 1);
    const [said = ''] = text.match(/^ {2}Reminders: .* UTC$/m) ?? [];
    t.deepEqual(
      [...said.matchAll(/\d{4}-\d\d-\d\d \d\d:\d\d/g)].map(([time]) => `${time.replace(' ', 'T')}:00.000Z`),
      planned.map(({ at }) => at),
    );
  });
}

test('of what recurs the next reminders are named, and that there are later ones', async (t) => {
  const office = await openObligations(t);
  await office.take('lease.txt', lease);
  const { id } = await named(office, /rent/);
  const [said = ''] = detailText(await act(office, 'confirm', id), style).match(/^ {2}Reminders: .*$/m) ?? [];
  t.is(said.match(/\d{4}-\d\d-\d\d \d\d:\d\d/g)?.length, 5);
  t.regex(said, / UTC and later$/);
});
