// Markdown files that are dated by their names or their front matter, such as those of Obsidian.
import { isDay } from '../domain/time/day.ts';
import { parseAt } from '../domain/time/moment.ts';
import { FileMistakes } from '../domain/text/errors.ts';
import { plainText, withoutBlankEnds } from '../domain/text/plain-text.ts';
import { HEAD_KEYS } from '../formats/entry/entry-head.ts';
import { type FrontMatter, readPlainFrontMatter } from '../formats/entry/front-matter.ts';
import { readYamlFrontMatter } from '../formats/entry/front-matter-yaml.ts';
import { type Lost, momentFrom, type SourceItem, titled } from './foreign-entry.ts';
import { fencedLines } from '../formats/entry/text-markdown.ts';

const ymd = String.raw`(?<!\d)(?<year>\d{4})(?<sign>[-_.]?)(?<month>\d\d)\k<sign>(?<date>\d\d)`;
const [hour, sixty] = [String.raw`(?:[01]\d|2[0-3])`, String.raw`[0-5]\d`];
/** `2026-11-22`, with hyphens, dots, underlines or nothing between, and with words behind or before it. */
const nameDay = new RegExp(String.raw`${ymd}(?!\d)`);
/** The same with a time at the end: `2026-11-22 0914`, `2026-11-22T09.14.05`. */
const nameMoment = new RegExp(
  `${ymd}(?<between>[ T_-])(?<hours>${hour})(?<point>[.:h-]?)(?<minutes>${sixty})(?:[.:-]?(?<seconds>${sixty}))?$`,
);
/** `202611220914` */
const nameDigits = new RegExp(
  String.raw`^(?<year>\d{4})(?<month>\d\d)(?<date>\d\d)(?<hours>${hour})(?<minutes>${sixty})(?<seconds>${sixty})?(?!\d)`,
);
/** Years so near to that of the note are told from times without a sign between: `2026-11-22 2025`. */
const NEAR = 30;
const picture = /!\[\[[^[\]\n]+\]\]|!\[[^[\]\n]*\]\((?!https?:)[^()\n]+(?:\([^()\n]*\)[^()\n]*)?\)/g;

/** Keys that an entry has already, beside those that every import adds. */
const taken = new Set([...HEAD_KEYS, 'imported-from', 'source-id', 'source-file', 'starred']);

/**
 * Reads a Markdown file that is dated by its name (`2026-11-22.md`, `2026/11/22.md`), or else by `date` or `created` in its
 * front matter; where that is the same day, with a time, the time counts too. Words in the name beside the date are the
 * title. The front matter is kept; what would be a key of coach's own gets `was-` in front. Links stay as they are, and so do
 * tags in the text (`#walk`), which are tags of the entry as well. A note of no day is no entry.
 *
 * @param path - Below the folder that is imported.
 *
 * @example
 * readDatedMarkdown('---\ntags: [walk]\n---\nTo the [[river]].\n', 'Daily/2026-11-22.md')
 * //=> { place: 'Daily/2026-11-22.md', foreign: { at: '2026-11-22', text: 'To the [[river]].', tags: ['walk'], … } }
 */
export function readDatedMarkdown(source: string, path: string): SourceItem {
  const { lines, body } = split(source);
  const front = frontOf(lines, path);
  if (typeof front === 'string') return { place: path, mistake: front };
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.(?:md|markdown)$/i, '');
  const named = inName(name);
  const day = named?.at ?? pathDay(path);
  if (day !== undefined && parseAt(day) === undefined) {
    return {
      place: path,
      mistake: `the date in the file name does not exist; expected a name such as 2026-11-22.md`,
    };
  }
  const at = momentOf(day, front);
  if (at === undefined) return { place: path, undated: true };
  const title = pathDay(path) === undefined ? (named?.title ?? name) : '';
  const text = titled(title.replace(/^[\s_-]+|(?<![\s_-])[\s_-]+$/g, ''), withoutBlankEnds(body));
  const lost = (body.match(picture) ?? []).map((): Lost => 'pictures');
  const own = front.sources.flatMap(ownSource).join('\n');
  const tags = [...tagsOf(front), ...tagsWithin(body)];
  return { place: path, foreign: { at, text, tags, sourceFile: path, front: own, lost } };
}

function split(source: string): { readonly lines: readonly string[]; readonly body: string } {
  const all = plainText(source.replace(/^\ufeff/, '')).split('\n');
  const end = /^---[ \t]*$/.test(all[0] ?? '')
    ? all.findIndex((line, at) => at > 0 && /^---[ \t]*$/.test(line))
    : -1;
  return { lines: all.slice(1, Math.max(end, 1)), body: all.slice(end + 1).join('\n') };
}

/** The front matter, or what is wrong with it, in words. */
function frontOf(lines: readonly string[], path: string): FrontMatter | string {
  if (lines.every((line) => line.trim() === '')) return { fields: new Map(), sources: [] };
  try {
    return readPlainFrontMatter(lines, 2) ?? readYamlFrontMatter(lines, 2, path);
  } catch (error) {
    if (!(error instanceof FileMistakes)) throw error;
    return error.mistakes.map(({ line, message }) => `line ${line}: ${message}`).join('; ');
  }
}

/** The day or moment in the name of a file, and the words beside it. */
function inName(name: string): { readonly at: string; readonly title: string } | undefined {
  const moment = nameMoment.exec(name) ?? nameDigits.exec(name);
  const match = moment && !endsInYear(moment.groups) ? moment : nameDay.exec(name);
  if (!match?.groups) return undefined;
  const { year, sign = '', month, date, hours, minutes, seconds = '00' } = match.groups;
  const day = `${year}-${month}-${date}`;
  // Eight digits that are no day may be any number.
  if (sign === '' && !isDay(day)) return undefined;
  const time = hours === undefined ? '' : `T${hours}:${minutes}:${seconds}`;
  return { at: day + time, title: name.replace(match[0], ' ') };
}

function endsInYear(groups: RegExpExecArray['groups'] = {}): boolean {
  const { year, between, hours, point, minutes, seconds } = groups;
  if (between === undefined || between === 'T' || point !== '' || seconds !== undefined) return false;
  return Math.abs(Number(`${hours}${minutes}`) - Number(year)) <= NEAR;
}

/** @param named - The day or moment in its name. */
function momentOf(named: string | undefined, front: FrontMatter): string | undefined {
  const stated = ['date', 'created'].flatMap((key) => {
    const value = front.fields.get(key)?.value;
    return typeof value === 'string' ? (momentFrom(value) ?? []) : [];
  });
  if (named !== undefined && !isDay(named)) return momentFrom(named);
  const day = named ?? dayIn(stated[0]);
  const ofDay = stated.filter((one) => dayIn(one) === day);
  return ofDay.find((one) => !isDay(one)) ?? day;
}

function dayIn(moment = ''): string | undefined {
  return parseAt(moment)?.day;
}

/** `2026/11/22.md` */
function pathDay(path: string): string | undefined {
  const [, year, month, date] = /(?:^|\/)(\d{4})\/(\d\d)\/(\d\d)\.\w+$/.exec(path) ?? [];
  return year === undefined ? undefined : `${year}-${month}-${date}`;
}

function tagsOf({ fields }: FrontMatter): readonly string[] {
  const values = [...fields].filter(([key]) => isTagsKey(key)).map(([, { value }]) => value);
  return values.flatMap((value) => (typeof value === 'string' ? value.split(/[,\s]+/) : (value ?? [])));
}

/** Obsidian takes both, in capitals, too. */
function isTagsKey(key: string): boolean {
  return /^tags?$/i.test(key);
}

const inlineTag = /(?<!\S)#([\p{L}\p{M}\p{N}_/-]+)(?![\p{L}\p{M}\p{N}_/-])/gu;

/** Tags in the text, as Obsidian has them: not in code, and with something in them that is no digit. */
function tagsWithin(body: string): readonly string[] {
  if (!body.includes('#')) return [];
  const lines = body.split('\n');
  const code = fencedLines(lines);
  const words = lines.map((line, index) => (code.has(index) ? '' : line)).join('\n');
  const prose = words.replace(/(?<!`)(`+)(?!`)[^\n]*?(?<!`)\1(?!`)/g, '`');
  return Array.from(prose.matchAll(inlineTag), ([, tag = '']) => tag.replace(/(?<!\/)\/+$/, '')).filter(
    (tag) => /[^\p{N}]/u.test(tag),
  );
}

function ownSource({ key, source }: { readonly key: string; readonly source: string }): readonly string[] {
  if (/^tags$/i.test(key)) return [];
  if (!taken.has(key)) return [source];
  return [source.replace(new RegExp(`^(["']?)${key}(?=["']?[ \\t]*:)`, 'm'), `$1was-${key}`)];
}
