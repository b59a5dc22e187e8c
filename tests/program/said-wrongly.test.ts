import { expect, test } from 'vitest';
import { ratedQuestions } from '../../src/domain/record/scale-series.ts';
import { checkIns } from '../house/example-values/domain.ts';
import { coach, freshHome, journalOf, put, putEntry, refused, settledHome } from '../cli/coach.ts';
import { CTRL_C, scripted } from '../cli/scripted.ts';
import { homeAt } from '../challenge/command/challenge-homes.ts';

test('the command to type next had lost whom it was about', async () => {
  const { stderr } = await coach(['challenge', 'ready', '--about', 'D.'], { home: freshHome() });
  expect(stderr).toContain('coach challenge ready --about D. --template');
});

test('a flag of the list was passed over in silence where one entry is shown', async () => {
  const ran = await coach(['journal', 'show', 'last', '--limit', '3'], { home: freshHome() });
  expect(ran).toMatchObject({ stdout: '', exitCode: 2 });
  expect(ran.stderr).toContain('--limit');
});

test('a word that was searched for was taken for the command whose help is named', async () => {
  const { stderr } = await coach(['journal', '--search', 'edit', '--limit'], { home: freshHome() });
  expect(stderr).toContain('coach journal --help');
});

test('--plain without anything that is asked was passed over in silence', async () => {
  expect(await coach(['journal', '--plain'], { home: freshHome() })).toEqual(
    refused('coach: --plain works only with --browse\n  For example: coach journal --browse --plain\n'),
  );
});

test.each([['reflect', 'note'], ['checkin'], ['challenge', 'ready'], ['challenge', 'stop']])(
  'answers beside --template were passed over in silence: %s %s',
  async (...command) => {
    const words = [...command.filter(Boolean), '--answers', '-', '--template'];
    expect(await coach(words, { home: freshHome(), stdin: '{}' })).toEqual(
      refused("coach: option '--template' cannot be used with option '--answers <file>'\n"),
    );
  },
);

test('a file that cannot be read was named twice by a review of one entry', async () => {
  const home = freshHome();
  putEntry(home, { id: '1111111111', at: '2026-11-20T10:00:00+01:00' });
  put(`${journalOf(home)}/2026/11/broken.md`, '---\nid: 1\ncoach: 1\n---\n');
  const { stderr } = await coach(['review', '1111'], { home });
  expect(stderr.match(/broken\.md/g)?.length ?? 0).toBe(
    (await coach(['journal'], { home })).stderr.match(/broken\.md/g)?.length,
  );
});

test('Ctrl-C in a review named coach reflect for what coach review offers', async () => {
  const home = settledHome();
  await coach(['reflect', 'member', '--answers', '-', '--at', '2026-11-10'], {
    home,
    stdin: JSON.stringify({ 'member-commitment': { then: 'ask', by: '2026-11-20' } }),
  });
  const { stderr } = await coach(['review'], { home, prompter: scripted('Yes', CTRL_C) });
  expect(stderr).toBe('\nYour answers are kept. Run coach review to go on.\n');
});

test('one entry to import was said to be from a day to the same day', async () => {
  const home = freshHome();
  const entry = { title: 'y', body: 'x', date: '2026-11-21', time: '10:00', tags: [], starred: false };
  put(`${home}/old.json`, JSON.stringify({ tags: {}, entries: [entry] }));
  const { stdout } = await coach(['journal', 'import', 'old.json', '--dry-run'], { home });
  expect(stdout).toContain('1 entry, dated 2026-11-21.');
});

test('a near name of a challenge was not offered where its page is shown', async () => {
  const home = await homeAt(1, { about: 'Åsa' });
  const { stdout } = await coach(['challenge', '--about', 'Asa'], { home });
  expect(stdout).toMatch(/^There is no challenge yet about Asa\. Did you mean Åsa\?\n/);
  // Between initials of one letter any other one is near.
  const initials = await homeAt(1, { about: 'D.' });
  expect((await coach(['challenge', '--about', 'E.'], { home: initials })).stdout).not.toContain('mean');
});

test('two conversations about one person on one day were two equal lines', async () => {
  const home = freshHome();
  for (const at of ['2026-11-20T10:00', '2026-11-20T15:30']) {
    await coach(['reflect', 'prepare', '--role', 'manager', '--about', 'D.', '--at', at, '--answers', '-'], {
      home,
      stdin: 'prepare-when: 2026-11-21\nprepare-prediction: {likelihood: 30}\n',
    });
  }
  const { stdout } = await coach([], { home });
  const lines = stdout.split('\n').filter((line) => line.includes(' conversation'));
  expect(lines).toHaveLength(2);
  for (const time of ['10:00', '15:30'])
    expect(lines.filter((line) => line.includes(`at ${time}: coach`))).toHaveLength(1);
});

test('one person in two spellings of Unicode was counted as two people', () => {
  const entries = ['\u00c5sa', 'A\u030asa', ' åsa'].flatMap((about) =>
    checkIns.slice(0, 1).map((checkIn) => ({ ...checkIn, about })),
  );
  expect(ratedQuestions(entries).map(({ names }) => names.length)).toEqual([1]);
});
