// The entry files of another journal, such as those that an export has written into a folder.
import { readEntryName, TRASH } from '../domain/entry/entry.ts';
import { FileMistakes } from '../domain/text/errors.ts';
import { parseEntryNow } from '../app/journal/parse-entry-file.ts';
import { splitEntry } from '../formats/entry/entry-markdown.ts';
import { type LinkingEntry, linksAmong, withoutLinks } from '../formats/entry/front-links.ts';
import { readYamlFrontMatter } from '../formats/entry/front-matter-yaml.ts';
import type { ImportSource } from './source.ts';
import type { SourceItem } from './foreign-entry.ts';
import { textOrMistake } from './text-files.ts';

/** The entry files among others. */
export interface CoachFiles {
  readonly names: ReadonlySet<string>;
  /** Those in the trash of a journal, which are not read. */
  readonly deleted: ReadonlySet<string>;
  /** The entries in them. */
  read(): Iterable<SourceItem>;
}

/**
 * The entry files in a source: those that call themselves entries in their front matter, and those that have the name of one. What is
 * in the trash of a journal is told apart. Each keeps its bytes, but for the links that an export adds to its front matter.
 *
 * @param names - The files in it that may be some.
 *
 * @example
 * coachFilesIn(sample('daily'), ['Somewhere.md']).names.size //=> 0
 */
export function coachFilesIn(source: ImportSource, names: readonly string[]): CoachFiles {
  const entries: LinkingEntry[] = [];
  const found = new Set<string>();
  const deleted = new Set<string>();
  for (const name of names.filter(isMarkdown)) {
    const text = textOrMistake(source, name);
    const isOne = typeof text === 'string' && isEntryText(text);
    if (!isOne && !hasEntryName(name)) continue;
    if (name.startsWith(`${TRASH}/`)) {
      deleted.add(name);
      continue;
    }
    found.add(name);
    if (isOne) entries.push({ path: name, entry: linking(text) });
  }
  return {
    names: found,
    deleted,
    *read() {
      const links = linksAmong(entries);
      for (const name of found) yield readCoachFile(source, name, links.get(name) ?? []);
    },
  };
}

/**
 * Whether a text calls itself an entry of coach.
 *
 * @example
 * isEntryText('---\ncoach: 1\n---\n') //=> true
 */
export function isEntryText(text: string): boolean {
  return /^\ufeff?---/.test(text) && text.includes('coach') && splitEntry(text) !== undefined;
}

function isMarkdown(name: string): boolean {
  return /\.(?:md|markdown)$/i.test(name);
}

function hasEntryName(name: string): boolean {
  return readEntryName(name.slice(name.lastIndexOf('/') + 1)) !== undefined;
}

/** The id of an entry and what it looks back on, without understanding the rest of it. */
function linking(text: string): LinkingEntry['entry'] {
  const [, id = ''] = /^["']?id["']?[ \t]*:[ \t]*["']?([\w-]+)/m.exec(text) ?? [];
  const comments = text.matchAll(/^ {0,3}<!--[ \t]*coach:([^\n]*)-->/gm);
  const answers = Array.from(comments).flatMap(([, words = '']) =>
    Array.from(words.matchAll(/ (?:closes|continues)=(\S+)/g), ([, closes = '']) => ({ closes })),
  );
  return { id, answers };
}

/**
 * The entry in a file of coach's own, as it stands there.
 *
 * @param links - Those that an export adds to it, and which go away again.
 *
 * @example
 * readCoachFile(sample('daily'), 'Somewhere.md', [])
 * //=> { place: 'Somewhere.md', mistake: 'line 1: expected the front matter of an entry: "---" and a line "coach: 1"' }
 */
export function readCoachFile(source: ImportSource, name: string, links: readonly string[]): SourceItem {
  const read = textOrMistake({ text: source.markedText ?? source.text }, name);
  if (typeof read !== 'string') return read;
  const text = withoutLinks(read, (link) => links.includes(link));
  try {
    const entry = parseEntryNow(text, name, true, readYamlFrontMatter);
    if (entry) return { place: name, entry, text };
  } catch (error) {
    if (!(error instanceof FileMistakes)) throw error;
    return {
      place: name,
      mistake: error.mistakes.map(({ line, message }) => `line ${line}: ${message}`).join('; '),
    };
  }
  return { place: name, mistake: 'this is not an entry' };
}
