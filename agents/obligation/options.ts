import { z } from 'zod';
import { machineTimezone } from '../../core/ports/clock.ts';
import { isTimeZone } from '../../core/time/days.ts';

export const obligationOptions = z.strictObject({
  timezone: z
    .string()
    .refine(isTimeZone, 'it must be a time zone such as Europe/Berlin')
    .optional()
    .describe(
      'Time zone in which days begin and end where a document names none: Europe/Berlin. That of this machine without it.',
    ),
});

/** Where a document names no time zone. */
export const timeZoneOf = ({ timezone }: z.output<typeof obligationOptions>): string => timezone ?? machineTimezone();
