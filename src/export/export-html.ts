// Entries as one page to read, to print, or to open on a phone.
import type { Answer } from '../domain/entry/answer.ts';
import { longDay, monthTitle, MONTHS, WEEKDAYS, type Day, weekdayOf } from '../domain/time/day.ts';
import { parseAt, clockTime } from '../domain/time/moment.ts';
import { type Entry, referenceTo, type StoredEntry } from '../domain/entry/entry.ts';
import { itemsIn } from '../domain/record/followed-items.ts';
import { oneLine, plainText, withoutBlankEnds } from '../domain/text/plain-text.ts';
import { answerText } from '../pages/record/answer-text.ts';
import { entryTitle } from '../pages/record/entry-title.ts';
import { itemWord } from '../pages/record/item-text.ts';
import { escaped, htmlHead } from '../pages/text/html-page.ts';
import { HTML_STYLE } from '../pages/text/html-style.ts';
import { entriesInWords } from '../pages/text/words.ts';

/** `2026-11`: what stands under one heading. */
type Month = string;

/**
 * Entries as one page that needs nothing else: no network, no script. Months have headings and are listed at the top. All that
 * the person wrote is shown as they typed it, line by line, in the direction of its own script.
 *
 * @param oldestFirst - For the top of the page and for links; gone through before the first piece.
 * @param byMonth - The same entries, those of one month together.
 * @returns The head, a piece for each entry, and the end.
 *
 * @example
 * [...htmlPage([], [])].at(-1) //=> '</main>\n</body>\n</html>\n'
 */
export function* htmlPage(
  oldestFirst: Iterable<StoredEntry>,
  byMonth: Iterable<StoredEntry>,
): Generator<string> {
  const overview = overviewOf(oldestFirst);
  yield headOf(overview);
  const placed = new Set<string>();
  let current: Month | undefined;
  for (const { entry } of byMonth) {
    const month = monthOf(entry.day);
    const heading =
      month === current
        ? ''
        : `${current === undefined ? '' : '</section>\n'}<section aria-labelledby="m-${escaped(month)}">\n<h2 id="m-${escaped(month)}">${monthTitle(month)}</h2>\n`;
    current = month;
    // Of two files with one id, links lead to the first.
    const isFirst = !placed.has(entry.id);
    placed.add(entry.id);
    yield heading + articleOf(entry, isFirst, overview);
  }
  yield `${current === undefined ? '' : '</section>\n'}</main>\n</body>\n</html>\n`;
}

/** The top of the page: how many entries there are, from when to when, and where links lead. */
interface Overview {
  readonly count: number;
  readonly first: Day | undefined;
  readonly last: Day | undefined;
  /** How many entries each month has, in order. */
  readonly months: ReadonlyMap<Month, number>;
  /** The days of entries by their ids. */
  readonly days: ReadonlyMap<string, Day>;
  /** The word for each plan and each guess, by its reference. */
  readonly kinds: ReadonlyMap<string, string>;
  /** The links to what was said of a plan, a guess or a question later, by its reference. */
  readonly later: ReadonlyMap<string, readonly string[]>;
}

function overviewOf(oldestFirst: Iterable<StoredEntry>): Overview {
  const days = new Map<string, Day>();
  const months = new Map<Month, number>();
  const kinds = new Map<string, string>();
  const later = new Map<string, string[]>();
  let count = 0;
  let first: Day | undefined;
  let last: Day | undefined;
  for (const { entry } of oldestFirst) {
    const { id, day } = entry;
    for (const { kind, reference } of itemsIn(entry)) kinds.set(reference, itemWord(kind));
    for (const answer of entry.answers) {
      const reference = answer.closes ?? answer.continues;
      const words = reference === undefined ? undefined : laterWords(answer, day);
      if (reference === undefined || words === undefined) continue;
      const link = `<a href="#e-${escaped(id)}">${words}</a>`;
      later.set(reference, [...new Set([...(later.get(reference) ?? []), link])]);
    }
    count++;
    if (first === undefined || day < first) first = day;
    if (last === undefined || day > last) last = day;
    days.set(id, day);
    months.set(monthOf(day), (months.get(monthOf(day)) ?? 0) + 1);
  }
  const inOrder = [...months].toSorted(([one], [other]) => (one < other ? -1 : 1));
  return { count, first, last, months: new Map(inOrder), days, kinds, later };
}

/** The words of an answer about an earlier plan or guess; nothing where another answer of its entry has them. */
function laterWords(answer: Answer, day: Day): string | undefined {
  if (answer.skip !== null) return undefined;
  if (answer.type === 'commitment') return `The new plan from ${longDay(day)}`;
  if (answer.type !== 'choice') return undefined;
  return escaped(`${oneLine(answerText(answer, null)).replace(/[.]$/, '')}, ${longDay(day)}`);
}

function monthOf(day: Day): Month {
  return day.slice(0, 7);
}

function headOf({ count, first, last, months }: Overview): string {
  const days = [...new Set([first, last])].flatMap((day) => (day === undefined ? [] : longDay(day)));
  const span = days.length === 0 ? 'No entries' : `${entriesInWords(count)}, ${days.join(' to ')}`;
  return `${htmlHead('Journal', HTML_STYLE)}<header>
<h1>Journal</h1>
<p>${span}</p>
</header>
${contentsOf(months)}<main>
`;
}

/** A line for each year, with its months. */
function contentsOf(months: ReadonlyMap<Month, number>): string {
  if (months.size < 2) return '';
  const years = new Map<string, string[]>();
  for (const [month, count] of months) {
    const year = month.slice(0, 4);
    const name = MONTHS[Number(month.slice(5)) - 1] ?? month;
    const item = `<li><a href="#m-${escaped(month)}">${name}</a> <small>${count}</small></li>`;
    years.set(year, [...(years.get(year) ?? []), item]);
  }
  const lines = Array.from(
    years,
    ([year, items]) => `<li><span>${year}</span>\n<ul>\n${items.join('\n')}\n</ul></li>`,
  );
  return `<nav aria-label="Months">\n<ul>\n${lines.join('\n')}\n</ul>\n</nav>\n`;
}

function articleOf(entry: Entry, isFirst: boolean, overview: Overview): string {
  const { id, extra, answers } = entry;
  const own = (place: string | null): readonly string[] =>
    extra.sections.filter(({ after }) => after === place).map(({ text }) => wordsOf(text, 'own'));
  const lines = [
    `<article${isFirst ? ` id="e-${escaped(id)}"` : ''}>`,
    `<h3 dir="auto">${escaped(entryTitle(entry))}</h3>`,
    `<p class="facts">${factsOf(entry).join(' · ')}</p>`,
    ...(extra.front === '' ? [] : [wordsOf(extra.front, 'own front')]),
    ...own(null),
    ...answers.flatMap((answer) => [
      '<section class="answer">',
      `<h4 dir="auto">${escaped(oneLine(answer.asked))}</h4>`,
      wordsOf(answerText(answer, null), answer.skip === null ? 'words' : 'words skip'),
      ...linksOf(answer, overview),
      ...(overview.later.get(referenceTo(id, answer.question)) ?? []).map(
        (link) => `<p class="link">What became of it: ${link}</p>`,
      ),
      '</section>',
      ...own(answer.question),
    ]),
    '</article>',
  ];
  return `${lines.join('\n')}\n`;
}

function factsOf({ at, day, role, about, tags }: Entry): readonly string[] {
  const moment = parseAt(at);
  const time = moment ? clockTime(moment) : '';
  const weekday = WEEKDAYS[weekdayOf(day) - 1] ?? '';
  return [
    `<time datetime="${escaped(at)}">${weekday} ${longDay(day)}${time === '' ? '' : `, ${time}`}</time>`,
    role ?? '',
    about === null ? '' : `about <bdi>${escaped(oneLine(about))}</bdi>`,
    tags.map((tag) => `<bdi class="tag">#${escaped(oneLine(tag))}</bdi>`).join(' '),
  ].filter((fact) => fact !== '');
}

/** A person's own words, in whatever language; blanks and lines stay as they are. */
function wordsOf(text: string, kind: string): string {
  return `<div class="${kind}" lang="" dir="auto">${escaped(withoutBlankEnds(plainText(text)))}</div>`;
}

/** Where an answer looks back on an entry that is on the page; a new date stands beside the answer that does. */
function linksOf({ type, closes, continues }: Answer, { days, kinds }: Overview): readonly string[] {
  const reference = closes ?? continues;
  const [id = ''] = reference?.split('/') ?? [];
  const day = days.get(id);
  if (reference === undefined || day === undefined || type === 'date') return [];
  const kind = kinds.get(reference);
  const words =
    type === 'commitment'
      ? 'Replaces the plan from'
      : kind === undefined
        ? 'About the entry from'
        : `About the ${kind} from`;
  return [`<p class="link">${words} <a href="#e-${escaped(id)}">${longDay(day)}</a></p>`];
}
