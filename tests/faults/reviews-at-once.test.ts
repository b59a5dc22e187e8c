import { expect, test } from 'vitest';
import { coach, filesBelow, freshHome } from '../terminal/coach.ts';
import { nextCommand } from './next-command.ts';
import { daysAgo, dueIn, homeWithThree, reviewsIn } from './reviews.ts';

const TWENTY = Array.from({ length: 20 }, (_, index) => index);
const ANSWER = ['review', '--answers', '-'];

test('twenty reviews at once, each of a plan of its own: all are saved, and nothing is due any more', async () => {
  const home = freshHome();
  const plan = (index: number): string =>
    JSON.stringify({
      at: `${daysAgo(9)}T10:${10 + index}`,
      'member-commitment': { then: `send draft ${index}`, by: daysAgo(2) },
    });
  const planning = ['reflect', 'member', '--role', 'member', '--answers', '-'];
  for (const index of TWENTY) await nextCommand(planning, home, { input: plan(index) });
  const due = await dueIn(home);
  expect(due).toHaveLength(20);
  const ran = await Promise.all(
    due.map((reference, index) =>
      coach(ANSWER, home, `closes: ${reference}\nreview-status: kept\nreview-kept: It was ${index}.\n`),
    ),
  );
  expect(ran).toEqual(TWENTY.map(() => ({ stdout: 'Saved 1 review.\n', stderr: '', exitCode: 0 })));
  expect(await reviewsIn(home)).toEqual(TWENTY.map(() => 'member-commitment kept'));
  expect(await dueIn(home)).toEqual([]);
  expect(filesBelow(home.journal)).toHaveLength(40);
});

test('twenty reviews of the same plan at once: what was acknowledged is there, and one of them counts', async () => {
  const home = await homeWithThree();
  const [reference = '', ...others] = await dueIn(home);
  const ran = await Promise.all(
    TWENTY.map((index) =>
      coach(
        ANSWER,
        home,
        `closes: ${reference}\nreview-status: ${index % 2 === 0 ? 'kept' : 'let-go'}\nreview-${index % 2 === 0 ? 'kept' : 'let-go'}: It was ${index}.\n`,
      ),
    ),
  );
  const saved = TWENTY.filter((index) => ran[index]?.exitCode === 0);
  expect(saved.length).toBeGreaterThan(0);
  for (const { stderr } of ran.filter(({ exitCode }) => exitCode !== 0)) {
    expect(stderr).toContain('is not an open plan or guess');
  }
  expect(await reviewsIn(home)).toEqual(
    saved.map((index) => `member-commitment ${index % 2 === 0 ? 'kept' : 'let-go'}`).toSorted(),
  );
  expect(await dueIn(home)).toEqual(others);
  // All of them are shown at the plan, the one that counts first.
  const { stdout } = await nextCommand(['journal', 'show', reference.slice(0, 10)], home);
  expect(stdout.match(/(?:Kept|Let go), today \(to see it: coach journal show/g)).toHaveLength(saved.length);
  expect(stdout.match(/Also said: /g) ?? []).toHaveLength(saved.length - 1);
});
