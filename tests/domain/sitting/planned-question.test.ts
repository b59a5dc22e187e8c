import { describe, expect, test } from 'vitest';
import type { Entry } from '../../../src/domain/entry/entry.ts';
import type { QuestionBank, Role } from '../../../src/domain/banks/question-bank.ts';
import { entryOn, given, guess, level, skipped, words } from '../journals.ts';
import { bankNamed, planOf, plannedOf } from '../plans.ts';

const member = bankNamed('member');
const challenge = bankNamed('challenge');
const debrief = bankNamed('debrief');

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
  const hold = 'What, if anything, keeps you from taking on more?';
  const smaller = 'Name one thing you could take on. That is enough for today.';

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
    expect(scale).toEqual({ min: 1, max: 5, low: 'almost entirely me', high: 'almost entirely them' });
  });

  test.each([
    {
      case: 'nothing to recall',
      entries: [],
      recalled: [],
      is: 'When you think of what you wanted from this conversation, how close did you get?',
    },
    {
      case: 'something to recall',
      entries: [
        entryOn('2026-11-08', 'prepare', [words('prepare-want', 'old')]),
        entryOn('2026-11-20', 'prepare', [words('prepare-want', 'a date')]),
        entryOn('2026-11-21', 'prepare', [skipped('prepare-want')]),
      ],
      recalled: ['a date'],
      is: 'You wrote down what you wanted from this conversation. How close did you get?',
    },
    {
      case: 'something about other people',
      entries: [entryOn('2026-11-20', 'prepare', [words('prepare-want')], { about: 'D.' })],
      recalled: [],
      is: 'When you think of what you wanted from this conversation, how close did you get?',
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
