// The entry files of another journal, such as those that an export has written into a folder.
import { readEntryName, TRASH } from '../domain/entry/entry.ts';
import { CoachError, FileMistakes } from '../domain/text/errors.ts';
import { parseEntryNow } from '../app/journal/parse-entry-file.ts';
import { splitEntry } from '../formats/entry/entry-markdown.ts';
import { entryIn } from '../domain/record/followed-items.ts';
import { withoutLinks } from '../formats/entry/front-links.ts';
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
  const found = new Set<string>();
  const deleted = new Set<string>();
  const relations = relationsAmong();
  for (const name of names.filter(isMarkdown)) {
    const text = textOrMistake(source, name);
    const isOne = typeof text === 'string' && isEntryText(text);
    if (!isOne && !hasEntryName(name) && !(typeof text !== 'string' && beginsAsEntry(source, name))) continue;
    if (name.startsWith(`${TRASH}/`)) {
      deleted.add(name);
      continue;
    }
    found.add(name);
    if (isOne) relations.note(name, text);
  }
  return {
    names: found,
    deleted,
    *read() {
      // Of several files with one id the one that has its own name counts, and not what another program copied.
      const inOrder = [...found].toSorted(
        (one, other) => Number(hasEntryName(other)) - Number(hasEntryName(one)),
      );
      for (const name of inOrder)
        yield readCoachFile(source, name, (link) => relations.areBetween(name, link));
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

/** Whether a file that is no text as a whole, since it is not UTF-8, has the front matter of an entry. */
function beginsAsEntry(source: ImportSource, name: string): boolean {
  try {
    return isEntryText(new TextDecoder().decode(source.head(name)));
  } catch (error) {
    if (error instanceof CoachError) return false;
    throw error;
  }
}

function isMarkdown(name: string): boolean {
  return /\.(?:md|markdown)$/i.test(name);
}

function hasEntryName(name: string): boolean {
  return readEntryName(name.slice(name.lastIndexOf('/') + 1)) !== undefined;
}

/** Which entries belong together, told without understanding the rest of their files. */
interface Relations {
  /** @param text - The text of the file of that name. */
  note(name: string, text: string): void;
  /** Whether one entry looks back on another. @param link - The name of the other one's file, as links have it. */
  areBetween(name: string, link: string): boolean;
}

function relationsAmong(): Relations {
  const ids = new Map<string, string>();
  const related = new Set<string>();
  return {
    note(name, text) {
      const [, id = ''] = /^["']?id["']?[ \t]*:[ \t]*["']?([\w-]+)/m.exec(text) ?? [];
      ids.set(linkedAs(name), id);
      for (const [, words = ''] of text.matchAll(/^ {0,3}<!--[ \t]*coach:([^\n]*)-->/gm)) {
        for (const [, reference = ''] of words.matchAll(/ (?:closes|continues)=(\S+)/g))
          related.add(`${id} ${entryIn(reference)}`);
      }
    },
    areBetween(name, link) {
      const [one, other] = [ids.get(linkedAs(name)), ids.get(link)];
      return related.has(`${one} ${other}`) || related.has(`${other} ${one}`);
    },
  };
}

/** The name of a file as a link has it. */
function linkedAs(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1).replace(/\.md$/, '');
}

/**
 * The entry in a file of coach's own, as it stands there.
 *
 * @param isAdded - Whether a link in it is one that an export adds, and which goes away again.
 *
 * @example
 * readCoachFile(sample('daily'), 'Somewhere.md', () => false)
 * //=> { place: 'Somewhere.md', mistake: 'line 1: expected the front matter of an entry: "---" and a line "coach: 1"' }
 */
export function readCoachFile(
  source: ImportSource,
  name: string,
  isAdded: (link: string) => boolean,
): SourceItem {
  const read = textOrMistake({ text: source.markedText ?? source.text }, name);
  if (typeof read !== 'string') return read;
  const text = withoutLinks(read, isAdded);
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
