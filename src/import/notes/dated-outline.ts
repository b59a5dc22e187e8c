// The headings of a text, as far as they say of which day what stands below them is.
import { plainText } from '../../domain/text/plain-text.ts';
import { underlines } from '../../formats/entry/text-markdown.ts';
import type { DateOrder } from '../foreign-entry.ts';
import { monthNamed, weekdayNamed } from './calendar-names.ts';
import { isOnlyDates, sureOrders, type WrittenDay, writtenDay } from './written-day.ts';

/** A heading, or what stands for one. */
export interface OutlineHeading {
  /** The lines that it takes, from 0: that of its words, and the first below it. */
  readonly line: number;
  readonly below: number;
  /** From 1; the lower, the further out. */
  readonly level: number;
  readonly words: string;
  /** Of Org. */
  readonly tags: readonly string[];
  readonly day: WrittenDay | undefined;
}

/** A text with its headings. */
export interface DatedOutline {
  readonly lines: readonly string[];
  readonly isOrg: boolean;
  readonly headings: readonly OutlineHeading[];
  /** The level of those that begin an entry; undefined where none says a day. */
  readonly level: number | undefined;
}

const NO_TAGS: readonly string[] = [];

/** Lines that stand for headings where a text has none with a day. */
const LINES = 9;

const markdownHeading = /^ {0,3}(#{1,6})[ \t]+(\S.*)$/;
const fence = /^(`{3,}(?=[^`]*$)|~{3,})(.*)$/;
const COMMENT = '<!--';
const opensComment = /^ {0,3}<!--(?!.*-->)/;
const orgHeading = /^(\*+) +(\S.*)$/;
const orgTags = /[ \t]:([^\s:][^\s]*):[ \t]*$/;
const boldLine = /^(?:\*\*|__)(?=\S)[^*_]{8,40}(?:\*\*|__)/;

/**
 * The headings of a text with the days in them. All those that begin an entry are of one level: that of the first with a day, or of
 * the next deeper one where that is the only one of its level, as the title of a document is. Where no heading has a day, lines
 * count that are nothing but a day, or begin with one in bold.
 *
 * @param isOrg - Whether headings begin with stars, as in Org.
 *
 * @example
 * datedOutline('# 2023\n## 2023-01-05\nRain.', false).level //=> 2
 */
export function datedOutline(text: string, isOrg: boolean, order?: DateOrder): DatedOutline {
  const lines = plainText(text.replace(/^\ufeff/, '')).split('\n');
  const headings = isOrg ? orgHeadings(lines, order) : markdownHeadings(lines, order);
  const level = levelOf(headings);
  if (level !== undefined) return { lines, isOrg, headings, level };
  const bare = bareLines(lines, order);
  return bare.length === 0
    ? { lines, isOrg, headings, level }
    : { lines, isOrg, headings: bare, level: LINES };
}

/**
 * The lines of code between two fences, indented or not, and those of comments. Where two headings with a day stand between two
 * fences, one of them is missing, and it is no code.
 */
function codeLines(lines: readonly string[]): ReadonlySet<number> {
  const code = new Set<number>();
  let open: { readonly line: number; readonly sign: string } | undefined;
  let days = 0;
  for (const [line, text] of lines.entries()) {
    const [, fenced, behind = ''] = fence.exec(text.trim()) ?? [];
    const sign = fenced ?? (opensComment.test(text) ? COMMENT : '');
    const isEnd = open?.sign === COMMENT ? text.includes('-->') : behind === '' && sign !== '';
    if (open && days < 2 && isEnd && (open.sign === COMMENT || sign.startsWith(open.sign))) {
      for (let inside = open.line; inside <= line; inside++) code.add(inside);
      open = undefined;
    } else if ((!open || days > 1) && sign !== '') {
      open = { line, sign };
      days = 0;
    } else if (open && text.startsWith('#') && dayIn(text.replace(/^#+/, '').trim(), undefined)) days += 1;
  }
  return code;
}

function markdownHeadings(lines: readonly string[], order: DateOrder | undefined): readonly OutlineHeading[] {
  const code = codeLines(lines);
  return lines.flatMap((text, line) => {
    if (code.has(line)) return [];
    const [, signs = '', said = ''] = markdownHeading.exec(text) ?? [];
    const words = said.replace(/(?<![\s#])[ \t]+#+[ \t]*$/, '');
    if (words !== '') return [headingAt(line, signs.length, words, order)];
    const next = lines[line + 1] ?? '';
    if (!/^ {0,3}[=-]/.test(next) || !underlines(lines, line + 1, code)) return [];
    // A line of hyphens is often meant to part what is above from what is below.
    const heading = headingAt(line, next.trim().startsWith('=') ? 1 : 2, text.trim(), order);
    return heading.day === undefined ? [] : [{ ...heading, below: line + 2 }];
  });
}

function orgHeadings(lines: readonly string[], order: DateOrder | undefined): readonly OutlineHeading[] {
  return lines.flatMap((text, line) => {
    const [, signs = '', said = ''] = orgHeading.exec(text) ?? [];
    if (signs === '') return [];
    const tags = orgTags.exec(said)?.[1]?.split(':') ?? [];
    const words = said.replace(orgTags, '').trimEnd();
    const heading = { ...headingAt(line, signs.length, words, order), tags };
    const isSure = heading.day !== undefined && 'at' in heading.day;
    const created = isSure || !isLikeDay(words) ? undefined : createdBelow(lines, line + 1);
    return [created === undefined ? heading : { ...heading, day: { at: created, rest: '' } }];
  });
}

/** The day that org-journal keeps below a heading, whose words may have any form. */
function createdBelow(lines: readonly string[], from: number): string | undefined {
  if (!/^[ \t]*:PROPERTIES:/i.test(lines[from] ?? '')) return undefined;
  for (const line of lines.slice(from + 1, from + 20)) {
    const [, said] = /^[ \t]*:CREATED:[ \t]+(\S.*)$/i.exec(line) ?? [];
    const written = said === undefined ? undefined : writtenDay(said);
    if (written && 'at' in written) return written.at;
    if (/^[ \t]*:END:/i.test(line)) break;
  }
  return undefined;
}

function bareLines(lines: readonly string[], order: DateOrder | undefined): readonly OutlineHeading[] {
  const code = codeLines(lines);
  return lines.flatMap((text, line) => {
    // Nearly no line begins with what a day begins with.
    if (text.length > 400 || !/^(?:\*\*|__|\[|<)?(?:\d|\p{Lu})/u.test(text) || code.has(line)) return [];
    const heading = headingAt(line, LINES, text, order);
    const { day } = heading;
    if (day === undefined || 'wrong' in day) return [];
    return isOnlyDates(text.trim()) || boldLine.test(text) ? [heading] : [];
  });
}

function headingAt(line: number, level: number, words: string, order: DateOrder | undefined): OutlineHeading {
  return { line, below: line + 1, level, words, tags: NO_TAGS, day: dayIn(words, order) };
}

function dayIn(words: string, order: DateOrder | undefined): WrittenDay | undefined {
  return writtenDay(words, order) ?? behindCount(words, order);
}

/** `Day 12 of 100: January 5, 2023`, as in logs of a hundred days, `12) January 5, 2023`, or signs such as 📅. */
const ahead =
  /^(days? +\d+(?: ?(?:-|–|\/|of|and) ?\d+)?|\d+\)|\p{Extended_Pictographic}(?:\p{Extended_Pictographic}|\u200d|\ufe0f)*) *[-–—:|,]? */iu;

function behindCount(words: string, order: DateOrder | undefined): WrittenDay | undefined {
  const [all = '', count = ''] = ahead.exec(words) ?? [];
  const day = all === '' ? undefined : writtenDay(words.slice(all.length), order);
  return day && 'at' in day ? { at: day.at, rest: `${count} ${day.rest}`.trimEnd() } : day;
}

function levelOf(headings: readonly OutlineHeading[]): number | undefined {
  const dated = headings.filter(({ day }) => day !== undefined);
  const [first] = dated;
  if (!first) return undefined;
  const deeper = dated.filter(({ level }) => level > first.level);
  const isAlone = dated.every((one) => one === first || one.level !== first.level);
  return isAlone && areOfDays(deeper) ? deeper[0]?.level : first.level;
}

/**
 * Whether headings say two days or more.
 *
 * @example
 * areOfDays(datedOutline('## 2023-01-05\n## 2023-01-06', false).headings) //=> true
 */
export function areOfDays(headings: readonly OutlineHeading[]): boolean {
  const dayOf = ({ day }: OutlineHeading): string | undefined =>
    day && 'at' in day ? day.at.slice(0, 10) : day && JSON.stringify(day);
  const first = headings.find(({ day }) => day !== undefined);
  return first !== undefined && headings.some((one) => one.day !== undefined && dayOf(one) !== dayOf(first));
}

/**
 * Whether words look like a day, in whatever form.
 *
 * @example
 * isLikeDay('Tuesday, 06/04/13') //=> true
 * isLikeDay('3 things') //=> false
 */
export function isLikeDay(words: string): boolean {
  const [first = '', ...others] = words
    .replace(ahead, '')
    .split(/[\s,]+/)
    .filter((word) => word !== '');
  const rest = weekdayNamed(first) !== undefined ? others : [first, ...others];
  const [one = '', two = '', three = ''] = rest.map((word) =>
    word.replace(/^[[<(]+|(?<![\]>):])[\]>):]+$/g, ''),
  );
  if (/^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}$/.test(one)) return true;
  const isDate = (word: string): boolean => /^\d{1,2}(?:st|nd|rd|th|\.)?$/.test(word);
  if (isDate(one))
    return monthNamed(two === 'of' ? three : two) > 0 || (/^\p{L}{3}/u.test(two) && /^\d{4}$/.test(three));
  return monthNamed(one) > 0 && isDate(two);
}

/**
 * Whether a heading only says a year, a month, a quarter or a week, as those do above the days.
 *
 * @example
 * isSpan('2022-12 December') //=> true
 */
export function isSpan(words: string): boolean {
  return words
    .split(/[\s,./:|–—-]+/)
    .filter((word) => word !== '')
    .every(
      (word) =>
        /^(?:\d{4}年?|\d{1,2}月?|W\d{1,2}|Q[1-4]|KW|week|weeks|of)$/i.test(word) || monthNamed(word) > 0,
    );
}

/**
 * The orders of day and month that the headings of a text are in, by those that can be in one only.
 *
 * @example
 * ordersAmong(datedOutline('## 13/04/2023\n## 03/05/2023', false)) //=> { sure: ['dmy'], unclear: '03/05/2023' }
 */
export function ordersAmong({ headings, level }: DatedOutline): {
  readonly sure: readonly DateOrder[];
  readonly unclear: string | undefined;
} {
  const sure = new Set<DateOrder>();
  let unclear: string | undefined;
  for (const heading of headings) {
    const { day, words } = heading;
    if (day === undefined || heading.level !== level) continue;
    if ('unclear' in day) unclear ??= day.unclear;
    for (const order of sureOrders(words)) sure.add(order);
  }
  return { sure: [...sure], unclear };
}
