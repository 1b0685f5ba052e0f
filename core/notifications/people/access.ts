import { DossierError } from '../../errors/error.ts';
import type { Principal } from '../../identity/principal.ts';

/**
 * Whose preferences and channels a call is about: the caller's own, or, for an owner of the workspace, those of somebody
 * else. The one place that decides it. Throws `owner_only`.
 */
export const personFor = (principal: Principal, asked: string | undefined): string => {
  if (asked === undefined || asked === principal.user) return principal.user;
  if (principal.role === 'owner' || principal.role === 'system') return asked;
  throw new DossierError('owner_only', { what: 'what belongs to another person' });
};
