import Router from '@koa/router';
import type { Context, Middleware } from 'koa';
import type { AnyCapability } from '../../core/capability/capability.ts';
import { type InputField, inputFields, readField } from '../../core/capability/fields.ts';
import { DossierError } from '../../core/errors/error.ts';
import type { Principal } from '../../core/identity/principal.ts';
import type { Application } from '../../core/system/application.ts';
import { readJsonBody, readUpload } from './body.ts';
import { uploadsFolder } from './uploads.ts';

export type Route = AnyCapability & { readonly http: NonNullable<AnyCapability['http']> };

/** Capabilities that REST serves: those with a verb and a path. */
export const restRoutes = (application: Pick<Application, 'capabilities'>): Route[] =>
  application.capabilities
    .on('rest')
    .flatMap((capability) => (capability.http === undefined ? [] : [{ ...capability, http: capability.http }]));

/** Every capability at its path below /v1. What the schema makes of the input is checked by invoke alone. */
export const capabilityRouter = (application: Application): Router => {
  const router = new Router({ prefix: '/v1', strict: true, sensitive: true });
  // Longer paths without parameters come first, so that /threads/search is not taken for a thread's id.
  const routes = restRoutes(application).sort((a, b) => parameters(a) - parameters(b));
  for (const route of routes) {
    const fields = new Map(inputFields(route).map((field) => [field.name, field]));
    router.register(route.http.path.replaceAll(/\{(\w+)\}/g, ':$1'), [route.http.method], async (ctx: Context) => {
      const input = await readInput(ctx, route, fields, application);
      ctx.body = await application.invoke(route, input, {
        principal: ctx.state['principal'] as Principal,
        requestId: String(ctx.state['requestId']),
        signal: abortedWith(ctx),
        mayRead: () => false,
      });
      ctx.status = route.http.status ?? 200;
    });
  }
  return router;
};

export const notAllowed =
  (router: Router): Middleware =>
  async (ctx, next) => {
    await next();
    if (ctx.body !== undefined || ctx.status !== 404) return;
    const methods = router.match(ctx.path, '').path.flatMap((layer) => layer.methods);
    if (methods.length === 0) return;
    ctx.set('Allow', [...new Set([...methods, 'OPTIONS'])].sort().join(', '));
    if (ctx.method !== 'OPTIONS') throw new DossierError('method_not_allowed', { path: ctx.path, method: ctx.method });
    ctx.status = 204;
  };

const parameters = ({ http }: Route): number => http.path.split('{').length;

const readInput = async (
  ctx: Context,
  route: Route,
  fields: ReadonlyMap<string, InputField>,
  { config }: Application,
): Promise<Record<string, unknown>> => {
  const { upload, method } = route.http;
  const fromPath = readTexts(
    Object.entries(ctx['params'] as Record<string, string>).map(([name, text]) => [name, [text]]),
    fields,
  );
  if (upload !== undefined) {
    const form = await readUpload(ctx, uploadsFolder(config), config.limits.max_bytes);
    const named = { [upload.name]: form.name, ...readTexts(Object.entries(form.fields), fields) };
    return { ...named, [upload.bytes]: form.bytes, ...fromPath };
  }
  const rest = method === 'get' ? readQuery(ctx, fields) : await readJsonBody(ctx);
  return { ...rest, ...fromPath };
};

const readQuery = (ctx: Context, fields: ReadonlyMap<string, InputField>): Record<string, unknown> => {
  const query = ctx.URL.searchParams;
  return readTexts(
    [...new Set(query.keys())].map((name) => [name, query.getAll(name)]),
    fields,
  );
};

/** A name that the capability does not have stays in, as text: its schema says that it is unknown. */
const readTexts = (
  texts: readonly (readonly [string, readonly string[]])[],
  fields: ReadonlyMap<string, InputField>,
): Record<string, unknown> =>
  Object.fromEntries(
    texts.map(([name, values]) => {
      const field = fields.get(name);
      return [name, field === undefined ? values[0] : readField(field, values)];
    }),
  );

/** Aborts when the caller goes away before the answer is out. */
const abortedWith = (ctx: Context): AbortSignal => {
  const controller = new AbortController();
  ctx.res.once('close', () => {
    if (!ctx.res.writableFinished) controller.abort();
  });
  return controller.signal;
};
