import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type Day } from '../../../src/domain/time/day.ts';
import type { Entry } from '../../../src/domain/entry/entry.ts';
import { isFor } from '../../../src/domain/sitting/choose-questions.ts';
import type { Selection } from '../../../src/domain/sitting/agenda.ts';
import { type QuestionBank, questionsOf, type Role, ROLES } from '../../../src/domain/banks/question-bank.ts';
import { askable, beginSitting } from '../../../src/domain/sitting/sitting.ts';
import { builtInBanks } from '../../prompts/banks.ts';
import { entryOn, given, guess, level, outcome, skipped, words } from '../journals.ts';
import { bankNamed, bankOf, idsOf, planOf, plannedOf, TODAY } from '../plans.ts';
import { stepWords } from '../walks.ts';

const checkin = bankNamed('checkin');
const member = bankNamed('member');
const challenge = bankNamed('challenge');
const debrief = bankNamed('debrief');
const lookback = bankNamed('lookback');

describe('which questions are asked', () => {
  test.each<{ bank: string; role?: Role; selection?: Selection; many: number; first: string; last: string }>([
    { bank: 'member', many: 19, first: 'member-situation', last: 'member-tell-follow' },
    {
      bank: 'member',
      selection: { short: true },
      many: 13,
      first: 'member-situation',
      last: 'member-tell-follow',
    },
    { bank: 'manager', role: 'manager', many: 20, first: 'manager-situation', last: 'manager-tell-follow' },
    { bank: 'checkin', many: 5, first: 'checkin-trust', last: 'rot-m-small-own' },
    { bank: 'checkin', role: 'manager', many: 5, first: 'checkin-trust', last: 'rot-g-held-back' },
    {
      bank: 'checkin',
      selection: { short: true },
      many: 3,
      first: 'checkin-trust',
      last: 'checkin-autonomy',
    },
    { bank: 'prepare', role: 'manager', many: 16, first: 'prepare-kind', last: 'prepare-prediction' },
    { bank: 'prepare', many: 9, first: 'prepare-kind', last: 'prepare-member-prediction' },
    {
      bank: 'challenge',
      selection: { step: 'step-see' },
      many: 6,
      first: 'challenge-baseline-trust',
      last: 'see-prediction',
    },
    { bank: 'note', many: 1, first: 'note-text', last: 'note-text' },
    {
      bank: 'member',
      selection: { question: 'member-felt' },
      many: 1,
      first: 'member-felt',
      last: 'member-felt',
    },
    {
      bank: 'member',
      selection: { question: 'member-tell' },
      many: 2,
      first: 'member-tell',
      last: 'member-tell-follow',
    },
    {
      bank: 'member',
      selection: { only: ['member-needs', 'member-felt', 'member-gone'] },
      many: 2,
      first: 'member-needs',
      last: 'member-felt',
    },
  ])('$bank, $role, $selection', ({ bank, many, first, last, ...how }) => {
    const ids = idsOf(planOf(bankNamed(bank), how));
    expect([ids.length, ids[0], ids.at(-1)]).toEqual([many, first, last]);
  });

  test('nothing, where a bank is walked in another way', () => {
    expect(idsOf(planOf(bankNamed('review')))).toEqual([]);
    expect(idsOf(planOf(challenge))).toEqual([]);
  });

  test('none of the other role', () => {
    for (const { bank } of builtInBanks) {
      for (const role of ROLES) {
        const { questions } = planOf(bank, {
          role,
          selection: { only: questionsOf(bank).map(({ id }) => id) },
        });
        expect(questions.filter(({ question }) => !isFor(question, role))).toEqual([]);
      }
      const unknown = planOf(bank, { role: null });
      expect(unknown.questions.filter(({ question }) => question.roles !== undefined)).toEqual([]);
    }
  });

  test('the baseline of a programme is asked once for each relationship', () => {
    const step: Selection = { step: 'step-own' };
    const baseline = entryOn('2026-11-01', 'challenge', [level('challenge-baseline-trust')], { about: 'D.' });
    const asked = (about: string): readonly string[] =>
      idsOf(planOf(challenge, { about, selection: step, entries: [baseline] })).slice(0, 2);
    expect(asked('E.')).toEqual(['challenge-baseline-trust', 'challenge-baseline-room']);
    expect(asked('D.')).toEqual(['challenge-baseline-room', 'own-share']);
  });

  test('a baseline that was passed is not asked in each step, nor right before its counterpart', () => {
    const passed = entryOn('2026-11-01', 'challenge', [skipped('challenge-baseline-trust')]);
    const asked = (step: string, entries: readonly Entry[]): readonly string[] =>
      idsOf(planOf(challenge, { selection: { step }, entries })).filter((id) => id.includes('baseline'));
    expect(asked('step-own', [passed])).toEqual(['challenge-baseline-room']);
    expect(asked('step-carry', [])).toEqual([]);
  });

  test('of a programme, what comes after a step is asked by itself', () => {
    const choice = ['challenge-next', 'challenge-stop-learned'];
    const baselines = ['challenge-baseline-trust', 'challenge-baseline-room'];
    const rated = entryOn(
      '2026-11-01',
      'challenge',
      baselines.map((id) => level(id)),
    );
    const asked = (selection: Selection): readonly string[] =>
      idsOf(planOf(challenge, { selection, entries: [rated] }));
    expect(asked({ step: 'step-see', part: 'evidence' })).toEqual(['see-count', 'see-example', ...choice]);
    expect(asked({ step: 'step-see', part: 'choice' })).toEqual(choice);
    expect(asked({ step: 'step-see', part: 'anew' }).slice(0, 2)).toEqual(baselines);
    expect(asked({ step: 'step-carry', part: 'evidence' })).toEqual([]);
  });

  test('what is chosen belongs to the step it is chosen at, and no other choice is shown beside it', () => {
    const before = entryOn('2026-11-01', 'challenge', [
      given('challenge-next', { type: 'choice', value: 'next' }),
    ]);
    const selection: Selection = { step: 'step-own', only: ['challenge-next'] };
    const planned = plannedOf(planOf(challenge, { selection, entries: [before] }), 'challenge-next');
    expect(planned).toMatchObject({ step: 'step-own', earlier: [] });
  });
});

describe('how long it takes', () => {
  test.each<{ selection: Selection; is: number | undefined }>([
    { selection: {}, is: 16 },
    { selection: { short: true }, is: 7 },
    { selection: { question: 'member-felt' }, is: undefined },
    { selection: { only: ['member-felt'] }, is: undefined },
  ])('$selection: $is', ({ selection, is }) => expect(planOf(member, { selection }).minutes).toBe(is));
});

describe('a question that counts something', () => {
  const closed = [
    entryOn('2026-11-01', 'member', [guess('member-prediction')], { id: 'aaaaaaaaaa' }),
    entryOn('2026-11-15', 'review', [outcome('aaaaaaaaaa/member-prediction', 'untested')]),
  ];

  test('is asked once there are enough', () => {
    expect(idsOf(planOf(lookback))).toEqual([
      'lookback-first-word',
      'lookback-surprise',
      'lookback-other',
      'lookback-keep',
    ]);
    expect(idsOf(planOf(lookback, { entries: closed }))).toEqual([
      'lookback-first-word',
      'lookback-surprise',
      'lookback-guesses',
      'lookback-untested',
      'lookback-other',
      'lookback-keep',
    ]);
  });

  test('is asked of whoever names it', () => {
    for (const selection of [{ question: 'lookback-untested' }, { only: ['lookback-untested'] }]) {
      expect(idsOf(planOf(lookback, { selection }))).toEqual(['lookback-untested']);
    }
  });
});

describe('a question that depends on another', () => {
  const conditional = bankOf(`
- {id: mine-kind, type: choice, roles: [manager], ask: "Which?", options: [{value: one, label: One}, {value: two, label: Two}]}
- {id: mine-two, type: text, core: true, ask: "What for?", show_if: {mine-kind: [two]}}
- {id: mine-last, type: text, core: true, ask: "What else?"}`);

  test('is not asked where that one is not', () => {
    expect(idsOf(planOf(conditional, { role: 'manager' }))).toEqual(['mine-kind', 'mine-two', 'mine-last']);
    expect(idsOf(planOf(conditional))).toEqual(['mine-last']);
    expect(idsOf(planOf(conditional, { role: 'manager', selection: { short: true } }))).toEqual([
      'mine-last',
    ]);
    const all = { only: questionsOf(conditional).map(({ id }) => id) };
    expect(idsOf(planOf(conditional, { selection: all }))).toEqual(['mine-last']);
  });

  test('is asked of whoever names it alone', () => {
    for (const selection of [{ question: 'debrief-what-if-sign' }, { only: ['debrief-what-if-sign'] }]) {
      const agenda = planOf(debrief, { selection });
      expect(idsOf(agenda)).toEqual(['debrief-what-if-sign']);
      expect(stepWords(beginSitting(agenda, TODAY))).toBe('debrief-what-if-sign value');
    }
  });

  test('comes after the choice of somebody to tell, and not after nobody', () => {
    const agenda = planOf(member);
    const told = (value: string): boolean =>
      askable({ agenda, answers: [given('member-tell', { type: 'choice', value })] }).some(
        ({ question }) => question.id === 'member-tell-follow',
      );
    const { options = [] } = plannedOf(agenda, 'member-tell').question;
    expect(options.map(({ value }) => [value, told(value)])).toEqual([
      ['nobody', false],
      ['friend', true],
      ['colleague', true],
      ['other', true],
      ['team', true],
    ]);
    expect(plannedOf(agenda, 'member-tell-follow').asked).toBe('What exactly will you tell them?');
  });
});

describe('how a question is worded', () => {
  const asked = (
    bank: QuestionBank,
    id: string,
    entries: readonly Entry[] = [],
    role: Role = 'member',
  ): string => plannedOf(planOf(bank, { entries, role, selection: { question: id } }), id).asked;
  const days = ['2026-11-01', '2026-11-08', '2026-11-15', '2026-11-16'];
  const passing = (id: string, many: number): readonly Entry[] =>
    days.slice(0, many).map((day) => entryOn(day, 'member', [skipped(id)]));
  const hold =
    'Think of something you could own but do not own yet. What, if anything, keeps you from taking it?';
  const smaller = 'Name one thing you could own. That is enough for today.';

  test.each([
    { case: 'at first', entries: [], is: hold },
    { case: 'after one skip', entries: passing('member-hold-back', 1), is: hold },
    { case: 'after two skips running', entries: passing('member-hold-back', 2), is: smaller },
    { case: 'after four', entries: passing('member-hold-back', 4), is: smaller },
    {
      case: 'after two skips and an answer',
      entries: [
        ...passing('member-hold-back', 2),
        entryOn('2026-11-20', 'member', [words('member-hold-back')]),
      ],
      is: hold,
    },
    {
      case: 'after two skips about somebody else',
      entries: passing('member-hold-back', 2).map((entry) => ({ ...entry, about: 'D.' })),
      is: hold,
    },
  ])('$case', ({ entries, is }) => expect(asked(member, 'member-hold-back', entries)).toBe(is));

  test('one without a smaller form stays as it is', () => {
    expect(asked(member, 'member-felt', passing('member-felt', 3))).toBe('What did you feel in that moment?');
  });

  test('in the words of the role', () => {
    expect(asked(debrief, 'debrief-decided', [], 'manager')).toBe('What did they decide?');
    expect(asked(debrief, 'debrief-decided')).toBe('What did you decide?');
    const { scale } = plannedOf(planOf(debrief, { role: 'manager' }), 'debrief-thinking');
    expect(scale).toEqual({ min: 1, max: 5, low: 'almost all me', high: 'almost all them' });
  });

  test.each([
    {
      case: 'nothing to recall',
      entries: [],
      recalled: [],
      is: 'Thinking of what you wanted from it, how near did you come?',
    },
    {
      case: 'something to recall',
      entries: [
        entryOn('2026-11-08', 'prepare', [words('prepare-want', 'old')]),
        entryOn('2026-11-20', 'prepare', [words('prepare-want', 'a date')]),
        entryOn('2026-11-21', 'prepare', [skipped('prepare-want')]),
      ],
      recalled: ['a date'],
      is: 'You wrote beforehand what it was for. How near did you come?',
    },
    {
      case: 'something about other people',
      entries: [entryOn('2026-11-20', 'prepare', [words('prepare-want')], { about: 'D.' })],
      recalled: [],
      is: 'Thinking of what you wanted from it, how near did you come?',
    },
  ])('with $case', ({ entries, recalled, is }) => {
    const planned = plannedOf(planOf(debrief, { entries }), 'debrief-aim');
    expect(planned.asked).toBe(is);
    expect(planned.recalled.map(({ answer }) => answer.value)).toEqual(recalled);
  });
});

describe('what is shown after an answer', () => {
  test('the last answer to the same question', () => {
    const entries = [
      entryOn('2026-11-01', 'member', [words('member-felt', 'first')]),
      entryOn('2026-11-08', 'member', [words('member-felt', 'second')]),
    ];
    const { earlier, recalled } = plannedOf(planOf(member, { entries }), 'member-felt');
    expect(earlier.map(({ day, answer }) => [day, answer.value])).toEqual([['2026-11-08', 'second']]);
    expect(recalled).toEqual([]);
  });

  test('the baseline that a question repeats', () => {
    const entries = [
      entryOn('2026-09-20', 'challenge', [level('challenge-baseline-trust', 2)], { about: 'D.' }),
    ];
    const carry = planOf(challenge, { about: 'D.', selection: { step: 'step-carry' }, entries });
    expect(plannedOf(carry, 'carry-trust').earlier).toMatchObject([
      { day: '2026-09-20', answer: { value: 2 } },
    ]);
  });
});

describe('the prediction that an answer closes', () => {
  const standing = (id: string, question = 'prepare-prediction', about: string | null = null): Entry =>
    entryOn('2026-11-20', 'prepare', [guess(question)], { id, about });
  const closes = (entries: readonly Entry[], about: string | null = null): string | undefined =>
    plannedOf(planOf(debrief, { entries, about }), 'debrief-next-step').closes;

  test.each([
    { case: 'none before', entries: [], is: undefined },
    { case: 'a manager', entries: [standing('aaaaaaaaaa')], is: 'aaaaaaaaaa/prepare-prediction' },
    {
      case: 'a member',
      entries: [standing('aaaaaaaaaa', 'prepare-member-prediction')],
      is: 'aaaaaaaaaa/prepare-member-prediction',
    },
    {
      case: 'one about somebody else',
      entries: [standing('aaaaaaaaaa', 'prepare-prediction', 'D.')],
      is: undefined,
    },
    {
      case: 'one that is closed',
      entries: [
        standing('aaaaaaaaaa'),
        entryOn('2026-11-21', 'debrief', [
          given(
            'debrief-next-step',
            { type: 'choice', value: 'doer' },
            { closes: 'aaaaaaaaaa/prepare-prediction' },
          ),
        ]),
      ],
      is: undefined,
    },
  ])('$case', ({ entries, is }) => expect(closes(entries)).toBe(is));

  test('is compared without case', () => {
    expect(closes([standing('aaaaaaaaaa', 'prepare-prediction', 'D.')], 'd. ')).toBe(
      'aaaaaaaaaa/prepare-prediction',
    );
  });

  test('stands with the question that closes it alone', () => {
    const { questions } = planOf(debrief, { entries: [standing('aaaaaaaaaa')] });
    expect(questions.filter((planned) => planned.closes !== undefined)).toHaveLength(1);
  });
});

describe('a scale at an interval', () => {
  const asked = (entries: readonly Entry[]): boolean =>
    idsOf(planOf(checkin, { entries })).includes('checkin-load');
  const on = (day: Day, answer = level('checkin-load')): Entry => entryOn(day, 'checkin', [answer]);

  test.each([
    { case: 'never answered', entries: [], is: true },
    { case: 'answered six days ago', entries: [on('2026-11-16')], is: false },
    { case: 'answered seven days ago', entries: [on('2026-11-15')], is: true },
    {
      case: 'not applicable six days ago',
      entries: [on('2026-11-16', level('checkin-load', 'na'))],
      is: false,
    },
    { case: 'skipped yesterday', entries: [on('2026-11-21', skipped('checkin-load'))], is: true },
    { case: 'answered about somebody else', entries: [{ ...on('2026-11-21'), about: 'D.' }], is: true },
  ])('$case', ({ entries, is }) => expect(asked(entries)).toBe(is));
});

describe('the rotation', () => {
  const pool = (role: Role): readonly string[] =>
    checkin.rotation.filter((question) => isFor(question, role)).map(({ id }) => id);
  const next = (entries: readonly Entry[], role: Role = 'member', about: string | null = null): string =>
    idsOf(planOf(checkin, { role, about, entries })).at(-1) ?? '';

  test('begins with the first of the bank', () => expect(next([])).toBe('rot-m-small-own'));

  test('a question that was skipped was asked', () => {
    expect(next([entryOn('2026-11-20', 'checkin', [skipped('rot-m-small-own')])])).toBe('rot-m-waited');
  });

  test('every question of a pool comes round before one comes back', () => {
    const checkIn = fc.record({
      days: fc.constantFrom(0, 0, 1, 1, 3),
      skips: fc.boolean(),
      elsewhere: fc.boolean(),
    });
    fc.assert(
      fc.property(
        fc.constantFrom(...ROLES),
        fc.array(checkIn, { minLength: 20, maxLength: 30 }),
        (role, walk) => {
          const size = pool(role).length;
          const entries: Entry[] = [];
          const asked: string[] = [];
          let day = TODAY;
          for (const [index, { days, skips, elsewhere }] of walk.entries()) {
            day = addDays(day, days);
            const id = next(entries, role);
            asked.push(id);
            const at = `${day}T12:00:${String(index % 60).padStart(2, '0')}+01:00`;
            const answers = [skips ? skipped(id) : words(id)];
            entries.push(
              entryOn(day, 'checkin', answers, {
                role,
                at,
                written: at,
                id: String(index).padStart(10, '0'),
              }),
            );
            if (elsewhere)
              entries.push(entryOn(day, 'checkin', [words(pool(role)[3] ?? '')], { about: 'D.' }));
          }
          for (let from = 0; from + size <= asked.length; from++) {
            expect(new Set(asked.slice(from, from + size)).size).toBe(size);
          }
          expect(asked.slice(0, size)).toEqual(pool(role));
        },
      ),
    );
  });

  test('one that was answered out of turn comes last', () => {
    const early = entryOn('2026-11-20', 'checkin', [words('rot-m-small-own'), words('rot-m-told')]);
    expect(next([early])).toBe('rot-m-waited');
    const others = pool('member').filter((id) => id !== 'rot-m-small-own' && id !== 'rot-m-told');
    const rest = others.map((id, index) => entryOn(addDays('2026-11-01', index), 'checkin', [words(id)]));
    expect(next([early, ...rest])).toBe('rot-m-waited');
  });
});
