import { describe, expect, test } from 'vitest';
import { coach, DAY, entryFiles, NOON, settledHome } from '../coach.ts';
import type { Move } from '../scripted.ts';
import { LATER, sit, sitAt } from '../sitting.ts';

describe('without ceremony', () => {
  const SHORT = ['checkin', '--short', '--about', ''];
  const scales: readonly Move[] = [{ value: 3 }, { value: 4 }, { value: 5 }];
  const valuesIn = async (home: string): Promise<unknown> => {
    const entries: readonly { readonly answers: readonly { readonly value: unknown }[] }[] = JSON.parse(
      (await coach(['journal', '--json'], { home })).stdout,
    );
    return entries.map(({ answers }) => answers.map(({ value }) => value));
  };

  test('it says what it is for only the first time, and saves at the end', async () => {
    const home = settledHome();
    const first = await sit(home, SHORT, ...scales, 'Done');
    expect(first.stdout).toContain('A few numbers and one question.');
    expect(first.seen.slice(3)).toEqual(['choose ']);
    expect(await valuesIn(home)).toEqual([[3, 4, 5]]);
    const next = await sitAt(NOON + DAY, home, SHORT, ...scales, 'Done');
    expect(next.stdout).toMatch(/^Two minutes today · member\n\nSaved\./);
  });

  test('what was saved is changed in its place, as often as one likes', async () => {
    const home = settledHome();
    const change = (value: number): readonly Move[] => ['Change an answer', 'Today', { value }];
    const ran = await sit(home, SHORT, ...scales, ...change(1), ...change(2), 'Done');
    expect(ran.stdout.match(/^Saved\.$/gm)).toHaveLength(3);
    expect(await valuesIn(home)).toEqual([[2, 4, 5]]);
    expect(entryFiles(home)).toHaveLength(1);
  });

  test.each<{ how: string; moves: readonly Move[]; said: RegExp }>([
    { how: 'left', moves: [LATER, 'Done'], said: /\nNothing was changed\.\n/ },
    { how: 'Ctrl-C', moves: [{ interrupted: '' }], said: /\nThe entry is as it was\.\n/ },
  ])('a change that is left leaves it as it was, and no draft: $how', async ({ moves, said }) => {
    const home = settledHome();
    const ran = await sit(home, SHORT, ...scales, 'Change an answer', 'Today', ...moves);
    expect(ran.stdout + ran.stderr).toMatch(said);
    expect(await valuesIn(home)).toEqual([[3, 4, 5]]);
    expect((await coach([], { home })).stdout).not.toContain('not finished');
  });

  test('skips that were walked to the end are saved, too', async () => {
    const home = settledHome();
    const pass: Move = { kind: 'skip', skip: 'passed' };
    await sit(home, SHORT, pass, pass, pass, 'Done');
    expect(await valuesIn(home)).toEqual([[null, null, null]]);
  });

  test('a second one on a day says so first', async () => {
    const home = settledHome();
    await sit(home, SHORT, ...scales, 'Done');
    const again = await sit(home, SHORT, 'No');
    expect(again.seen).toEqual(["choose You've checked in today. Check in again?"]);
    // One about somebody else, or about another day, is no second one.
    expect((await sit(home, ['checkin', '--about', 'K.'], LATER)).seen).toEqual(['ask checkin-trust']);
    expect((await sit(home, [...SHORT, '--at', 'yesterday'], LATER)).seen).toEqual(['ask checkin-trust']);
  });
});

describe('the nearest plan', () => {
  const SHORT = ['checkin', '--short', '--about', ''];
  const scales: readonly Move[] = [{ value: 3 }, { value: 4 }, { value: 5 }, 'Done'];
  const CAME = 'choose Did the moment for this plan come today?';
  /** A home with a plan from today, due in two weeks. */
  const planned = async (): Promise<string> => {
    const home = settledHome();
    const stdin = 'member-commitment: {when: it rings, then: wait, by: 2026-12-06}\n';
    await coach(['reflect', 'member', '--answers', '-'], { home, stdin });
    return home;
  };

  test('is asked about after a check-in, from the day after; a no is kept to for two days', async () => {
    const home = await planned();
    const on = (day: number, ...moves: readonly Move[]) =>
      sitAt(NOON + day * DAY, home, SHORT, ...scales, ...moves);
    expect((await on(0)).seen).not.toContain(CAME);
    const first = await on(1, 'No');
    expect(first.seen.at(-1)).toBe(CAME);
    expect(first.stdout).toContain('  When it rings, I will wait.');
    expect((await on(2)).seen).not.toContain(CAME);
    expect((await on(3, 'Skip')).seen.at(-1)).toBe(CAME);
    expect((await on(4, 'Skip')).seen.at(-1)).toBe(CAME);
  });

  test('that was just asked about is not counted among what else waits', async () => {
    const ran = await sitAt(NOON + 14 * DAY, await planned(), SHORT, ...scales, 'Skip');
    expect(ran.seen.at(-1)).toBe(CAME);
    expect(ran.stdout).not.toContain('Also waiting');
  });

  test('is named by whom it is about, and one about the person of the check-in comes first', async () => {
    const home = settledHome();
    const stdin = (about: string, by: string): string =>
      JSON.stringify({ about, 'member-commitment': { then: `see ${by}`, by } });
    await coach(['reflect', 'member', '--answers', '-'], { home, stdin: stdin('E.', '2026-12-01') });
    await coach(['reflect', 'member', '--answers', '-'], { home, stdin: stdin('D.', '2026-12-06') });
    const about = (name: string) =>
      sitAt(NOON + DAY, home, ['checkin', '--short', '--about', name], ...scales, 'Skip');
    expect((await about('D.')).stdout).toContain('Plan from yesterday about D.:\n  I will see 2026-12-06.');
    expect((await about('K.')).stdout).toContain('Plan from yesterday about E.:\n  I will see 2026-12-01.');
  });

  test('leads to its review with a yes', async () => {
    const home = await planned();
    const ran = await sitAt(NOON + DAY, home, SHORT, ...scales, 'Yes', LATER);
    expect(ran.seen.slice(-2)).toEqual([CAME, 'ask review-status']);
  });
});
