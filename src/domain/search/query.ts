// A query: which entries of a journal are asked for.
import type { Answer } from '../entry/answer.ts';
import { addDays, type Day, isDay, withinReach } from '../time/day.ts';
import { addMonths } from '../time/later-month.ts';
import type { Entry } from '../entry/entry.ts';
import type { Role } from '../banks/question-bank.ts';
import type { Search } from './search.ts';
import { foldedAbout } from '../text/plain-text.ts';

/** Words to be searched for, and how entries are compared with them: only who searches has to know about words. */
export interface EntrySearch extends Search {
  matches(entry: Entry): boolean;
  /** A quick look at the raw text of a file: false only where its entry cannot match. */
  mayMatch(raw: string): boolean;
  /** The same for a text that is folded already, as `foldText` does. */
  mayMatchFolded(folded: string): boolean;
}

/** Which entries are asked for; every part that is given must hold. */
export interface Query {
  readonly banks?: readonly string[];
  readonly role?: Role;
  readonly about?: string;
  /** All of these tags, compared without case. */
  readonly tags?: readonly string[];
  /** First and last day, both included. */
  readonly since?: Day;
  readonly until?: Day;
  /** The day on which one looks back: a week, a month, a year ago and every year before. */
  readonly onThisDay?: Day;
  /** The beginning of an id. */
  readonly id?: string;
  /** Entries in which this question was answered. */
  readonly question?: string;
  /** At least so many questions were answered, not skipped. */
  readonly answered?: number;
  readonly search?: EntrySearch;
  /** Words that narrow a list: what it shows of an entry counts as well as what is written in it. */
  readonly narrow?: EntrySearch;
  /**
   * Only entries with a commitment or a prediction that no answer closes, together with the entries that close another
   * one of theirs.
   */
  readonly open?: true;
  /** Only entries that say what became of something in the entry with this id. */
  readonly looksBackOn?: string;
  /** Nobody reads the texts: they may be left out, with tags, titles and what was added by hand, where that is quicker. */
  readonly outline?: true;
  /** At most this many, the newest. */
  readonly limit?: number;
}

/** The orders that found entries may be listed in, as they are typed. */
export const ORDERS = ['newest', 'relevance'] as const;

/**
 * Whether an entry is one of those asked for. `limit` aside; and of `open`, one entry alone can only tell whether it holds a
 * plan or a guess, or closes one.
 *
 * @example
 * matches(entry, { role: 'member', since: '2026-11-01' }) //=> true
 */
export function matches(entry: Entry, query: Query): boolean {
  return matching(query)(entry);
}

/**
 * Whether every entry is asked for; of `open`, and where there is a limit, others decide.
 *
 * @example
 * asksForAll({ outline: true }) //=> true
 */
export function asksForAll(query: Query): boolean {
  return conditionsOf(query).length === 0;
}

/**
 * The same for many entries: only what is asked for is looked at.
 *
 * @example
 * [entry].filter(matching({ role: 'manager' })).length //=> 0
 */
export function matching(query: Query): (entry: Entry) => boolean {
  const asked = conditionsOf(query);
  const [first = () => true] = asked;
  return asked.length < 2 ? first : (entry) => asked.every((holds) => holds(entry));
}

function conditionsOf(query: Query): readonly ((entry: Entry) => boolean)[] {
  const { banks, role, about, tags = [], since, until, onThisDay, id } = query;
  const { question, answered = 0, search, narrow, open, looksBackOn } = query;
  const whom = about === undefined ? undefined : foldedAbout(about);
  const conditions: readonly (false | undefined | ((entry: Entry) => boolean))[] = [
    banks && (({ bank }) => banks.includes(bank)),
    role !== undefined && ((entry) => entry.role === role),
    whom !== undefined && ((entry) => foldedAbout(entry.about) === whom),
    tags.length > 0 && ((entry) => hasTags(entry, tags)),
    since !== undefined && (({ day }) => day >= since),
    until !== undefined && (({ day }) => day <= until),
    onThisDay !== undefined && (({ day }) => isOnThisDay(day, onThisDay)),
    id !== undefined && ((entry) => entry.id.startsWith(id)),
    question !== undefined &&
      (({ answers }) => answers.some((one) => one.question === question && one.skip === null)),
    answered > 0 && (({ answers }) => answers.filter(({ skip }) => skip === null).length >= answered),
    open && (({ answers }) => answers.some(holdsPlan)),
    looksBackOn !== undefined && (({ answers }) => answers.some((one) => linksTo(one, looksBackOn))),
    search && ((entry) => search.matches(entry)),
    narrow && ((entry) => narrow.matches(entry)),
  ];
  return conditions.filter((condition) => typeof condition === 'function');
}

function hasTags(entry: Entry, tags: readonly string[]): boolean {
  const own = entry.tags.map((tag) => tag.toLowerCase());
  return tags.every((tag) => own.includes(tag.toLowerCase()));
}

/**
 * Whether a day is one that another looks back on: a week ago, a month ago, a year ago and every year before. A month or a
 * year ago is its last day where it has no such date, and on 28 February of a year without a 29th, that of others counts.
 *
 * @example
 * isOnThisDay('2024-11-22', '2026-11-22') //=> true
 */
export function isOnThisDay(day: Day, today: Day): boolean {
  if (day >= today) return false;
  if (withinReach(() => addDays(today, -7)) === day || withinReach(() => addMonths(today, -1)) === day)
    return true;
  const years = Number(today.slice(0, 4)) - Number(day.slice(0, 4));
  if (years < 1) return false;
  return day === addMonths(today, -12 * years) || today === addMonths(day, 12 * years);
}

/**
 * The days that another looks back on, as `isOnThisDay` tells them, from a given day on.
 *
 * @example
 * daysLookedBackOn('2026-11-22', '2025-01-01') //=> ['2026-11-15', '2026-10-22', '2025-11-22']
 */
export function daysLookedBackOn(today: Day, oldest: Day): readonly Day[] {
  const year = Number(today.slice(0, 4));
  const years = Array.from({ length: Math.max(0, year - Number(oldest.slice(0, 4))) }, (_, n) => n + 1);
  const candidates = [
    () => addDays(today, -7),
    () => addMonths(today, -1),
    ...years.flatMap((back) => [
      () => addMonths(today, -12 * back),
      () => `${String(year - back).padStart(4, '0')}-02-29`,
    ]),
  ];
  const days = candidates.flatMap((day) => {
    const found = withinReach(day);
    return found !== undefined && isDay(found) && isOnThisDay(found, today) ? [found] : [];
  });
  return [...new Set(days)];
}

function linksTo({ closes, continues }: Pick<Answer, 'closes' | 'continues'>, id: string): boolean {
  return [closes, continues].some((reference) => reference?.startsWith(`${id}/`) === true);
}

/** Whether an answer is a plan or a guess that can come due, or looks back on one. */
function holdsPlan({ type, closes, continues }: Pick<Answer, 'type' | 'closes' | 'continues'>): boolean {
  return type === 'commitment' || type === 'prediction' || closes !== undefined || continues !== undefined;
}
