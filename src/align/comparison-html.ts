// The comparison of two sheets as a page, for a screen that both can see.
import { oneLine } from '../domain/text/plain-text.ts';
import { type Day, longDay } from '../domain/time/day.ts';
import { escaped, htmlHead } from '../pages/text/html-page.ts';
import { HTML_STYLE } from '../pages/text/html-style.ts';
import type { Compared } from './comparison.ts';
import { COMPARISON_STYLE } from './comparison-style.ts';
import * as words from './comparison-words.ts';
import { DECISION_STEPS, type Mark, stepName } from './decision-steps.ts';

const TITLE = 'Who decides, seen from both sides';

/**
 * Two sheets as one page that needs nothing else: no network, no script. Nobody is named on it.
 *
 * @param compared - In the order of the talk.
 *
 * @example
 * comparisonHtml([compared], '2026-11-22').includes('<p>Compared on 22 November 2026</p>') //=> true
 */
export function comparisonHtml(compared: readonly Compared[], day: Day): string {
  const steps = DECISION_STEPS.map(({ name, says }) => `<li><b>${name}</b>: ${says}</li>`);
  return `${htmlHead(TITLE, HTML_STYLE + COMPARISON_STYLE)}<header>
<h1>${TITLE}</h1>
<p>Compared on ${longDay(day)}</p>
</header>
<main>
<p class="say">${words.HOW_TO_TALK}${compared.length > words.BEGIN_WITH ? ` ${words.BEGIN_WITH_THREE}` : ''}</p>
<ol class="steps">
${steps.join('\n')}
</ol>
<ul class="key">
${KEY.map(([sign, says]) => `<li><svg width="16" height="16" aria-hidden="true">${signAt(sign, '8', 8)}</svg>${says}</li>`).join('\n')}
</ul>
${compared.map((one, at) => figureOf(one, at + 1)).join('\n')}
</main>
<footer><p>${words.NO_SCORE}</p></footer>
</body>
</html>
`;
}

/** The doer is a circle, the lead a square; today is filled. */
type Sign = `${'doer' | 'lead'} ${'today' | 'wished'}`;

const KEY: readonly (readonly [Sign, string])[] = [
  ['doer today', 'doer, today'],
  ['lead today', 'lead, today'],
  ['doer wished', 'doer, wished for'],
  ['lead wished', 'lead, wished for'],
];

/** @param x - In percent or in pixels. */
function signAt(sign: Sign, x: string, y: number): string {
  return sign.startsWith('doer')
    ? `<circle class="${sign}" cx="${x}" cy="${y}" r="6"/>`
    : `<svg x="${x}" y="${y}" overflow="visible"><rect class="${sign}" x="-5.5" y="-5.5" width="11" height="11"/></svg>`;
}

function figureOf(one: Compared, number: number): string {
  const { title, example, doer, lead, category } = one;
  const lines = [words.CATEGORY_SENTENCES[category], ...words.gapSentences(one)];
  return `<figure aria-labelledby="p-${number}">
<figcaption>
<h2 id="p-${number}">${number} ${own(title)}</h2>
${example === null ? '' : `<p class="quiet">For example: ${own(example)}</p>\n`}${lines.map((line) => `<p class="say">${line}</p>`).join('\n')}
</figcaption>
${rowOf('Today', doer.today, lead.today, 'today')}
${rowOf('Wished for', doer.wanted, lead.wanted, 'wished')}
<div class="row" aria-hidden="true"><span></span><svg class="plot axis" width="100%" height="34">${DECISION_STEPS.map(axisStep).join('')}</svg><span></span></div>
${tableOf(one)}</figure>`;
}

/** A person's own words, in whatever script. */
function own(text: string): string {
  return `<bdi lang="">${escaped(oneLine(text))}</bdi>`;
}

/** The place of a step, in percent of the width. */
function placeOf(step: number): string {
  return `${(5 + ((step - 1) / (DECISION_STEPS.length - 1)) * 90).toFixed(2)}%`;
}

function axisStep({ name }: (typeof DECISION_STEPS)[number], at: number): string {
  const x = placeOf(at + 1);
  return `<text x="${x}" y="12">${at + 1}</text><text class="name" x="${x}" y="28">${name}</text>`;
}

function rowOf(name: string, doer: Mark, lead: Mark, when: 'today' | 'wished'): string {
  const isSame = doer !== null && doer === lead;
  const ticks = DECISION_STEPS.map((_, at) => {
    const x = placeOf(at + 1);
    return `<line x1="${x}" x2="${x}" y1="11" y2="19"/>`;
  });
  const signs = [
    ...(doer === null ? [] : [signAt(`doer ${when}`, placeOf(doer), isSame ? 8 : 15)]),
    ...(lead === null ? [] : [signAt(`lead ${when}`, placeOf(lead), isSame ? 22 : 15)]),
  ];
  return `<div class="row"><p>${name}<small>${words.apartWords(doer, lead)}</small></p><svg class="bar" width="100%" height="30" aria-hidden="true"><line x1="${placeOf(1)}" x2="${placeOf(DECISION_STEPS.length)}" y1="15" y2="15"/>${ticks.join('')}${signs.join('')}</svg><p class="marks">doer: ${stepName(doer)}<br>lead: ${stepName(lead)}</p></div>`;
}

function tableOf(one: Compared): string {
  const rows = words
    .saidByBoth(one)
    .map(
      ({ name, doer, lead }) =>
        `<tr><th scope="row">${name}</th>${[doer, lead].map((said) => `<td>${said === null ? '–' : own(said)}</td>`).join('')}</tr>`,
    );
  if (rows.length === 0) return '';
  return `<table>
<tr><td></td><th scope="col">doer</th><th scope="col">lead</th></tr>
${rows.join('\n')}
</table>
`;
}
