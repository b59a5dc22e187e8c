import { describe, expect, test } from 'vitest';
import type { Answer, Commitment } from '../../../src/domain/entry/answer.ts';
import { leftText, savedText } from '../../../src/pages/sitting/end-text.ts';
import { commitment, entryOn, given, guess, outcome, skipped, words } from '../../domain/journals.ts';
import { plainStyle } from '../../../src/pages/text/style.ts';

const TODAY = '2026-11-22';
const page = { width: 60, style: plainStyle };
const plan = (value: Partial<Commitment>): Answer =>
  given('b', {
    type: 'commitment',
    value: { when: null, then: 'ask', by: '2026-12-06', likelihood: 0.8, ...value },
  });
const saved = (answers: readonly Answer[], path?: string): string =>
  savedText(entryOn(TODAY, 'member', answers), TODAY, page, path);

describe('an entry that was saved', () => {
  test('reads its plan back, and says when it is asked about', () => {
    const more = { because: 'I did it once', obstacle: 'I go quiet', response: 'I will say half of it' };
    expect(saved([plan({ when: 'she calls', ...more }), guess('c', '2026-12-09')])).toBe(
      [
        'Saved.',
        '',
        '  When she calls, I will ask. By 6 December.',
        '  What might get in the way: I go quiet. If so, I will say',
        '  half of it.',
        '',
        'Say it once to yourself.',
        'On 6 December coach review asks how it went.',
        '',
      ].join('\n'),
    );
  });

  test('says where its file is only where that is asked for', () => {
    expect(saved([words('a')])).toBe('Saved.\n');
    expect(saved([words('a')], '/j/a.md')).toBe('Saved.\n/j/a.md\n');
  });

  test.each([
    { case: 'nothing to come', answers: [words('a'), skipped('b')], is: undefined },
    { case: 'no date: fourteen days', answers: [commitment('a', null)], is: 'On 6 December' },
    { case: 'a plan whose date has come', answers: [commitment('a', '2026-11-20')], is: 'Today' },
    {
      case: 'a guess before a plan',
      answers: [commitment('a', '2026-12-06'), guess('b', '2026-11-23')],
      is: 'Tomorrow',
    },
    { case: 'what was closed', answers: [outcome('bbbbbbbbbb/member-commitment', 'kept')], is: undefined },
    {
      case: 'a plan that is taken up again',
      answers: [
        given('a', { type: 'choice', value: 'take-up' }, { continues: 'bbbbbbbbbb/member-commitment' }),
      ],
      is: 'On 6 December',
    },
  ])('is looked at next, with $case: $is', ({ answers, is }) => {
    const line = saved(answers)
      .split('\n')
      .find((one) => one.includes('coach review asks'));
    expect(line?.split(' coach ')[0]).toBe(is);
  });

  test.each([
    [[commitment('a', '2026-12-06')], 'asks how it went.'],
    [[guess('a', '2026-12-06')], 'asks what happened.'],
    [[given('a', { type: 'choice', value: 'take-up' }, { continues: 'bbbbbbbbbb/b' })], 'asks again.'],
  ])('is asked about in words that fit', (answers, is) => expect(saved(answers)).toContain(is));
});

test('a sitting that was left says how to go on with it', () => {
  expect(leftText('later', true)).toBe('Your answers are kept. To go on: coach review\n');
  expect(leftText('later', false)).toBe('Your answers are kept. To go on: coach reflect\n');
});
