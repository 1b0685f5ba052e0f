import { Ajv2020, type AnySchemaObject } from 'ajv/dist/2020.js';
import test from 'ava';
import { z } from 'zod';
import { loadConfig } from '../../../core/config/load.ts';
import { resultSchema } from '../../../servers/mcp/schemas.ts';
import { describeTools } from '../../../servers/mcp/tools.ts';
import { wiring } from '../../../servers/wiring.ts';
import { temporaryFolder } from '../../support/folder.ts';

const output = z.object({
  notes: z.array(
    z.object({
      id: z.string(),
      day: z.iso.date(),
      pattern: z.string().describe('A field of this name.'),
      place: z
        .object({ page: z.int(), box: z.object({ x: z.number() }) })
        .nullable()
        .describe('Where it stands.'),
    }),
  ),
  counts: z.record(z.string(), z.int()),
});

test('a result keeps its fields and those of what it lists; deeper ones are left to the result', (t) => {
  const schema = resultSchema(z.toJSONSchema(output, { io: 'output' }) as Record<string, unknown>);
  const ajv = new Ajv2020({ strict: true, validateFormats: false });
  const holds = ajv.compile(schema as AnySchemaObject);
  const note = { id: 'n1', day: '2027-03-31', pattern: 'x', place: { page: 1, box: { x: 2 } } };
  t.true(holds({ notes: [note, { ...note, place: null }], counts: { a: 1 } }));
  t.false(holds({ notes: [{ ...note, id: 7 }], counts: {} }));
  t.false(holds({ notes: [{ ...note, place: 'here' }], counts: {} }));
  t.false(holds({ notes: [], counts: { a: 'one' } }));
  t.regex(JSON.stringify(schema), /A field of this name.*Where it stands/);
  t.notRegex(JSON.stringify(schema), /"box"|\\\\d/);
});

test('all tools together leave an assistant room for its work, and what destroys says so', async (t) => {
  const capabilities = await wiring.listCapabilities(
    loadConfig({ environment: {}, flags: { data: temporaryFolder(t) } }),
  );
  const tools = describeTools({ capabilities });
  t.true(JSON.stringify(tools).length < 165_000, `${JSON.stringify(tools).length} characters`);
  t.deepEqual(
    tools.filter(({ annotations }) => annotations?.destructiveHint === true).map(({ name }) => name),
    [
      'calendar_feeds_revoke',
      'documents_delete',
      'ingest',
      'notifications_channels_remove',
      'obligations_dismiss',
      'risks_dismiss',
      'threads_delete',
    ],
  );
});
