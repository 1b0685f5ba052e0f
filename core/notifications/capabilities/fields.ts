import { z } from 'zod';
import { personId } from '../people/records.ts';

export const person = personId
  .optional()
  .describe('Somebody else, by id; for owners of the workspace. Default: yourself.');

export const channelId = z.string().min(1).max(64).describe('Id of the channel, as notifications channels gives it.');

export const outcome = z
  .enum(['sent', 'retry', 'refused'])
  .describe('retry: the other side could not be reached now; refused: it will not take it.');
