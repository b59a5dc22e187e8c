import { describe, expect, test } from 'vitest';
import { advance } from '../../../src/domain/sitting/act.ts';
import type { Answer } from '../../../src/domain/entry/answer.ts';
import type { FieldValue } from '../../../src/domain/sitting/field.ts';
import {
  type Followed,
  type FollowedCommitment,
  followedItems,
} from '../../../src/domain/record/followed-items.ts';
import { reviewAgenda, type ReviewBackground } from '../../../src/domain/sitting/review-questions.ts';
import type { Agenda } from '../../../src/domain/sitting/agenda.ts';
import { answersOf, beginSitting, nextStep, type Sitting } from '../../../src/domain/sitting/sitting.ts';
import { commitment, entryOn, given, guess, outcome } from '../journals.ts';
import { bankNamed, TODAY } from '../plans.ts';

const PLAN = 'aaaaaaaaaa/member-commitment';
const GUESS = 'aaaaaaaaaa/member-prediction';
const entry = entryOn(
  '2026-11-01',
  'member',
  [commitment('member-commitment', '2026-11-10'), guess('member-prediction', '2026-11-10')],
  { id: 'aaaaaaaaaa', about: 'D.', role: 'manager' },
);

function itemOf(reference: string, more: readonly (typeof entry)[] = []): Followed {
  const found = followedItems([entry, ...more]).find((one) => one.reference === reference);
  if (!found) throw new Error(`${reference} is not there`);
  return found;
}

function planFor(
  reference: string,
  background: Partial<ReviewBackground> = {},
  more: readonly (typeof entry)[] = [],
): Agenda {
  const agenda = reviewAgenda(bankNamed('review'), itemOf(reference, more), { notYet: 0, ...background });
  if (!agenda) throw new Error('the bank has no such dialogue');
  return agenda;
}

/** Answers what is asked, in order; what is asked is told as `question part`. */
function walked(
  agenda: Agenda,
  ...values: readonly (FieldValue | null)[]
): { asked: readonly string[]; sitting: Sitting } {
  let sitting = beginSitting(agenda, TODAY);
  const asked: string[] = [];
  for (const value of values) {
    const step = nextStep(sitting);
    if (step.kind !== 'ask') throw new Error(`${step.kind} and nothing asked after ${asked.join(', ')}`);
    asked.push(`${step.planned.question.id} ${step.field.name}`.replace(' value', ''));
    sitting = advance(sitting, { kind: 'answer', value }).sitting;
  }
  return { asked, sitting };
}

const links = (answers: readonly Answer[]): readonly string[] =>
  answers.map(({ question, closes, continues }) =>
    [question, closes && `closes ${closes}`, continues && `continues ${continues}`].filter(Boolean).join(' '),
  );

test('it is of the same seat and about the same people, and shows what was written', () => {
  const agenda = planFor(PLAN);
  expect(agenda).toMatchObject({ role: 'manager', about: 'D.' });
  expect(agenda.reviews).toMatchObject({ reference: PLAN, entry: { id: 'aaaaaaaaaa' } });
});

describe('what became of a plan', () => {
  test.each<{ values: readonly (FieldValue | null)[]; asked: readonly string[]; is: readonly string[] }>([
    {
      values: ['kept', 'A reminder in the calendar helped me there.', 'done'],
      asked: ['review-status', 'review-kept', 'review-next'],
      is: [`review-status closes ${PLAN}`, 'review-kept', 'review-next'],
    },
    {
      values: ['partly', 'The first half of it, since that was small.', 'done'],
      asked: ['review-status', 'review-partly', 'review-next'],
      is: [`review-status closes ${PLAN}`, 'review-partly', 'review-next'],
    },
    {
      values: ['not-yet', 'too-big', 'smaller', 'it is done', 'say so', '2026-12-01', 0.8],
      asked: [
        'review-status',
        'review-not-yet',
        'review-next',
        'review-next-plan when',
        'review-next-plan then',
        'review-next-plan by',
        'review-next-plan likelihood',
      ],
      is: [
        `review-status closes ${PLAN}`,
        'review-not-yet',
        'review-next',
        `review-next-plan continues ${PLAN}`,
      ],
    },
    {
      values: ['let-go', 'The project has ended and so has the plan.'],
      asked: ['review-status', 'review-let-go'],
      is: [`review-status closes ${PLAN}`, 'review-let-go'],
    },
  ])('$values', ({ values, asked, is }) => {
    const { asked: seen, sitting } = walked(planFor(PLAN), ...values);
    expect(seen).toEqual(asked);
    expect(nextStep(sitting).kind).toBe('look-over');
    expect(links(answersOf(sitting))).toEqual(is);
  });

  test('the obstacle suggests a change of the plan', () => {
    const { sitting } = walked(planFor(PLAN), 'not-yet');
    expect(advance(sitting, { kind: 'answer', value: 'forgot' }).remarks).toEqual([
      { kind: 'suggest', suggest: 'tie it to something you can see or hear', of: 'plan' },
    ]);
  });

  test('a plan that goes on stands there to be changed, and is given only when it is sent off', () => {
    const { sitting } = walked(planFor(PLAN), 'not-yet', 'too-big', 'again', 'it rains');
    const step = nextStep(sitting);
    expect(step).toMatchObject({ kind: 'ask', field: { name: 'then' }, given: 'ask' });
    expect(answersOf(sitting).map(({ question }) => question)).not.toContain('review-next-plan');
  });

  test('letting go is offered at the third time, once, and never forced', () => {
    for (const [notYet, offered] of [
      [0, false],
      [1, false],
      [2, true],
      [5, true],
    ] as const) {
      const { sitting } = walked(planFor(PLAN, { notYet }), 'not-yet');
      expect(nextStep(sitting).kind === 'offer').toBe(offered);
    }
    const { sitting } = walked(planFor(PLAN, { notYet: 2 }), 'not-yet');
    const step = nextStep(sitting);
    expect(step.kind === 'offer' && step.offer.text).toBe(
      'You have now said "not yet" three times. Do you want to let the plan go?',
    );
    const declined = advance(sitting, { kind: 'decline' }).sitting;
    expect(answersOf(declined)[0]?.value).toBe('not-yet');
    const accepted = advance(sitting, { kind: 'accept' }).sitting;
    expect(answersOf(accepted)[0]).toMatchObject({ value: 'let-go', closes: PLAN });
    const next = nextStep(accepted);
    expect(next.kind === 'ask' && next.planned.question.id).toBe('review-let-go');
  });
});

describe('what became of a guess', () => {
  test.each<{ values: readonly (FieldValue | null)[]; asked: readonly string[]; is: readonly string[] }>([
    {
      values: [
        'yes',
        'They sent it on their own and told me so later.',
        4,
        0.8,
        'That they will do it again without me asking.',
      ],
      asked: ['review-outcome', 'review-seen', 'review-compared', 'review-again', 'review-learned'],
      is: [
        `review-outcome closes ${GUESS}`,
        'review-seen',
        'review-compared',
        'review-again',
        'review-learned',
      ],
    },
    {
      values: ['unclear', 'Nobody spoke of it in any of the meetings.', 0.5],
      asked: ['review-outcome', 'review-seen', 'review-again'],
      is: [`review-outcome closes ${GUESS}`, 'review-seen', 'review-again'],
    },
    {
      values: ['untested', 0.5],
      asked: ['review-outcome', 'review-again'],
      is: [`review-outcome closes ${GUESS}`, 'review-again'],
    },
    {
      values: ['wait', '2026-12-01'],
      asked: ['review-outcome', 'review-wait-until'],
      is: [`review-outcome continues ${GUESS}`, `review-wait-until continues ${GUESS}`],
    },
  ])('$values', ({ values, asked, is }) => {
    const { asked: seen, sitting } = walked(planFor(GUESS), ...values);
    expect(seen).toEqual(asked);
    expect(nextStep(sitting).kind).toBe('look-over');
    expect(links(answersOf(sitting))).toEqual(is);
  });

  test.each([
    { value: 'partly', suggest: 'say in advance what would count as "partly"' },
    { value: 'unclear', suggest: 'say what someone would see or hear' },
  ])('after $value, how the next one could be sharper is told', ({ value, suggest }) => {
    const { remarks } = advance(beginSitting(planFor(GUESS), TODAY), { kind: 'answer', value });
    expect(remarks).toEqual([{ kind: 'suggest', suggest, of: 'guess' }]);
  });

  test('at the third time too early, letting it go is offered', () => {
    const early = (id: string) =>
      entryOn(
        '2026-11-11',
        'review',
        [given('review-outcome', { type: 'choice', value: 'wait' }, { continues: GUESS })],
        { id },
      );
    const { sitting } = walked(planFor(GUESS, {}, [early('bbbbbbbbbb'), early('cccccccccc')]), 'wait');
    const step = nextStep(sitting);
    expect(step.kind === 'offer' && step.offer.text).toBe(
      'You have now said "too early to say" three times. Do you want to let the guess go, since nobody can tell?',
    );
    expect(answersOf(advance(sitting, { kind: 'accept' }).sitting)[0]).toMatchObject({
      value: 'unclear',
      closes: GUESS,
    });
  });

  test.each([
    { status: 'kept', continued: false, suggested: null },
    { status: 'not-yet', continued: false, suggested: 'untested' },
    { status: 'let-go', continued: false, suggested: 'untested' },
    { status: 'not-yet', continued: true, suggested: 'wait' },
  ])(
    'a plan behind it that was $status, going on: $continued, suggests $suggested',
    ({ status, continued, suggested }) => {
      const review = entryOn(
        '2026-11-10',
        'review',
        [
          outcome(PLAN, status),
          ...(continued ? [{ ...commitment('review-next-plan'), continues: PLAN }] : []),
        ],
        { id: 'bbbbbbbbbb' },
      );
      const commitmentBehind = followedItems([entry, review]).find(
        (one): one is FollowedCommitment => one.reference === PLAN && one.kind === 'commitment',
      );
      const step = nextStep(
        beginSitting(planFor(GUESS, { ...(commitmentBehind && { commitment: commitmentBehind }) }), TODAY),
      );
      expect(step.kind === 'ask' && step.given).toBe(suggested);
    },
  );
});
