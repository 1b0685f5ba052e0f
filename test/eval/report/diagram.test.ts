import test from 'ava';
import { parseFragment } from 'parse5';
import { reliabilityDiagram } from '../../../eval/report/diagram.ts';

const PANEL = {
  title: 'leases & <policies>',
  what: 'answers',
  ece: 0.25,
  bins: [
    { from: 0.2, count: 4, stated: 0.25, right: 0.5 },
    { from: 0.9, count: 100, stated: 0.95, right: 1 },
  ],
};

const numbers = (svg: string, pattern: RegExp): number[][] =>
  [...svg.matchAll(pattern)].map((match) => match.slice(1).map(Number));

test('a dot stands where stated and right meet, the more answers the larger, with the range that so many allow', (t) => {
  const svg = reliabilityDiagram([PANEL]);
  const [ideal = []] = numbers(svg, /class="ideal" x1="([\d.]+)" y1="([\d.]+)" x2="([\d.]+)" y2="([\d.]+)"/g);
  const [left = 0, bottom = 0, right = 0, top = 0] = ideal;
  const dots = numbers(svg, /class="dot" cx="([\d.]+)" cy="([\d.]+)" r="([\d.]+)"/g);
  const at = ([x = 0, y = 0]: readonly number[]) => [
    Math.round(((x - left) / (right - left)) * 100) / 100,
    Math.round(((bottom - y) / (bottom - top)) * 100) / 100,
  ];
  t.deepEqual(dots.map(at), [
    [0.25, 0.5],
    [0.95, 1],
  ]);
  t.true((dots[0]?.[2] ?? 0) < (dots[1]?.[2] ?? 0));
  const ranges = numbers(svg, /class="range" x1="([\d.]+)" y1="([\d.]+)" x2="[\d.]+" y2="([\d.]+)"/g);
  const [few = [], many = []] = ranges.map(([x = 0, low = 0, high = 0]) => [at([x, low])[1], at([x, high])[1]]);
  t.deepEqual(few, [0.15, 0.85]);
  t.deepEqual(many, [0.96, 1]);
});

test('titles are text and not markup, each panel stands beside the other, as many as a page is wide, and none is said', (t) => {
  const svg = reliabilityDiagram([PANEL, { title: 'empty', what: 'answers', bins: [], ece: null }]);
  t.true(svg.includes('leases &amp; &lt;policies&gt;'));
  t.true(svg.includes('no answers'));
  const places = numbers(reliabilityDiagram([PANEL, PANEL, PANEL, PANEL]), /translate\(([\d.]+) ([\d.]+)\)">/g);
  t.deepEqual(places.length, 4);
  t.deepEqual(places[3]?.[0], 0);
  t.true((places[3]?.[1] ?? 0) > 300);
  const errors: string[] = [];
  parseFragment(svg, { onParseError: ({ code }) => errors.push(code) });
  t.deepEqual(errors, []);
  t.false(/NaN|undefined/.test(svg + reliabilityDiagram([])));
});
