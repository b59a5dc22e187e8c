import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Answer, type Skip, SKIPS } from '../../../src/domain/entry/answer.ts';
import { addDays, type Day, daysBetween } from '../../../src/domain/time/day.ts';
import type { Entry } from '../../../src/domain/entry/entry.ts';
import { historyOf } from '../../../src/domain/record/history.ts';
import { isFor } from '../../../src/domain/sitting/choose-questions.ts';
import { drawUpAgenda } from '../../../src/domain/sitting/draw-up-agenda.ts';
import type { Agenda } from '../../../src/domain/sitting/agenda.ts';
import { type Question, type Role, ROLES } from '../../../src/domain/banks/question-bank.ts';
import { questionsOf } from '../../../src/domain/banks/bank-questions.ts';
import { standingsOf, waitingQuestions } from '../../../src/domain/record/question-standing.ts';
import { NOTHING_KNOWN } from '../../../src/app/sitting/agenda-from-journal.ts';
import { entryOn, given, skipped, words } from '../journals.ts';
import { bankNamed, builtInIdeas } from '../plans.ts';

const checkin = bankNamed('checkin');
const RUNS = 200;
const POOL = 12;

/** One relationship, seen from one seat. */
interface Seat {
  readonly about: string | null;
  readonly role: Role;
}

/** What a person does on a day; numbers choose among what there is. */
type Doing =
  | { readonly kind: 'check-in'; readonly seat: Seat; readonly answers: readonly (Skip | 'answered')[] }
  | { readonly kind: 'short'; readonly seat: Seat; readonly answers: readonly (Skip | 'answered')[] }
  | { readonly kind: 'by-name'; readonly seat: Seat; readonly which: number; readonly how: Skip | 'answered' }
  | { readonly kind: 'look-back'; readonly seat: Seat; readonly decision: string }
  | { readonly kind: 'member'; readonly seat: Seat; readonly how: Skip | 'answered' };

const seat = fc.record({
  about: fc.constantFrom(null, null, 'D.', 'd. '),
  role: fc.constantFrom(...ROLES, 'member' as const),
});
const how = fc.constantFrom<Skip | 'answered'>(
  ...SKIPS,
  ...Array<Skip>(6).fill('passed'),
  ...Array<'answered'>(4).fill('answered'),
);
const answers = fc.array(how, { minLength: 5, maxLength: 5 });
const doing: fc.Arbitrary<Doing> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ kind: fc.constant('check-in' as const), seat, answers }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('short' as const), seat, answers }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('by-name' as const), seat, which: fc.nat(POOL - 1), how }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('look-back' as const),
      seat,
      decision: fc.constantFrom('keep', 'smaller', 'later', 'retire'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('member' as const), seat, how }) },
);
const histories = fc.array(fc.tuple(fc.constantFrom(0, 1, 1, 1, 2, 5, 16), doing), {
  minLength: 10,
  maxLength: 30,
});

const questions = questionsOf(checkin);
const rotationOf = (role: Role): readonly Question[] =>
  checkin.rotation.filter((question) => isFor(question, role));

function planned(entries: readonly Entry[], { about, role }: Seat, today: Day, short = false): Agenda {
  return drawUpAgenda(
    checkin,
    role,
    about,
    { short },
    {
      ...NOTHING_KNOWN,
      history: historyOf(
        entries.filter(({ bank }) => bank === 'checkin'),
        about,
        role,
      ),
      standings: standingsOf(entries, about, role, today, builtInIdeas),
      today,
    },
  );
}

const idsOf = ({ questions }: Agenda): readonly string[] => questions.map(({ question }) => question.id);

function answered(id: string, done: Skip | 'answered'): Answer {
  return done === 'answered' ? words(id) : skipped(id, done);
}

/** One plan of a check-in on the way, and what had been written by then. */
interface Moment {
  readonly entries: readonly Entry[];
  readonly seat: Seat;
  readonly today: Day;
  readonly isShort: boolean;
  readonly asked: readonly string[];
}

/** Lives through a history from its first day to its last. */
function live(history: readonly (readonly [number, Doing])[]): readonly Moment[] {
  const entries: Entry[] = [];
  const moments: Moment[] = [];
  let day = '2026-01-01';
  for (const [index, [days, what]] of history.entries()) {
    day = addDays(day, days);
    const at = `${day}T12:${String(index).padStart(2, '0')}:00+01:00`;
    const add = (bank: string, own: readonly Answer[]): void => {
      const id = String(index).padStart(10, '0');
      entries.push(entryOn(day, bank, own, { ...what.seat, at, written: at, id }));
    };
    switch (what.kind) {
      case 'check-in':
      case 'short': {
        const isShort = what.kind === 'short';
        const asked = idsOf(planned(entries, what.seat, day, isShort));
        moments.push({ entries: [...entries], seat: what.seat, today: day, isShort, asked });
        const own = asked.map((id, place) => answered(id, what.answers[place] ?? 'passed'));
        if (own.length > 0) add('checkin', own);
        break;
      }
      case 'by-name':
        add('checkin', [answered(rotationOf(what.seat.role)[what.which]?.id ?? '', what.how)]);
        break;
      case 'member':
        add('member', [answered('member-hold-back', what.how)]);
        break;
      case 'look-back': {
        const [waiting] = waitingQuestions(entries, day);
        const value = { type: 'choice', value: what.decision } as const;
        if (waiting)
          add('lookback', [given('lookback-stepped-past', value, { continues: waiting.reference })]);
      }
    }
  }
  return moments;
}

/** The rules once more, told from the first day on: what is known of one question after each entry. */
interface Known {
  skips: number;
  retired: boolean;
  smaller: boolean;
  later: Day | null;
  tooClose: { readonly entry: number; readonly day: Day }[];
  answered: number;
}

function modelOf(entries: readonly Entry[], { about, role }: Seat, today: Day) {
  const known = new Map<string, Known>();
  const of = (id: string): Known => {
    const fresh = { skips: 0, retired: false, smaller: false, later: null, tooClose: [], answered: -1 };
    const one = known.get(id) ?? fresh;
    known.set(id, one);
    return one;
  };
  const forget = { skips: 0, retired: false, smaller: false, later: null, tooClose: [] };
  const same = (entry: Entry | undefined): boolean =>
    entry?.role === role && entry.about?.trim().toLowerCase() === about?.trim().toLowerCase();
  for (const [index, entry] of entries.entries()) {
    for (const { question, skip, value, continues } of entry.answers) {
      if (continues !== undefined) {
        const [id, named = ''] = continues.split('/');
        if (!same(entries.find((one) => one.id === id))) continue;
        Object.assign(of(named), forget, {
          retired: value === 'retire',
          smaller: value === 'smaller',
          later: value === 'later' ? entry.day : null,
        });
      } else if (same(entry)) {
        const one = of(question);
        if (skip === null) Object.assign(one, forget, { answered: index });
        else one.skips += 1;
        if (skip === 'not-mine') one.retired = true;
        if (skip === 'too-close') one.tooClose = [...one.tooClose, { entry: index, day: entry.day }];
      }
    }
  }
  return (id: string): { readonly is: string; readonly smaller: boolean } => {
    const own = of(id);
    const isNear = Array.from(known, ([other, { tooClose }]) =>
      tooClose.some(
        ({ entry, day }) =>
          daysBetween(day, today) <= 13 &&
          (other === id ||
            (entry >= own.answered && builtInIdeas(other).some((idea) => builtInIdeas(id).includes(idea)))),
      ),
    ).includes(true);
    const isLater = own.later !== null && daysBetween(own.later, today) <= 29;
    const is = own.retired ? 'retired' : isNear || isLater || own.skips >= 3 ? 'resting' : 'asked';
    return { is, smaller: own.smaller || own.skips >= 2 };
  };
}

test('questions stand as the rules say, and none is asked that rests or is retired', () => {
  let rested = 0;
  fc.assert(
    fc.property(histories, (history) => {
      for (const { entries, seat: at, today, asked } of live(history)) {
        const model = modelOf(entries, at, today);
        const standing = standingsOf(entries, at.about, at.role, today, builtInIdeas);
        const models = new Map(questions.map(({ id }) => [id, model(id)]));
        const isAsked = (id: string): boolean => models.get(id)?.is === 'asked';
        expect(new Map(questions.map((question) => [question.id, standing(question)]))).toEqual(models);
        const scales = checkin.scales.map(({ id }) => id).filter(isAsked);
        expect(asked.filter((id) => !isAsked(id) || scales.includes(id))).toEqual(scales);
        rested += questions.filter(({ id }) => !isAsked(id)).length;
      }
    }),
    { numRuns: RUNS },
  );
  // The histories are worth the trouble only where much comes to rest.
  expect(rested).toBeGreaterThan(RUNS);
});

test('the rotation asks one at most, never within five check-ins, and the one asked longest ago', () => {
  fc.assert(
    fc.property(histories, (history) => {
      for (const { entries, seat: at, today, isShort, asked } of live(history)) {
        const checkIns = entries.filter(
          ({ bank, about, role }) =>
            bank === 'checkin' &&
            role === at.role &&
            about?.trim().toLowerCase() === at.about?.trim().toLowerCase(),
        );
        const lastOf = (id: string): number =>
          checkIns.findLastIndex((entry) => entry.answers.some(({ question }) => question === id));
        const model = modelOf(entries, at, today);
        const pool = rotationOf(at.role).map(({ id }) => id);
        const open = pool.filter((id) => {
          const last = lastOf(id);
          return model(id).is === 'asked' && (last < 0 || checkIns.length - last > 5);
        });
        const longest = Math.min(...open.map(lastOf));
        const due = isShort ? [] : open.filter((id) => lastOf(id) === longest).slice(0, 1);
        expect(asked.filter((id) => id.startsWith('rot-'))).toEqual(due);
      }
    }),
    { numRuns: RUNS },
  );
});

test('the order in which entries are read changes nothing', () => {
  fc.assert(
    fc.property(histories, fc.infiniteStream(fc.nat()), (history, numbers) => {
      for (const { entries, seat: at, today, isShort, asked } of live(history).slice(-3)) {
        const order = new Map(entries.map((entry) => [entry, numbers.next().value]));
        const shuffled = entries.toSorted((one, other) => (order.get(one) ?? 0) - (order.get(other) ?? 0));
        expect(idsOf(planned(shuffled, at, today, isShort))).toEqual(asked);
        expect(waitingQuestions(shuffled, today)).toEqual(waitingQuestions(entries, today));
      }
    }),
    { numRuns: RUNS },
  );
});

test('a question that does not rest comes round within its pool and the five check-ins between', () => {
  const checkIns = fc.array(fc.tuple(fc.constantFrom(1, 1, 2), answers), { minLength: 40, maxLength: 50 });
  const window = POOL + 5;
  let seen = 0;
  fc.assert(
    fc.property(seat, checkIns, (at, days) => {
      const moments = live(
        days.map(([apart, own]) => [apart, { kind: 'check-in', seat: at, answers: own }] as const),
      );
      const late: string[] = [];
      const stands = moments.map(({ entries, today }) => modelOf(entries, at, today));
      for (const { id } of rotationOf(at.role)) {
        const comes = moments.map(({ asked }) => asked.includes(id));
        // Where nothing at all is left to ask, there is no check-in, and so none goes by.
        const waits = moments.map(
          ({ asked }, index) => asked.length > 0 && stands[index]?.(id).is === 'asked',
        );
        for (let from = 0; from + window <= moments.length; from++) {
          if (waits.slice(from, from + window).includes(false)) continue;
          seen += 1;
          if (!comes.slice(from, from + window).includes(true)) late.push(id);
        }
      }
      expect(late).toEqual([]);
    }),
    { numRuns: RUNS / 10 },
  );
  expect(seen).toBeGreaterThan(RUNS);
});
