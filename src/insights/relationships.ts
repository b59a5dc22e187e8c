// The marks of a report over time: each relationship, and what lay on which day.
import * as banks from '../domain/banks/bank-names.ts';
import { type Role, sameSeat } from '../domain/banks/question-bank.ts';
import { type Entry, newestFirst } from '../domain/entry/entry.ts';
import type { ChallengeState } from '../domain/record/challenge.ts';
import { conversationsOf } from '../domain/record/conversation.ts';
import { type Followed, type FollowedUp, standingOf } from '../domain/record/followed-items.ts';
import { groupedBy } from '../domain/record/grouped-by.ts';
import { type Meanings, outcomeOf } from '../domain/record/outcomes.ts';
import type { Guess } from '../domain/record/scored-predictions.ts';
import { foldedAbout, sameAbout } from '../domain/text/plain-text.ts';
import { remembered } from '../domain/text/remembered.ts';
import type { Day } from '../domain/time/day.ts';

/** A plan or a guess, from the day it was made to the day on which it was said what became of it. */
export interface Track {
  readonly from: Day;
  /** Where nothing closes it: the day on which it is due. */
  readonly to: Day;
  /** A share from 0 to 1. */
  readonly likelihood: number | null;
  readonly became: Guess['outcome'];
  /** In the person's own words. */
  readonly item: Followed;
}

/** A step of the challenge, from the day of its questions to the last day on which something was brought back from it. */
export interface Stretch {
  readonly number: number;
  readonly title: string;
  readonly from: Day;
  readonly to: Day;
}

/** A conversation on its day; one that lies beyond what is shown, on the day on which it was prepared. */
export interface Talk {
  readonly day: Day;
  readonly planned: Day;
  readonly isLookedBackOn: boolean;
}

/** What there was with one person or team, seen from one seat, in the order of time. */
export interface Relationship {
  readonly about: string | null;
  readonly role: Role | null;
  readonly entries: number;
  readonly checkIns: readonly Day[];
  /** Sittings that are none of the rest, with their banks. */
  readonly sittings: readonly { readonly day: Day; readonly bank: string }[];
  readonly talks: readonly Talk[];
  readonly plans: readonly Track[];
  readonly guesses: readonly Track[];
  readonly steps: readonly Stretch[];
}

/** All that the marks are drawn from. */
export interface WholeRecord {
  /** The whole journal, since any entry may say what became of a plan. */
  readonly entries: readonly Entry[];
  readonly followedUp: FollowedUp;
  readonly states: readonly ChallengeState[];
  readonly meanings: Meanings;
  readonly today: Day;
}

/** Shown in other lanes; and what was sealed is a copy, and no sitting. */
const OTHERWISE_SHOWN: readonly string[] = [
  banks.CHECKIN_BANK,
  banks.REVIEW_BANK,
  banks.PREPARE_BANK,
  banks.DEBRIEF_BANK,
  banks.CHALLENGE_BANK,
  banks.SEALED_BANK,
];

/**
 * What there was with whom, those with the most entries first. An entry without a seat belongs to the relationship of its name. A
 * day without an entry is no event.
 *
 * @param asked - The entries that are looked at, each once.
 *
 * @example
 * const whole = { entries: trustRated, followedUp: { items: [], left: new Set() }, states: [], meanings: () => undefined, today };
 * relationshipsIn(trustRated, whole).map(({ about, checkIns }) => [about, checkIns.length]) //=> [[null, 22]]
 */
export function relationshipsIn(asked: readonly Entry[], record: WholeRecord): readonly Relationship[] {
  const nameOf = remembered(foldedAbout);
  const inTime = asked.toSorted((one, other) => newestFirst(other, one));
  const days = inTime.map(({ day }) => day).toSorted();
  const [first = '', last = first] = [days[0], days.at(-1)];
  const talks = conversationsOf(record.entries).toReversed();
  return Array.from(groupedBy(inTime, ({ about }) => nameOf(about)).values())
    .flatMap(bySeat)
    .map(({ role, own }): Relationship => {
      const ids = new Set(own.map(({ id }) => id));
      const about = own.at(-1)?.about ?? null;
      const items = record.followedUp.items.filter(({ entry }) => ids.has(entry.id));
      const state = record.states.find(
        (one) => sameAbout(one.about, about) && (role === null || sameSeat(one.role, role)),
      );
      return {
        about,
        role,
        entries: own.length,
        checkIns: own.flatMap(({ bank, day }) => (bank === banks.CHECKIN_BANK ? [day] : [])),
        sittings: own.filter(({ bank }) => !OTHERWISE_SHOWN.includes(bank)),
        talks: talks
          .filter(({ prepared }) => ids.has(prepared.id))
          .map(({ day, prepared, debriefed }) => ({
            day: day < first || day > last ? prepared.day : day,
            planned: day,
            isLookedBackOn: debriefed !== undefined,
          })),
        plans: items.filter(({ kind }) => kind === 'commitment').map((item) => trackOf(item, record)),
        guesses: items.filter(({ kind }) => kind === 'prediction').map((item) => trackOf(item, record)),
        steps: state ? stretchesOf(state, first, last) : [],
      };
    })
    .toSorted((one, other) => other.entries - one.entries);
}

/** Those without a seat go with those from the seat that was taken more often. */
function bySeat(
  entries: readonly Entry[],
): readonly { readonly role: Role | null; readonly own: readonly Entry[] }[] {
  const seats = Array.from(groupedBy(entries, ({ role }) => role ?? '').values()).toSorted(
    (one, other) => other.length - one.length,
  );
  const role = seats.map(([one]) => one?.role ?? null).find((one) => one !== null) ?? null;
  const all = entries.map((entry) => ({ entry, role: entry.role ?? role }));
  return Array.from(groupedBy(all, (one) => one.role ?? '').values(), (own) => ({
    role: own[0]?.role ?? null,
    own: own.map(({ entry }) => entry),
  }));
}

function trackOf(item: Followed, { meanings, followedUp, today }: WholeRecord): Track {
  const [counts] = item.outcomes;
  const doesRest = standingOf(item, today) === 'resting' && !followedUp.left.has(item.reference);
  const { day } = item.entry;
  const to = counts?.entry.day ?? item.due;
  return {
    from: day,
    to: to < day ? day : to,
    likelihood: item.kind === 'prediction' ? item.guess.likelihood : item.commitment.likelihood,
    became: counts ? (outcomeOf(counts, meanings) ?? 'unsaid') : doesRest ? 'resting' : 'open',
    item,
  };
}

/** The part of each step that lies within what is shown. */
function stretchesOf({ steps }: ChallengeState, first: Day, last: Day): readonly Stretch[] {
  return steps.flatMap(({ step, begun, broughtBack }, at): readonly Stretch[] => {
    if (begun === null) return [];
    const to = broughtBack === null || broughtBack < begun ? begun : broughtBack;
    if (to < first || begun > last) return [];
    return [
      {
        number: at + 1,
        title: step.title,
        from: begun < first ? first : begun,
        to: to > last ? last : to,
      },
    ];
  });
}
