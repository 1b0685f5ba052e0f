import { z } from 'zod';
import { configSchema } from './schema.ts';

/** One setting, as found by walking the schema: the same list drives environment names, masking and help. */
export type Setting = {
  /** Dotted: "server.port". */
  readonly path: string;
  /** "DOSSIER_SERVER_PORT". */
  readonly variable: string;
  readonly type: 'string' | 'number' | 'boolean' | 'array' | 'object';
  readonly secret: boolean;
  readonly description: string;
  readonly default: unknown;
};

type JsonSchema = {
  type?: string;
  properties?: Record<string, JsonSchema>;
  additionalProperties?: unknown;
  secret?: boolean;
  description?: string;
  default?: unknown;
};

const walk = (schema: JsonSchema, path: readonly string[]): Setting[] =>
  schema.properties === undefined
    ? [
        {
          path: path.join('.'),
          variable: `DOSSIER_${path.join('_').toUpperCase()}`,
          type: settingType(schema.type),
          secret: schema.secret === true,
          description: schema.description ?? '',
          default: schema.default,
        },
      ]
    : Object.entries(schema.properties).flatMap(([key, child]) => walk(child, [...path, key]));

const settingType = (type: string | undefined): Setting['type'] => {
  if (type === 'integer' || type === 'number') return 'number';
  return type === 'boolean' || type === 'array' || type === 'object' ? type : 'string';
};

export const settings: readonly Setting[] = walk(z.toJSONSchema(configSchema, { io: 'input' }) as JsonSchema, []);
