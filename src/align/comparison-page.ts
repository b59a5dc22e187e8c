// The comparison of two sheets on a screen.
import { oneLine } from '../domain/text/plain-text.ts';
import { type Page, wrap } from '../pages/text/wrap.ts';
import type { Compared } from './comparison.ts';
import * as words from './comparison-words.ts';
import { DECISION_STEPS, type Mark, stepName } from './decision-steps.ts';

/** From so many columns on, how far two marks are apart stands beside the picture. */
const WIDE = 76;

/**
 * Two sheets on one screen.
 *
 * @param compared - In the order of the talk.
 * @param isPlain - Without a picture, to be read aloud as it stands.
 *
 * @example
 * comparisonPage([compared], { width: 80, style: plainStyle }, false).split('\n')[8]
 * //=> '  today                    D           L                 2 steps apart'
 */
export function comparisonPage(compared: readonly Compared[], page: Page, isPlain: boolean): string {
  const { width } = page;
  const put = (text: string): string => wrap(text, width);
  const legend = `D is the doer, L the lead. ${DECISION_STEPS.map((_, at) => stepName(at + 1)).join(' · ')}`;
  return [
    put(words.HOW_TO_TALK),
    ...(compared.length > words.BEGIN_WITH ? [put(words.BEGIN_WITH_THREE)] : []),
    ...(isPlain ? [] : [put(legend)]),
    ...compared.map((one, at) => ['', ...pieceLines(one, at + 1, page, isPlain)].join('\n')),
  ].join('\n');
}

function pieceLines(
  one: Compared,
  number: number,
  { width, style }: Page,
  isPlain: boolean,
): readonly string[] {
  const { title, example, doer, lead, category } = one;
  const put = (text: string): string => wrap(text, width, '  ');
  const rows = [
    ['today', doer.today, lead.today],
    ['wished for', doer.wanted, lead.wanted],
  ] as const;
  const drawn = isPlain
    ? rows.map(([name, ...marks]) => put(inWords(name, ...marks)))
    : [axis(width), ...rows.flatMap(([name, ...marks]) => rowLines(name, ...marks, width))];
  return [
    wrap(style.strong(`${number} ${oneLine(title)}`), width),
    ...(example === null ? [] : [style.dim(put(`For example: ${oneLine(example)}`))]),
    ...drawn,
    put(words.CATEGORY_SENTENCES[category]),
    ...words.gapSentences(one).map(put),
    ...words
      .saidByBoth(one)
      .flatMap(({ called, ...said }) =>
        (['doer', 'lead'] as const).flatMap((who) =>
          said[who] === null ? [] : [put(`${called[who]}: ${oneLine(said[who])}`)],
        ),
      ),
  ];
}

function inWords(name: string, doer: Mark, lead: Mark): string {
  return `${name}: doer ${stepName(doer)}, lead ${stepName(lead)}; ${words.apartWords(doer, lead)}`;
}

/** Columns before the first step, and from one step to the next. */
function columns(width: number): { readonly left: number; readonly gap: number } {
  return width >= WIDE ? { left: 15, gap: 6 } : { left: 14, gap: 3 };
}

function axis(width: number): string {
  const { left, gap } = columns(width);
  return `${' '.repeat(left)}${DECISION_STEPS.map((_, at) => String(at + 1).padEnd(gap)).join('')}`.trimEnd();
}

function rowLines(name: string, doer: Mark, lead: Mark, width: number): readonly string[] {
  const { left, gap } = columns(width);
  const cells = DECISION_STEPS.map((_, at) =>
    `${doer === at + 1 ? 'D' : ''}${lead === at + 1 ? 'L' : ''}`.padEnd(gap),
  );
  const row = `  ${name}`.padEnd(left) + cells.join('');
  const apart = words.apartWords(doer, lead);
  return width >= WIDE ? [row + apart] : [row.trimEnd(), `    ${apart}`];
}
