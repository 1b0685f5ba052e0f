import test from 'ava';
import { scanXml, xmlAttribute, xmlFlag } from '../../../../plugins/parsers/xlsx/scan.ts';

const eventsOf = (source: string | Iterable<string>): string => {
  const events: string[] = [];
  scanXml(source, {
    open: (name, attributes, empty) => events.push(`<${name}${attributes}${empty ? '/' : ''}>`),
    close: (name) => events.push(`</${name}>`),
    text: (raw) => events.push(raw),
  });
  return events.join('|');
};

const XML =
  '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x "y">]><!-- <no> --><x:a b="1 > 0" c=\'"\'>one &amp; <![CDATA[<&>]]> two<d/></x:a >\n';

test('tags, text, sections; what is no content is skipped, prefixes are left out', (t) => {
  t.is(eventsOf(XML), '<a b="1 > 0" c=\'"\'>|one &amp; |<&amp;>| two|<d/>|</d>|</a>');
});

test('the same in pieces, wherever they end', (t) => {
  const whole = eventsOf(XML);
  for (let size = 1; size < XML.length; size += 1) {
    const pieces = Array.from({ length: Math.ceil(XML.length / size) }, (_, at) =>
      XML.slice(at * size, at * size + size),
    );
    t.is(eventsOf(pieces), whole, `pieces of ${size}`);
  }
});

test('what does not end is damaged', (t) => {
  for (const xml of ['<a', '<a b="', '<!-- ', '<![CDATA[ ', '<?xml', '<!DOCTYPE a [', '</a']) {
    t.throws(() => eventsOf(xml), { code: 'damaged' }, xml);
  }
});

test('attributes whatever their prefix and quotes', (t) => {
  t.is(xmlAttribute(' r:id="a&lt;b" sheetId=\'7\'', 'id'), 'a<b');
  t.is(xmlAttribute(' sheetId="7"', 'id'), undefined);
  t.true(xmlFlag(' hidden="1"', 'hidden'));
  t.false(xmlFlag(' hidden="false"', 'hidden', true));
});
