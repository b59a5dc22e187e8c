import path from 'node:path';
import { expect, test } from 'vitest';
import { coach, CTRL_C, CTRL_D, ENTER, filesBelow, gone, openCoach } from '../terminal/coach.ts';
import type { Home } from '../terminal/coach.ts';
import { homeAfter, recordCrashes } from './crashes.ts';
import { nextCommand } from './next-command.ts';
import { daysAgo, dueIn, homeWithThree, questionIn, reviewsIn } from './reviews.ts';

/** So many runs take long where others are at work, too; milliseconds. */
const PATIENCE = 300_000;

/** What becomes of the three, by their questions. */
const BECAME: Readonly<Record<string, string>> = {
  'member-commitment': 'review-status: kept',
  'member-prediction': `review-outcome: wait\n  review-wait-until: ${daysAgo(-10)}`,
  'member-commitment-prediction': 'review-outcome: untested',
};
const SAID = ['member-commitment kept', 'member-commitment-prediction untested', 'member-prediction wait'];

const answersTo = (due: readonly string[]): string =>
  due.map((reference) => `- closes: ${reference}\n  ${BECAME[questionIn(reference)]}\n`).join('');

/** The files of the journal, but those that were being written. */
const filesOf = ({ journal }: Home): readonly string[] =>
  filesBelow(journal).filter((file) => !path.basename(file).startsWith('.'));

/** That what was saved of the three is saved once, and that the rest is due; gives back what is due. */
async function expectSavedOrDue(home: Home): Promise<readonly string[]> {
  const saved = await reviewsIn(home);
  const due = await dueIn(home);
  const isDue = (said: string): boolean => due.some((one) => said.startsWith(`${questionIn(one)} `));
  expect(saved).toEqual(SAID.filter((said) => !isDue(said)));
  return due;
}

test(
  'kill -9 at each step of coach review --answers: each of three items is saved once or due',
  { timeout: PATIENCE },
  async () => {
    const before = await homeWithThree();
    const all = await dueIn(before);
    expect(all.map(questionIn)).toEqual(Object.keys(BECAME));
    const args = ['review', '--answers', '-'];
    const { env, crashes } = recordCrashes(before, before.coach, '/journal');
    const { stdout } = await coach(args, { env: { ...before.env, ...env } }, answersTo(all));
    const counts = new Set<number>();
    for (const crash of [...crashes(), { folder: before.coach, said: stdout }]) {
      const home = homeAfter(crash, before);
      const due = await expectSavedOrDue(home);
      counts.add(due.length);
      expect(crash.said.includes('Saved') && due.length > 0).toBe(false);
      // The same file once more is refused as a whole, unless nothing of it was saved; what is left is taken.
      const again = await nextCommand(args, home, { input: answersTo(all) });
      expect(again.exitCode).toBe(due.length === all.length ? 0 : 1);
      expect(await dueIn(home)).toEqual(due.length === all.length ? [] : due);
      if (due.length > 0 && due.length < all.length) await nextCommand(args, home, { input: answersTo(due) });
      expect(await expectSavedOrDue(home)).toEqual([]);
      expect(filesOf(home)).toHaveLength(4);
    }
    expect(counts).toEqual(new Set([0, 1, 2, 3]));
  },
);

/** A part of a question: the words that ask it, and the keys that answer it; the first and the last of a plan or guess are marked. */
interface Part {
  readonly asks: string;
  readonly keys: readonly string[];
  readonly first?: true;
  readonly last?: true;
}

const LOOK_OVER: Part = { asks: 'Read through your answers before saving', keys: ['1', ENTER], last: true };
const PARTS: readonly Part[] = [
  { asks: 'You planned "', keys: ['1', ENTER], first: true },
  { asks: 'What helped?', keys: ['A note on the screen, which I saw each time that I looked up.', CTRL_D] },
  { asks: 'What comes next for this plan?', keys: ['1', ENTER] },
  LOOK_OVER,
  { asks: 'You expected "', keys: ['6', ENTER], first: true },
  { asks: 'When will you know?', keys: [daysAgo(-10), ENTER] },
  LOOK_OVER,
  { asks: 'You expected "', keys: ['5', ENTER], first: true },
  { asks: 'how likely would you say it is?', keys: ['50', ENTER] },
  LOOK_OVER,
];

test(
  'kill -9 at every part of a sitting of three: what was answered is there, and nothing twice',
  { timeout: PATIENCE },
  async () => {
    const home = await homeWithThree();
    let terminal = openCoach(['review'], home);
    let left = 3;
    for (const { asks, keys, first, last } of PARTS) {
      await terminal.when(asks, keys[0] ?? '');
      await terminal.kill('SIGKILL');
      await gone(await terminal.pid);
      expect(await expectSavedOrDue(home)).toHaveLength(left);
      terminal = openCoach(['review'], home);
      if (!first) await terminal.when('> 1 Finish it', ENTER);
      await terminal.when(asks, ...keys);
      if (last) left -= 1;
    }
    expect(await terminal.exited).toEqual({ exitCode: 0 });
    expect(await expectSavedOrDue(home)).toEqual([]);
    expect(filesOf(home)).toHaveLength(4);
    expect(filesBelow(home.drafts)).toEqual([]);
  },
);

test(
  'kill -9 at each step of saving what became of a plan: it is saved, or a draft that becomes it',
  { timeout: PATIENCE },
  async () => {
    const before = await homeWithThree();
    const { env, crashes } = recordCrashes(before, before.coach, '/data/journal/');
    const terminal = openCoach(['review'], before, { env });
    await terminal.when('You planned "', '1', ENTER);
    await terminal.when('What helped?', ENTER);
    await terminal.when('What comes next for this plan?', '1', ENTER);
    await terminal.when('Read through your answers before saving', ENTER);
    await terminal.when('You expected "', CTRL_C);
    expect(await terminal.exited).toEqual({ exitCode: 130 });
    const ways = new Set<string>();
    for (const crash of [...crashes(), { folder: before.coach, said: '' }]) {
      const home = homeAfter(crash, before);
      expect((await expectSavedOrDue(home)).length).toBeLessThanOrEqual(3);
      ways.add(await goneOnWith(home));
      expect(await reviewsIn(home)).toEqual(['member-commitment kept']);
      expect((await dueIn(home)).map(questionIn)).toEqual(Object.keys(BECAME).slice(1));
      expect(filesOf(home)).toHaveLength(2);
      expect(filesBelow(home.drafts)).toEqual([]);
    }
    expect([...ways].toSorted()).toEqual(['began the next', 'finished']);
  },
);

/** Begins again: finishes the draft where one is offered, and leaves at the next question. */
async function goneOnWith(home: Home): Promise<string> {
  const terminal = openCoach(['review'], home);
  await terminal.until(/1 (?:Finish it|It happened)/);
  const isOffered = terminal.screen().includes('> 1 Finish it');
  if (isOffered) {
    await terminal.types(ENTER);
    await terminal.when('Read through your answers before saving', ENTER);
  }
  await terminal.until(/ 1 It happened/);
  await terminal.types(CTRL_C);
  expect(await terminal.exited).toEqual({ exitCode: 130 });
  return isOffered ? 'finished' : 'began the next';
}
