// Entries as plain dated notes, for other programs that keep Markdown in a folder.
import type { Entry, StoredEntry } from '../domain/entry/entry.ts';
import type { Day } from '../domain/time/day.ts';
import { withoutBlankEnds } from '../domain/text/plain-text.ts';
import { parseAt } from '../domain/time/moment.ts';
import { parseEntryFile } from '../app/journal/parse-entry-file.ts';
import { printScalar, readPlainFrontMatter } from '../formats/entry/front-matter.ts';
import { printText } from '../formats/entry/text-markdown.ts';
import { entryTitle, freeText } from '../pages/record/entry-title.ts';
import { entryBlocks, isStarred, ownFront } from './entry-blocks.ts';
import type { FilesForm, PlacedFile } from './files-form.ts';
import { lowered } from './lowered-headings.ts';

/** The headings of a note: its title 1, a question 2. */
const QUESTION = 2;

/**
 * Entries as plain notes, one for each, named after the day and the time. The old name of its file is an alias, so that links to it
 * still lead there.
 *
 * @param oldestFirst - With their paths below the journal folder. Gone through once.
 *
 * @example
 * dailyNotes([{ entry, path: '2026/11/a.md' }]).files //=> [{ path: '2026/11/a.md', to: '2026-11-22 09-14-05.md' }]
 */
export function dailyNotes(oldestFirst: Iterable<StoredEntry>): FilesForm {
  const files: PlacedFile[] = [];
  const taken = new Set<string>();
  const counts = new Map<Day, number>();
  for (const { entry, path } of oldestFirst) {
    const { day, name } = namesOf(entry);
    const number = (counts.get(day) ?? 1) + (taken.has(name) ? 1 : 0);
    if (taken.has(name)) counts.set(day, number);
    files.push({ path, to: `${taken.has(name) ? `${day}_${number}` : name}.md` });
    taken.add(name);
  }
  return {
    files,
    content: async ({ path }, bytes) => {
      const entry = await parseEntryFile(new TextDecoder().decode(bytes), path, true);
      return entry ? new TextEncoder().encode(noteText(entry, path)) : bytes;
    },
    bare: (bytes) => bytes,
  };
}

/**
 * The day, and with it the time on the clock, in signs that are good in a name on every system. Of several notes of one moment, the
 * first has that name; for the others a number stands behind the day, and the time is only in the note.
 */
function namesOf({ at }: Entry): { readonly day: Day; readonly name: string } {
  const moment = parseAt(at);
  const day = moment?.day ?? at.slice(0, 10);
  const time = moment?.time?.replace(/:00$/, '').replaceAll(':', '-');
  return { day, name: time === undefined ? day : `${day} ${time}` };
}

/**
 * An entry as a plain note: a free page is its text as it was typed, any other has its title and its questions as headings.
 *
 * @param path - Where its file is in the journal.
 *
 * @example
 * noteText(entry, '2026/11/a.md').split('\n').slice(0, 3) //=> ['---', 'aliases: [a]', 'created: "2026-11-22T09:14:05+01:00"']
 */
export function noteText(entry: Entry, path: string): string {
  const title = freeText(entry) === undefined ? [`# ${entryTitle(entry)}`] : [];
  const blocks = entryBlocks(entry, {
    // Nothing in an answer goes on into the questions below it, such as code that is never closed.
    answer: (asked, words) =>
      `${'#'.repeat(QUESTION)} ${asked}\n\n${printText(lowered(words, () => QUESTION + 1))}`,
    words: (text) => text,
    own: (text) => lowered(text, () => QUESTION),
  });
  return `---\n${frontOf(entry, path)}\n---\n\n${[...title, ...blocks].join('\n\n')}\n`;
}

/** The person's own keys stay; of a list of other names of theirs, the old name is one more. */
function frontOf({ at, tags, extra }: Entry, path: string): string {
  const own = ownFront(extra);
  const alias = path.slice(path.lastIndexOf('/') + 1).replace(/\.md$/, '');
  const has = (key: string): boolean => new RegExp(`^["']?${key}["']?[ \\t]*:`, 'm').test(own);
  const { names, others } = aliasesIn(own);
  return [
    ...(has('aliases') && !names ? [] : [`aliases: ${listOf([...(names ?? []), alias])}`]),
    ...(has('created') ? [] : [`created: "${at}"`]),
    ...(tags.length === 0 ? [] : [`tags: ${listOf(tags)}`]),
    ...(isStarred(extra) ? ['starred: true'] : []),
    others,
  ]
    .filter((line) => line !== '')
    .join('\n');
}

/** The key `aliases`, with what belongs to it on lines of its own. */
const ALIASES = /^aliases:.*(?:\n(?:[ \t]|- |-$).*)*(?:\n|$)/m;

/** The other names that a front matter gives, and its other lines; no names where they are not simply texts. */
function aliasesIn(front: string): {
  readonly names: readonly string[] | undefined;
  readonly others: string;
} {
  const lines = ALIASES.exec(front)?.[0] ?? '';
  const value = readPlainFrontMatter(lines.trimEnd().split('\n'), 1)?.fields.get('aliases')?.value;
  const names = typeof value === 'string' ? [value] : (value ?? (value === null ? [] : undefined));
  return { names, others: names ? withoutBlankEnds(front.replace(lines, () => '')) : front };
}

function listOf(texts: readonly string[]): string {
  return `[${texts.map(printScalar).join(', ')}]`;
}
