// A crontab, taken apart at the marks of coach and put together again.
import { CoachError } from '../domain/text/errors.ts';
import { type Job, parseCronLine } from './cron-line.ts';

/**
 * A crontab, taken apart. Each character stands for a byte, since a crontab may be in any encoding, and each line holds its own
 * end, so that all of it joined is what was read.
 */
export interface CrontabText {
  /** The lines above the marks, which are not ours; `after` holds those below. */
  readonly before: string;
  /** Between the marks; empty without them. */
  readonly lines: readonly string[];
  /** The lines of the marks, as they are. */
  readonly marks: readonly [string, string];
  readonly after: string;
}

/** A line between the marks that does something: one of ours, or one that somebody wrote there. */
export interface ScheduledLine {
  /** Where it stands between the marks, counted from 0. */
  readonly at: number;
  /** The line without its end. */
  readonly text: string;
  readonly job: Job | undefined;
}

/**
 * Takes a crontab apart at the marks.
 *
 * @throws CoachError where there is one mark without the other, or more than one pair.
 *
 * @example
 * parseCrontab('MAILTO=d\n').before //=> 'MAILTO=d\n'
 */
export function parseCrontab(text: string): CrontabText {
  const lines = text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
  const firsts = placesOf(lines, FIRST);
  const lasts = placesOf(lines, LAST);
  const [first] = firsts;
  const [last] = lasts;
  if (first === undefined && last === undefined) {
    return { before: text, lines: [], marks: [`${FIRST}${REMARK}\n`, `${LAST}\n`], after: '' };
  }
  if (first === undefined || last === undefined || firsts.length + lasts.length > 2 || first > last) {
    throw damaged(firsts, lasts);
  }
  return {
    before: lines.slice(0, first).join(''),
    lines: lines.slice(first + 1, last),
    marks: [lines[first] ?? '', lines[last] ?? ''],
    after: lines.slice(last + 1).join(''),
  };
}

/**
 * A crontab put together again. What is not ours is as it was; where the last line had no end, it is given one, without which
 * cron would not read it. With nothing between the marks these go, too.
 *
 * @example
 * printCrontab({ ...parseCrontab('MAILTO=d'), lines: [] }) //=> 'MAILTO=d\n'
 */
export function printCrontab({ before, lines, marks: [first, last], after }: CrontabText): string {
  const ours = lines.length === 0 ? [] : [first, ...lines, last];
  return [before, ...ours, after].map(ended).join('');
}

/**
 * The lines between the marks that do something; remarks and empty lines are passed over.
 *
 * @example
 * scheduledLines(parseCrontab('')) //=> []
 */
export function scheduledLines({ lines }: CrontabText): readonly ScheduledLine[] {
  return lines.flatMap((line, at) => {
    const text = fromBytes(line).trim();
    return text === '' || text.startsWith('#') ? [] : [{ at, text, job: parseCronLine(text) }];
  });
}

/**
 * The variables that lines above ours set: they count for ours, too.
 *
 * @example
 * variablesAbove(parseCrontab('HOME=/tmp\n')) //=> ['HOME']
 */
export function variablesAbove({ before }: CrontabText): readonly string[] {
  const names = Array.from(before.matchAll(/^[ \t]*["']?(\w+)["']?[ \t]*=/gm), ([, name = '']) => name);
  return [...new Set(names)];
}

/**
 * A text as its bytes in UTF-8, one character for each.
 *
 * @example
 * inBytes('é') //=> 'Ã©'
 */
export function inBytes(text: string): string {
  return Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join('');
}

/**
 * The text that bytes stand for, one character for each. What is not UTF-8 is shown by a sign that says so.
 *
 * @example
 * fromBytes('Ã©') //=> 'é'
 */
export function fromBytes(text: string): string {
  const bytes = Uint8Array.from(text, (character) => character.charCodeAt(0));
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}

const FIRST = '# >>> coach schedule >>>';
const LAST = '# <<< coach schedule <<<';
const REMARK = ' written by coach; change it with: coach schedule';

function placesOf(lines: readonly string[], mark: string): readonly number[] {
  return lines.flatMap((line, at) => (line.trimStart().startsWith(mark) ? [at] : []));
}

/**
 * A part of a crontab with the line end that cron needs; an empty one stays empty.
 *
 * @example
 * ended('# mine') //=> '# mine\n'
 */
export function ended(part: string): string {
  return part === '' || part.endsWith('\n') ? part : `${part}\n`;
}

function damaged(firsts: readonly number[], lasts: readonly number[]): CoachError {
  const found = [
    ...firsts.map((at) => ({ at, mark: FIRST })),
    ...lasts.map((at) => ({ at, mark: LAST })),
  ].toSorted((one, other) => one.at - other.at);
  const places = found.map(({ at, mark }) => `  line ${at + 1}: ${mark}`).join('\n');
  return new CoachError(
    `coach's marker lines in your crontab do not match\n${places}\nexpected one "${FIRST}" and, below it, one "${LAST}"`,
    { hint: 'Nothing was changed. Fix or remove these lines with crontab -e, and try again.' },
  );
}
