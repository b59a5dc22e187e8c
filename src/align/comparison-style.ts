// The style of the page on which two sheets are compared, beyond that of every page.

/** How the pictures of a comparison look: shapes tell who, and not colours. */
export const COMPARISON_STYLE = `body { max-width: 54rem; }
main p, main li, footer p { overflow-wrap: anywhere; }
.say { margin-top: 0.6rem; }
.quiet, footer { color: var(--quiet); font-size: 0.9rem; }
.steps { margin: 1.2rem 0; padding-inline-start: 1.6rem; color: var(--quiet); font-size: 0.9rem; }
.key { display: flex; flex-wrap: wrap; gap: 0.2rem 1.4rem; padding: 0; list-style: none; font-size: 0.9rem; }
.key li { display: flex; align-items: center; gap: 0.4rem; }
figure { margin: 3rem 0 0; }
figure h2 { margin: 0; padding: 0; border: 0; color: var(--ink); font-size: 1.15rem; }
.row { display: grid; grid-template-columns: 8rem 1fr 8.5rem; align-items: center; gap: 0.8rem; margin-top: 0.8rem; }
.row small { display: block; color: var(--quiet); }
.row svg { display: block; overflow: visible; }
.marks { color: var(--quiet); font-size: 0.9rem; line-height: 1.35; }
svg line { stroke: var(--line); stroke-width: 1.5; }
svg text { fill: var(--quiet); font-size: 12px; text-anchor: middle; }
.doer { stroke: var(--accent); stroke-width: 1.8; }
.lead { stroke: var(--ink); stroke-width: 1.8; }
.doer.today { fill: var(--accent); }
.lead.today { fill: var(--ink); }
.wished { fill: var(--paper); }
table { width: 100%; margin-top: 0.8rem; border-collapse: collapse; table-layout: fixed; font-size: 0.95rem; }
th, td { padding: 0.35rem 0.6rem 0.35rem 0; border-top: 1px solid var(--line); overflow-wrap: anywhere; text-align: start; vertical-align: top; }
th { font-weight: 400; color: var(--quiet); }
footer { margin-top: 3.5rem; padding-top: 0.8rem; border-top: 1px solid var(--line); }
@media (max-width: 48rem) {
  .row { grid-template-columns: 1fr auto; row-gap: 0.2rem; }
  .row svg { grid-column: 1 / -1; grid-row: 2; }
  .axis .name { display: none; }
  .axis { height: 16px; }
}
@media print {
  figure { break-inside: avoid; }
  svg { print-color-adjust: exact; }
}
`;
