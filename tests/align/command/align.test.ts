import { cpSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { coach, DAY, failed, freshHome, journalOf, NOON, refused, settledHome } from '../../cli/coach.ts';
import { CTRL_C, scripted } from '../../cli/scripted.ts';
import { filledHome, holding, LATER } from './sheet-homes.ts';

function copyOf(home: string): string {
  const copy = freshHome();
  cpSync(home, copy, { recursive: true });
  return copy;
}

describe('what is on a sheet', () => {
  test('nothing at first, and how to begin', async () => {
    const { stdout } = await coach(['align'], { home: settledHome() });
    expect(stdout).toContain('\ncoach align fill --about NAME   begin with one piece of work\n');
  });

  test('names, and no marks', async () => {
    const { stdout } = await coach(['align'], { home: await filledHome() });
    expect(stdout.split('\n').slice(0, 4)).toEqual([
      'With D. · you are the doer',
      '  To compare: Client pricing (filled in today)',
      '  To compare: Rota (filled in today)',
      '  To compare: Yearly plan (filled in today)',
    ]);
    expect(stdout).not.toMatch(/Heard|Informed|canary/);
  });

  test('one’s own marks, for whoever is to say them aloud', async () => {
    const { stdout } = await coach(['align', '--marks'], { home: await filledHome() });
    expect(stdout).toContain('Client pricing (filled in today)\n    today 3 Heard, wished for 6 Informed\n');
    expect(stdout).toContain('Rota (filled in today)\n    today open, wished for 5 Advised\n');
    expect(stdout).not.toContain('canary');
  });

  test('an invitation holds names and examples, and no word of the rest', async () => {
    const { stdout, stderr } = await coach(['align', 'invite'], { home: await filledHome() });
    expect(stdout).toContain('\n1. Client pricing (for example: A discount)\n2. Rota\n3. Yearly plan\n');
    expect(stdout).toContain('You are the lead, I am the doer:');
    expect(stdout).not.toMatch(/canary|The floor|the board/);
    expect(stderr).toContain('none of your marks');
  });

  test('whoever leads asks, and takes a no', async () => {
    const { stdout } = await coach(['align', 'invite'], { home: await filledHome('manager') });
    expect(stdout).toContain('- what you would need for that\n');
    expect(stdout).toContain("\nIf you would rather not do this, that's fine, and I won't ask why.\n");
  });

  test('guesses are for oneself', async () => {
    const { stdout } = await coach(['align', 'guesses'], { home: await filledHome() });
    expect(stdout).toContain('Client pricing\n  Today: 7 Own. Their wish: not sure.\n');
    expect(stdout).not.toContain('Rota');
  });
});

describe('an agreement', () => {
  const AGREED =
    'about: D.\nagreement-piece: client Pricing\nagreement-step: advised\nagreement-look: {when: the month is over, then: go through the list, by: 2026-12-15, likelihood: 80}\n';

  test('takes its piece of work off the list, and comes back on its day', async () => {
    const home = await filledHome();
    const ran = await coach(['align', 'agree', '--answers', '-'], { home, stdin: AGREED, ...LATER });
    expect(ran.stderr).toBe('');
    expect(ran.stdout).toContain('On 15 December, coach review will ask how it went.');
    const { stdout } = await coach(['align'], { home, ...LATER });
    expect(stdout).not.toContain('To compare: Client pricing');
    expect(stdout).toContain('  Agreed today: client Pricing, 5 Advised. Day to look at it: 15 December\n');
    const due = await coach([], { home, epoch: Date.UTC(2026, 11, 15, 9) });
    expect(due.stdout).toMatch(/Due: 1 plan.*coach review/s);
    const review = await coach(['review', '--json'], { home, epoch: Date.UTC(2026, 11, 15, 9) });
    expect(review.stdout).toContain('go through the list');
  });

  test('is about a piece of work that is chosen from the sheet', async () => {
    const home = await filledHome();
    const prompter = scripted(
      'Rota',
      'joint',
      'Time.',
      'None.',
      'A strike',
      'we meet',
      'look',
      { value: '2026-12-15' },
      { value: 0.8 },
      {
        kind: 'save',
      },
    );
    const ran = await coach(['align', 'agree'], { home, prompter, ...LATER });
    expect(ran.stderr).toBe('');
    expect(prompter.seen.slice(0, 2)).toEqual([
      'choose What did you agree on with D.?',
      'ask agreement-step',
    ]);
    expect(ran.stdout).toContain('Read it out to each other, and let them write it down as well.\n');
    expect(holding(journalOf(home), 'How will decisions about "Rota" be made from now on?')).toHaveLength(1);
  });
});

test('what two people had agreed on once had to be typed in the same letters to be agreed on anew', async () => {
  const home = settledHome();
  const stdin = 'agreement-piece: Rota\nagreement-step: joint\n';
  await coach(['align', 'agree', '--about', 'D.', '--answers', '-'], { home, stdin });
  const prompter = scripted('Rota', 'advised', CTRL_C);
  await coach(['align', 'agree'], { home, prompter, ...LATER });
  expect(prompter.seen.slice(0, 2)).toEqual(['choose What did you agree on with D.?', 'ask agreement-step']);
});

test('an agreement was called written for yourself where it was shared', async () => {
  const home = settledHome();
  const stdin =
    'agreement-piece: Rota\nagreement-step: joint\nagreement-means: Time.\nagreement-look: {when: we meet, then: look, by: 2026-11-23, likelihood: 80}\n';
  const argv = ['align', 'agree', '--about', 'D.', '--answers', '-'];
  const saved = await coach(argv, { home, stdin, screen: true });
  expect(saved.stdout).toContain('To choose what to pass on: coach share\n');
  const { stdout } = await coach(['share', '--plain'], { home, typed: ['1 2 3 4', '1'] });
  expect(stdout).not.toMatch(/written for yourself|meant for others/);
  expect(stdout).toContain('\nHow will decisions about it be made from now on?\n');
});

test('the look at an agreement leads to the next one', async () => {
  const home = settledHome();
  const stdin =
    'agreement-piece: Rota\nagreement-step: joint\nagreement-look: {then: look, by: 2026-11-23, likelihood: 80}\n';
  await coach(['align', 'agree', '--about', 'D.', '--answers', '-'], { home, stdin });
  const prompter = scripted('kept', 'Time for it.', 'done', { kind: 'save' });
  const ran = await coach(['review'], { home, prompter, ...LATER });
  expect(prompter.left()).toEqual([]);
  expect(ran.stdout).toContain(
    'A step up, a step down, or as it was. To write down what holds from here:\ncoach align agree\n',
  );
});

test('hostile words in every field are shown as words', async () => {
  const home = settledHome();
  const hostile = `\u001b]0;t\u0007\u202e<b>${'W'.repeat(70)}\u0000`;
  const stdin = JSON.stringify({
    about: hostile,
    'align-piece': hostile,
    'align-example': hostile,
    'align-today': 'own',
    'align-means': hostile,
  });
  await coach(['align', 'fill', '--answers', '-'], { home, stdin });
  const typed = ['7', '7', hostile, hostile, hostile, '1'];
  const open = await coach(['align', 'open', '--html', 'both.html'], { home, typed, width: 40, ...LATER });
  const rest = [await coach(['align'], { home }), await coach(['align', 'invite'], { home })];
  // What a prompter says goes to the screen by another way, which its own tests look at.
  const shown = { ...open, stdout: open.stdout.slice(open.stdout.indexOf('Whoever has less')) };
  for (const { stdout, exitCode } of [shown, ...rest]) {
    expect(exitCode).toBe(0);
    // eslint-disable-next-line no-control-regex
    expect(stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/);
    expect(stdout).toContain('<b>WWW');
  }
  const page = readFileSync(path.join(home, 'both.html'), 'utf8');
  expect(page).not.toContain('<b>W');
  expect(page).toContain('&lt;b&gt;WWW');
});

describe('fill', () => {
  test('goes on to another piece of work about the same person', async () => {
    const home = settledHome();
    const one = (title: string) => [
      title,
      'An example.',
      'set',
      'own',
      'Time.',
      'None.',
      'Friday.',
      'Well.',
      'set',
      'own',
    ];
    const prompter = scripted(
      ...one('Rota'),
      { kind: 'save' },
      'One more',
      ...one('Plan'),
      { kind: 'save' },
      'That',
    );
    const ran = await coach(['align', 'fill', '--about', 'D.'], { home, prompter });
    expect(ran.stderr).toBe('');
    expect(ran.stdout).toContain('On your sheet with D.: 2 pieces of work.\n');
    expect((await coach(['align'], { home })).stdout).toContain('To compare: Plan');
  });

  test('of two pieces of work that were filled in for yesterday, the second was of today', async () => {
    const home = settledHome();
    const skip = { kind: 'skip', skip: 'passed' } as const;
    const rest = [...Array.from({ length: 9 }, () => skip), { kind: 'save' } as const];
    const prompter = scripted('Rota', ...rest, 'One more', 'Plan', ...rest, 'That');
    await coach(['align', 'fill', '--about', 'D.', '--at', 'yesterday 18:00'], { home, prompter });
    const { stdout } = await coach(['align'], { home });
    expect(stdout.match(/\(filled in .*?\)/g)).toEqual(['(filled in yesterday)', '(filled in yesterday)']);
  });

  test('limits left out for three pieces of work were no longer asked about for the fourth', async () => {
    const home = settledHome();
    for (const [at, piece] of ['Rota', 'Plan', 'Offers'].entries()) {
      const stdin = `align-piece: ${piece}\nalign-limits: {skip: passed}\n`;
      const argv = ['align', 'fill', '--about', 'D.', '--answers', '-'];
      await coach(argv, { home, stdin, epoch: NOON + at * 1000 });
    }
    const { stdout } = await coach(['align', 'fill', '--about', 'D.', '--template'], { home, ...LATER });
    expect(stdout).toContain('\nalign-limits:');
    for (const argv of [
      ['align', 'fill'],
      ['reflect', 'align'],
    ]) {
      const prompter = scripted('Pricing', 'A discount.', 'set', 'own', 'Time.', 'None.', CTRL_C);
      await coach([...argv, '--about', 'D.'], { home: copyOf(home), prompter, ...LATER });
      expect(prompter.seen).toContain('ask align-limits');
    }
    const lookback = await coach(['reflect', 'lookback', '--template'], { home, ...LATER });
    expect(lookback.stdout).not.toContain('lookback-stepped-past');
  });

  test('a piece of work without a name is told apart', async () => {
    const home = settledHome();
    const skip = { kind: 'skip', skip: 'passed' } as const;
    const prompter = scripted(
      skip,
      'An example.',
      ...Array.from({ length: 8 }, () => skip),
      { kind: 'save' },
      'That',
    );
    const ran = await coach(['align', 'fill', '--about', 'D.'], { home, prompter });
    expect(ran.stdout).toContain('This entry names no piece of work, so it is on no sheet.\n');
  });
});

describe('what does not fit', () => {
  test.each([
    {
      argv: ['align', 'open'],
      is: failed(
        'coach: there is no terminal to type their numbers in\n  Sit down together in front of one, then: coach align open\n',
      ),
    },
    {
      argv: ['align', 'invite', '--about', 'X.'],
      is: failed(
        'coach: there is no sheet with X. yet\n  Yours comes first, so that neither of you adapts to the other: coach align fill --about X.\n',
      ),
    },
    {
      argv: ['align', '--about', 'X.'],
      is: failed(
        'coach: there is no sheet with X. yet\n  Yours comes first, so that neither of you adapts to the other: coach align fill --about X.\n',
      ),
    },
    { argv: ['align', 'guesses', '--role', 'boss'], is: { exitCode: 2 } },
    {
      argv: ['align', 'invite', '--about'],
      is: { exitCode: 2, stderr: expect.stringContaining('--about needs a name here') },
    },
    {
      argv: ['align', 'invit'],
      is: { exitCode: 2, stderr: expect.stringContaining('Did you mean invite?') },
    },
    {
      argv: ['align', 'fill', '--about', 'D.'],
      is: {
        exitCode: 1,
        stderr: expect.stringContaining('coach align fill --about D. --template >answers.yaml'),
      },
    },
  ])('coach $argv', async ({ argv, is }) => {
    expect(await coach(argv, { home: await filledHome() })).toMatchObject(is);
  });

  test('of two sheets one is named, or chosen', async () => {
    const home = await filledHome();
    await coach(['align', 'fill', '--about', 'D.', '--role', 'manager', '--answers', '-'], {
      home,
      stdin: 'align-piece: Rota\n',
      epoch: NOON + DAY,
    });
    expect(await coach(['align', 'invite'], { home })).toEqual(
      refused(
        'coach: which sheet? There are several\n  coach align invite --about D. --role manager\n  coach align invite --about D. --role member\n',
      ),
    );
    const prompter = scripted('with D., you are the lead', '', 'Stop');
    expect((await coach(['align', 'open'], { home, prompter })).exitCode).toBe(0);
    expect((await coach(['align', 'invite', '--role', 'manager'], { home })).stdout).toContain('1. Rota\n');
  });

  test('a sheet from one side was denied because none was there from the other', async () => {
    const home = await filledHome();
    const yours = 'Yours comes first, so that neither of you adapts to the other: coach align fill';
    expect(await coach(['align', '--role', 'manager'], { home })).toEqual(
      failed(`coach: there is no sheet yet on which you are the lead\n  ${yours} --role manager\n`),
    );
    expect(await coach(['align', 'invite', '--about', 'd.', '--role', 'manager'], { home })).toEqual(
      failed(
        `coach: there is no sheet with d. yet on which you are the lead\n  ${yours} --about d. --role manager\n`,
      ),
    );
  });

  test('a name that begins as a flag does was named in commands that refused it', async () => {
    const home = await filledHome();
    await coach(['align', 'fill', '--about=-x', '--answers', '-'], { home, stdin: 'align-piece: Rota\n' });
    const { stderr } = await coach(['align', 'invite'], { home });
    expect(stderr).toContain("coach align invite --about='-x'\n");
    expect((await coach(['align', 'invite', '--about=-x'], { home })).exitCode).toBe(0);
  });

  test('an invitation without an example was said to hold one', async () => {
    const home = settledHome();
    await coach(['align', 'fill', '--about', 'D.', '--answers', '-'], { home, stdin: 'align-piece: Rota\n' });
    const { stderr } = await coach(['align', 'invite'], { home });
    expect(stderr).toContain('Of your sheet it holds the name of 1 piece of work, and none of your marks.');
  });

  test('all agreed on is nothing to compare', async () => {
    const home = settledHome();
    const stdin = 'agreement-piece: Rota\nagreement-step: own\n';
    await coach(['align', 'agree', '--about', 'D.', '--answers', '-'], { home, stdin });
    expect(await coach(['align', 'open'], { home, prompter: scripted() })).toEqual(
      failed(
        'coach: everything on your sheet with D. is agreed on\n  To compare a piece of work once more, fill it in again: coach align fill\n',
      ),
    );
  });
});

test('a sheet of three pieces of work was told as questions that came back, with other answers', async () => {
  const { stdout } = await coach(['insights'], { home: await filledHome(), ...LATER });
  expect(stdout).not.toMatch(/Which piece of work|How are decisions/);
});
