// The style sheet of the exported page.

/** How the exported page looks: on a desk, on a phone, in the dark and on paper. */
export const HTML_STYLE = `:root {
  color-scheme: light dark;
  --paper: #fdfcf9;
  --ink: #22211f;
  --quiet: #66625c;
  --line: #dedad2;
  --accent: #1f5f6b;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #191a1b;
    --ink: #e4e1db;
    --quiet: #9f9b93;
    --line: #38393a;
    --accent: #85c0cb;
  }
}
* { box-sizing: border-box; }
html { text-size-adjust: 100%; -webkit-text-size-adjust: 100%; }
body {
  margin: 0 auto;
  padding: 2.5rem 1.25rem 5rem;
  max-width: 42rem;
  background: var(--paper);
  color: var(--ink);
  font: 1.0625rem/1.6 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
  overflow-wrap: anywhere;
}
h1, h2, h3, h4, p, ul { margin: 0; }
h1 { font-size: 1.9rem; line-height: 1.2; }
h2 {
  margin-top: 4rem;
  padding-bottom: 0.4rem;
  border-bottom: 1px solid var(--line);
  font-size: 1.3rem;
  color: var(--accent);
}
h3 { font-size: 1.15rem; line-height: 1.35; }
h4 { font-size: 0.95rem; line-height: 1.45; font-weight: 600; color: var(--quiet); }
header p, .facts, .link { color: var(--quiet); font-size: 0.9rem; }
.tag { display: inline-block; }
a { color: var(--accent); text-underline-offset: 0.15em; }
nav { margin-top: 2rem; font-size: 0.95rem; }
nav ul { padding: 0; list-style: none; }
nav > ul > li { display: flex; gap: 1rem; padding: 0.35rem 0; border-top: 1px solid var(--line); }
nav span { flex: 0 0 3rem; font-weight: 600; }
nav ul ul { display: flex; flex-wrap: wrap; gap: 0.1rem 1.1rem; }
nav small { color: var(--quiet); }
article { margin-top: 2.5rem; }
article + article { padding-top: 2.5rem; border-top: 1px solid var(--line); }
.answer { margin-top: 1.4rem; }
.words, .own {
  margin-top: 0.3rem;
  white-space: pre-wrap;
  unicode-bidi: plaintext;
  text-align: start;
  tab-size: 4;
}
.words { font-family: ui-serif, Georgia, "Noto Serif", serif; font-size: 1.1rem; }
.skip { color: var(--quiet); font-style: italic; }
.own { margin-top: 1.2rem; padding-inline-start: 0.9rem; border-inline-start: 3px solid var(--line); }
.front { color: var(--quiet); font-size: 0.9rem; }
@media print {
  :root { --paper: #fff; --ink: #000; --quiet: #444; --line: #bbb; --accent: #000; }
  @page { margin: 2cm; }
  body { max-width: none; padding: 0; font-size: 10.5pt; }
  nav { display: none; }
  h1, h2, h3, h4, .facts, .front { break-after: avoid; }
  h1, h2, h3, h4, .facts { break-inside: avoid; }
  .link { break-before: avoid; }
  .words, .own { orphans: 3; widows: 3; }
  a { text-decoration: none; }
}
`;
