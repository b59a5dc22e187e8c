import { describe, expect, test } from 'vitest';
import { coach, DAY, NOON, settledHome } from '../../cli/coach.ts';
import { CTRL_C, type Move } from '../../cli/scripted.ts';
import { sitAt } from '../../cli/sitting.ts';
import { READY } from './challenge-homes.ts';

const ABOUT = ['--about', 'D.', '--role', 'member'];
const WEEK = NOON + 7 * DAY;

/** Answers from a file, of the step that is named, or of whatever comes next. */
async function answered(home: string, epoch: number, stdin: string, step?: string): Promise<void> {
  const begin = step === undefined ? READY : ['reflect', 'challenge', '--step', step];
  const ran = await coach([...begin, ...ABOUT, '--answers', '-'], { home, epoch, stdin });
  expect({ stdin, ...ran }).toMatchObject({ stderr: '', exitCode: 0 });
}

/** What review would ask about on a day, also of what rests, each with its date. */
async function followed(home: string, epoch: number): Promise<readonly string[]> {
  const { stdout } = await coach(['review', '--all', '--json'], { home, epoch });
  return JSON.parse(stdout).map(({ closes, due }: { closes: string; due: string }) => `${closes} ${due}`);
}

const STEPS = [
  {
    step: 'step-see',
    asked: 'see-prediction: {expect: More than 6 times, likelihood: 60}',
    closing: 'see-outcome: "no"',
    items: ['see-prediction'],
    weeks: 1,
  },
  {
    step: 'step-their-view',
    asked: 'view-question: {when: we walk to lunch, then: my one question, likelihood: 75}',
    closing: 'view-asked: kept',
    items: ['view-question'],
    weeks: 1,
  },
  {
    step: 'step-own',
    asked:
      'own-prediction: {expect: A joke, likelihood: 60}\nown-commitment: {when: we sit down, then: two sentences}',
    closing: 'own-done: partly\nown-outcome: partly',
    items: ['own-commitment', 'own-prediction'],
    weeks: 1,
  },
  {
    step: 'step-run',
    asked: 'run-prediction: {expect: It comes on the day, likelihood: 55}',
    closing: 'run-outcome: "yes"',
    items: ['run-prediction'],
    weeks: 2,
  },
] as const;

describe('what came of a step', () => {
  test.each(STEPS)('$step: closes $items, which review asked again', async ({ weeks, ...one }) => {
    const home = settledHome();
    await answered(home, NOON, one.asked, one.step);
    const end = NOON + weeks * 7 * DAY;
    const due = weeks === 1 ? '2026-11-29' : '2026-12-06';
    // Their date is the end of the step, and not the fortnight.
    const open = one.items.map((item) => `001k3x8m2p/${item} ${due}`);
    expect((await followed(home, end)).toSorted()).toEqual(open);
    await answered(home, end, one.closing, one.step);
    expect(await followed(home, end)).toEqual([]);
    expect(await followed(home, end + 30 * DAY)).toEqual([]);
    const prompter: Move[] = [];
    expect((await sitAt(end, home, ['review'], ...prompter)).stdout).toBe('Nothing due today.\n');
    const shown = (await coach(['journal', 'show', '001k'], { home, epoch: end })).stdout;
    expect(shown.match(/coach journal show 002k3x/g)).toHaveLength(one.items.length);
  });

  test('"not yet" leaves the plan open, (date moved)', async () => {
    const home = settledHome();
    const [, view] = STEPS;
    await answered(home, NOON, view.asked, view.step);
    await answered(home, WEEK, 'view-asked: wait', view.step);
    // A fortnight from the day on which that was said.
    expect(await followed(home, WEEK)).toEqual([]);
    expect(await followed(home, WEEK + 14 * DAY)).toEqual(['001k3x8m2p/view-question 2026-12-13']);
    const { seen } = await sitAt(WEEK + 14 * DAY, home, ['review'], CTRL_C);
    expect(seen).toEqual(['ask review-status']);
    // Asked again by the step, it closes the plan after all.
    await answered(home, WEEK + 14 * DAY, 'view-asked: kept', view.step);
    expect(await followed(home, WEEK + 14 * DAY)).toEqual([]);
  });

  test('what is skipped closes nothing', async () => {
    const home = settledHome();
    const [see] = STEPS;
    await answered(home, NOON, see.asked, see.step);
    await answered(home, WEEK, 'see-outcome: null\nsee-count: "9"', see.step);
    expect(await followed(home, WEEK)).toEqual(['001k3x8m2p/see-prediction 2026-11-29']);
  });

  test('what came of it about somebody else closes nothing', async () => {
    const home = settledHome();
    const [see] = STEPS;
    await answered(home, NOON, see.asked, see.step);
    const other = ['reflect', 'challenge', '--step', 'step-see', '--about', 'K.', '--answers', '-'];
    await coach(other, { home, epoch: WEEK, stdin: 'see-outcome: "no"' });
    expect(await followed(home, WEEK)).toEqual(['001k3x8m2p/see-prediction 2026-11-29']);
  });

  test('a guess of the agreed day is due on it', async () => {
    const home = settledHome();
    await answered(home, NOON, 'clear-when: 2026-12-18', 'step-clear');
    await answered(home, WEEK, 'run-prediction: {expect: It comes on the day}', 'step-run');
    expect(await followed(home, NOON + 30 * DAY)).toEqual(['002k3x8m2p/run-prediction 2026-12-18']);
  });

  test('a guess stayed open for good where the plan that it hung on was let go', async () => {
    const home = settledHome();
    const [, , own] = STEPS;
    await answered(home, NOON, own.asked, own.step);
    const { seen } = await sitAt(WEEK, home, READY, { value: 'let-go' }, { value: 'untested' }, CTRL_C);
    expect(seen.filter((line) => !line.startsWith('remark'))).toEqual([
      'ask own-done',
      'ask own-outcome',
      'ask challenge-next',
    ]);
  });
});
