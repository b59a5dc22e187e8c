import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { builtInBanks } from '../../prompts/banks.ts';
import { coach, failed, freshHome, printed, put, refused } from '../coach.ts';

const BUILT_IN = `agreement\tWhat the two of you agreed on\t6\tbuilt-in
align\tWho decides, seen from both sides\t10\tbuilt-in
challenge\tFrom leaning on others, through standing alone, to counting on each other\t59\tbuilt-in
checkin\tTwo minutes today\t28\tbuilt-in
debrief\tAfter a detailed conversation\t13\tbuilt-in
guess\tOne guess\t2\tbuilt-in
lookback\tA look back\t9\tbuilt-in
manager\tWhen you stay close to other people's work\t25\tbuilt-in
member\tWhen your work is closely managed\t26\tbuilt-in
moment\tOne moment\t4\tbuilt-in
note\tA free page\t1\tbuilt-in
prepare\tBefore a detailed conversation\t26\tbuilt-in
review\tWhat became of it\t13\tbuilt-in
with-me\tHow to work with me\t7\tbuilt-in
`;

const MINE = `bank: mine
version: 1
role: both
title: My own page
intro: Words.
questions:
  - id: mine-word
    type: text
    ask: {manager: "Which word was theirs?", member: "Which word was yours?"}
`;

function withBank(name: string, source: string): { readonly home: string; readonly file: string } {
  const home = freshHome();
  return { home, file: put(path.join(home, 'data/banks', `${name}.yaml`), source) };
}

describe('the list', () => {
  test('holds the built-in ones, and then one’s own', async () => {
    expect(await coach(['banks'], { home: freshHome() })).toEqual(printed(BUILT_IN));
    const { home } = withBank('mine', MINE);
    expect(await coach(['banks'], { home })).toEqual(printed(`${BUILT_IN}mine\tMy own page\t1\town\n`));
  });

  test('has one’s own in the place of a built-in one', async () => {
    const { home } = withBank('note', MINE.replaceAll('mine', 'note'));
    const { stdout } = await coach(['banks'], { home });
    expect(stdout).toBe(
      `${BUILT_IN.replace('note\tA free page\t1\tbuilt-in\n', '')}note\tMy own page\t1\town\n`,
    );
  });

  test('fits a narrow screen and says where one’s own live', async () => {
    const { home } = withBank('mine', MINE);
    const { stdout } = await coach(['banks'], { home, screen: true, width: 40 });
    expect(stdout).toMatch(
      /^agreement {2}What[^]+\nchallenge {2}From leaning on others,\n {11}through standing alone, to\n {11}counting on each other \(59\n {11}questions\)\n/,
    );
    expect(stdout).toContain('mine       My own page (1 question,\n           yours)\n');
    expect(stdout.replace(/\s/g, '')).toContain(`Yourownquestionsetsarein${home}/data/banks`);
  });

  test('names a broken one and shows the others', async () => {
    const { home, file } = withBank('mine', MINE.replace('version: 1', 'version: one'));
    const { stdout, stderr, exitCode } = await coach(['banks'], { home });
    expect({ stdout, exitCode }).toEqual({ stdout: BUILT_IN, exitCode: 1 });
    expect(stderr).toMatch(/^coach: .+mine\.yaml:2:10: .+\ncoach: 1 question set has problems\n$/);
    expect(stderr).toContain(file);
  });
});

describe('show', () => {
  test.each(builtInBanks.map(({ bank }) => bank))('prints $name to read', async ({ name, title }) => {
    const { stdout, stderr, exitCode } = await coach(['banks', 'show', name], { home: freshHome() });
    expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 });
    expect(stdout).toMatch(/[^\n]\n$/);
    expect(stdout.split('\n')[0]).toBe(`# ${title}`);
  });

  test('prints only what a role is asked, in its wording', async () => {
    const { home } = withBank('mine', MINE);
    const both = await coach(['banks', 'show', 'mine'], { home });
    expect(both.stdout).toContain('As a manager: Which word was theirs?');
    const { stdout } = await coach(['banks', 'show', 'mine', '--role', 'member'], { home });
    expect(stdout).toBe(`# My own page

Words.

Question set mine, version 1, role both

## Questions

1. Which word was yours?
   mine-word, text, not in the short version
`);
  });

  test.each([
    { argv: ['menager'], says: 'there is no question set "menager"\n  Did you mean manager?' },
    {
      argv: ['member', '--role', 'boss'],
      says: 'there is no role "boss"\n  The roles are manager and member.',
    },
    { argv: [], says: "missing required argument 'bank'\n  To see how to use it: coach banks show --help" },
  ])('refuses $argv', async ({ argv, says }) => {
    expect(await coach(['banks', 'show', ...argv], { home: freshHome() })).toEqual(
      refused(`coach: ${says}\n`),
    );
  });

  test('of a broken one says what is wrong', async () => {
    const { home, file } = withBank('mine', `${MINE}colour: blue\n`);
    expect(await coach(['banks', 'show', 'mine'], { home })).toEqual(
      failed(expect.stringContaining(`coach: ${file}:10:1: `)),
    );
  });
});

describe('check', () => {
  test('of a good file says so, with remarks on the wording', async () => {
    const home = freshHome();
    put(path.join(home, 'draft.yaml'), MINE);
    expect(await coach(['banks', 'check', 'draft.yaml'], { home })).toEqual(
      printed('draft.yaml: 1 question, no problems\n'),
    );
    put(path.join(home, 'draft.yaml'), MINE.replace('Which word was yours?', 'Why should you? Why?'));
    expect((await coach(['banks', 'check', './draft.yaml'], { home })).stdout)
      .toBe(`./draft.yaml: 1 question, no problems
mine-word: begins with "why"
mine-word: has two question marks
mine-word: says "should"
`);
  });

  test.each(['mine', 'mine.yaml'])('finds one’s own by its name: %s', async (word) => {
    const { home } = withBank('mine', MINE);
    expect(await coach(['banks', 'check', word], { home })).toEqual(
      printed(`${word}: 1 question, no problems\n`),
    );
    expect((await coach(['banks', 'check', 'note'], { home })).stdout).toBe(
      'note: 1 question, no problems\n',
    );
  });

  test('takes a file where one stands before a bank of that name', async () => {
    const { home } = withBank('mine', MINE);
    put(path.join(home, 'mine.yaml'), 'bank: mine\n');
    expect((await coach(['banks', 'check', 'mine.yaml'], { home })).exitCode).toBe(1);
    expect((await coach(['banks', 'check', 'mine'], { home })).exitCode).toBe(0);
  });

  test('says all that is wrong, with line and column', async () => {
    const home = freshHome();
    put(
      path.join(home, 'bad.yaml'),
      `bank: mine
version: 0
role: boss
title: T
intro: I
questions:
  - {id: mine-word, type: txet, ask: "Which?"}
  - {id: mine-word, type: text, ask: "Which?", nugde: "x"}
`,
    );
    const { stdout, stderr, exitCode } = await coach(['banks', 'check', 'bad.yaml'], { home });
    expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 1 });
    const places = Array.from(stderr.matchAll(/bad\.yaml:(\d+:\d+): /g), ([, place]) => place);
    expect(places).toEqual(['2:10', '3:7', '7:27', '8:10', '8:48']);
  });

  test.each([
    { file: 'nope.yaml', says: 'cannot read nope.yaml: there is no such file (ENOENT)' },
    { file: '.', says: 'cannot read .: it is a folder (EISDIR)' },
  ])('cannot read $file', async ({ file, says }) => {
    expect(await coach(['banks', 'check', file], { home: freshHome() })).toEqual(failed(`coach: ${says}\n`));
  });

  test('a name that no question set goes by was told as a missing file', async () => {
    expect(await coach(['banks', 'check', 'mement'], { home: freshHome() })).toMatchObject({
      stderr: 'coach: there is no question set "mement"\n  Did you mean moment?\n',
      exitCode: 2,
    });
  });
});

describe('new', () => {
  test('writes a template that passes the check, is listed and can be asked', async () => {
    const home = freshHome();
    const file = path.join(home, 'data/banks/my-team.yaml');
    expect(await coach(['banks', 'new', 'my-team'], { home })).toEqual({
      stdout: `${file}\n`,
      stderr: 'Edit it, then run: coach reflect my-team\n',
      exitCode: 0,
    });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(path.dirname(file)).mode & 0o777).toBe(0o700);
    expect((await coach(['banks', 'check', 'my-team'], { home })).stdout).toBe(
      'my-team: 9 questions, no problems\n',
    );
    expect((await coach(['banks'], { home })).stdout).toContain('my-team\tMy own questions\t9\town\n');
    const { stdout } = await coach(['reflect', 'my-team', '--template'], { home });
    expect(stdout).toContain('\nmy-team-moment:\n');
  });

  test('never writes over one that is there', async () => {
    const { home, file } = withBank('mine', MINE);
    expect(await coach(['banks', 'new', 'mine'], { home })).toEqual(
      refused(`coach: there is already a question set called "mine": ${file}\n  Choose another name.\n`),
    );
    expect(readFileSync(file, 'utf8')).toBe(MINE);
    expect(await coach(['banks', 'new', 'member'], { home })).toEqual(
      refused(
        expect.stringMatching(/^coach: there is already a question set called "member": .+member\.yaml\n/),
      ),
    );
  });

  test.each(['Mine', 'my_team', '-x', 'a--b', '../x', 'x'.repeat(61), ''])(
    'refuses the name "%s"',
    async (name) => {
      const home = freshHome();
      expect(await coach(['banks', 'new', '--', name], { home })).toEqual(
        refused(`coach: "${name}" cannot be the name of a question set
  Use at most 60 lower-case letters, digits and hyphens, for example: coach banks new my-team
`),
      );
    },
  );
});

test('refuses what is no command of it', async () => {
  expect(await coach(['banks', 'shwo', 'member'], { home: freshHome() })).toEqual(
    refused("coach: unknown command 'shwo'\n  Did you mean show?\n"),
  );
});
