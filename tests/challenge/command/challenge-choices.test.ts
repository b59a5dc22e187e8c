import { describe, expect, test } from 'vitest';
import { coach, filesBelow, journalJson, NOON, refused } from '../../cli/coach.ts';
import { scripted } from '../../cli/scripted.ts';
import { PASS, SAVE, sit } from '../../cli/sitting.ts';
import { homeAt, page, READY, untriedHome, waitingHome } from './challenge-homes.ts';

describe('repeat, pause and stop', () => {
  test('pause and repeat save one answer at once, with its step', async () => {
    const home = await homeAt(2);
    const paused = await coach(['challenge', 'pause', '--at', 'yesterday 18:00', '--tag', 'rest'], { home });
    expect(paused.stdout).toMatch(/^Saved\.\n2026\/11\/2026-11-21-180000-challenge-\w+\.md\n\nPaused\. /);
    const again = await coach(['challenge', 'repeat'], { home });
    expect(again.stdout).toContain(
      '\nYou are repeating this step: See through their eyes.\nAsk your one question.',
    );
    expect(again.stdout).toContain('\nThis step runs until 29 November. ');
    expect(await journalJson(home)).toMatchObject([
      { answers: [{ question: 'challenge-next', value: 'repeat', step: 'step-their-view' }], about: 'D.' },
      { answers: [{ value: 'pause', step: 'step-their-view' }], tags: ['rest'], day: '2026-11-21' },
      {},
      {},
      {},
    ]);
    expect(filesBelow(`${home}/state`)).toEqual(['shown.json']);
  });

  test('what waits to be asked can be paused, and the step before it tried once more', async () => {
    const home = await homeAt(1);
    await coach([...READY, '--answers', '-'], { home, stdin: 'challenge-next: next\n' });
    await coach(['challenge', 'pause'], { home, epoch: NOON + 1000 });
    expect(await page(home)).toContain('Paused today at step 2, See through their eyes.');
    await coach(['challenge', 'repeat'], { home, epoch: NOON + 2000 });
    expect(await page(home)).toContain('Step 1 of 8, dependence: See the pattern.\nStarted today.');
  });

  test('stop asks what was learned; without a terminal it asks nothing', async () => {
    const home = await homeAt(1);
    const learned = 'That the marks tell more than the words do, and sooner.';
    const ran = await sit(home, ['challenge', 'stop'], learned, SAVE);
    expect(ran.seen).toEqual(['ask challenge-stop-learned', 'look over']);
    expect(await journalJson(home)).toMatchObject([{ answers: [{ value: 'stop' }, { value: learned }] }, {}]);
    const quiet = await homeAt(1);
    await coach(['challenge', 'stop'], { home: quiet });
    expect(await journalJson(quiet)).toMatchObject([{ answers: [{ value: 'stop', step: 'step-see' }] }, {}]);
    const skipped = await homeAt(1);
    await sit(skipped, ['challenge', 'stop'], PASS, SAVE);
    expect(await page(skipped)).toContain('Stopped today at step 1');
  });

  test('stop takes what was learned from a file, too', async () => {
    const home = await homeAt(1);
    const template = await coach(['challenge', 'stop', '--template'], { home });
    expect(template.stdout).toMatch(/\nchallenge-stop-learned:\n$/);
    const both = await coach(['challenge', 'stop', '--answers', '-'], {
      home,
      stdin: 'challenge-next: pause\n',
    });
    expect(both.stderr).toContain('challenge-next: this question is not asked here');
    await coach(['challenge', 'stop', '--answers', '-'], { home, stdin: 'challenge-stop-learned: Calm.\n' });
    expect(await journalJson(home)).toMatchObject([{ answers: [{ value: 'stop' }, { value: 'Calm.' }] }, {}]);
  });

  test('what is so already is said, and nothing is saved', async () => {
    const home = await homeAt(1);
    await coach(['challenge', 'pause'], { home });
    const again = await coach(['challenge', 'pause'], { home });
    expect(again.stdout).toBe('Paused today at step 1, See the pattern. Nothing was saved.\n');
    await coach(['challenge', 'stop'], { home });
    const stop = await coach(['challenge', 'stop'], { home });
    expect(stop.stdout).toBe('Stopped today at step 1, See the pattern. Nothing was saved.\n');
    expect(await journalJson(home)).toHaveLength(3);
  });

  test.each([
    {
      argv: ['pause', '--role', 'manager'],
      says: 'no challenge is under way\n  To start one: coach challenge ready',
    },
    {
      argv: ['stop', '--about', 'Henrik'],
      says: 'there is no challenge about Henrik\n  Did you mean Henrike?',
    },
    {
      argv: ['repeat', '--about', 'Henrike', '--role', 'manager'],
      says: 'there is no challenge about Henrike for the role manager\n  To start one: coach challenge ready',
    },
    {
      argv: ['repeat', '--role', 'boss'],
      says: 'there is no role "boss"\n  The roles are manager and member.',
    },
    {
      argv: ['pause', '--answers', '-'],
      says: "unknown option '--answers'\n  To see how to use it: coach challenge pause --help",
    },
  ])('$argv is refused', async ({ argv, says }) => {
    const home = await homeAt(1, { about: 'Henrike' });
    await coach(['challenge', 'stop'], { home });
    expect(await coach(['challenge', ...argv], { home })).toEqual(refused(`coach: ${says}\n`));
  });

  test('a step that was not tried cannot be tried once more', async () => {
    const home = untriedHome();
    const ran = await coach(['challenge', 'repeat'], { home });
    expect(ran).toMatchObject({ exitCode: 1, stdout: '' });
    expect(ran.stderr).toBe(
      "coach: none of the 8 steps has been tried yet\n  To answer the first step's questions: coach challenge ready\n",
    );
  });

  test('several without a name are listed', async () => {
    const home = await homeAt(1);
    await homeAt(1, { home, role: 'manager' });
    expect((await coach(['challenge', 'pause'], { home })).stderr).toBe(
      'coach: which challenge? There are several\n  coach challenge pause --about D. --role member\n  coach challenge pause --about D. --role manager\n',
    );
    const ran = await sit(home, ['challenge', 'pause', '--about'], 'manager, about D.');
    expect(ran.stdout).toContain('Paused. ');
    expect(await journalJson(home)).toMatchObject([{ role: 'manager' }, {}, {}]);
  });

  test('where both seats have one, the command of bare coach asked which', async () => {
    const home = await waitingHome();
    await homeAt(1, { home, role: 'manager' });
    const { stdout } = await coach([], { home });
    expect(stdout).toContain('coach challenge ready --about D. --role member\n');
    const ran = await coach(['challenge', 'pause', '--about', 'D.', '--role', 'member'], { home });
    expect(ran.stdout).toContain('Paused. To resume: coach challenge ready --about D. --role member\n');
  });

  test.each(['repeat', 'pause', 'stop'])(
    '%s for a time before the step began was saved, and changed nothing',
    async (choice) => {
      const home = await homeAt(1);
      expect(await coach(['challenge', choice, '--at', '2026-11-01'], { home })).toEqual(
        refused(
          'coach: 1 November is too early: the last change to step 1, See the pattern, was on 12 November\n  Give a later time with --at, or leave --at out.\n',
        ),
      );
      expect(await journalJson(home)).toHaveLength(1);
      const early = await coach(['challenge', choice, '--at', '2026-11-12T05:00'], { home });
      expect(early.stderr).toMatch(/^coach: that time is too early: /);
      expect(await coach(['challenge', choice, '--at', '2026-11-13'], { home })).toMatchObject({
        exitCode: 0,
      });
    },
  );

  test('stop began with its second question of two', async () => {
    const home = await homeAt(1);
    const prompter = scripted(PASS, SAVE);
    const progress: unknown[] = [];
    const ask: typeof prompter.ask = (step, ...more) => {
      if (step.kind === 'ask') progress.push(step.progress);
      return prompter.ask(step, ...more);
    };
    await coach(['challenge', 'stop'], { home, prompter: { ...prompter, ask } });
    expect(progress).toEqual([{ number: 1, of: 1 }]);
  });
});
