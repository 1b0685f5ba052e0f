import { inputFields } from '../../core/capability/fields.ts';
import { inputJsonSchema, outputJsonSchema } from '../../core/capability/registry.ts';
import type { Application } from '../../core/system/application.ts';
import { version } from '../version.ts';
import { PROBLEM_TYPE } from './problem.ts';
import { type Route, restRoutes } from './routes.ts';

type Json = Record<string, unknown>;

/** The API described in OpenAPI 3.1, derived from the capabilities. */
export const openApiDocument = (application: Pick<Application, 'capabilities'>): Json => {
  const schemas: Json = { Problem: problemSchema };
  const paths: Record<string, Json> = {};
  for (const route of restRoutes(application)) {
    const path = `/v1${route.http.path}`;
    paths[path] = { ...paths[path], [route.http.method]: operation(route, schemas) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Dossier',
      version,
      summary: 'Reads the documents you are bound by and answers with quotes that can be checked.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    security: [{ key: [] }],
    paths: { ...paths, ...healthPaths },
    components: {
      securitySchemes: { key: { type: 'http', scheme: 'bearer' } },
      schemas,
      responses: {
        Problem: {
          description: 'The request was refused or failed; `code` says why, `hint` what to do.',
          headers: { 'X-Request-Id': { schema: { type: 'string' } } },
          content: { [PROBLEM_TYPE]: { schema: { $ref: '#/components/schemas/Problem' } } },
        },
      },
    },
  };
};

const operation = (route: Route, schemas: Json): Json => {
  const { http } = route;
  const name = pascal(route.name);
  const { properties = {}, required = [] } = hoist(inputJsonSchema(route), name, schemas) as {
    properties?: Record<string, Json>;
    required?: string[];
  };
  schemas[`${name}Output`] = hoist(outputJsonSchema(route), name, schemas);

  const inPath = [...http.path.matchAll(/\{(\w+)\}/g)].map(([, field]) => field ?? '');
  const others = Object.keys(properties).filter((field) => !inPath.includes(field));
  const parameter = (field: string, place: 'path' | 'query') => {
    const { description, ...schema } = properties[field] ?? {};
    return {
      name: field,
      in: place,
      required: place === 'path' || required.includes(field),
      ...(description ? { description } : {}),
      schema,
    };
  };
  const parameters = [
    ...inPath.map((field) => parameter(field, 'path')),
    ...(http.method === 'get' ? others.map((field) => parameter(field, 'query')) : []),
  ];
  const body = http.method === 'get' ? undefined : requestBody(route, others, properties, required, schemas);
  return {
    operationId: route.name.replaceAll('.', '_'),
    summary: route.summary,
    ...(route.description ? { description: route.description } : {}),
    tags: [route.scope.split(':')[0]],
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(body ? { requestBody: body } : {}),
    responses: {
      [http.status ?? 200]: {
        description: 'Done.',
        content: { 'application/json': { schema: { $ref: `#/components/schemas/${name}Output` } } },
      },
      default: { $ref: '#/components/responses/Problem' },
    },
  };
};

const requestBody = (
  route: Route,
  fields: readonly string[],
  properties: Readonly<Record<string, Json>>,
  required: readonly string[],
  schemas: Json,
): Json | undefined => {
  const { upload } = route.http;
  const name = `${pascal(route.name)}Input`;
  if (upload !== undefined) {
    const texts = inputFields(route).filter(({ name: field }) => fields.includes(field) && field !== upload.bytes);
    const file = {
      type: 'string',
      contentMediaType: 'application/octet-stream',
      description: properties[upload.bytes]?.['description'] ?? 'The file.',
    };
    schemas[name] = {
      type: 'object',
      properties: { file, ...Object.fromEntries(texts.map((field) => [field.name, properties[field.name]])) },
      // The file's own name stands in for the field when it is not given.
      required: [
        'file',
        ...required.filter((field) => fields.includes(field) && field !== upload.bytes && field !== upload.name),
      ],
    };
    return { required: true, content: { 'multipart/form-data': { schema: { $ref: `#/components/schemas/${name}` } } } };
  }
  if (fields.length === 0) return undefined;
  const needed = required.filter((field) => fields.includes(field));
  schemas[name] = {
    type: 'object',
    properties: Object.fromEntries(fields.map((field) => [field, properties[field]])),
    ...(needed.length > 0 ? { required: needed } : {}),
    additionalProperties: false,
  };
  return {
    required: needed.length > 0,
    content: { 'application/json': { schema: { $ref: `#/components/schemas/${name}` } } },
  };
};

/** A schema as a part of the document: what it calls `$defs` becomes components, and its references follow. */
const hoist = (schema: Json, name: string, schemas: Json): Json => {
  const { $schema: _, $defs = {}, ...rest } = schema;
  const follow = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(follow);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, child]) => [
        key,
        key === '$ref' && typeof child === 'string'
          ? child.replace('#/$defs/', `#/components/schemas/${name}_`)
          : follow(child),
      ]),
    );
  };
  for (const [key, child] of Object.entries($defs as Json)) schemas[`${name}_${key}`] = follow(child);
  return follow(rest) as Json;
};

/** "documents.list" is DocumentsList. */
const pascal = (name: string): string =>
  name
    .split(/[._]/)
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join('');

const problemSchema = {
  type: 'object',
  description: 'Problem details (RFC 9457).',
  properties: {
    type: { type: 'string', format: 'uri' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string', description: 'What happened and why.' },
    code: { type: 'string', description: 'Stable; docs/errors.md lists them all.' },
    hint: { type: 'string', description: 'What to do next.' },
    request_id: { type: 'string', description: 'Finds the request in the log.' },
    details: { type: 'object', additionalProperties: true },
  },
  required: ['type', 'title', 'status', 'detail', 'code', 'hint', 'request_id'],
};

const answering = (description: string, properties: Json): Json => ({
  description,
  content: { 'application/json': { schema: { type: 'object', properties, required: Object.keys(properties) } } },
});

const readiness = {
  ready: { type: 'boolean' },
  store: { enum: ['ok', 'failed'] },
  failed_plugins: { type: 'array', items: { type: 'string' }, description: 'Plugins that do not run; the rest does.' },
};

const healthPath = (operationId: string, summary: string, responses: Json): Json => ({
  get: { operationId, summary, tags: ['server'], security: [], responses },
});

const healthPaths: Record<string, Json> = {
  '/healthz': healthPath('health', 'Whether the process answers.', {
    200: answering('It does.', { status: { const: 'ok' } }),
  }),
  '/readyz': healthPath('readiness', 'Whether the store can be used.', {
    200: answering('Ready.', readiness),
    503: answering('Not ready.', readiness),
  }),
};
