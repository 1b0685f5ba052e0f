import test from 'ava';
import { z } from 'zod';
import { defineCapability } from '../../../core/capability/capability.ts';
import { createRegistry } from '../../../core/capability/registry.ts';
import { DossierError } from '../../../core/errors/error.ts';

const capability = (name: string, path: `/${string}`) =>
  defineCapability({
    name,
    title: name,
    summary: name,
    input: z.object({}),
    output: z.object({}),
    scope: 'things:read',
    effect: 'read',
    http: { method: 'get', path },
    run: async () => ({}),
  });

test('two capabilities cannot have one name or one route, and all clashes are said', (t) => {
  const error = t.throws(
    () => createRegistry([capability('a', '/x'), capability('a', '/y'), capability('b', '/z'), capability('c', '/z')]),
    { instanceOf: DossierError },
  );
  t.is(error.code, 'plugins_invalid');
  t.regex(error.message, /named a/);
  t.regex(error.message, /serve GET \/z/);
});

test('a surface sees what is meant for it', (t) => {
  const shell = { ...capability('shell.only', '/s'), surfaces: ['cli'] as const };
  const registry = createRegistry([shell, capability('everywhere', '/e')]);
  t.deepEqual(
    registry.on('mcp').map(({ name }) => name),
    ['everywhere'],
  );
  t.is(registry.get('shell.only')?.name, 'shell.only');
});
