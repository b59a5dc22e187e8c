// The summary of a source, shown before anything of it comes in.
import type { Day } from '../domain/time/day.ts';
import { oneLine, plainText } from '../domain/text/plain-text.ts';
import type { DatedBy, DateOrder, Lost, PassedAs } from './foreign-entry.ts';
import { type SourceKind, SOURCE_KINDS } from './source-kinds.ts';
import { inFigures } from '../pages/text/words.ts';
import { wrap } from '../pages/text/wrap.ts';

/** Files and links in a folder or a zip that are not read. */
export interface PassedOver {
  /** Files that could be imported, but are of another kind. */
  readonly kinds: ReadonlyMap<SourceKind, number>;
  readonly others: number;
  readonly links: number;
  /** Files in a zip whose paths lead out of it. */
  readonly leadingOut?: number;
  /** Pictures and other media beside a journal, most of which its entries tell of. */
  readonly media?: number;
}

/** The first places of something, and in how many it is. */
export interface PassedPlaces {
  readonly number: number;
  readonly places: readonly string[];
}

export const NOTHING_PASSED_OVER: PassedOver = { kinds: new Map(), others: 0, links: 0 };

/** The findings about a source that are told before anything of it comes in. */
export interface FoundEntries {
  readonly kind: SourceKind;
  /** Entries that were understood, each as often as it stands there. */
  readonly found: number;
  readonly first: Day | undefined;
  readonly last: Day | undefined;
  readonly tags: ReadonlyMap<string, number>;
  readonly lost: ReadonlyMap<Lost, number>;
  /** Stand there more than once, and count as one. */
  readonly twice: number;
  /** Have the id of another one there, and say something else: only the first comes in. */
  readonly clashing: number;
  /** Are in the journal already. */
  readonly here: number;
  /** Are in the journal, but say something else there. */
  readonly changed: number;
  /** Files beside those that were read. */
  readonly passedOver: PassedOver;
  /** What was read and is no entry, by the reason. */
  readonly passed: ReadonlyMap<PassedAs | 'undated', PassedPlaces>;
  /** Of notes, from where the day is known. */
  readonly dated: ReadonlyMap<DatedBy, number>;
  /** Sentences about the source as a whole. */
  readonly said: readonly string[];
  /** Are of a file of which the journal holds other words already. */
  readonly edited: number;
  /** Are in the trash. */
  readonly deleted: number;
  /** Are new, and have a moment in UTC and no zone in which it could be shown. */
  readonly inUtc: number;
  /** Say what became of a guess that is in the trash. */
  readonly orphaned: number;
  /** The first that could not be read, and how many could not. */
  readonly mistakes: readonly string[];
  readonly unreadable: number;
}

/** As many tags are named; the rest are counted. */
const NAMED = 12;

/**
 * A source in a few lines: how many entries and from when, their tags, what does not come along, and what is here already.
 *
 * @example
 * const source = recogniseSource(sample('jrnl.json'), 'jrnl.json', undefined, { hash, offsetIn });
 * importSummary(await planImport(source, firstImport, () => {}), 'jrnl.json', 80)
 * //=> 'jrnl.json: jrnl, 2 entries, from 2026-11-21 to 2026-11-22.\nTags: home (2), river (1).\n'
 */
export function importSummary(found: FoundEntries, named: string, width: number): string {
  const { kind, first, last, tags, lost } = found;
  const from = first === undefined ? '' : first === last ? `, dated ${first}` : `, from ${first} to ${last}`;
  const lines = [
    `${named}: ${SOURCE_KINDS[kind].name}, ${count(found.found, 'entry', 'entries')}${from}.`,
    ...datedLines(found),
    ...(tags.size === 0 ? [] : [`Tags: ${tagList(tags)}.`]),
    ...(lost.size === 0 ? [] : [`Left out: ${lostList(lost)}.`]),
    ...passedOverLines(found),
    ...knownLines(found),
  ];
  return `${lines.map((line) => wrap(line, width)).join('\n')}\n`;
}

const DATED_BY: Readonly<Record<DatedBy, string>> = {
  name: 'the file name',
  folders: 'the folders and the file name',
  head: 'the front matter alone',
  heading: 'a heading',
};

/** From where the days of notes are known. */
function datedLines({ kind, dated, said }: FoundEntries): readonly string[] {
  const counts = (['name', 'folders', 'head', 'heading'] as const).flatMap((by) => {
    const number = dated.get(by) ?? 0;
    return number === 0 ? [] : [`${DATED_BY[by]} (${inFigures(number)})`];
  });
  return [
    ...(kind !== 'markdown' || counts.length === 0 ? [] : [`Dated by: ${counts.join(', ')}.`]),
    ...said,
  ];
}

/**
 * The sentence about dates that could be read in two ways.
 *
 * @example
 * datesReadAs('03/04/2023', 'dmy') //=> 'Dates such as 03/04/2023 are read as day, month, year.'
 */
export function datesReadAs(date: string, order: DateOrder): string {
  return `Dates such as ${date} are read as ${order === 'dmy' ? 'day, month, year' : 'month, day, year'}.`;
}

/** What was read and is no entry, for each reason. */
const PASSED: Readonly<Record<PassedAs | 'undated', (number: number) => string>> = {
  undated: (number) =>
    `Skipped: ${count(number, 'note', 'notes')} without a date in the name, the front matter or a heading`,
  unread: (number) =>
    `Skipped: ${count(number, 'note', 'notes')} with front matter that cannot be read, and no date in the name`,
  broken: (number) => `Skipped: ${count(number, 'JSON file', 'JSON files')} that cannot be read`,
  drawing: (number) => `Skipped: ${count(number, 'drawing', 'drawings')}`,
  backup: (number) => `Skipped: ${count(number, 'backup', 'backups')}`,
  conflict: (number) =>
    `Skipped: ${count(number, 'conflict copy', 'conflict copies')} of ${is(number, 'a note that is', 'notes that are')} here, too`,
  outside: (number) => `Left out: text that is not below a date, in ${count(number, 'place', 'places')}`,
  'undated-heading': (number) =>
    `Kept as text of the entry above: ${count(number, "heading that doesn't", "headings that don't")} begin with a date`,
};

function passedLines(passed: FoundEntries['passed']): readonly string[] {
  return [...passed].map(([because, { number, places }]) => {
    const names = places.map((name) => oneLine(plainText(name))).join(', ');
    return `${PASSED[because](number)} (${names}${number > places.length ? ', …' : ''}).`;
  });
}

/** Where entries tell of these, the files of them are not counted again. */
const MEDIA = ['pictures', 'videos', 'audio recordings', 'documents'] as const satisfies readonly Lost[];

function passedOverLines({ passedOver, passed, lost }: FoundEntries): readonly string[] {
  const { kinds, links, leadingOut = 0, media = 0 } = passedOver;
  const told = MEDIA.reduce((sum, kind) => sum + (lost.get(kind) ?? 0), 0);
  const others = passedOver.others + Math.max(0, media - told);
  const files = (number: number): string => count(number, 'file', 'files');
  return [
    ...[...kinds].map(
      ([kind, number]) => `Skipped: ${files(number)} that can be imported with --from ${kind}.`,
    ),
    ...passedLines(passed),
    ...(others === 0 ? [] : [`Skipped: ${files(others)} of other kinds.`]),
    ...(links === 0 ? [] : [`Skipped: ${count(links, 'link', 'links')}, because links are not followed.`]),
    ...(leadingOut === 0
      ? []
      : [
          `Skipped: ${files(leadingOut)} whose ${is(leadingOut, 'path leads', 'paths lead')} out of the zip.`,
        ]),
  ];
}

/** The lines about entries that are there more than once, or here already. */
function knownLines({
  twice,
  clashing,
  here,
  changed,
  edited,
  deleted,
  orphaned,
}: FoundEntries): readonly string[] {
  const told: readonly (readonly [number, string])[] = [
    [
      twice,
      `${is(twice, 'appears', 'appear')} more than once but ${is(twice, 'is', 'are')} imported only once.`,
    ],
    [
      clashing,
      `${is(clashing, 'has', 'have')} the same id as another entry in the import, but different words: only the first is imported.`,
    ],
    [here, `${is(here, 'is', 'are')} already in the journal.`],
    [
      changed,
      `${is(changed, 'is', 'are')} already in the journal with different wording: the journal stays as it is, and ${is(changed, 'this version is', 'these versions are')} not imported.`,
    ],
    [
      edited,
      `${is(edited, 'is from a file', 'are from files')} already in the journal with different wording: ${is(edited, 'it is', 'they are')} added, and the journal keeps what it has.`,
    ],
    [deleted, `${is(deleted, 'was', 'were')} deleted here and ${is(deleted, 'stays', 'stay')} in the trash.`],
    [
      orphaned,
      `${is(orphaned, 'says', 'say')} what became of a guess that was deleted here, and ${is(orphaned, 'is', 'are')} not imported.`,
    ],
  ];
  return told.flatMap(([number, words]) =>
    number === 0 ? [] : [`${count(number, 'entry', 'entries')} ${words}`],
  );
}

/**
 * The entries that could not be read, a line each, and how many more.
 *
 * @example
 * unreadableText({ unreadable: 1, mistakes: ['a.txt:1: no date'] }) //=> '1 entry cannot be read:\n  a.txt:1: no date'
 */
export function unreadableText({
  unreadable,
  mistakes,
}: Pick<FoundEntries, 'unreadable' | 'mistakes'>): string {
  const more = unreadable - mistakes.length;
  return [
    `${count(unreadable, 'entry', 'entries')} cannot be read:`,
    ...mistakes.map((mistake) => `  ${oneLine(plainText(mistake))}`),
    ...(more === 0 ? [] : [`  and ${inFigures(more)} more`]),
  ].join('\n');
}

function tagList(tags: ReadonlyMap<string, number>): string {
  const named = [...tags].toSorted(([one, few], [other, many]) => many - few || (one < other ? -1 : 1));
  const more = named.length - NAMED;
  const list = named.slice(0, NAMED).map(([tag, times]) => `${tag} (${inFigures(times)})`);
  return list.join(', ') + (more > 0 ? ` and ${inFigures(more)} more` : '');
}

function lostList(lost: ReadonlyMap<Lost, number>): string {
  return [...lost].map(([what, times]) => `${oneLine(what)} (${inFigures(times)})`).join(', ');
}

function count(number: number, one: string, more: string): string {
  return `${inFigures(number)} ${is(number, one, more)}`;
}

function is(number: number, one: string, more: string): string {
  return number === 1 ? one : more;
}
