// The head of a note: front matter, keywords of Org, or the properties of a page of Logseq.
import { FileMistakes } from '../../domain/text/errors.ts';
import { plainText } from '../../domain/text/plain-text.ts';
import { HEAD_KEYS } from '../../formats/entry/entry-head.ts';
import {
  type FrontMatter,
  type FrontValue,
  printScalar,
  readPlainFrontMatter,
} from '../../formats/entry/front-matter.ts';
import { readYamlFrontMatter } from '../../formats/entry/front-matter-yaml.ts';

/** The parts of a note. */
export interface NoteParts {
  /** The head, or what is wrong with it, in words. */
  readonly front: FrontMatter | string;
  readonly body: string;
  /** Both as they are where the properties of Logseq count as text. */
  readonly plain: { readonly front: FrontMatter | string; readonly body: string };
  /** Whether it is written as Org has it, and not as Markdown has it. */
  readonly isOrg: boolean;
}

/** Keys that an entry has already, beside those that every import adds. */
const taken = new Set([...HEAD_KEYS, 'imported-from', 'source-id', 'source-file', 'starred']);

const bareHead: FrontMatter = { fields: new Map(), sources: [] };

/**
 * A note as its head and its text. A head that nothing closes is text.
 *
 * @example
 * noteParts('---\nmood: 7\n---\nRain.', 'a.md').body //=> 'Rain.'
 * noteParts('#+TITLE: Rome\nRain.', 'a.org').front.fields.get('title')?.value //=> 'Rome'
 * noteParts('mood:: 7\n\n- Rain.', 'a.md').front.fields.get('mood')?.value //=> '7'
 */
export function noteParts(source: string, path: string): NoteParts {
  const lines = plainText(source.replace(/^\ufeff/, '')).split('\n');
  if (isOrg(lines, path)) {
    const parts = orgParts(lines);
    return { ...parts, plain: parts, isOrg: true };
  }
  const end = /^---[ \t]*$/.test(lines[0] ?? '')
    ? lines.findIndex((line, at) => at > 0 && /^---[ \t]*$/.test(line))
    : -1;
  const front = frontOf(lines.slice(1, Math.max(end, 1)), path);
  const rest = lines.slice(end + 1);
  const plain = { front, body: rest.join('\n') };
  if (typeof front === 'string') return { ...plain, plain, isOrg: false };
  const { front: all, body } = withProperties(front, rest);
  return { front: all, body: body.join('\n'), plain, isOrg: false };
}

/** No head is longer, in characters. */
const LONGEST_HEAD = 20_000;

/**
 * The head of a text that may be long, and whether it is of Org.
 *
 * @example
 * headOfText('#+FILETAGS: :mine:\n* 2023-01-05', 'a').isOrg //=> true
 */
export function headOfText(source: string, path: string): Pick<NoteParts, 'front' | 'isOrg'> {
  return noteParts(source.slice(0, LONGEST_HEAD), path);
}

/** The ending tells, and where there is none that does, how the text begins. */
function isOrg(lines: readonly string[], path: string): boolean {
  if (/\.(?:org|md|markdown)$/i.test(path)) return /\.org$/i.test(path);
  const first = lines.find((line) => line.trim() !== '') ?? '';
  return /^\*+ \S|^#\+[a-z_]+:|^:PROPERTIES:/i.test(first);
}

/** The front matter, or what is wrong with it, in words. */
function frontOf(lines: readonly string[], path: string): FrontMatter | string {
  if (lines.every((line) => line.trim() === '')) return bareHead;
  try {
    return readPlainFrontMatter(lines, 2) ?? readYamlFrontMatter(lines, 2, path);
  } catch (error) {
    if (!(error instanceof FileMistakes)) throw error;
    return error.mistakes.map(({ line, message }) => `line ${line}: ${message}`).join('; ');
  }
}

const property = /^([\p{L}][\p{L}\p{N}_-]*)::(?:[ \t]+(.*))?$/u;

/** The properties of a page of Logseq stand above its first block; those of a block stay with it. */
function withProperties(
  front: FrontMatter,
  lines: readonly string[],
): { readonly front: FrontMatter; readonly body: readonly string[] } {
  const start = lines.findIndex((line) => line.trim() !== '');
  const pairs: (readonly [key: string, value: string])[] = [];
  for (let at = Math.max(start, 0); at < lines.length; at++) {
    const [, key, value = ''] = property.exec(lines[at] ?? '') ?? [];
    if (key === undefined || front.fields.has(key)) break;
    pairs.push([key, value.trim()]);
  }
  if (pairs.length === 0) return { front, body: lines };
  return { front: joined(front, pairs), body: lines.slice(start + pairs.length) };
}

const keyword = /^#\+([a-z][\w-]*):(?:[ \t]+(.*))?$/i;
/** Keywords that belong to what stands below them. */
const ofBlock = /^(?:results|attr_\w+|caption|name|header|call|tblfm|plot)$/i;

function orgParts(lines: readonly string[]): { readonly front: FrontMatter; readonly body: string } {
  const pairs: (readonly [key: string, value: string])[] = [];
  const kept: string[] = [];
  let at = 0;
  let isInDrawer = false;
  for (; at < lines.length; at++) {
    const line = lines[at] ?? '';
    const [, inDrawer, ofDrawer = ''] = /^[ \t]*:([\w-]+):(?:[ \t]+(.*))?$/.exec(line) ?? [];
    const [, key, value = ''] = keyword.exec(line) ?? [];
    if (isInDrawer && /^end$/i.test(inDrawer ?? '')) isInDrawer = false;
    else if (isInDrawer && inDrawer !== undefined) pairs.push([inDrawer.toLowerCase(), ofDrawer.trim()]);
    else if (pairs.length === 0 && /^properties$/i.test(inDrawer ?? '')) isInDrawer = true;
    else if (key !== undefined && !ofBlock.test(key)) pairs.push([key.toLowerCase(), value.trim()]);
    else if (line.startsWith('# ')) kept.push(line);
    else if (line.trim() !== '') break;
  }
  return { front: joined(bareHead, pairs), body: [...kept, ...lines.slice(at)].join('\n') };
}

/** A head with further keys. One that comes again has a number. */
function joined(front: FrontMatter, pairs: readonly (readonly [string, string])[]): FrontMatter {
  const fields = new Map<string, FrontValue>(front.fields);
  const sources = [...front.sources];
  const numbers = new Map<string, number>();
  for (const [key, value] of pairs) {
    let name = key;
    for (; fields.has(name); name = `${key}-${numbers.get(key)}`)
      numbers.set(key, (numbers.get(key) ?? 1) + 1);
    fields.set(name, { value, line: 1, column: 1 });
    sources.push({ key: name, source: `${name}: ${printScalar(value)}` });
  }
  return { fields, sources };
}

/**
 * The lines of a head as they are kept in an entry: without tags, which the entry has itself. A key of coach's own gets `was-`.
 *
 * @example
 * ownLines({ fields: new Map(), sources: [{ key: 'day', source: 'day: Sunday' }] }) //=> 'was-day: Sunday'
 */
export function ownLines({ sources }: FrontMatter): string {
  return sources.flatMap(ownSource).join('\n');
}

function ownSource({ key, source }: { readonly key: string; readonly source: string }): readonly string[] {
  if (/^(?:file)?tags$/i.test(key)) return [];
  if (!taken.has(key)) return [source];
  return [source.replace(new RegExp(`^(["']?)${key}(?=["']?[ \\t]*:)`, 'm'), `$1was-${key}`)];
}

/**
 * The tags that a head names: of a list, or of one line with commas, blanks or, in Org, colons between them.
 *
 * @example
 * tagsOf(noteParts('tags:: [[two words]], home', 'a.md').front) //=> ['two words', 'home']
 */
export function tagsOf({ fields }: FrontMatter): readonly string[] {
  const values = [...fields].filter(([key]) => /^tags?$|^filetags$/i.test(key)).map(([, { value }]) => value);
  return values.flatMap((value) => (typeof value === 'string' ? tagsInLine(value) : (value ?? [])));
}

function tagsInLine(line: string): readonly string[] {
  const linked = Array.from(line.matchAll(/\[\[([^[\]]+)\]\]/g), ([, tag = '']) => tag);
  const others = line.replace(/#?\[\[[^[\]]+\]\]/g, ' ').split(/^:|:$|:(?=\S)|[,\s]+/);
  return [...linked, ...others].filter((tag) => tag !== '');
}
