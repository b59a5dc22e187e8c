import { describe, expect, test } from 'vitest';
import type { Act } from '../../../src/domain/sitting/act.ts';
import { beginSitting, nextStep } from '../../../src/domain/sitting/sitting.ts';
import { answerTo } from '../../../src/domain/sitting/asked-questions.ts';
import { bankNamed, bankOf, planOf, TODAY } from '../plans.ts';
import { after } from '../walks.ts';

const answer = (value: string | number | null): Act => ({ kind: 'answer', value });
const plan = '- {id: mine-plan, type: commitment, ask: "What will you do?", obstacle: "What is in the way?"}';
const asked = (...acts: readonly Act[]): string => {
  const step = nextStep(after(beginSitting(planOf(bankOf(plan)), TODAY), ...acts));
  return step.kind === 'ask' ? step.field.name : step.kind;
};
const valueAfter = (...acts: readonly Act[]): unknown =>
  answerTo(after(beginSitting(planOf(bankOf(plan)), TODAY), ...acts), 'mine-plan')?.value;
const LEAVE: Act = { kind: 'decline' };
const upTo = (likelihood: number): readonly Act[] => [
  answer('it rains'),
  answer('walk'),
  answer(null),
  answer(likelihood),
];
const BARE = { when: 'it rains', then: 'walk', by: '2026-12-06' };

describe('a plan', () => {
  test('under 70 percent is asked what makes it as likely, before it may be made smaller', () => {
    expect(asked(...upTo(0.65))).toBe('because');
    expect(asked(...upTo(0.65), answer('I did it once'))).toBe('offer');
    expect(asked(...upTo(0.65), answer(null), LEAVE)).toBe('obstacle');
    expect(asked(...upTo(0.7))).toBe('obstacle');
  });

  test('is asked what to do about an obstacle only where one was named', () => {
    expect(asked(...upTo(0.8), answer(null))).toBe('look-over');
    expect(asked(...upTo(0.8), answer('I go quiet'))).toBe('response');
    const whole = [...upTo(0.6), answer('May'), LEAVE, answer('I go quiet'), answer('speak')];
    const more = { because: 'May', obstacle: 'I go quiet', response: 'speak' };
    expect(valueAfter(...whole)).toEqual({ ...BARE, likelihood: 0.6, ...more });
  });

  test('that became likely keeps nothing of what was said when it was not', () => {
    const smaller = [...upTo(0.5), answer('May'), { kind: 'accept' } as const];
    const then = [answer('walk a little'), answer(null), answer(0.9), answer(null)];
    expect(valueAfter(...smaller, ...then)).toEqual({ ...BARE, then: 'walk a little', likelihood: 0.9 });
  });
});

describe('the end of a sitting', () => {
  const member = beginSitting(planOf(bankNamed('member'), { selection: { short: true } }), TODAY);
  const written: readonly [Act, Act] = [
    answer('She opened my draft and changed the first page.'),
    answer('I said nothing at all, and sent it.'),
  ];

  test('shows what was written so far before it asks what one takes from it', () => {
    const skips = Array.from({ length: 6 }, (): Act => ({ kind: 'skip', skip: 'passed' }));
    const step = nextStep(after(member, written[0], LEAVE, written[1], LEAVE, ...skips));
    expect(step).toMatchObject({
      kind: 'ask',
      planned: { question: { id: 'member-take' } },
      written: written.map((act) => act.kind === 'answer' && act.value),
    });
  });

  test('can be gone to at once; what lies between is not asked', () => {
    const at = after(member, written[0], { kind: 'to-plan' });
    expect(nextStep(at)).toMatchObject({ kind: 'ask', planned: { question: { id: 'member-commitment' } } });
    expect(at.agenda.questions.map(({ question }) => question.id)).toEqual([
      'member-situation',
      'member-commitment',
      'member-commitment-prediction',
      'member-tell',
      'member-tell-follow',
    ]);
    const skips = Array.from({ length: 4 }, (): Act => ({ kind: 'skip', skip: 'passed' }));
    expect(nextStep(after(at, ...skips)).kind).toBe('look-over');
    expect(
      after(at, ...skips, { kind: 'change', question: 'member-situation' }, { kind: 'to-plan' }).current,
    ).toBe('member-situation');
  });
});
