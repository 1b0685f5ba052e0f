import { Validator } from '@seriousme/openapi-schema-validator';
import test from 'ava';
import { serveFixture } from './serve.ts';

type Operation = {
  operationId: string;
  parameters?: { name: string; in: string; required: boolean; schema: object }[];
  requestBody?: { required: boolean; content: Record<string, object> };
  responses: Record<string, unknown>;
};
type Document = {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, object> };
};

test('the API document is served without the key and is valid OpenAPI 3.1', async (t) => {
  const { server } = await serveFixture(t);
  const document = (await (await fetch(`${server.url}/openapi.json`)).json()) as Document;
  t.is(document.openapi, '3.1.0');
  const result = await new Validator().validate(structuredClone(document));
  t.true(result.valid, JSON.stringify(result.errors));
});

test('every reference in it leads somewhere, and every operation has a name of its own', async (t) => {
  const { server } = await serveFixture(t);
  const text = await (await fetch(`${server.url}/openapi.json`)).text();
  const document = JSON.parse(text) as Document;
  for (const [, pointer = ''] of text.matchAll(/"\$ref":"#\/([^"]+)"/g)) {
    const target = pointer
      .split('/')
      .reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], document);
    t.truthy(target, pointer);
  }
  const ids = Object.values(document.paths).flatMap((methods) =>
    Object.values(methods).map(({ operationId }) => operationId),
  );
  t.is(new Set(ids).size, ids.length);
});

test('it describes path, query, body, upload and answer of a capability', async (t) => {
  const { server } = await serveFixture(t);
  const { paths, components } = (await (await fetch(`${server.url}/openapi.json`)).json()) as Document;
  const list = paths['/v1/notes']?.['get'];
  t.deepEqual(
    list?.parameters?.map(({ name, in: place, required }) => [name, place, required]),
    [
      ['tags', 'query', false],
      ['limit', 'query', false],
      ['order', 'query', false],
      ['short', 'query', false],
      ['spaced', 'query', false],
    ],
  );
  t.deepEqual(
    paths['/v1/notes/{id}']?.['get']?.parameters?.map(({ name, in: place }) => [name, place]),
    [['id', 'path']],
  );
  const add = paths['/v1/notes']?.['post'];
  t.deepEqual(Object.keys(add?.responses ?? {}), ['201', 'default']);
  t.deepEqual(add?.requestBody, {
    required: true,
    content: { 'application/json': { schema: { $ref: '#/components/schemas/NotesAddInput' } } },
  });
  t.deepEqual((components.schemas['NotesAddInput'] as { required: string[] }).required, ['id', 'text']);
  t.deepEqual(Object.keys(paths['/v1/files']?.['post']?.requestBody?.content ?? {}), ['multipart/form-data']);
  t.deepEqual((components.schemas['FilesUploadInput'] as { required: string[] }).required, ['file']);
  t.is(paths['/v1/files/check'], undefined);
});

test('what a monitor reads without the key is described as it is answered', async (t) => {
  const { server } = await serveFixture(t);
  const { paths } = (await (await fetch(`${server.url}/openapi.json`)).json()) as Document;
  for (const path of ['/healthz', '/readyz']) {
    const described = paths[path]?.['get']?.responses['200'] as {
      content: { 'application/json': { schema: { properties: object } } };
    };
    const answered = (await (await fetch(`${server.url}${path}`)).json()) as object;
    t.deepEqual(Object.keys(described.content['application/json'].schema.properties), Object.keys(answered));
  }
});
