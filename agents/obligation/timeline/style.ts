/** The page's only style sheet: light and dark, screen and paper. Colours that those who see fewer can tell apart (Okabe and Ito, 2008). */
export const style = `
:root {
  color-scheme: light dark;
  --paper: #ffffff; --ground: #f4f3f0; --ink: #1d2126; --soft: #5b636d; --line: #dcdad4; --bad: #b3261e;
  --c0: #0072b2; --c1: #d55e00; --c2: #009e73; --c3: #cc79a7; --c4: #b58900; --c5: #56b4e9; --c6: #7a7f87;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #1b1e23; --ground: #121417; --ink: #e8e6e1; --soft: #a3a9b2; --line: #343942; --bad: #ff8a80;
    --c0: #56a7dd; --c1: #f08a4b; --c2: #3cc79b; --c3: #e0a3c4; --c4: #e0b83a; --c5: #8fd0f5; --c6: #a3a9b2;
  }
}
* { box-sizing: border-box; }
html { background: var(--ground); }
body { margin: 0 auto; max-width: 68rem; padding: 2rem 1.25rem 4rem; color: var(--ink); font: 16px/1.5 system-ui, sans-serif; }
h1 { margin: 0; font-size: 2rem; line-height: 1.2; }
h2 { margin: 2.25rem 0 .5rem; font-size: 1.15rem; }
p { margin: 0; }
.eyebrow { color: var(--soft); font-size: .8rem; letter-spacing: .08em; text-transform: uppercase; }
.lead { margin: .5rem 0 0; color: var(--soft); }
.soft { color: var(--soft); font-size: .875rem; }
.said { overflow-wrap: anywhere; unicode-bidi: isolate; }
.legend { display: flex; flex-wrap: wrap; gap: .35rem 1.25rem; margin: 1.5rem 0 .75rem; padding: 0; list-style: none; font-size: .9rem; }
.dot { display: inline-block; width: .7rem; height: .7rem; margin: 0 .2rem; border: 2px solid var(--c, var(--soft)); border-radius: 50%; background: var(--c, var(--soft)); }
.dot.open { background: transparent; }
.c0 { --c: var(--c0); } .c1 { --c: var(--c1); } .c2 { --c: var(--c2); } .c3 { --c: var(--c3); }
.c4 { --c: var(--c4); } .c5 { --c: var(--c5); } .c6 { --c: var(--c6); }
.scroll { overflow-x: auto; background: var(--paper); border: 1px solid var(--line); border-radius: 8px; }
.grid { width: 100%; border-collapse: collapse; font-size: .875rem; }
.grid th, .grid td { padding: .5rem .4rem; border-bottom: 1px solid var(--line); border-left: 1px solid var(--line); text-align: center; vertical-align: middle; min-width: 3.4rem; }
.grid tr > :first-child { border-left: 0; padding-left: .9rem; text-align: left; min-width: 11rem; font-weight: 600; }
.grid tbody tr:last-child > * { border-bottom: 0; }
.grid thead th { color: var(--soft); font-weight: 600; }
.grid td .dot { margin: .1rem; }
a { color: inherit; }
ol { margin: 0; padding: 0; list-style: none; background: var(--paper); border: 1px solid var(--line); border-radius: 8px; }
li { overflow-wrap: anywhere; }
ol > li { display: grid; grid-template-columns: 9rem 1fr; gap: 1rem; padding: .8rem .9rem; border-bottom: 1px solid var(--line); }
ol > li:last-child { border-bottom: 0; }
.day { font-weight: 600; font-variant-numeric: tabular-nums; }
.day .soft { display: block; font-weight: 400; }
.title { font-weight: 600; }
.title .dot { margin-left: 0; }
.tag { padding: .05rem .45rem; border: 1px solid var(--line); border-radius: 1rem; color: var(--soft); font-size: .75rem; font-weight: 400; }
blockquote { margin: .35rem 0 0; padding-left: .75rem; border-left: 3px solid var(--line); color: var(--soft); font-size: .9rem; }
.overdue h2, .overdue .day { color: var(--bad); }
@media (max-width: 40rem) { ol > li { grid-template-columns: 1fr; gap: .25rem; } }
@media print { html { background: none; } ol > li, .grid tr { break-inside: avoid; } }
`;
