import { describe, expect, test } from 'vitest';
import type { Question, Role } from '../../../src/domain/banks/question-bank.ts';
import { BOUNDARY } from '../../../src/pages/sitting/safety-notes.ts';
import { challenge } from '../../domain/challenges.ts';
import { coach, DAY, NOON, settledHome } from '../../cli/coach.ts';
import { CTRL_C, type Move } from '../../cli/scripted.ts';
import { SAVE, sit, sitAt } from '../../cli/sitting.ts';
import { READY } from './challenge-homes.ts';

const SKIP: Move = { kind: 'skip', skip: 'passed' };

describe('all eight steps', () => {
  const words = (id: string): string =>
    `Some words about ${id}, enough of them not to be asked for any more.`;

  /** Answers to everything: words, first options, the middle of scales, nothing to plans and guesses. */
  function movesFor(questions: readonly Question[]): readonly Move[] {
    return questions.map(({ id, type, options }): Move => {
      if (type === 'text') return words(id);
      if (type === 'scale') return { value: 3 };
      if (id === 'carry-next') return { value: 'help' };
      return type === 'choice' ? { value: options?.[0]?.value ?? '' } : SKIP;
    });
  }

  test.each(['member', 'manager'] as const)('are walked by a %s, a week each', async (role: Role) => {
    const home = settledHome(role);
    let epoch = NOON;
    const [first] = challenge.steps;
    const begin = [{ value: 2 }, { value: 2 }, ...movesFor(first?.questions ?? []), SAVE];
    await sitAt(epoch, home, [...READY, '--about', 'D.'], ...begin);
    let last = '';
    for (const [index, { weeks, evidence }] of challenge.steps.slice(0, -1).entries()) {
      epoch += weeks * 7 * DAY;
      const next = challenge.steps[index + 1];
      const ran = await sitAt(
        epoch,
        home,
        READY,
        ...movesFor(evidence),
        { value: 'next' },
        SAVE,
        'Now',
        ...movesFor(next?.questions ?? []),
        SAVE,
      );
      expect(ran.exitCode).toBe(0);
      last = ran.stdout;
      // The baselines are shown beside the closing scales, after these are answered.
      const remarks = ran.seen.filter((line) => line === 'remark earlier');
      expect(remarks).toHaveLength(next === challenge.steps.at(-1) ? 2 : 0);
    }
    expect(last).toContain('That was the last step. ');
    expect(last.replace(/\s+/g, ' ')).toContain(BOUNDARY.replace(/\s+/g, ' '));
    const { stdout } = await coach(['challenge'], { home, epoch });
    expect(stdout).toMatch(
      /\nStep 8 of 8, interdependence: Keep it going\.\nStarted on 22 November 2026, finished today\.\n/,
    );
    expect(stdout.replace(/\s+/g, ' ')).toContain('at work? 2 on 22 November 2026, 3 today. ');
    expect(stdout.trimEnd().split('\n').length).toBeLessThanOrEqual(23);
    expect(stdout).toMatch(/\ncoach challenge ready --about D\. {3}start another round\n$/);
  });

  test.each([
    { whose: ['--about', 'D.', '--role', 'manager'], baselines: 2 },
    { whose: ['--about', 'D.', '--role', 'member'], baselines: 0 },
    { whose: ['--about', 'K.', '--role', 'manager'], baselines: 0 },
  ])('the closing scales of $whose stand beside $baselines baselines', async ({ whose, baselines }) => {
    const home = settledHome();
    const stdin = 'challenge-baseline-trust: 1\nchallenge-baseline-room: 1\nsee-my-gain: Calm.\n';
    await coach([...READY, '--about', 'D.', '--role', 'manager', '--answers', '-'], { home, stdin });
    const carry = ['reflect', 'challenge', '--step', 'step-carry', ...whose];
    const { seen } = await sit(home, carry, { value: 3 }, { value: 3 }, CTRL_C);
    expect(seen.filter((line) => line === 'remark earlier')).toHaveLength(baselines);
  });
});
