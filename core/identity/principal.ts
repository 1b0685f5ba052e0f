/** What a caller may do, as resource:verb. A capability names the one scope that it needs. */
export type Scope = `${string}:${'read' | 'write'}`;

/**
 * Who acts, and in which workspace. It comes only from a verified key or token, from the local process,
 * or from a stored job; never from a caller's input. Every port call that touches tenant data takes it.
 */
export type Principal = {
  readonly user: string;
  readonly workspace: string;
  readonly role: 'owner' | 'member' | 'viewer' | 'system';
  /** '*' is every scope. */
  readonly scopes: readonly (Scope | '*')[];
  readonly via: 'local-process' | 'api-key' | 'job';
};

/** The person at this machine: shell, stdio MCP. */
export const localPrincipal: Principal = {
  user: 'local',
  workspace: 'local',
  role: 'owner',
  scopes: ['*'],
  via: 'local-process',
};

/** Background work on behalf of a workspace. */
export const jobPrincipal = (workspace: string): Principal => ({
  user: 'system',
  workspace,
  role: 'system',
  scopes: ['*'],
  via: 'job',
});

export const hasScope = (principal: Principal, scope: Scope): boolean =>
  principal.scopes.includes('*') || principal.scopes.includes(scope);
