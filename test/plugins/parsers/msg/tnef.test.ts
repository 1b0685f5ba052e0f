import test from 'ava';
import { plugin } from '../../../../plugins/parsers/msg.ts';
import { parseWith } from '../../../contracts/parser.ts';
import { bodyOf, file, plain, png, readMultipart } from '../eml/messages.ts';
import { guidBytes, storedRtf, type Value, type Values } from './items.ts';

/** [MS-OXTNEF] 2.1.3.4; named properties as [set, number, value]. */
const bag = (values: Values, named: readonly (readonly [string, number, string])[] = []): Buffer => {
  const long = (value: number): Buffer => {
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32LE(value >>> 0);
    return bytes;
  };
  const padded = (bytes: Uint8Array): Buffer =>
    Buffer.concat([long(bytes.byteLength), bytes, Buffer.alloc((4 - (bytes.byteLength % 4)) % 4)]);
  const value = (id: number, one: Value, name: Buffer): Buffer => {
    const tag = (type: number): Buffer => Buffer.concat([long(id * 65536 + type), name]);
    if (typeof one === 'number') return Buffer.concat([tag(3), long(one)]);
    if (typeof one === 'string') return Buffer.concat([tag(0x1f), long(1), padded(Buffer.from(`${one}\0`, 'utf16le'))]);
    if (one instanceof Uint8Array) return Buffer.concat([tag(0x102), long(1), padded(one)]);
    throw new Error('not needed here');
  };
  const entries = [
    ...Object.entries(values).map(([id, one]) => value(Number(id), one, Buffer.alloc(0))),
    ...named.map(([set, lid, one], index) =>
      value(0x8000 + index, one, Buffer.concat([guidBytes(set), long(0), long(lid)])),
    ),
  ];
  return Buffer.concat([long(entries.length), ...entries]);
};

const attribute = (level: number, tag: number, data: Uint8Array): Buffer => {
  const head = Buffer.alloc(9);
  head.writeUInt8(level);
  head.writeUInt32LE(tag, 1);
  head.writeUInt32LE(data.byteLength, 5);
  return Buffer.concat([head, data, Buffer.alloc(2)]);
};

const attachment = (title: string, data: Uint8Array, values: Values = {}): Buffer =>
  Buffer.concat([
    attribute(2, 0x00069002, Buffer.alloc(14)),
    attribute(2, 0x00018010, Buffer.from(`${title}\0`)),
    attribute(2, 0x0006800f, data),
    ...(Object.keys(values).length === 0 ? [] : [attribute(2, 0x00069005, bag(values))]),
  ]);

const tnef = (...attributes: Uint8Array[]): Uint8Array =>
  new Uint8Array(Buffer.concat([Buffer.from('789f3e220100', 'hex'), ...attributes]));

const BODY = bag({
  55: 'Wrapped',
  4105: storedRtf(String.raw`{\rtf1\ansi\fromhtml1 {\*\htmltag64 <p>}From RTF{\*\htmltag72 </p>}}`),
});

const winmail = (bytes: Uint8Array): string => file('attachment; filename=winmail.dat', bytes, 'application/ms-tnef');

test('the attachments in winmail.dat are those of the message, and its body counts where there is no other', async (t) => {
  const wrapped = tnef(
    attribute(1, 0x00069003, BODY),
    attachment('LEASE~1.PDF', Buffer.from('%PDF'), { 14087: 'Office lease.pdf' }),
    attachment('plan.txt', Buffer.from('plan')),
    attachment('logo.png', png(10, 10), { 14100: 4 }),
  );
  const document = await readMultipart('mixed', [plain('Own text.'), winmail(wrapped)]);
  t.is(bodyOf(document), 'Own text.');
  t.deepEqual(
    document.children.map(({ name, bytes }) => [name, Buffer.from(bytes).toString()]),
    [
      ['Office lease.pdf', '%PDF'],
      ['plan.txt', 'plan'],
    ],
  );
  t.is(bodyOf(await readMultipart('mixed', [plain(''), winmail(wrapped)])), 'From RTF');
});

test('a file by that name that is none stays what it is', async (t) => {
  const document = await readMultipart('mixed', [plain('x'), winmail(Buffer.from('no TNEF'))]);
  t.deepEqual(
    document.children.map(({ name }) => name),
    ['winmail.dat'],
  );
});

test('on its own it is a message, with messages in it as files of the same kind', async (t) => {
  const inner = Buffer.concat([
    Buffer.alloc(16),
    tnef(attribute(1, 0x00069003, bag({ 55: 'Inner', 4096: 'Inner text' }))),
  ]);
  const bytes = tnef(
    attribute(1, 0x00069007, Buffer.from([0xe4, 4, 0, 0, 0, 0, 0, 0])),
    attribute(1, 0x0002800c, Buffer.from('K\xfcndigung\0', 'latin1')),
    attribute(
      1,
      0x00069003,
      bag({ 26: 'IPM.Appointment', 55: 'Outer', 3098: 'Ann' }, [
        ['00062002-0000-0000-c000-000000000046', 0x8208, 'Room 5'],
      ]),
    ),
    attribute(
      1,
      0x00069004,
      Buffer.concat([Buffer.from([1, 0, 0, 0]), bag({ 3093: 1, 12289: 'Bob', 14846: 'bob@example.com' })]),
    ),
    attachment('Inner', new Uint8Array(), { 14085: 5, 12289: 'Inner', 14081: inner }),
  );
  const document = await parseWith(plugin, bytes);
  t.is(
    document.text,
    'Outer\n\nFrom: Ann\nTo: Bob <bob@example.com>\nSubject: Outer\nWhere: Room 5\n\nKündigung\n\nAttachments: Inner.tnef',
  );
  const child = await parseWith(plugin, document.children[0]?.bytes ?? new Uint8Array());
  t.is(child.text, 'Inner\n\nSubject: Inner\n\nInner text');
});

test('cut off and damaged anywhere it ends in a result', async (t) => {
  const good = tnef(attribute(1, 0x00069003, BODY), attachment('a.txt', Buffer.from('text'), { 14087: 'b.txt' }));
  for (let length = 6; length < good.byteLength; length += 3) t.truthy(await parseWith(plugin, good.slice(0, length)));
  for (let at = 6; at < good.byteLength; at += 1) {
    const bytes = good.slice();
    bytes[at] = 0xff;
    t.truthy(await parseWith(plugin, bytes));
  }
  await t.throwsAsync(parseWith(plugin, good.slice(0, 5)), { code: 'damaged' });
});
