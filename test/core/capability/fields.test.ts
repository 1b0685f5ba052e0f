import test from 'ava';
import { z } from 'zod';
import { type AnyCapability, defineCapability } from '../../../core/capability/capability.ts';
import { inputFields, readField } from '../../../core/capability/fields.ts';

const capability: AnyCapability = defineCapability({
  name: 'probe',
  title: 'Probe',
  summary: 'Has a field of every kind.',
  input: z.strictObject({
    text: z.string().describe('Some text.'),
    count: z.int().default(3).describe('How many.'),
    share: z.number().nullable().optional(),
    loud: z.boolean().default(true),
    names: z.array(z.string()).describe('Names.'),
    kind: z.enum(['a', 'b']).optional(),
    sizes: z.array(z.int()).default([]),
    filter: z.object({ from: z.string() }).optional(),
    until: z.union([z.iso.date(), z.enum(['forever', 'none'])]).optional(),
    address: z.union([z.string(), z.record(z.string(), z.unknown())]).optional(),
  }),
  output: z.object({}),
  scope: 'probe:read',
  effect: 'read',
  run: async () => ({}),
});

const field = (name: string) => {
  const found = inputFields(capability).find((each) => each.name === name);
  if (found === undefined) throw new Error(name);
  return found;
};

test('fields have the type, need, default, choices and description of the schema', (t) => {
  t.like(field('text'), { type: 'string', array: false, required: true, description: 'Some text.' });
  t.like(field('count'), { type: 'number', required: false, default: 3, description: 'How many.' });
  t.like(field('share'), { type: 'number', required: false });
  t.like(field('loud'), { type: 'boolean', default: true });
  t.like(field('names'), { type: 'string', array: true, required: true });
  t.deepEqual(field('kind').choices, ['a', 'b']);
  t.like(field('sizes'), { type: 'number', array: true, required: false });
  t.like(field('filter'), { type: 'json', required: false });
  t.like(field('until'), { type: 'string', required: false });
  t.like(field('address'), { type: 'json', required: false });
});

test('texts become values; what does not fit stays text for the schema to refuse', (t) => {
  t.is(readField(field('text'), ['12']), '12');
  t.is(readField(field('until'), ['12']), '12');
  t.is(readField(field('count'), ['12']), 12);
  t.is(readField(field('count'), ['-1.5e3']), -1500);
  t.is(readField(field('count'), ['12 pieces']), '12 pieces');
  t.is(readField(field('count'), ['']), '');
  t.is(readField(field('count'), ['0x10']), '0x10');
  t.is(readField(field('loud'), ['false']), false);
  t.is(readField(field('loud'), ['maybe']), 'maybe');
  t.deepEqual(readField(field('names'), ['a']), ['a']);
  t.deepEqual(readField(field('sizes'), ['1', 'x']), [1, 'x']);
  t.deepEqual(readField(field('filter'), ['{"from":"a"}']), { from: 'a' });
  t.is(readField(field('filter'), ['{']), '{');
  t.deepEqual(readField(field('count'), ['1', '2']), [1, 2]);
});
