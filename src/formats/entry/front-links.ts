// Links between entries that belong together, in the front matter of exported files.
import { type Answer } from '../../domain/entry/answer.ts';
import { readEntryName } from '../../domain/entry/entry.ts';
import { entryIn } from '../../domain/record/followed-items.ts';

/** An entry of which only its links are looked at, and where its file is. */
export interface LinkingEntry {
  readonly path: string;
  readonly entry: { readonly id: string; readonly answers: readonly Pick<Answer, 'closes' | 'continues'>[] };
}

/** What no name may hold that stands in a link of Obsidian. */
const unlinkable = /[[\]|#^]/;

/**
 * The names to which each file is linked, by its path: of the entries that it looks back on, and of those that look back on it. Only
 * entries that are exported, too, are linked; of several files with one id, the one that has its own name.
 *
 * @example
 * const plan = { path: '2026/a.md', entry: { id: 'a', answers: [] } };
 * const review = { path: '2026/b.md', entry: { id: 'b', answers: [{ closes: 'a/plan' }] } };
 * Object.fromEntries(linksAmong([plan, review])) //=> { '2026/a.md': ['b'], '2026/b.md': ['a'] }
 */
export function linksAmong(entries: Iterable<LinkingEntry>): ReadonlyMap<string, readonly string[]> {
  const paths = new Map<string, string>();
  const pairs: (readonly [string, string])[] = [];
  for (const { path, entry } of entries) {
    if (!paths.has(entry.id) || readEntryName(nameIn(path))?.id === entry.id) paths.set(entry.id, path);
    for (const { closes, continues } of entry.answers) {
      const other = entryIn(closes ?? continues ?? '');
      if (other !== '' && other !== entry.id) pairs.push([entry.id, other]);
    }
  }
  const links = new Map<string, Set<string>>();
  for (const [from, to] of pairs.flatMap(([one, other]) => [[one, other] as const, [other, one] as const])) {
    const [path, target] = [paths.get(from), paths.get(to)];
    if (path === undefined || target === undefined) continue;
    const name = nameIn(target).replace(/\.md$/, '');
    if (unlinkable.test(name)) continue;
    links.set(path, (links.get(path) ?? new Set()).add(name));
  }
  return new Map(Array.from(links, ([path, names]) => [path, [...names].toSorted()]));
}

const BEGIN = '---\n';
const END = '\n---\n';
function nameIn(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Around the name on a line that `withLinks` writes, and all of its lines. */
const [ITEM, ITEM_END] = ['  - "[[', ']]"'] as const;
const listed = /^links:\n((?: {2}- "\[\[[^\]\n]*\]\]"\n)+)/m;

/**
 * A file with links in its front matter, which Obsidian shows as properties. Those that are there already stay, and
 * the others are added. A file whose front matter does not begin and end as coach writes it, or in which `links` is written in
 * another way, stays as it is.
 *
 * @example
 * withLinks('---\nid: a\n---\n', ['b']) //=> '---\nid: a\nlinks:\n  - "[[b]]"\n---\n'
 */
export function withLinks(text: string, names: readonly string[]): string {
  return changed(text, (there) => [...there, ...names.filter((name) => !there.includes(name))]);
}

/**
 * A file without some of the links in its front matter: what it was before `withLinks` added them.
 *
 * @param isAdded - Whether a link goes away.
 *
 * @example
 * withoutLinks('---\nid: a\nlinks:\n  - "[[b]]"\n---\n', (name) => name === 'b') //=> '---\nid: a\n---\n'
 */
export function withoutLinks(text: string, isAdded: (name: string) => boolean): string {
  return changed(text, (there) => there.filter((name) => !isAdded(name)));
}

/** The same text where the links are as they were. */
function changed(text: string, linksOf: (there: readonly string[]) => readonly string[]): string {
  const end = text.startsWith(BEGIN) ? text.indexOf(END) : -1;
  if (end < 0) return text;
  const before = text.slice(0, end + 1);
  const block = listed.exec(before);
  if (!block && /^links:/m.test(before)) return text;
  const lines = block?.[1]?.split('\n').slice(0, -1) ?? [];
  const there = lines.map((line) => line.slice(ITEM.length, -ITEM_END.length));
  const names = linksOf(there);
  if (names.length === there.length) return text;
  const items = names.map((name) => `${ITEM}${name}${ITEM_END}\n`);
  const links = items.length === 0 ? '' : `links:\n${items.join('')}`;
  return `${block ? before.replace(listed, () => links) : before + links}${text.slice(end + 1)}`;
}
