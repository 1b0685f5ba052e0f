import type { Tool } from '@modelcontextprotocol/server';

type Schema = Readonly<Record<string, unknown>>;

/** What a caller sends, without what says nothing to a model but costs its context: the dialect, and the bounds of every integer. */
export const askedSchema = ({ $schema: _, ...schema }: Schema): Tool['inputSchema'] => ({
  ...(withoutBounds(schema) as object),
  type: 'object',
});

/**
 * What comes back, as far as a model needs it to choose a tool and to find its way in the result: the fields, and those of
 * what they list. What lies deeper is in the result itself, and in full in the description of the REST API. Every list of
 * tools is read by a model, and the whole schemas were three quarters of it.
 */
export const resultSchema = ({ $schema: _, ...schema }: Schema): NonNullable<Tool['outputSchema']> => ({
  ...(shortened(withoutBounds(schema), LEVELS) as object),
  type: 'object',
});

/** Objects in objects of which the fields are named. */
const LEVELS = 2;

const isObject = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const withoutBounds = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withoutBounds);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, child]) => Math.abs(Number(child)) !== Number.MAX_SAFE_INTEGER)
      .map(([key, child]) => [key, withoutBounds(child)]),
  );
};

/** The same or looser: whatever is valid against the whole is valid against it. */
const shortened = (value: unknown, levels: number): unknown => {
  if (Array.isArray(value)) return value.map((each) => shortened(each, levels));
  if (!isObject(value)) return value;
  const { properties, additionalProperties, pattern, description, ...rest } = value;
  const told = description === undefined ? {} : { description };
  if (isObject(properties) && levels === 0) return { type: 'object', ...told };
  return {
    ...Object.fromEntries(
      Object.entries(rest).map(([key, child]) => [key, nested.has(key) ? shortened(child, levels) : child]),
    ),
    // The format says the same in a word.
    ...(pattern === undefined || 'format' in rest ? {} : { pattern }),
    ...(isObject(additionalProperties) ? { additionalProperties: shortened(additionalProperties, levels) } : {}),
    ...(isObject(properties)
      ? {
          properties: Object.fromEntries(
            Object.entries(properties).map(([name, child]) => [name, shortened(child, levels - 1)]),
          ),
        }
      : {}),
    ...told,
  };
};

/** Where schemas stand in a schema, beside properties. */
const nested = new Set(['items', 'prefixItems', 'anyOf', 'oneOf', 'allOf']);
