import { describe, expect, test } from 'vitest';
import type { Answer, Commitment } from '../../../src/domain/entry/answer.ts';
import { leftText, savedText } from '../../../src/pages/sitting/end-text.ts';
import { entryOn, given, guess, words } from '../../domain/journals.ts';
import { plainStyle } from '../../../src/pages/text/style.ts';

const TODAY = '2026-11-22';
const NEXT = { day: '2026-12-06', of: 'commitment' } as const;
const LOOK = 'On 6 December, coach review will ask how it went.';
const page = { width: 60, style: plainStyle };
const plan = (value: Partial<Commitment>): Answer =>
  given('b', {
    type: 'commitment',
    value: { when: null, then: 'ask', by: '2026-12-06', likelihood: 0.8, ...value },
  });
const saved = (answers: readonly Answer[], path?: string): string =>
  savedText(entryOn(TODAY, 'member', answers), NEXT, TODAY, page, path);

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
        'Say your plan to yourself once.',
        'On 6 December, coach review will ask how it went.',
        '',
      ].join('\n'),
    );
  });

  test('says where its file is only where that is asked for', () => {
    expect(saved([words('a')])).toBe(`Saved.\n${LOOK}\n`);
    expect(saved([words('a')], '/j/a.md')).toBe(`Saved.\n${LOOK}\n/j/a.md\n`);
  });

  test('named commands as nobody with npx has them, and leaves the words of a plan as they were written', () => {
    const asCalled = (sentence: string): string => sentence.replaceAll('coach', 'npx coach');
    const planned = entryOn(TODAY, 'member', [plan({ then: 'run coach review' })]);
    const text = savedText(planned, NEXT, TODAY, { ...page, asCalled });
    expect(text).toContain('I will run coach review. By');
    expect(text).toContain('\nOn 6 December, npx coach review will ask how it went.\n');
  });

  test.each([
    [undefined, 'Saved.\n'],
    [{ day: '2026-12-06', of: 'commitment' }, 'Saved.\nOn 6 December, coach review will ask how it went.\n'],
    [{ day: '2026-11-23', of: 'prediction' }, 'Saved.\nTomorrow, coach review will ask what happened.\n'],
    [{ day: '2026-11-20', of: 'moved' }, 'Saved.\nToday, coach review will ask again.\n'],
    ['elsewhere', 'Saved.\n'],
  ] as const)('is asked about next: %o', (next, is) => {
    expect(savedText(entryOn(TODAY, 'member', [words('a')]), next, TODAY, page)).toBe(is);
  });

  test('of a preparation is asked about after the conversation', () => {
    const prepared = entryOn(TODAY, 'prepare', [words('a')]);
    expect(savedText(prepared, 'elsewhere', TODAY, page)).toBe(
      'Saved.\nAfter the conversation: coach reflect debrief\n',
    );
  });
});

test('a sitting that was left says how to go on with it', () => {
  expect(leftText('later', 'review', true)).toBe('Your answers are kept. To go on: coach review\n');
  expect(leftText('later', 'member', false)).toBe('Your answers are kept. To go on: coach reflect\n');
  expect(leftText('later', 'challenge', false)).toContain('coach challenge ready');
});
