import { describe, expect, test } from 'vitest';
import { coach, freshHome, printed, putEntry, refused } from '../../cli/coach.ts';
import { scripted } from '../../cli/scripted.ts';

const idOf = (number: number): string => String(number).padStart(10, '0');

/** A guess from 1 October and what became of it, as another program could have written them. */
function putGuess(home: string, number: number, likelihood: number, became: string): void {
  const [own, closing] = [idOf(number), idOf(500 + number)];
  putEntry(home, {
    id: own,
    at: '2026-10-01T10:00:00+02:00',
    bank: 'member',
    front: 'role: member\nabout: D.\n',
    body: `\n## What do you expect?\n<!-- coach: member-prediction prediction -->\n\n- Expect: A secret hope\n- Likelihood: ${likelihood}\n`,
  });
  putEntry(home, {
    id: closing,
    at: '2026-11-01T10:00:00+01:00',
    bank: 'review',
    body: `\n## What happened?\n<!-- coach: review-outcome choice closes=${own}/member-prediction -->\n\n${became}\n`,
  });
}

describe('an empty journal', () => {
  test('says so, and where insights come from', async () => {
    const { stdout, ...rest } = await coach(['insights'], { home: freshHome() });
    expect(rest).toEqual({ stderr: '', exitCode: 0 });
    expect(stdout).toMatch(
      /^Nothing to show yet\. Ratings come from coach checkin, plans and guesses from\n/,
    );
  });

  test('is whole as JSON, too', async () => {
    const { stdout } = await coach(['insights', '--json'], { home: freshHome() });
    expect(JSON.parse(stdout)).toMatchObject({ format: 1, entries: 0, ratings: [], standsOut: false });
  });
});

test('a name that begins with a dash made a command that was refused', async () => {
  const home = freshHome();
  for (const number of [1, 2])
    putEntry(home, {
      id: idOf(number),
      at: `2026-10-0${number}T10:00:00+02:00`,
      bank: 'checkin',
      front: 'about: "-x"\n',
      body: '\n## What did you wait for?\n<!-- coach: rot-m-waited text -->\n\nA yes.\n',
    });
  const { stdout } = await coach(['insights'], { home });
  expect(stdout).toContain("coach journal --question rot-m-waited --about='-x'");
  const asked = await coach(['journal', '--question', 'rot-m-waited', '--about=-x'], { home });
  expect(asked.stdout).toContain('2 answers');
});

test('the worked example, as JSON', async () => {
  const home = freshHome();
  for (const [at, likelihood] of [70, 80, 60, 90, 50, 70, 60].entries()) {
    putGuess(home, at, likelihood, at < 2 ? 'yes' : 'no');
  }
  const { stdout, stderr, exitCode } = await coach(['insights', '--json'], { home });
  expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 });
  const { guesses } = JSON.parse(stdout);
  expect(guesses.aboutOthers).toMatchObject({
    scored: 7,
    expected: 4.8,
    actual: 2,
    moreThanChance: true,
    usual: { fewest: 3, most: 6 },
    brier: null,
  });
  expect(guesses.aboutOthers.chance.toFixed(3)).toBe('0.029');
});

test('guesses are told apart by their question, and with --words in your own', async () => {
  const home = freshHome();
  putGuess(home, 1, 70, 'yes');
  const bare = (await coach(['insights'], { home })).stdout;
  expect(bare).toContain(
    '  1 October, about D., 70%: it happened.\n    Suppose you take that piece on fully',
  );
  expect(bare).not.toContain('secret');
  const { stdout } = await coach(['insights', '--words'], { home });
  expect(stdout).toContain('  1 October, about D., 70%: it happened.\n    A secret hope\n');
});

describe('filters', () => {
  test('choose the guess, not what became of it', async () => {
    const home = freshHome();
    putGuess(home, 1, 70, 'untested');
    const untested =
      '1 guess was never put to the test.\n  1 October, about D., 70%: it was never put to the test.\n    Suppose you take that piece on fully, answer for the result, and nobody\n';
    for (const flags of [
      [],
      ['--about', 'd.'],
      ['--role', 'member'],
      ['--until', '2026-10-31'],
      ['--since', '2026-10-01'],
    ]) {
      const { stdout } = await coach(['insights', ...flags], { home });
      expect(stdout).toContain(untested);
    }
    const { stdout } = await coach(['insights', '--since', '2026-10-02'], { home });
    expect(stdout).toMatch(/^Nothing to show for these entries yet\. /);
    expect(await coach(['insights', '--about', 'K.'], { home })).toEqual(printed('No entries match.\n'));
  });

  test.each([['insights'], ['journal']])(
    'days the wrong way round matched nothing in %s, and nobody said so',
    async (command) => {
      const days = ['--since', '2026-11-22', '--until', 'yesterday'];
      expect(await coach([command, ...days], { home: freshHome() })).toEqual(
        refused(
          'coach: --since 2026-11-22 is later than --until 2026-11-21\n  Put them the other way round: --since 2026-11-21 --until 2026-11-22\n',
        ),
      );
    },
  );

  test('--about without a name asks for it', async () => {
    const home = freshHome();
    putGuess(home, 1, 70, 'untested');
    const { stdout } = await coach(['insights', '--about'], { home, prompter: scripted('D.') });
    expect(stdout).toContain('never put to the test');
  });
});

test('a file that cannot be read is named, and hides nothing', async () => {
  const home = freshHome();
  putGuess(home, 1, 70, 'untested');
  putEntry(home, { id: '9999999999', at: 'nonsense', bank: 'member' });
  const { stdout, stderr, exitCode } = await coach(['insights'], { home });
  expect(stdout).toContain('never put to the test');
  expect(stderr).toContain('This file was skipped and left as it was.');
  expect(exitCode).toBe(0);
});

test('a scale of one’s own bears its name, or its id where the bank is gone', async () => {
  const home = freshHome();
  for (const [at, bank] of ['checkin', 'gone'].entries()) {
    putEntry(home, {
      id: idOf(at),
      at: '2026-11-20T10:00:00+01:00',
      bank,
      front: 'role: manager\n',
      body: `\n## How much room today?\n<!-- coach: ${bank === 'gone' ? 'gone-room' : 'checkin-responsibility'} scale -->\n\n3\n`,
    });
  }
  expect(await coach(['insights'], { home })).toEqual(
    printed(
      'Ratings\nHow much room you left for others: 3 (20 November).\ngone-room: 3 (20 November).\nA trend is shown once there are 30 ratings.\n',
    ),
  );
  const { stdout } = await coach(['insights', '--words'], { home });
  expect(stdout).toContain('\nHow much room today? 3 (20 November).\n');
});
