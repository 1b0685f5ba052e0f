import type { Models, ServerClient } from 'postmark';

export type Connection = {
  readonly client: ServerClient;
  /** Headers of the last answer, which the library keeps to itself; undefined where none came. */
  answered(): Headers | undefined;
  readonly noTracking: Models.LinkTrackingOptions;
};

export type Endpoint = { readonly server_token: string; readonly base_url: string };

/** The library's client, with our signal behind each of its requests. Redirects are not followed: the token would go along. */
export const connect = async ({ server_token, base_url }: Endpoint, signal: AbortSignal): Promise<Connection> => {
  const { ServerClient, Models } = await import('postmark');
  const { host, pathname, protocol } = new URL(base_url);
  let headers: Headers | undefined;
  const client = new ServerClient(server_token, {
    useHttps: protocol === 'https:',
    requestHost: `${host}${pathname.replace(/\/$/, '')}`,
    fetch: async (input, init = {}) => {
      const signals = [signal, ...(init.signal ? [init.signal] : [])];
      const answer = await fetch(input, { ...init, signal: AbortSignal.any(signals), redirect: 'error' });
      headers = answer.headers;
      return answer;
    },
  });
  return { client, answered: () => headers, noTracking: Models.LinkTrackingOptions.None };
};
