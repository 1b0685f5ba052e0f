import { DossierError } from '../../errors/error.ts';
import type { Principal } from '../../identity/principal.ts';
import type { SendOutcome } from '../../ports/notifier.ts';
import type { NotificationParts } from '../parts.ts';
import { personFor } from '../people/access.ts';
import { personOf } from '../people/preferences.ts';
import { testLetter } from '../wording/service.ts';
import { sendDirect } from './direct.ts';
import { channelsOf, type Route, routesTo } from './routes.ts';

export type Tested = { readonly route: Route; readonly outcome: SendOutcome };

/** A message by each channel that is on, or by one, now. A channel that is off, or not proved, is not tested: it stays silent. */
export const testChannels = async (
  parts: NotificationParts,
  principal: Principal,
  { person: asked, channel }: { readonly person: string | undefined; readonly channel: string | undefined },
  signal: AbortSignal,
): Promise<readonly Tested[]> => {
  const person = personFor(principal, asked);
  const stored = await personOf(parts.records, principal, person);
  const owned = await channelsOf(parts, principal, person);
  const routes = routesTo(parts, { id: person, stored }, owned).filter(
    ({ id }) => channel === undefined || id === channel,
  );
  if (channel !== undefined && routes.length === 0) {
    const known = owned.find(({ id }) => id === channel);
    if (known === undefined) throw new DossierError('not_found', { what: 'channel', id: channel });
    throw new DossierError('channel_not_on', { address: known.value.masked, state: known.value.state });
  }
  const message = { kind: 'test', person, title: 'Test of a channel', letter: testLetter() } as const;
  return Promise.all(
    routes.map(async (route) => ({ route, outcome: await sendDirect(parts, principal, route, message, signal) })),
  );
};
