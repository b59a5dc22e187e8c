import type { Day } from '../domain/calendar.ts';
import { oneLine, plainText } from '../domain/text.ts';
import { type Kind, KINDS, type Lost } from './imported.ts';
import { wrap } from './wrap.ts';

/** What is told of a source before anything of it comes in. */
export interface FoundEntries {
  readonly kind: Kind;
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
  readonly passedOver: number;
  /** Are in the trash. */
  readonly deleted: number;
  /** The first that could not be read, and how many could not. */
  readonly mistakes: readonly string[];
  readonly unreadable: number;
}

/** As many tags are named; the rest are counted. */
const NAMED = 12;

/**
 * What was found, in a few lines: how many entries and from when, their tags, what does not come along, and what is here already.
 *
 * @example
 * importSummary(plan, 'journal.json', 80) //=> 'journal.json: jrnl, 2 entries, from 2026-11-21 to 2026-11-22.\n'
 */
export function importSummary(found: FoundEntries, named: string, width: number): string {
  const { kind, first, last, tags, lost, passedOver, twice, clashing, here, changed, deleted } = found;
  const from = first === undefined ? '' : `, from ${first} to ${last}`;
  const lines = [
    `${named}: ${KINDS[kind]}, ${count(found.found, 'entry', 'entries')}${from}.`,
    ...(tags.size === 0 ? [] : [`Tags: ${tagList(tags)}.`]),
    ...(lost.size === 0 ? [] : [`Does not come along: ${lostList(lost)}.`]),
    ...(passedOver === 0 ? [] : [`Passed over: ${count(passedOver, 'file', 'files')} of other kinds.`]),
    ...(twice === 0
      ? []
      : [
          `${count(twice, 'stands', 'stand')} there more than once and ${is(twice, 'comes', 'come')} in once.`,
        ]),
    ...(clashing === 0
      ? []
      : [
          `${count(clashing, 'has', 'have')} the id of another one there and other words: only the first comes in.`,
        ]),
    ...(here === 0 ? [] : [`${count(here, 'is', 'are')} in the journal already.`]),
    ...(changed === 0
      ? []
      : [
          `${count(changed, 'is', 'are')} in the journal with other words, and ${is(changed, 'stays', 'stay')} as there.`,
        ]),
    ...(deleted === 0
      ? []
      : [`${count(deleted, 'was', 'were')} deleted here and ${is(deleted, 'stays', 'stay')} in the trash.`]),
  ];
  return `${lines.map((line) => wrap(line, width)).join('\n')}\n`;
}

/**
 * What could not be read, a line each, and how many more.
 *
 * @example
 * unreadableText({ unreadable: 1, mistakes: ['a.txt:1: …'] }) //=> '1 entry cannot be read:\n  a.txt:1: …'
 */
export function unreadableText({
  unreadable,
  mistakes,
}: Pick<FoundEntries, 'unreadable' | 'mistakes'>): string {
  const more = unreadable - mistakes.length;
  return [
    `${count(unreadable, 'entry', 'entries')} cannot be read:`,
    ...mistakes.map((mistake) => `  ${oneLine(plainText(mistake))}`),
    ...(more === 0 ? [] : [`  and ${more.toLocaleString('en')} more`]),
  ].join('\n');
}

function tagList(tags: ReadonlyMap<string, number>): string {
  const named = [...tags].toSorted(([one, few], [other, many]) => many - few || (one < other ? -1 : 1));
  const more = named.length - NAMED;
  const list = named.slice(0, NAMED).map(([tag, times]) => `${tag} (${times})`);
  return list.join(', ') + (more > 0 ? ` and ${more.toLocaleString('en')} more` : '');
}

function lostList(lost: ReadonlyMap<Lost, number>): string {
  return [...lost].map(([what, times]) => `${oneLine(what)} (${times.toLocaleString('en')})`).join(', ');
}

function count(number: number, one: string, more: string): string {
  return `${number.toLocaleString('en')} ${is(number, one, more)}`;
}

function is(number: number, one: string, more: string): string {
  return number === 1 ? one : more;
}
