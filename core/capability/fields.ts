import type { AnyCapability } from './capability.ts';
import { inputJsonSchema } from './registry.ts';

/** One field of a capability's input, for surfaces that are given text: flags, query parameters, form fields. */
export type InputField = {
  readonly name: string;
  /** Of one element where the field is an array. `json` is anything that has no plain text form. */
  readonly type: 'string' | 'number' | 'boolean' | 'json';
  readonly array: boolean;
  readonly required: boolean;
  readonly choices: readonly string[];
  readonly default: unknown;
  readonly description: string;
};

type Schema = {
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly default?: unknown;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
};

export const inputFields = (capability: AnyCapability): InputField[] => {
  const schema: Schema = inputJsonSchema(capability);
  return Object.entries(schema.properties ?? {}).map(([name, property]) => {
    const outer = withoutNull(property);
    const array = outer.type === 'array';
    const element = array ? withoutNull(outer.items ?? {}) : outer;
    return {
      name,
      type: fieldType(element),
      array,
      required: schema.required?.includes(name) ?? false,
      choices: (element.enum ?? []).filter((choice) => typeof choice === 'string'),
      default: property.default,
      description: property.description ?? outer.description ?? '',
    };
  });
};

/** `string | null` is a string for whoever types it. */
const withoutNull = (schema: Schema): Schema => {
  if (Array.isArray(schema.type)) {
    const [type, ...others] = schema.type.filter((each) => each !== 'null');
    return type !== undefined && others.length === 0 ? { ...schema, type } : schema;
  }
  const [kind, ...others] = schema.anyOf?.filter((each) => each.type !== 'null') ?? [];
  return kind !== undefined && others.length === 0 ? kind : schema;
};

const fieldType = ({ type, enum: choices, anyOf: kinds = [] }: Schema): InputField['type'] => {
  if (type === 'integer' || type === 'number') return 'number';
  if (type === 'boolean') return 'boolean';
  const isText = type === 'string' || choices?.every((each) => typeof each === 'string');
  return isText || (kinds.length > 0 && kinds.every((each) => fieldType(each) === 'string')) ? 'string' : 'json';
};

/**
 * The value that the texts mean. What cannot be read as the field's type stays text, so that the schema refuses it
 * and every surface says so in the same words.
 */
export const readField = (field: InputField, texts: readonly string[]): unknown => {
  const values = texts.map((text) => readText(field.type, text));
  return field.array ? values : values.length > 1 ? values : values[0];
};

const readText = (type: InputField['type'], text: string): unknown => {
  switch (type) {
    case 'string':
      return text;
    case 'number':
      return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text.trim()) ? Number(text) : text;
    case 'boolean':
      return text === 'true' || text === '1' ? true : text === 'false' || text === '0' ? false : text;
    case 'json':
      try {
        return JSON.parse(text);
      } catch {
        return text;
      }
  }
};
