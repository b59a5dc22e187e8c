import type { Role } from '../../src/domain/banks/question-bank.ts';
import type { Answer, Feeling } from '../../src/domain/entry/answer.ts';
import { type Entry, newestFirst } from '../../src/domain/entry/entry.ts';
import { challengeStates } from '../../src/domain/record/challenge.ts';
import { followedItems } from '../../src/domain/record/followed-items.ts';
import type { Query } from '../../src/domain/search/query.ts';
import { addDays, type Day } from '../../src/domain/time/day.ts';
import { knowledgeOf } from '../../src/insights/bank-knowledge.ts';
import { reportPage } from '../../src/insights/report-page.ts';
import { type Report, reportOf } from '../../src/insights/report.ts';
import { challenge, did } from '../domain/challenges.ts';
import { type Chances, chances } from '../domain/chances.ts';
import { entryOn, given, words } from '../domain/journals.ts';
import { bankNamed } from '../domain/plans.ts';

const BANKS = ['review', 'checkin', 'member', 'manager', 'prepare', 'debrief', 'note', 'challenge'].map(
  bankNamed,
);

/** The report of some entries, on the day after the last of them. */
export function madeReport(entries: readonly Entry[], query: Query = {}, ownWords = false): Report {
  const last =
    entries
      .map(({ day }) => day)
      .toSorted()
      .at(-1) ?? '2026-11-22';
  const report = reportOf(
    {
      entries,
      banks: BANKS,
      knowledge: knowledgeOf(BANKS),
      followedUp: { items: followedItems(entries), left: new Set() },
      states: challengeStates(challenge, entries),
      unread: 0,
    },
    query,
    ownWords,
    last,
  );
  if (!report) throw new Error('there are no such entries');
  return report;
}

export function madePage(entries: readonly Entry[], query: Query = {}, ownWords = false): string {
  return [...reportPage(madeReport(entries, query, ownWords))].join('');
}

/** Somebody whom entries are about, and in which share of them. */
interface Somebody {
  readonly about: string | null;
  readonly role: Role;
  readonly share: number;
}

const SEVEN: readonly Somebody[] = ['D.', 'K.', 'V.', 'the team', 'Ö. B.', 'Max', 'X'].map((about, at) => ({
  about,
  role: at % 3 === 2 ? 'member' : 'manager',
  share: 2 ** -(at + 1),
}));

/** How a made-up journal is drawn. */
export interface MadeUp {
  /** About so many entries. */
  readonly entries: number;
  readonly first: Day;
  readonly days: number;
  readonly people?: readonly Somebody[];
  /** Words that stand wherever somebody can put words. */
  readonly words?: string;
  readonly seed?: number;
}

/** A journal as somebody might write one: check-ins, sittings with a plan and two guesses, conversations, reviews, one challenge. */
export function madeUpJournal(how: MadeUp): readonly Entry[] {
  const { entries: count, first, days, people = SEVEN, words: own = 'Rain, perhaps.', seed = 14 } = how;
  const chance = chances(seed);
  const found: Entry[] = [];
  const add = (day: Day, bank: string, answers: readonly Answer[], who: Somebody): string => {
    const id = `m${String(found.length).padStart(9, '0')}`;
    found.push(entryOn(day, bank, answers, { id, about: who.about, role: who.role, title: own }));
    return id;
  };
  const someone = (): Somebody => {
    const drawn = chance.share() * people.reduce((sum, { share }) => sum + share, 0);
    let sum = 0;
    return (
      people.find(({ share }) => (sum += share) > drawn) ??
      SEVEN[0] ?? { about: null, role: 'member', share: 1 }
    );
  };
  while (found.length < count) {
    const day = addDays(first, Math.floor(chance.share() * days));
    const who = someone();
    const kind = chance.share();
    if (kind < 0.6) add(day, 'checkin', scales(day, chance, own), who);
    else if (kind < 0.75) addConversation(day, own, chance, who, add);
    else if (kind < 0.9) addSitting(day, own, chance, who, add);
    else add(day, 'note', [words('note-text', own)], who);
  }
  const [who = SEVEN[0]] = people;
  const acts = ['ask 1', 'bring 1 next', 'ask 2', 'bring 2 next', 'ask 3', 'bring 3 next', 'ask 4'];
  const steps = acts.map((act, at) =>
    did(addDays(first, Math.floor((days / 10) * (at + 1))), act, {
      about: who?.about ?? null,
      role: who?.role ?? null,
    }),
  );
  return [...found, ...steps].toSorted(newestFirst);
}

const percent = (chance: Chances): number => Math.round(chance.share() * 18 + 1) * 0.05;

function scales(day: Day, chance: Chances, own: string): readonly Answer[] {
  const rated = (question: string, absent: string): Answer => {
    const value = chance.share() < 0.06 ? 'na' : 1 + Math.floor(chance.share() * 5);
    const legend = value === 'na' ? absent : '1 not at all, 5 fully';
    return given(question, { type: 'scale', value, legend });
  };
  return [
    rated('checkin-trust', own),
    rated('checkin-responsibility', own),
    ...(Number(day.slice(8)) % 4 === 0 ? [rated('checkin-load', own)] : []),
    words(Number(day.slice(8)) % 2 === 0 ? 'rot-g-unsaid' : 'rot-g-held-back', own),
  ];
}

type Add = (day: Day, bank: string, answers: readonly Answer[], who: Somebody) => string;

function addConversation(day: Day, own: string, chance: Chances, who: Somebody, add: Add): void {
  const value = { expect: own, sign: null, likelihood: percent(chance), due: addDays(day, 1), feeling: null };
  const id = add(
    day,
    'prepare',
    [
      given('prepare-when', { type: 'date', value: addDays(day, 1) }),
      given('prepare-prediction', { type: 'prediction', value }),
    ],
    who,
  );
  if (chance.share() < 0.8) {
    const came = { type: 'choice', value: chance.share() < 0.6 ? 'doer' : 'reviewer' } as const;
    add(
      addDays(day, 1),
      'debrief',
      [given('debrief-next-step', came, { closes: `${id}/prepare-prediction` })],
      who,
    );
  }
}

function addSitting(day: Day, own: string, chance: Chances, who: Somebody, add: Add): void {
  const bank = who.role;
  const due = addDays(day, 14);
  const feeling: Feeling = chance.share() < 0.5 ? 'feared' : 'hoped';
  const id = add(
    day,
    bank,
    [
      words(`${bank}-situation`, own),
      given(`${bank}-prediction`, {
        type: 'prediction',
        value: { expect: own, sign: own, likelihood: percent(chance), due, feeling },
      }),
      given(`${bank}-commitment`, {
        type: 'commitment',
        value: { when: own, then: own, by: due, likelihood: percent(chance) },
      }),
    ],
    who,
  );
  const one = <Value>(values: readonly Value[]): Value | undefined =>
    values[Math.floor(chance.share() * values.length)];
  if (chance.share() < 0.85) {
    const became = one(['yes', 'no', 'yes', 'no', 'partly', 'untested', 'unclear']) ?? 'yes';
    add(
      due,
      'review',
      [
        given('review-outcome', { type: 'choice', value: became }, { closes: `${id}/${bank}-prediction` }),
        given('review-again', { type: 'percent', value: percent(chance) }),
      ],
      who,
    );
  }
  if (chance.share() < 0.85) {
    const became = one(['kept', 'not-yet', 'partly', 'let-go', 'kept']) ?? 'kept';
    add(
      due,
      'review',
      [given('review-status', { type: 'choice', value: became }, { closes: `${id}/${bank}-commitment` })],
      who,
    );
  }
}
