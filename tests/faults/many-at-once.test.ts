import { expect, test } from 'vitest';
import { coach, CTRL_D, ENTER, filesBelow, freshHome, openCoach } from '../terminal/coach.ts';
import type { Home, Ran } from '../terminal/coach.ts';
import { nextCommand } from './next-command.ts';

const CHECK_IN = ['checkin', '--role', 'member', '--answers', '-'];
const TWENTY = Array.from({ length: 20 }, (_, index) => index);
const FIRST = 'I rewrote the slides in the night before the client came.';

function checkInAtOnce(home: Home, round: string): Promise<readonly Ran[]> {
  return Promise.all(
    TWENTY.map((index) => coach(CHECK_IN, home, `checkin-trust: 4\nrot-m-waited: ${round} ${index}\n`)),
  );
}

async function listed(home: Home): Promise<readonly string[]> {
  const { stdout, stderr } = await nextCommand(['journal', '--json'], home);
  expect(stderr).toBe('');
  const entries: readonly { answers: readonly { value: unknown }[] }[] = JSON.parse(stdout);
  return entries.map(({ answers }) => String(answers.at(-1)?.value));
}

test('twenty check-ins at once, twice, beside a sitting: all are saved, and nothing else is', async () => {
  const home = freshHome();
  const terminal = openCoach(['reflect', '--role', 'manager', '--question', 'manager-they-know'], home);
  await terminal.when('know about the work', 'They talk to the client every week, and I never do.');

  const ran = [...(await checkInAtOnce(home, 'first')), ...(await checkInAtOnce(home, 'second'))];
  for (const one of ran) expect(one).toMatchObject({ stderr: '', exitCode: 0 });
  const paths = ran.map(({ stdout }) => /^.*\.md$/m.exec(stdout)?.[0]);
  expect(new Set(paths).size).toBe(40);

  await terminal.types(CTRL_D);
  await terminal.when('Read through your answers before saving', ENTER);
  expect(await terminal.exited).toEqual({ exitCode: 0 });

  const said = ['first', 'second'].flatMap((round) => TWENTY.map((index) => `${round} ${index}`));
  const all = [...said, 'They talk to the client every week, and I never do.'];
  expect((await listed(home)).toSorted()).toEqual(all.toSorted());
  expect(filesBelow(home.journal)).toHaveLength(41);
  expect(filesBelow(home.drafts)).toEqual([]);
});

test('a draft that a window is at work on is offered to no other', async () => {
  const home = freshHome();
  const args = ['reflect', '--role', 'manager', '--short', '--about', ''];
  const one = openCoach(args, home);
  await one.when('Think of one recent moment', FIRST, CTRL_D);
  await one.when('or stop doing');

  // A new sitting, and not the draft.
  const other = openCoach(args, home);
  await other.when('Think of one recent moment');
  expect(other.everything()).not.toContain('Finish it');

  // The same after the draft was taken up.
  await one.kill();
  await one.exited;
  const taker = openCoach(args, home);
  await taker.when('> 1 Finish it', ENTER);
  await taker.when('or stop doing');
  const third = openCoach(args, home);
  await third.when('Think of one recent moment');
  expect(third.everything()).not.toContain('Finish it');
});

test('a draft that is offered in two windows is taken up in one of them', async () => {
  const home = freshHome();
  const args = ['reflect', '--role', 'manager', '--short', '--about', ''];
  const first = openCoach(args, home);
  await first.when('Think of one recent moment', FIRST, CTRL_D);
  await first.when('or stop doing');
  await first.kill();
  await first.exited;

  const [one, other] = [openCoach(args, home), openCoach(args, home)];
  await Promise.all([one.when('> 1 Finish it'), other.when('> 1 Finish it')]);
  await one.types(ENTER);
  await one.when('or stop doing');
  await other.types(ENTER);
  await other.when('Another window has taken over this draft.');
  await other.when('Think of one recent moment');
  expect(filesBelow(home.drafts)).toHaveLength(1);
});
