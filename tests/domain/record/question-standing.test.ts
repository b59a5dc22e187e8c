import { describe, expect, test } from 'vitest';
import type { Answer, Skip } from '../../../src/domain/entry/answer.ts';
import { addDays, type Day } from '../../../src/domain/time/day.ts';
import type { Entry } from '../../../src/domain/entry/entry.ts';
import type { Role } from '../../../src/domain/banks/question-bank.ts';
import { questionsOf } from '../../../src/domain/banks/bank-questions.ts';
import {
  type QuestionStanding,
  standingsOf,
  waitingQuestions,
} from '../../../src/domain/record/question-standing.ts';
import { builtInBanks } from '../../prompts/banks.ts';
import { entryOn, given, skipped, words } from '../journals.ts';
import { bankNamed, bankOf, builtInIdeas, idsOf, planOf, plannedOf, TODAY } from '../plans.ts';

const FELT = 'member-felt';
const questions = builtInBanks.flatMap(({ bank }) => questionsOf(bank));

/** How a question of the built-in banks stands, to a member and about nobody unless said otherwise. */
function standing(
  entries: readonly Entry[],
  id = FELT,
  { about = null, role = 'member', today = TODAY }: { about?: string | null; role?: Role; today?: Day } = {},
): QuestionStanding {
  const question = questions.find((one) => one.id === id) ?? { id, type: 'text', ideas: [] };
  return standingsOf(entries, about, role, today, builtInIdeas)(question);
}

const ASKED: QuestionStanding = { is: 'asked', smaller: false };

/** Sittings of the bank member on days running that end the day before today, the first given first. */
function sittings(...turns: readonly (Answer | Skip)[]): readonly Entry[] {
  return turns.map((turn, index) =>
    entryOn(
      addDays(TODAY, index - turns.length),
      'member',
      [typeof turn === 'string' ? skipped(FELT, turn) : turn],
      { id: `turn${index}` },
    ),
  );
}

function decided(
  decision: string,
  day: Day,
  reference = 'turn2/member-felt',
  more: Partial<Entry> = {},
): Entry {
  const answer = given(
    'lookback-stepped-past',
    { type: 'choice', value: decision },
    { continues: reference },
  );
  return entryOn(day, 'lookback', [answer], { id: `decided-${decision}-${day}`, ...more });
}

describe('skips', () => {
  test.each<{ turns: readonly (Answer | Skip)[]; is: QuestionStanding }>([
    { turns: [], is: ASKED },
    { turns: ['passed'], is: ASKED },
    { turns: ['passed', 'not-today'], is: { is: 'asked', smaller: true } },
    { turns: ['passed', 'not-today', 'passed'], is: { is: 'resting', smaller: true } },
    { turns: ['passed', 'passed', 'passed', words(FELT)], is: ASKED },
    { turns: ['passed', 'passed', words(FELT), 'passed'], is: ASKED },
    { turns: ['not-mine'], is: { is: 'retired', smaller: false } },
    { turns: ['not-mine', 'passed'], is: { is: 'retired', smaller: true } },
    { turns: ['not-mine', words(FELT)], is: ASKED },
    { turns: [words(FELT), 'not-mine'], is: { is: 'retired', smaller: false } },
    { turns: ['too-close'], is: { is: 'resting', smaller: false } },
    { turns: ['too-close', words(FELT)], is: ASKED },
  ])('$turns: $is', ({ turns, is }) => expect(standing(sittings(...turns))).toEqual(is));

  test('count in one relationship and seat', () => {
    const passed = sittings('passed', 'passed', 'not-mine');
    expect(standing(passed, FELT, { about: 'D.' })).toEqual(ASKED);
    expect(standing(passed, FELT, { role: 'manager' })).toEqual(ASKED);
    const ofNoRole = passed.map((entry) => ({ ...entry, role: null, about: ' d. ' }));
    expect(standing(ofNoRole, FELT, { about: 'D.', role: 'manager' }).is).toBe('retired');
  });

  test.each([
    'member-commitment-prediction',
    'member-commitment',
    'lookback-stepped-past',
    'lookback-rested-plans',
  ])('never let %s rest', (id) => {
    const entries = sittings('not-mine', 'passed', 'too-close', 'passed').map((entry) => ({
      ...entry,
      answers: entry.answers.map((answer) => ({ ...answer, question: id })),
    }));
    expect(standing(entries, id)).toEqual({ is: 'asked', smaller: true });
  });
});

describe('too close right now', () => {
  const close = entryOn('2026-11-08', 'member', [skipped('member-hold-back', 'too-close')], { id: 'close' });

  test('rests for 14 days from its day', () => {
    expect(standing([close], 'member-hold-back', { today: '2026-11-21' }).is).toBe('resting');
    expect(standing([close], 'member-hold-back', { today: '2026-11-22' }).is).toBe('asked');
  });

  test.each([
    { id: 'rot-m-waited', is: 'resting' },
    { id: 'member-easier-now', is: 'resting' },
    { id: 'member-needs', is: 'asked' },
    { id: FELT, is: 'asked' },
  ])('and with it what shares an idea: $id is $is', ({ id, is }) => {
    expect(standing([close], id, { today: '2026-11-10' }).is).toBe(is);
  });

  test('but not what was answered since, nor once it was answered itself', () => {
    const day = '2026-11-09';
    const asks = (question: string): string =>
      standing([close, entryOn(day, 'checkin', [words(question)])], 'rot-m-waited', { today: day }).is;
    expect(asks('rot-m-waited')).toBe('asked');
    expect(asks('member-hold-back')).toBe('asked');
    expect(asks('member-easier-now')).toBe('resting');
  });

  test('an answer in the same sitting was given before it came to that', () => {
    const both = { ...close, answers: [words('member-first-move'), ...close.answers] };
    expect(standing([both], 'member-first-move', { today: '2026-11-10' }).is).toBe('resting');
  });

  test('a question without ideas rests alone', () => {
    const alone = sittings('too-close');
    expect(standing(alone).is).toBe('resting');
    expect(standing(alone, 'lookback-surprise').is).toBe('asked');
  });
});

describe('what a look back decides', () => {
  const passed = sittings('passed', 'passed', 'passed');
  const again = (day: Day): Entry => entryOn(day, 'member', [skipped(FELT)], { id: `again-${day}` });
  const TODAY_LATER = '2026-12-30';

  test.each<{ decision: string; then?: readonly Entry[]; today?: Day; is: QuestionStanding }>([
    { decision: 'keep', is: ASKED },
    { decision: 'keep', then: [again('2026-11-24')], is: ASKED },
    {
      decision: 'keep',
      then: [again('2026-11-24'), again('2026-11-25')],
      is: { is: 'asked', smaller: true },
    },
    {
      decision: 'keep',
      then: [again('2026-11-24'), again('2026-11-25'), again('2026-11-26')],
      is: { is: 'resting', smaller: true },
    },
    { decision: 'smaller', is: { is: 'asked', smaller: true } },
    { decision: 'smaller', then: [again('2026-11-24')], is: { is: 'asked', smaller: true } },
    { decision: 'later', today: '2026-12-21', is: { is: 'resting', smaller: false } },
    { decision: 'later', today: '2026-12-22', is: ASKED },
    { decision: 'retire', is: { is: 'retired', smaller: false } },
    { decision: 'retire', then: [again('2026-11-24')], is: { is: 'retired', smaller: false } },
    { decision: 'retire', then: [decided('keep', '2026-11-25')], is: ASKED },
    { decision: 'shrug', is: { is: 'resting', smaller: true } },
    ...['keep', 'smaller', 'later', 'retire'].map((decision) => ({
      decision,
      then: [entryOn('2026-11-23', 'member', [words(FELT)], { id: 'answered' })],
      today: '2026-11-23',
      is: ASKED,
    })),
  ])('$decision, $then, $today: $is', ({ decision, then = [], today = TODAY_LATER, is }) => {
    const entries = [...passed, decided(decision, TODAY), ...then];
    expect(standing(entries, FELT, { today })).toEqual(is);
  });

  test('holds where the question was stepped past, and not elsewhere', () => {
    const elsewhere = sittings('passed', 'passed', 'passed').map((entry) => ({
      ...entry,
      id: `${entry.id}d`,
      about: 'D.',
    }));
    const entries = [...passed, ...elsewhere, decided('keep', TODAY, 'turn2d/member-felt')];
    expect(standing(entries).is).toBe('resting');
    expect(standing(entries, FELT, { about: 'D.' }).is).toBe('asked');
  });

  test('is ignored where the skip is not there any more', () => {
    expect(standing([...passed, decided('retire', TODAY, 'gone/member-felt')]).is).toBe('resting');
  });
});

describe('what waits for a look back', () => {
  const passed = sittings('passed', 'not-today', 'passed');
  const referencesOn = (entries: readonly Entry[], today = TODAY): readonly string[] =>
    waitingQuestions(entries, today).map(({ reference }) => reference);

  test('is told with its latest skip and its wording, what has rested longest first', () => {
    const older = ['2026-10-01', '2026-10-02', '2026-10-03'].map((day) =>
      entryOn(day, 'prepare', [{ ...skipped('prepare-want'), asked: `What, on ${day}?` }], {
        id: day,
        about: 'D.',
        role: 'manager',
      }),
    );
    const entries = [...passed, ...older];
    for (const order of [entries, entries.toReversed()]) {
      expect(waitingQuestions(order, TODAY)).toEqual([
        {
          question: 'prepare-want',
          reference: '2026-10-03/prepare-want',
          about: 'D.',
          role: 'manager',
          asked: 'What, on 2026-10-03?',
          day: '2026-10-03',
        },
        {
          question: FELT,
          reference: 'turn2/member-felt',
          about: null,
          role: 'member',
          asked: 'What?',
          day: '2026-11-21',
        },
      ]);
    }
  });

  test.each<{ case: string; entries: readonly Entry[]; today?: Day; is: readonly string[] }>([
    { case: 'two skips', entries: passed.slice(1), is: [] },
    { case: 'answered since', entries: sittings('passed', 'passed', 'passed', words(FELT)), is: [] },
    { case: 'retired', entries: sittings('passed', 'passed', 'not-mine'), is: [] },
    { case: 'too close', entries: sittings('passed', 'passed', 'too-close'), is: [] },
    {
      case: 'no longer too close',
      entries: sittings('passed', 'passed', 'too-close'),
      today: '2026-12-05',
      is: ['turn2/member-felt'],
    },
    { case: 'decided', entries: [...passed, decided('keep', TODAY)], is: [] },
    { case: 'put off', entries: [...passed, decided('later', TODAY)], today: '2027-03-01', is: [] },
    {
      case: 'a step of the programme',
      entries: passed.map((entry) => ({
        ...entry,
        bank: 'challenge',
        answers: [{ ...skipped('see-pattern'), step: 'step-see' }, skipped('challenge-baseline-trust')],
      })),
      is: [],
    },
    {
      case: 'a review',
      entries: passed.map((entry) => ({ ...entry, bank: 'review', answers: [skipped('review-kept')] })),
      is: [],
    },
    {
      case: 'a plan and a guess',
      entries: passed.map((entry) => ({
        ...entry,
        answers: [skipped('a-plan', 'passed', 'commitment'), skipped('a-guess', 'passed', 'prediction')],
      })),
      is: [],
    },
    {
      case: 'an entry without a role counts in both seats, and waits once',
      entries: [
        ...passed.map((entry) => ({ ...entry, role: null })),
        entryOn('2026-11-01', 'note', [words('note-text')], { id: 'one', role: 'member' }),
        entryOn('2026-11-01', 'note', [words('note-text')], { id: 'two', role: 'manager' }),
      ],
      is: ['turn2/member-felt'],
    },
  ])('$case: $is', ({ entries, today, is }) => expect(referencesOn(entries, today)).toEqual(is));
});

describe('a sitting', () => {
  const member = bankNamed('member');
  const retired = (...ids: readonly string[]): Entry =>
    entryOn(
      '2026-11-01',
      'member',
      ids.map((id) => skipped(id, 'not-mine')),
      { id: ids.join('') },
    );

  test('leaves out what rests, and asks it by its name', () => {
    const entries = [retired(FELT, 'member-needs')];
    expect(idsOf(planOf(member, { entries }))).not.toContain(FELT);
    expect(idsOf(planOf(member, { entries })).length).toBe(26 - 2);
    expect(idsOf(planOf(member, { entries, selection: { question: FELT } }))).toEqual([FELT]);
    expect(idsOf(planOf(member, { entries, selection: { only: [FELT] } }))).toEqual([FELT]);
  });

  test('leaves out scales and what depends on a question that rests', () => {
    const checkin = bankNamed('checkin');
    const entries = [{ ...retired('checkin-trust', 'checkin-load'), bank: 'checkin' }];
    expect(idsOf(planOf(checkin, { entries }))).toEqual([
      'checkin-responsibility',
      'checkin-autonomy',
      'rot-m-small-own',
    ]);
    const ids = idsOf(planOf(member, { entries: [retired('member-tell')] }));
    expect(ids.filter((id) => id.startsWith('member-tell'))).toEqual([]);
    expect(ids).toContain('member-commitment');
  });

  test('asks nothing where only what comes of it would be left', () => {
    const all = questionsOf(member).filter(({ id }) => !id.startsWith('member-tell'));
    const most = all.map(({ id }) => id).filter((id) => id !== 'member-situation');
    expect(planOf(member, { entries: [retired(...most)] })).not.toHaveProperty('resting');
    const plan = planOf(member, { entries: [retired(...most), retired('member-situation')] });
    expect(plan).toMatchObject({ questions: [], resting: 'member-situation' });
  });

  test('a step of the programme asks all of it', () => {
    const challenge = bankNamed('challenge');
    const step = { step: 'step-see' };
    // The scales of the scope are asked once, whatever was said to them.
    const ids = idsOf(planOf(challenge, { selection: step })).filter((id) => id.startsWith('see-'));
    expect(ids.length).toBeGreaterThan(3);
    const entries = [{ ...retired(...ids), bank: 'challenge' }];
    expect(idsOf(planOf(challenge, { selection: step, entries }))).toEqual(expect.arrayContaining(ids));
  });

  test('asks the smaller form that a look back chose', () => {
    const bank = bankOf('- {id: mine-one, type: text, ask: "What was it about?", smaller: "One word?"}');
    const passed = ['2026-11-01', '2026-11-02', '2026-11-03'].map((day, index) =>
      entryOn(day, 'mine', [skipped('mine-one')], { id: `turn${index}` }),
    );
    const plan = planOf(bank, { entries: [...passed, decided('smaller', '2026-11-04', 'turn2/mine-one')] });
    expect(plannedOf(plan, 'mine-one').asked).toBe('One word?');
  });
});
