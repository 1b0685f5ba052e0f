import { z } from 'zod';

export const riskOptions = z.strictObject({
  explain: z
    .boolean()
    .default(false)
    .describe(
      'Let the chat model explain findings and propose further ones wherever nobody says otherwise. Parts of documents are sent to it.',
    ),
});
export type RiskOptions = z.output<typeof riskOptions>;
