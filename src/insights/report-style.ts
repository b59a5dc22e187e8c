// The style sheet of a report.
import { HTML_STYLE } from '../pages/text/html-style.ts';

/** How a report looks: the paper and ink of the exported journal, and the marks of its plots, which differ in shape. */
export const REPORT_STYLE = `${HTML_STYLE}
:root { --faint: #ebe7df; --range: #b9d2d5; }
@media screen and (prefers-color-scheme: dark) { :root { --faint: #28292a; --range: #35565c; } }
body { max-width: 48.5rem; }
h2 { margin-top: 3.5rem; color: var(--ink); font-weight: 600; }
h3 { margin-top: 2.4rem; font-size: 1.05rem; }
section > p, section > ul, figure > p { margin-top: 0.6rem; }
section > h2 + p, section > h2 + ul { margin-top: 1.2rem; }
.quiet { color: var(--quiet); font-size: 0.9rem; line-height: 1.45; }
.stands { padding: 0 0 0 1.1rem; border-inline-start: 3px solid var(--accent); list-style: none; }
.stands li + li { margin-top: 0.8rem; }
.stands + p { margin-top: 1rem; }
figure { margin: 2.2rem 0 0; break-inside: avoid; }
figure h3 { margin: 0; }
figure > p { margin-top: 0.25rem; }
.bars ~ p, figure + p { margin-top: 1rem; }
svg { display: block; overflow: visible; }
svg.plot, .lanes, .bars { margin-top: 0.9rem; }
svg.strip { margin-inline: 1.4rem 2rem; width: calc(100% - 3.4rem); }
svg.guesses { margin-inline: 6.6rem 1.3rem; width: calc(100% - 7.9rem); }
svg text { fill: var(--quiet); font: 0.72rem/1 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; }
svg text.value { text-anchor: end; }
svg text.middle { text-anchor: middle; }
svg text.side { text-anchor: end; transform: translateX(-1.4rem); }
svg text.count, .n { font-variant-numeric: tabular-nums; }
svg text.number { fill: var(--ink); font-size: 0.68rem; }
svg .narrow { display: none; }
svg line { stroke: var(--quiet); stroke-width: 1; }
svg .row, svg .axis, svg .tick { stroke: var(--line); }
svg .compared { fill: var(--faint); }
svg .differed { fill: var(--range); fill-opacity: 0.4; stroke: var(--accent); }
svg .dot { fill: var(--accent); fill-opacity: 0.85; }
svg .absent, svg .cap { stroke: var(--quiet); }
svg .usual { stroke: var(--range); stroke-width: 8; }
svg .said { stroke: var(--ink); stroke-width: 2; }
svg .seen { fill: var(--accent); stroke: var(--accent); stroke-width: 1.5; }
svg .unseen, svg .dropped { fill: var(--paper); stroke: var(--accent); stroke-width: 1.5; }
svg .unknown { fill: var(--paper); stroke: var(--quiet); stroke-width: 1.5; stroke-dasharray: 2 2; }
svg .half { fill: var(--accent); }
svg .open { fill: none; stroke: var(--quiet); stroke-width: 1.5; }
svg .moved { stroke: var(--accent); stroke-width: 1.5; }
svg .span, svg .start { stroke-opacity: 0.6; }
svg .still { stroke-dasharray: 3 3; }
svg .step { fill: var(--range); }
svg .sat, svg .talk { fill: var(--ink); }
svg .talk.ahead { fill: var(--paper); stroke: var(--ink); }
svg .checkin { stroke: var(--accent); stroke-opacity: 0.75; }
.lanes { display: grid; grid-template-columns: 9.5rem minmax(0, 1fr); row-gap: 0.35rem; align-items: center; }
.lanes > p { color: var(--quiet); font-size: 0.85rem; line-height: 1.2; }
.lanes > svg { margin: 0; }
.bars { display: grid; grid-template-columns: minmax(0, 15rem) minmax(0, 1fr) auto; gap: 0.7rem 1.4rem; align-items: center; font-size: 0.95rem; }
.bars p { line-height: 1.35; }
.bars small { display: block; color: var(--quiet); font-size: 0.85rem; }
.bars .n { text-align: end; max-width: 9rem; }
.bars .ends { display: flex; justify-content: space-between; color: var(--quiet); font-size: 0.75rem; }
.key { display: flex; flex-wrap: wrap; gap: 0.3rem 1.3rem; padding: 0; list-style: none; color: var(--quiet); font-size: 0.85rem; }
.key li { display: flex; align-items: center; gap: 0.45rem; }
.key svg { flex: none; }
details { margin-top: 0.8rem; font-size: 0.9rem; }
summary { width: fit-content; color: var(--quiet); cursor: pointer; }
summary:hover { color: var(--accent); }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 3px; border-radius: 2px; }
table { margin-top: 0.6rem; border-collapse: collapse; }
caption { padding-bottom: 0.3rem; color: var(--quiet); text-align: start; }
th, td { padding: 0.2rem 1.2rem 0.2rem 0; border-top: 1px solid var(--line); font-weight: 400; text-align: start; vertical-align: top; }
th { color: var(--quiet); overflow-wrap: normal; }
td.words { margin: 0; font-size: 1em; }
ul.list { padding-inline-start: 1.1rem; }
ul.back { padding: 0; list-style: none; }
ul.back li { padding: 0.5rem 0; border-top: 1px solid var(--line); break-inside: avoid; }
ul.back li:first-child { border-top: 0; }
.then { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 0.4rem 1.6rem; margin: 0.5rem 0 0; }
.then dt { color: var(--quiet); font-size: 0.85rem; }
.then dd { margin: 0; font-size: 1rem; line-height: 1.5; }
code { font-size: 0.95em; }
footer { margin-top: 4.5rem; padding-top: 1.2rem; border-top: 1px solid var(--line); color: var(--quiet); font-size: 0.9rem; }
footer p + p { margin-top: 0.6rem; }
@media (max-width: 40rem) {
  svg .wide { display: none; }
  svg .narrow { display: inline; }
  svg.guesses { margin-inline: 5.4rem 1rem; width: calc(100% - 6.4rem); }
  svg text.side { transform: translateX(-0.9rem); }
  .lanes { grid-template-columns: minmax(0, 1fr); row-gap: 0.1rem; }
  .lanes > p { margin-top: 0.7rem; }
  .lanes > p.gap { display: none; }
  .bars { grid-template-columns: minmax(0, 1fr) auto; gap: 0.1rem 1rem; grid-auto-flow: dense; }
  .bars > :nth-child(3n+2) { grid-column: 1 / -1; margin: 0.1rem 0.6rem 0.9rem; width: calc(100% - 1.2rem); }
  .then { grid-template-columns: minmax(0, 1fr); }
  th, td { padding-inline-end: 0.7rem; }
}
@media print {
  :root { --faint: #eee; --range: #ccc; }
  details:not([open]) { display: none; }
  h2 { margin-top: 1.6rem; }
  figure { margin-top: 1.2rem; }
}
@media (forced-colors: active) {
  svg .dot, svg .seen, svg .half, svg .sat, svg .talk { fill: CanvasText; stroke: CanvasText; }
  svg .unseen, svg .dropped, svg .unknown, svg .talk.ahead { fill: Canvas; stroke: CanvasText; }
  svg line, svg .open, svg .differed { stroke: CanvasText; }
  svg text { fill: CanvasText; }
}
`;
