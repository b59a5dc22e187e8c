import { isDay, parseAt } from '../domain/calendar.ts';
import { FileMistakes } from '../domain/errors.ts';
import { plainText, withoutBlankEnds } from '../domain/text.ts';
import { HEAD_KEYS } from './entry-head.ts';
import { type FrontMatter, readPlainFrontMatter } from './front-matter.ts';
import { readYamlFrontMatter } from './front-matter-yaml.ts';
import { type Lost, momentFrom, type Read, titled } from './imported.ts';

/** `2026-11-22`, `2026-11-22 0914`, and with words behind or before it. */
const nameDate = /(?<!\d)(\d{4})-?(\d\d)-?(\d\d)(?:[ T_-](\d\d)[.:h-]?(\d\d)$)?(?!\d)/;
const picture = /!\[\[[^\]\n]+\]\]|!\[[^\]\n]*\]\((?!https?:)[^)\n]+\)/g;

/** Keys that an entry has already, beside those that every import adds. */
const taken: ReadonlySet<string> = new Set([
  ...HEAD_KEYS,
  'imported-from',
  'source-id',
  'source-file',
  'starred',
]);

/**
 * Reads a Markdown file that is dated by its name (`2026-11-22.md`, `2026/11/22.md`), or else by `date` or `created` in its
 * front matter; where that is the same day, with a time, the time counts too. Words in the name beside the date are the
 * title. The front matter is kept; what would be a key of coach's own gets `was-` in front. Links stay as they are.
 *
 * @param path - Below the folder that is imported.
 *
 * @example
 * readDatedMarkdown('---\ntags: [walk]\n---\nTo the [[river]].\n', 'Daily/2026-11-22.md')
 * //=> { place: 'Daily/2026-11-22.md', foreign: { at: '2026-11-22', text: 'To the [[river]].', tags: ['walk'], … } }
 */
export function readDatedMarkdown(source: string, path: string): Read {
  const { lines, body } = split(source);
  const front = frontOf(lines, path);
  if (typeof front === 'string') return { place: path, mistake: front };
  if (front.fields.has('coach')) {
    return { place: path, mistake: 'this is an entry of coach already: copy the file into the journal' };
  }
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.(?:md|markdown)$/i, '');
  const at = momentOf(name, path, front);
  if (at === undefined) {
    return { place: path, mistake: 'no day in its name or front matter, expected for example 2026-11-22.md' };
  }
  const title = isDay(pathDay(path) ?? '')
    ? ''
    : name.replace(nameDate, ' ').replace(/^[\s_-]+|[\s_-]+$/g, '');
  const text = titled(title, withoutBlankEnds(body));
  const lost = (body.match(picture) ?? []).map((): Lost => 'pictures');
  const own = front.sources.flatMap(ownSource).join('\n');
  return { place: path, foreign: { at, text, tags: tagsOf(front), sourceFile: path, front: own, lost } };
}

function split(source: string): { readonly lines: readonly string[]; readonly body: string } {
  const all = plainText(source.replace(/^\ufeff/, '')).split('\n');
  const end = /^---[ \t]*$/.test(all[0] ?? '')
    ? all.findIndex((line, at) => at > 0 && /^---[ \t]*$/.test(line))
    : -1;
  return { lines: all.slice(1, Math.max(end, 1)), body: all.slice(end + 1).join('\n') };
}

/** What is wrong with it, in words, where it cannot be understood. */
function frontOf(lines: readonly string[], path: string): FrontMatter | string {
  if (lines.every((line) => line.trim() === '')) return { fields: new Map(), sources: [] };
  try {
    return readPlainFrontMatter(lines, 2) ?? readYamlFrontMatter(lines, 2, path);
  } catch (error) {
    if (!(error instanceof FileMistakes)) throw error;
    return error.mistakes.map(({ line, message }) => `line ${line}: ${message}`).join('; ');
  }
}

function momentOf(name: string, path: string, front: FrontMatter): string | undefined {
  const [, year, month, date, hours, minutes] = nameDate.exec(name) ?? [];
  const named = year === undefined ? pathDay(path) : `${year}-${month}-${date}`;
  const stated = ['date', 'created'].map((key) => {
    const value = front.fields.get(key)?.value;
    return typeof value === 'string' ? momentFrom(value) : undefined;
  });
  if (named === undefined || !isDay(named)) return stated.find((one) => one !== undefined);
  if (hours !== undefined) return momentFrom(`${named}T${hours}:${minutes}`) ?? named;
  return stated.find((one) => one !== undefined && parseAt(one)?.day === named) ?? named;
}

/** `2026/11/22.md` */
function pathDay(path: string): string | undefined {
  const [, year, month, date] = /(?:^|\/)(\d{4})\/(\d\d)\/(\d\d)\.\w+$/.exec(path) ?? [];
  return year === undefined ? undefined : `${year}-${month}-${date}`;
}

function tagsOf({ fields }: FrontMatter): readonly string[] {
  const value = fields.get('tags')?.value ?? fields.get('tag')?.value ?? [];
  return typeof value === 'string' ? value.split(/[,\s]+/) : value;
}

function ownSource({ key, source }: { readonly key: string; readonly source: string }): readonly string[] {
  if (key === 'tags') return [];
  if (!taken.has(key)) return [source];
  return [source.replace(new RegExp(`^(["']?)${key}(?=["']?[ \\t]*:)`, 'm'), `$1was-${key}`)];
}
