import { describe, expect, test } from 'vitest';
import { forRole, type Question } from '../../../src/domain/banks/question-bank.ts';
import { challenge } from '../../domain/challenges.ts';
import { coach, DAY, NOON, put, settledHome } from '../../cli/coach.ts';
import { CTRL_C } from '../../cli/scripted.ts';
import { PASS, sit } from '../../cli/sitting.ts';
import { homeAt, page, READY, untriedHome, waitingHome, WORDS } from './challenge-homes.ts';

/** The wording of what is to be brought back; nobody has to have guessed anything. */
const broughtBack = ({ ask, askWithoutRecall }: Question): Question['ask'] => askWithoutRecall ?? ask;

describe('where one is', () => {
  test('where nothing is begun it says what it is and how to begin', async () => {
    const text = await page(settledHome());
    expect(text).toMatch(
      /^From leaning on others, through standing alone, to counting on each other\nEight small steps/,
    );
    expect(text).toMatch(/\ncoach challenge ready {3}start with the first step\n$/);
    expect(await page(settledHome(), '--about', 'The team')).toMatch(
      /^There is no challenge yet about The team\.\n\n[\s\S]+\ncoach challenge ready --about 'The team' {3}start/,
    );
    expect(await page(settledHome(), '--json')).toBe('[]\n');
  });

  test('stands on one screen, with the steps, what to try and until when', async () => {
    expect(await page(await homeAt(2))).toMatchInlineSnapshot(`
      "From leaning on others, through standing alone, to counting on each other · D.,
      member
      Step 2 of 8, dependence: See through their eyes.
      Started on 12 November. This step ran until 19 November, 3 days ago.

        done    1  See the pattern · 2 November to 9 November
        now     2  See through their eyes
        ahead   3  Name your own part
        ahead   4  Name the pattern and open the door
        ahead   5  Agree on who decides what
        ahead   6  Let it run
        ahead   7  Count on each other
        ahead   8  Keep it going

      What to try: Ask your one question. Listen without explaining yourself. "Thank
      you, tell me more" is all you need to say.
      Afterwards you will be asked: Did you ask your question? What did they say, in
      their words? What did you hear that surprised you?
      Caution: If asking this openly is not safe for you, ask a colleague you trust
      how they see the situation, or skip to the next step.

      coach challenge ready   say how the step went, at any time
      or, at any time: coach challenge repeat, pause, stop
      "
    `);
  });

  test.each(
    challenge.steps.slice(0, -1).flatMap((_, index) => [
      { step: index + 1, role: 'member' as const },
      { step: index + 1, role: 'manager' as const },
    ]),
  )('at step $step a $role sees all of it on 23 lines of 80 columns', async ({ step, role }) => {
    const home = await homeAt(step, { role });
    const lines = (await page(home)).trimEnd().split('\n');
    expect(lines.length).toBeLessThanOrEqual(23);
    expect(lines.filter((line) => line.length > 80)).toEqual([]);
    const text = lines.join(' ').replace(/\s+/g, ' ');
    const { between, caution, evidence } = challenge.steps[step - 1] ?? { between: '?', evidence: [] };
    for (const part of [between, caution ?? '', ...evidence.map(broughtBack)]) {
      expect(text).toContain(forRole(part, role));
    }
    const narrow = await coach(['challenge'], { home, width: 40 });
    expect(narrow.stdout.split('\n').filter((line) => line.length > 40)).toEqual([]);
  });

  test('several stand side by side, those at rest in a line', async () => {
    const home = await homeAt(2);
    await homeAt(1, { home, about: 'The team', role: 'manager' });
    await homeAt(3, { home, about: 'K.' });
    await coach(['challenge', 'pause', '--about', 'k.'], { home });
    expect(await page(home)).toMatchInlineSnapshot(`
      "The team, manager · Step 1 of 8, dependence: See the pattern
        now 1 · ahead 2 to 8
        Started on 12 November. This step ran until 19 November, 3 days ago.
        What to try: For five working days, make one mark each time you hand out
        something that nobody asked for. Change nothing yet.
        coach challenge ready --about 'The team'

      D., member · Step 2 of 8, dependence: See through their eyes
        done 1 · now 2 · ahead 3 to 8
        Started on 12 November. This step ran until 19 November, 3 days ago.
        What to try: Ask your one question. Listen without explaining yourself. "Thank
        you, tell me more" is all you need to say.
        coach challenge ready --about D.

      K., member · Paused today at step 3, Name your own part.

      To see one in full: coach challenge --about NAME
      "
    `);
    expect(await page(home, '--about', 'the team')).toMatch(/\nStep 1 of 8, dependence: See the pattern\.\n/);
    const manager = (await page(home, '--role', 'manager')).replaceAll(/\s+/g, ' ');
    expect(manager).toContain('· The team, manager Step 1');
  });

  test('is told to scripts, and of the scales only what was rated twice', async () => {
    const home = settledHome();
    const argv = [...READY, '--about', 'D.', '--answers', '-'];
    await coach(argv, { home, stdin: 'challenge-baseline-trust: 2\nsee-my-gain: Calm.\n' });
    const json = await page(home, '--json');
    expect(JSON.parse(json)).toMatchObject([
      { about: 'D.', role: 'member', standing: 'under-way', phase: 'trying', step: 'step-see', scales: [] },
    ]);
    expect(json).not.toContain('Calm');
    const carry = ['reflect', 'challenge', '--step', 'step-carry', '--about', 'D.', '--answers', '-'];
    await coach(carry, { home, stdin: 'carry-trust: 4\n' });
    expect(JSON.parse(await page(home, '--json'))).toMatchObject([
      {
        standing: 'finished',
        scales: [{ question: 'carry-trust', baseline: { value: 2 }, closing: { value: 4 } }],
      },
    ]);
    expect(await page(home)).toContain('count on each other at work? 2 today, 4\ntoday.\n');
  });

  test('a file that cannot be read is named, and hides nothing', async () => {
    const home = await homeAt(1);
    put(
      `${home}/data/journal/2026/11/2026-11-20-090000-challenge-abcdefghjk.md`,
      '---\ncoach: 1\nid: x\n---\n',
    );
    const { stdout, stderr } = await coach(['challenge'], { home });
    expect(stdout).toContain('Step 1 of 8');
    expect(stderr).toContain('This file was skipped and left as it was.');
  });

  test('what was begun and not finished is mentioned', async () => {
    const home = await homeAt(1);
    await sit(home, READY, PASS, WORDS, CTRL_C);
    expect(await page(home)).toMatch(
      /\nYou have started answering the questions. To go on:\scoach challenge ready\n$/,
    );
  });

  test('repeat stood beside a step that it did not repeat', async () => {
    const home = await waitingHome();
    const text = await page(home);
    expect(text).toContain(
      "\nStep 2 of 8, dependence: See through their eyes.\nThe step's questions come next.\n",
    );
    expect(text).toMatch(
      /\ncoach challenge repeat {3}try step 1, See the pattern, once more\nor, at any time: coach challenge pause, stop\n$/,
    );
    const again = await coach(['challenge', 'repeat'], { home });
    expect(again.stdout).toContain('\nYou are repeating this step: See the pattern.\n');
  });

  test('repeat was offered where no step was tried yet, and refused', async () => {
    const home = untriedHome();
    expect(await page(home)).toMatch(/\nor, at any time: coach challenge pause, stop\n$/);
  });

  test('questions and choices that waited were not mentioned on a later day', async () => {
    const home = await waitingHome();
    await homeAt(1, { home, about: 'K.' });
    const argv = [...READY, '--about', 'K.', '--answers', '-'];
    await coach(argv, { home, stdin: 'see-count: Twelve.\n', epoch: NOON - DAY });
    const { stdout } = await coach([], { home, width: 80 });
    expect(stdout).toContain('"See through their eyes" (D.) is next: coach challenge ready --about D.\n');
    expect(stdout).toContain(
      '"See the pattern" (K.): decide what\'s next: coach challenge ready --about K.\n',
    );
  });

  test('at 40 columns lines were wrapped twice', async () => {
    const home = await homeAt(1);
    await homeAt(1, { home, about: 'K.' });
    const { stdout } = await coach(['challenge'], { home, width: 40 });
    expect(stdout).toContain(
      '  What to try: For five working days,\n  make one mark each time you wait to be\n  told what to do. Change nothing yet.\n',
    );
  });

  test('commands were broken in their middle at 80 columns', async () => {
    const home = await homeAt(1, { about: 'The team of the client' });
    await homeAt(1, { home, about: 'K.' });
    await coach(['challenge', 'pause', '--about', 'K.'], { home });
    const flags = "--about 'The team of the client'";
    expect(await page(home)).toContain(
      `\ncoach challenge ready ${flags}\n  say how the step went, at any time\nor, at any time, instead of "ready": repeat, pause, stop\n`,
    );
    const { stdout } = await coach(['challenge', 'stop', '--about', 'The team of the client'], { home });
    expect(stdout).toMatch(
      /\nStopped\. To resume if you change your mind:\ncoach challenge ready --about 'The team of the client'\n$/,
    );
  });

  test('a name with a stop got a second one, and the role was left out', async () => {
    const home = await homeAt(1);
    const text = await page(home, '--about', 'E.', '--role', 'member');
    expect(text).toMatch(/^There is no challenge yet about E\. for the role member\.\n/);
    expect(text).toMatch(/\ncoach challenge ready --about E\. --role member {3}start with the first step\n$/);
    expect(await page(home, '--about', 'E.')).toMatch(/^There is no challenge yet about E\.\n/);
    expect(await page(home, '--role', 'manager')).toMatch(
      /^There is no challenge yet for the role manager\.\n/,
    );
  });

  test.each([
    { days: 0, says: 'This step ran until 19 November, 3 days ago.' },
    { days: 10, says: 'This step ran until 19 November, 13 days ago.' },
    { days: 11, says: 'This step ran until 19 November, 2 weeks ago.' },
    { days: -2, says: 'This step ran until yesterday.' },
    { days: -3, says: 'This step runs until today.' },
  ])('how long ago the week was round was left to be counted: $says', async ({ days, says }) => {
    const { stdout } = await coach(['challenge'], { home: await homeAt(1), epoch: NOON + days * DAY });
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain(says);
  });
});
