// One question over time: the page of coach journal --question.
import stringWidth from 'fast-string-width';
import type { StoredEntry, Entry } from '../../domain/entry/entry.ts';
import type { Answer } from '../../domain/entry/answer.ts';
import { longDay, type Day } from '../../domain/time/day.ts';
import { plainText, withoutBlankEnds } from '../../domain/text/plain-text.ts';
import { answerText } from '../record/answer-text.ts';
import type { DrawnPage } from '../text/drawing.ts';
import { type Page, wrap } from '../text/wrap.ts';
import { type RatingRow, ratingsOverTime } from './question-ratings.ts';

/** From this width on, an earlier answer stands beside the next one. */
const WIDTH_FOR_TWO = 72;

interface Asking {
  readonly entry: Entry;
  readonly answer: Answer;
}

/**
 * One question over time, the newest answers first: of ratings a picture, and each with its day; of everything else the earlier answer
 * beside the later one.
 *
 * @param entries - Those in which it was answered, newest first.
 *
 * @example
 * const drawn = { ...page, drawing: 'ascii' };
 * questionPage('member-felt', [{ entry, path: '2026/11/a.md' }], '2026-11-22', drawn).split('\n')[1]
 * //=> 'member-felt · one answer'
 */
export function questionPage(
  question: string,
  entries: readonly StoredEntry[],
  today: Day,
  page: DrawnPage,
): string {
  const { width, style } = page;
  const askings = entries.flatMap(({ entry }): Asking[] => {
    const answer = entry.answers.find((one) => one.question === question && one.skip === null);
    return answer ? [{ entry, answer }] : [];
  });
  const [latest] = askings;
  if (!latest) return '';
  const isScale = askings.every(({ answer }) => answer.type === 'scale');
  const isAskedAlike = askings.every(({ answer }) => answer.asked === latest.answer.asked);
  const { asked } = latest.answer;
  const count = askings.length === 1 ? 'one answer' : `${askings.length} answers`;
  const lines = [
    style.strong(wrap(plainText(isAskedAlike ? asked : askedOfAll(latest)), width)),
    style.dim(wrap(`${question} · ${count}`, width)),
    '',
    ...(isScale
      ? ratingsOverTime(question, entries, askings.map(rowOf), today, page)
      : answersOverTime(askings, isAskedAlike, today, page)),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

/** The day of an answer, and whom it is about. */
function headOf({ entry }: Asking): string {
  return [longDay(entry.day), ...(entry.about === null ? [] : [plainText(entry.about)])].join(' · ');
}

function rowOf(asking: Asking): RatingRow {
  return { head: headOf(asking), value: asking.answer.value };
}

/** Words of one time and a name stand beside their answers: above all of them they would be wrong. */
function askedOfAll({ answer: { asked }, entry: { about } }: Asking): string {
  const without = asked.replace(/".+"/, '"…"');
  if (about === null) return without;
  const name = about.replace(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`);
  return without.replace(new RegExp(String.raw`(?<![\p{L}\p{N}])${name}(?![\p{L}\p{N}])`, 'gu'), '…');
}

function answersOverTime(
  askings: readonly Asking[],
  isAskedAlike: boolean,
  today: Day,
  { width, style }: Page,
): readonly string[] {
  const columns = width >= WIDTH_FOR_TWO ? Math.floor((Math.min(width, 160) - 4) / 2) : width;
  const block = (asking: Asking | undefined): readonly string[] =>
    asking === undefined
      ? []
      : [
          style.dim(headOf(asking)),
          ...(isAskedAlike
            ? []
            : wrap(plainText(asking.answer.asked), columns)
                .split('\n')
                .map((line) => style.dim(line))),
          ...wrap(withoutBlankEnds(answerText(asking.answer, today)), columns, '  ').split('\n'),
        ];
  if (columns === width) return askings.flatMap((asking) => [...block(asking), '']).slice(0, -1);
  const pairs = Array.from({ length: Math.ceil(askings.length / 2) }, (_, at) => at * 2);
  return pairs
    .flatMap((at) => {
      const later = askings[at];
      const earlier = askings[at + 1];
      return [...(earlier ? beside(block(earlier), block(later), columns) : block(later)), ''];
    })
    .slice(0, -1);
}

function beside(left: readonly string[], right: readonly string[], columns: number): readonly string[] {
  return Array.from({ length: Math.max(left.length, right.length) }, (_, at) => {
    const line = left[at] ?? '';
    return `${line}${' '.repeat(Math.max(0, columns - stringWidth(line)) + 4)}${right[at] ?? ''}`.trimEnd();
  });
}
