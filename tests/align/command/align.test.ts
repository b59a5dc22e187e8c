import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { coach, DAY, failed, filesBelow, journalOf, NOON, refused, settledHome } from '../../cli/coach.ts';
import { scripted } from '../../cli/scripted.ts';

/** A sheet with D. of three pieces of work, from the doer's side. Only the first holds words that are for oneself alone. */
async function filledHome(role = 'member'): Promise<string> {
  const home = settledHome(role);
  const pieces = [
    'align-piece: Client pricing\nalign-example: A discount\nalign-today: heard\nalign-wanted: informed\nalign-means: The floor\nalign-last-time: canary-last\nalign-guess-today: own\nalign-guess-wanted: unsure\n',
    'align-piece: Rota\nalign-today: unsure\nalign-wanted: advised\n',
    'align-piece: Yearly plan\nalign-today: joint\nalign-wanted: joint\nalign-look: Before the board\n',
  ];
  for (const [at, stdin] of pieces.entries()) {
    const argv = ['align', 'fill', '--about', 'D.', '--answers', '-'];
    expect((await coach(argv, { home, stdin, epoch: NOON + at * 60_000 })).stderr).toBe('');
  }
  return home;
}

/** What the other says of the three, typed line by line: the second one is not on their sheet. */
const SAID = ['5', 'adv', 'canary-means', 'canary-limits', '', '', '4', '?', '', '', 'canary-look'];
const LATER = { epoch: NOON + DAY };

const holding = (home: string, word: string): readonly string[] =>
  filesBelow(home).filter((file) => readFileSync(path.join(home, file), 'utf8').includes(word));

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

describe('both at one screen', () => {
  test('theirs are typed, then both are shown, and nothing of theirs is kept', async () => {
    const home = await filledHome();
    const before = filesBelow(home);
    const ran = await coach(['align', 'open', '--spoken'], { home, typed: [...SAID, '1'], ...LATER });
    expect(ran.stderr).toBe('');
    const [asked = '', shown = ''] = ran.stdout.split('Show both sheets');
    // Until all of theirs are typed, nothing of one's own shows but names and examples.
    expect(asked).not.toMatch(/The floor|the board|canary-last/);
    expect(shown).toContain(
      '               1     2     3     4     5     6     7\n' +
        '  today                    D           L                 2 steps apart\n' +
        '  wished for                           L     D           about the same\n' +
        '  You describe different days.',
    );
    expect(shown).toContain('  The doer needs: The floor\n  The lead gives: canary-means\n');
    expect(shown).toContain("the lead's is open\n  At least one step is still open. Start here.\n");
    expect(shown).toContain('\nOnly on your sheet: Rota.\n');
    expect(shown).not.toMatch(/canary-last|7 Own\./);
    expect(filesBelow(home)).toEqual(before);
    expect(holding(home, 'canary-means')).toEqual([]);
    expect(holding(home, 'canary-look')).toEqual([]);
  });

  test('in words, where nobody looks at pictures', async () => {
    const home = await filledHome();
    const ran = await coach(['align', 'open', '--plain'], { home, typed: [...SAID, '1'], ...LATER });
    expect(ran.stdout).toContain('  today: doer 3 Heard, lead 5 Advised; 2 steps apart\n');
    expect(ran.stdout).not.toContain('1     2     3');
  });

  test('a number that is none is asked for again, and what was typed wrongly can be corrected', async () => {
    const home = await filledHome();
    const script = ['9', '5', '5', '', '', '', '', ''];
    const again = ['Correct', 'Client pricing: today 5 Advised', '3', 'own', '', '', '', 'Show'];
    const prompter = scripted(...script, ...again);
    const ran = await coach(['align', 'open'], { home, prompter, ...LATER });
    expect(prompter.seen.filter((line) => line.startsWith('say Type a number'))).toHaveLength(1);
    expect(prompter.left()).toEqual([]);
    expect(ran.stdout).toContain('  today                    DL                            the same\n');
    expect(ran.stdout).toContain('\nOnly on your sheet: Rota · Yearly plan.\n');
  });

  test('whoever stops sees nothing, and nothing is kept', async () => {
    const home = await filledHome();
    const prompter = scripted('5', '5', '', '', '', '', '', 'Stop here');
    const ran = await coach(['align', 'open'], { home, prompter, ...LATER });
    expect(ran.stdout).toBe('Nothing was shown, and nothing that they said was kept.\n');
    const cut = await coach(['align', 'open'], { home, typed: ['5', '5'], ...LATER });
    expect(cut).toMatchObject({
      exitCode: 130,
      stderr: '\nNothing was shown, and nothing that they said was kept.\n',
    });
    expect(cut.stdout).not.toContain('steps apart');
  });

  test('no piece of work in common is nothing to compare', async () => {
    const ran = await coach(['align', 'open'], {
      home: await filledHome(),
      typed: ['', '', '', '1'],
      ...LATER,
    });
    expect(ran).toMatchObject({ exitCode: 0, stderr: '' });
    expect(ran.stdout).toMatch(/No piece of work is on both sheets, so there is nothing to compare\. /);
  });

  test('the one who leads is told not to ask for more', async () => {
    const prompter = scripted('', '', '', 'Stop');
    const said: string[] = [];
    const heard = { ...prompter, say: (text: string) => void said.push(text) };
    await coach(['align', 'open'], { home: await filledHome('manager'), prompter: heard, ...LATER });
    expect(said[0]).toContain('You are the lead here, they are the doer.');
    expect(said[0]).toContain('What they would rather keep stays theirs: do not ask for it.');
  });
});

describe('the page', () => {
  test('holds the same, without a name, and is for this person alone', async () => {
    const home = await filledHome();
    const ran = await coach(['align', 'open', '--html', 'both.html'], {
      home,
      typed: [...SAID, '1'],
      ...LATER,
    });
    expect(ran.stderr).toBe('');
    expect(ran.stdout).toContain('Wrote the comparison to both.html. ');
    const page = readFileSync(path.join(home, 'both.html'), 'utf8');
    expect(page).toContain('<p>Compared on 23 November 2026</p>');
    expect(page).toContain('<small>2 steps apart</small>');
    expect(page).toContain('<td><bdi lang="">canary-means</bdi></td>');
    expect(page).not.toMatch(/D\.|canary-last|<script|https?:/);
  });

  test.each([
    { case: 'a file that is there', html: 'there.html', says: 'there.html already exists', exitCode: 1 },
    { case: 'a folder', html: 'folder', says: 'folder is not a file', exitCode: 1 },
    { case: 'what is to be a folder', html: 'new/', says: 'new/ is not a file', exitCode: 1 },
    {
      case: 'the journal',
      html: 'data/journal/a.html',
      says: 'data/journal/a.html is in the journal',
      exitCode: 2,
    },
    { case: 'standard output', html: '-', says: '--html needs the name of a file', exitCode: 2 },
  ])('$case is refused before anything is asked', async ({ html, says, exitCode }) => {
    const home = await filledHome();
    writeFileSync(path.join(home, 'there.html'), 'mine');
    mkdirSync(path.join(home, 'folder'));
    const prompter = scripted();
    const ran = await coach(['align', 'open', '--html', html], { home, prompter });
    expect(ran.stderr).toMatch(new RegExp(`^coach: ${says.replaceAll('.', String.raw`\.`)}\n`));
    expect(ran.exitCode).toBe(exitCode);
    expect(prompter.seen).toEqual([]);
    expect(readFileSync(path.join(home, 'there.html'), 'utf8')).toBe('mine');
  });

  test('--force overwrites, and needs something to overwrite', async () => {
    const home = await filledHome();
    writeFileSync(path.join(home, 'there.html'), 'mine');
    const argv = ['align', 'open', '--html', 'there.html', '--force'];
    expect((await coach(argv, { home, typed: [...SAID, '1'], ...LATER })).exitCode).toBe(0);
    expect(readFileSync(path.join(home, 'there.html'), 'utf8')).toContain('<!doctype html>');
    expect(await coach(['align', 'open', '--force'], { home })).toEqual(
      refused('coach: --force needs a file to overwrite\n  Give it with --html.\n'),
    );
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
    expect(prompter.seen.slice(0, 2)).toEqual(['choose What did you agree on?', 'ask agreement-step']);
    expect(ran.stdout).toContain('Read it out to each other, and let them write it down as well.\n');
    expect(holding(journalOf(home), 'How will decisions about "Rota" be made from now on?')).toHaveLength(1);
  });
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

  test('limits left out for three pieces of work were no longer asked about for the fourth', async () => {
    const home = settledHome();
    for (const [at, piece] of ['Rota', 'Plan', 'Offers'].entries()) {
      const stdin = `align-piece: ${piece}\nalign-limits: {skip: passed}\n`;
      const argv = ['align', 'fill', '--about', 'D.', '--answers', '-'];
      await coach(argv, { home, stdin, epoch: NOON + at * 1000 });
    }
    const { stdout } = await coach(['align', 'fill', '--about', 'D.', '--template'], { home, ...LATER });
    expect(stdout).toContain('\nalign-limits:');
    const prompter = scripted('Pricing', 'A discount.', 'set', 'own', 'Time.', 'None.', { kind: 'later' });
    await coach(['align', 'fill', '--about', 'D.'], { home, prompter, ...LATER });
    expect(prompter.seen).toContain('ask align-limits');
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
    const prompter = scripted('with D., as manager', '', 'Stop');
    expect((await coach(['align', 'open'], { home, prompter })).exitCode).toBe(0);
    expect((await coach(['align', 'invite', '--role', 'manager'], { home })).stdout).toContain('1. Rota\n');
  });

  test('all agreed on is nothing to compare', async () => {
    const home = settledHome();
    const stdin = 'agreement-piece: Rota\nagreement-step: own\n';
    await coach(['align', 'agree', '--about', 'D.', '--answers', '-'], { home, stdin });
    expect(await coach(['align', 'open'], { home, prompter: scripted() })).toEqual(
      failed(
        'coach: everything on your sheet with D. is agreed on\n  To compare a piece of work again, fill it in anew: coach align fill\n',
      ),
    );
  });
});
