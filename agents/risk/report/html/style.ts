/** The page's only style sheet: light and dark, screen and paper. */
export const style = `
:root {
  color-scheme: light dark;
  --paper: #ffffff; --ground: #f4f3f0; --ink: #1d2126; --soft: #5b636d; --line: #dcdad4; --quiet: #f8f7f4;
  --critical: #9f1239; --high: #c2410c; --medium: #a16207; --low: #475569;
  --critical-ground: #fdeef1; --high-ground: #fdf0e7; --medium-ground: #fbf5e0; --low-ground: #eef1f5;
  --mark: #fff0a8; --mark-edge: #d9b310; --ask: #e8f3ec; --ask-edge: #2f7d4f; --link: #1d4f8f;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #1b1e23; --ground: #121417; --ink: #e8e6e1; --soft: #a3a9b2; --line: #343942; --quiet: #22262c;
    --critical: #fb7093; --high: #fb923c; --medium: #e5b83a; --low: #9fb0c6;
    --critical-ground: #3a1822; --high-ground: #38210f; --medium-ground: #332a0e; --low-ground: #242b35;
    --mark: #5a4a0a; --mark-edge: #e5b83a; --ask: #16301f; --ask-edge: #5fbf86; --link: #8ab8f0;
  }
}
* { box-sizing: border-box; }
html { background: var(--ground); -webkit-text-size-adjust: 100%; }
body {
  margin: 0 auto; max-width: 60rem; padding: 3rem 3.5rem 4rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.55 system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; overflow-wrap: anywhere;
}
a { color: var(--link); text-underline-offset: 0.15em; }
h1, h2, h3, p, dl, dd, ul, figure, blockquote, table { margin: 0; }
h1 { font-size: 2rem; line-height: 1.2; letter-spacing: -0.015em; text-wrap: balance; }
h2 { margin: 3rem 0 1rem; padding-top: 1rem; border-top: 2px solid var(--ink); font-size: 1.35rem; line-height: 1.3; }
h3 { font-size: 1.1rem; line-height: 1.35; }
.section { margin: 2.25rem 0 0.75rem; padding: 0; border: 0; font-size: 1.1rem; }
.eyebrow { margin-bottom: 0.5rem; color: var(--soft); font-size: 0.8rem; font-weight: 600; letter-spacing: 0.1em; text-transform: uppercase; }
.facts { display: grid; grid-template-columns: max-content 1fr; gap: 0.2rem 1.5rem; margin-top: 1.25rem; font-size: 0.92rem; }
dt { color: var(--soft); }
.said { unicode-bidi: isolate; }
.lead { margin-top: 1.25rem; max-width: 44rem; }
.note { margin-top: 0.6rem; color: var(--soft); font-size: 0.9rem; }

.tiles { display: grid; grid-template-columns: repeat(4, 1fr); gap: 0.75rem; margin-top: 1.75rem; }
.tile { padding: 0.8rem 1rem 0.7rem; border-top: 4px solid; border-radius: 3px; }
.tile b { display: block; font-size: 2rem; line-height: 1.1; font-variant-numeric: tabular-nums; }
.tile span { font-size: 0.85rem; }
.tile.none { border-color: var(--line); background: var(--quiet); color: var(--soft); }
.critical { color: var(--critical); } .high { color: var(--high); } .medium { color: var(--medium); } .low { color: var(--low); }
.tile.critical { background: var(--critical-ground); } .tile.high { background: var(--high-ground); }
.tile.medium { background: var(--medium-ground); } .tile.low { background: var(--low-ground); }
svg { display: block; width: 100%; height: auto; }
svg .fill { fill: currentColor; }
svg .lane { fill: var(--quiet); stroke: var(--line); stroke-width: 0.5; }
svg .tick { stroke: var(--line); stroke-width: 1; }
svg text { fill: var(--soft); font: 11px system-ui, sans-serif; }
svg a { color: inherit; }
svg .rest { fill: var(--line); }
svg a:focus rect, svg a:hover rect { stroke: var(--ink); stroke-width: 1.5; }
.bar { margin-top: 0.75rem; }
.map { margin-top: 1.5rem; }
figcaption { color: var(--soft); font-size: 0.85rem; }
.map figcaption { margin-bottom: 0.35rem; }

table { width: 100%; border-collapse: collapse; font-size: 0.92rem; }
th { padding: 0.4rem 0.6rem; border-bottom: 1px solid var(--ink); color: var(--soft); font-size: 0.8rem; font-weight: 600; text-align: left; }
td { padding: 0.45rem 0.6rem; border-bottom: 1px solid var(--line); vertical-align: top; }
.count { text-align: center; font-variant-numeric: tabular-nums; white-space: nowrap; overflow-wrap: normal; }
td.count.some { font-weight: 700; }
td.some.critical { background: var(--critical-ground); } td.some.high { background: var(--high-ground); }
td.some.medium { background: var(--medium-ground); } td.some.low { background: var(--low-ground); }
.scroll { overflow-x: auto; }

.chip { display: inline-block; padding: 0.05rem 0.55rem; border: 1px solid; border-radius: 1rem; font-size: 0.78rem; font-weight: 650; white-space: nowrap; overflow-wrap: normal; }
.chip.critical { background: var(--critical-ground); } .chip.high { background: var(--high-ground); }
.chip.medium { background: var(--medium-ground); } .chip.low { background: var(--low-ground); }
.status { color: var(--soft); font-size: 0.85rem; white-space: nowrap; overflow-wrap: normal; }
.sure { display: inline-flex; gap: 0.45rem; align-items: center; color: var(--soft); font-size: 0.85rem; white-space: nowrap; }
.sure svg { width: 3.2rem; }

.finding { margin-top: 1.1rem; padding: 1.1rem 1.3rem 1rem; border: 1px solid var(--line); border-left: 5px solid; border-radius: 4px; scroll-margin-top: 1rem; }
.finding > * { color: var(--ink); }
.finding:target { outline: 2px solid var(--link); outline-offset: 2px; }
.head { display: flex; flex-wrap: wrap; gap: 0.35rem 0.8rem; align-items: baseline; }
.head h3 { flex: 1 1 16rem; }
.head .number { color: var(--soft); font-weight: 500; font-variant-numeric: tabular-nums; }
.quote { margin-top: 0.9rem; }
.quote blockquote {
  margin-top: 0.25rem; padding: 0.75rem 1rem; background: var(--quiet); border-radius: 3px; white-space: pre-line; unicode-bidi: isolate;
  font: 1rem/1.6 "Iowan Old Style", "Palatino Linotype", Palatino, Georgia, "Times New Roman", serif;
}
.around { color: var(--soft); }
mark { background: var(--mark); color: inherit; box-shadow: 0 1px 0 var(--mark-edge); -webkit-box-decoration-break: clone; box-decoration-break: clone; }
.amended { margin-top: 0.9rem; font-weight: 600; }
.points { display: grid; grid-template-columns: 8.5rem 1fr; gap: 0.45rem 1rem; margin-top: 0.9rem; }
.points dt { font-size: 0.88rem; padding-top: 0.1rem; }
.ask { padding: 0.5rem 0.8rem; border-left: 3px solid var(--ask-edge); background: var(--ask); }
.small { margin-top: 0.8rem; color: var(--soft); font-size: 0.8rem; }
.decision { margin-top: 0.8rem; padding: 0.45rem 0.8rem; background: var(--quiet); font-size: 0.9rem; }
.finding.candidate { border: 1px dashed var(--soft); }
.finding.settled { border-left-style: double; }
footer { margin-top: 3rem; padding-top: 1rem; border-top: 2px solid var(--ink); font-size: 0.9rem; }
footer p { margin-top: 0.5rem; max-width: 46rem; }

@media (max-width: 40rem) {
  body { padding: 1.5rem 1.1rem 2.5rem; }
  .tiles { grid-template-columns: repeat(2, 1fr); }
  .facts, .points { grid-template-columns: 1fr; gap: 0; }
  .facts dd, .points dd { margin-bottom: 0.6rem; }
  .wide, .map { display: none; }
}
@media print {
  :root {
    color-scheme: light;
    --paper: #ffffff; --ground: #ffffff; --ink: #000000; --soft: #4b525b; --line: #c9c7c1; --quiet: #f8f7f4;
    --critical: #9f1239; --high: #c2410c; --medium: #8a5405; --low: #475569;
    --critical-ground: #fdeef1; --high-ground: #fdf0e7; --medium-ground: #fbf5e0; --low-ground: #eef1f5;
    --mark: #fff0a8; --mark-edge: #d9b310; --ask: #e8f3ec; --ask-edge: #2f7d4f; --link: #000000;
  }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  @page { margin: 16mm 15mm 18mm; @bottom-right { content: counter(page) " / " counter(pages); font: 8pt sans-serif; } }
  body { max-width: none; padding: 0; font-size: 10pt; }
  a { text-decoration: none; }
  h1, h2, h3, .head, .map, .tiles, tr, .quote, .points dd { break-inside: avoid; }
  h2, h3, .section, .head, .quote figcaption, dt { break-after: avoid; }
  .scroll { overflow: visible; }
  h2 { margin-top: 2rem; }
  .finding { padding: 0.8rem 1rem 0.7rem; box-decoration-break: clone; -webkit-box-decoration-break: clone; }
  .quote blockquote { padding: 0.5rem 0.8rem; font-size: 9.5pt; line-height: 1.45; }
  td { padding: 0.3rem 0.6rem; }
}
`;
