import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { coach, failed, freshHome, journalJson, printed, put, refused } from '../coach.ts';
import { CTRL_C, scripted } from '../scripted.ts';

const saved = (bank: string): object => printed(`Saved.\n2026/11/2026-11-22-091405-${bank}-001k3x8m2p.md\n`);

const NO_TERMINAL = (typed: string): object =>
  failed(`coach: there is no terminal to ask questions in
  To answer from a file: coach reflect ${typed} --template >answers.yaml, fill it in, then run it again with --answers answers.yaml
`);

describe('--at', () => {
  test.each([
    { words: '2026-11-20', at: '2026-11-20', day: '2026-11-20' },
    { words: '2026-11-20T18:00', at: '2026-11-20T18:00:00+01:00', day: '2026-11-20' },
    { words: '2026-11-20T18:00+09:00', at: '2026-11-20T18:00:00+09:00', day: '2026-11-20' },
    { words: '2026-11-20T02:00', at: '2026-11-20T02:00:00+01:00', day: '2026-11-19' },
    { words: 'Yesterday 18:00', at: '2026-11-21T18:00:00+01:00', day: '2026-11-21' },
    { words: 'last monday', at: '2026-11-16', day: '2026-11-16' },
    { words: '2 hours ago', at: '2026-11-22T07:14:05+01:00', day: '2026-11-22' },
    { words: '9 am', at: '2026-11-22T09:00:00+01:00', day: '2026-11-22' },
    { words: 'now', at: '2026-11-22T09:14:05+01:00', day: '2026-11-22' },
    { words: '0001-01-01', at: '0001-01-01', day: '0001-01-01' },
  ])('$words', async ({ words, at, day }) => {
    const home = freshHome();
    await coach(['reflect', 'note', '--at', words], { home, stdin: 'x' });
    expect(await journalJson(home)).toMatchObject([{ at, day, written: '2026-11-22T09:14:05+01:00' }]);
  });

  test.each(['noon', 'tomorrow', '2026-11-22T09:14:06', '2026-02-30', '0000-01-01', 'some day', ''])(
    'refuses "%s"',
    async (words) => {
      const ran = await coach(['reflect', 'note', '--at', words], { home: freshHome(), stdin: 'x' });
      expect(ran).toEqual(
        refused(
          `coach: "${words}" is not a time in the past\n  Write it as 2026-11-20T18:00, "yesterday 18:00", "last monday" or "2 hours ago".\n`,
        ),
      );
    },
  );
});

describe('a page of one text', () => {
  test('is saved from standard input as it comes, without its last line feed', async () => {
    const home = freshHome();
    const stdin = '# Not a heading\n\n---\ncoach: 2\n<!-- coach: note-text text -->\n  indented\n\n';
    expect(
      await coach(['reflect', 'note', '--tag', 'way home', '--tag', '#way-home'], { home, stdin }),
    ).toEqual(saved('note'));
    expect(await journalJson(home)).toMatchObject([
      { tags: ['way-home'], role: null, answers: [{ value: stdin.trimEnd() }] },
    ]);
  });

  test.each(['', '\n \n', '\u0007'])('is not made of %j', async (stdin) => {
    expect(await coach(['reflect', 'note'], { home: freshHome(), stdin })).toEqual(
      failed(`coach: standard input has no text, and without a terminal coach cannot ask you
  Nothing was saved. Give it some text, for example: echo "A thought on the way home" | coach reflect note
`),
    );
  });
});

describe('what is named on the command line', () => {
  test.each([
    { argv: ['nember'], says: 'there is no question set "nember"\n  Did you mean member?' },
    {
      argv: ['poetry'],
      says: 'there is no question set "poetry"\n  The question sets are agreement, align, challenge, checkin, debrief, guess, lookback, manager, member, moment, note, prepare, review, with-me.',
    },
    { argv: ['\u001b[31mx'], says: expect.stringContaining('"x"') },
    { argv: ['--role', 'manger'], says: 'there is no role "manger"\n  Did you mean manager?' },
    {
      argv: ['--question', 'member-fel'],
      says: 'there is no question "member-fel" in any question set\n  Did you mean member-felt?',
    },
    {
      argv: ['member', '--question', 'manager-fit'],
      says: 'there is no question "manager-fit" in the question set member\n  coach banks show member lists its questions.',
    },
    {
      argv: ['challenge', '--step', 'step-se'],
      says: 'there is no step "step-se" in the question set challenge\n  Did you mean step-see?',
    },
    {
      argv: ['challenge', '--step', 'first'],
      says: 'there is no step "first" in the question set challenge\n  The steps are step-see, step-their-view, step-own, step-name, step-clear, step-run, step-both, step-carry.',
    },
    {
      argv: ['member', '--step', 'step-see'],
      says: 'there is no step "step-see" in the question set member\n  The question set member has no steps.',
    },
    {
      argv: ['challenge', '--template', '--role', 'member'],
      says: 'which step of challenge?\n  Add --step with one of: step-see, step-their-view, step-own, step-name, step-clear, step-run, step-both, step-carry',
    },
    {
      argv: ['manager', '--role', 'member', '--template'],
      says: 'the question set manager is for the role manager, not member\n  Leave out --role, or run: coach reflect member',
    },
    {
      argv: [],
      says: 'which role?\n  Add --role member or --role manager, or run: coach config set role member',
    },
    { argv: ['note', '--about'], says: '--about needs a name here\n  For example: --about D.' },
    {
      argv: ['one', 'two'],
      says: "too many arguments for 'reflect'. Expected 1 argument but got 2.\n  To see how to use it: coach reflect --help",
    },
    { argv: ['--rloe', 'member'], says: "unknown option '--rloe'\n  Did you mean --role?" },
    {
      argv: ['--answers'],
      says: "option '--answers <file>' argument missing\n  To see how to use it: coach reflect --help",
    },
  ])('$argv is refused', async ({ argv, says }) => {
    const ran = await coach(['reflect', ...argv], { home: freshHome(), stdin: 'x' });
    expect(ran).toEqual(refused(expect.any(String)));
    expect(ran.stderr.replace(/^coach: |\n$/g, '')).toEqual(says);
  });

  test.each([
    { argv: ['member'], typed: 'member' },
    { argv: ['--role', 'micromanager'], typed: 'manager --role micromanager' },
    { argv: ['--question', 'rot-m-waited'], typed: 'checkin --question rot-m-waited' },
    { argv: ['challenge', '--step', 'step-own'], typed: 'challenge --step step-own' },
    {
      argv: ['member', '--short', '--about', 'D. F.', '--tag', 'a', '--tag', 'b', '--at', 'yesterday'],
      typed: "member --about 'D. F.' --short --tag a --tag b --at yesterday",
    },
    { argv: ['member', '--about'], typed: 'member --about NAME' },
  ])('$argv needs a terminal or answers, and what was typed is not lost', async ({ argv, typed }) => {
    expect(await coach(['reflect', ...argv], { home: freshHome() })).toEqual(NO_TERMINAL(typed));
  });

  test('the role that is remembered chooses the bank', async () => {
    const home = freshHome();
    await coach(['config', 'set', 'role', 'manager'], { home });
    expect(await coach(['reflect'], { home })).toEqual(NO_TERMINAL('manager'));
  });
});

describe('a bank of one’s own', () => {
  const MINE = `bank: mine
version: 3
role: none
title: My own page
intro: Words.
questions:
  - {id: mine-word, type: text, ask: "Which word?"}
`;

  test('is found, and takes a built-in one’s place', async () => {
    const home = freshHome();
    put(path.join(home, 'data/banks/mine.yaml'), MINE);
    put(path.join(home, 'data/banks/note.yaml'), MINE.replaceAll('mine', 'note'));
    expect(await coach(['reflect', 'mine'], { home, stdin: 'Now' })).toEqual(saved('mine'));
    await coach(['reflect', 'note'], { home, stdin: 'Then' });
    expect(await journalJson(home)).toMatchObject([
      { bank: 'note', bankVersion: 3, title: 'My own page', answers: [{ question: 'note-word' }] },
      { bank: 'mine', answers: [{ asked: 'Which word?', value: 'Now' }] },
    ]);
  });

  test('that is broken is named with line and column, and hides no other', async () => {
    const home = freshHome();
    const file = put(path.join(home, 'data/banks/mine.yaml'), MINE.replace('type: text', 'tpye: text'));
    const ran = await coach(['reflect', 'mine'], { home, stdin: 'x' });
    expect(ran).toMatchObject({ stdout: '', exitCode: 1 });
    expect(ran.stderr).toContain(`\n${file}:7:21: a question has no key "tpye"; did you mean "type"?`);
    expect(await coach(['reflect', '--question', 'member-felt'], { home })).toEqual(
      NO_TERMINAL('member --question member-felt'),
    );
    expect(await coach(['reflect', 'note'], { home, stdin: 'x' })).toEqual(saved('note'));
  });

  test('that has another name than its file is refused', async () => {
    const home = freshHome();
    const file = put(path.join(home, 'data/banks/yours.yaml'), MINE);
    expect(await coach(['reflect', 'yours'], { home })).toEqual(
      failed(
        `coach: ${file}:1:1: bank: expected yours, the name of the file, not mine\n  Rename one of the two.\n`,
      ),
    );
  });
});

test('the role of the last sitting is taken the next time, unless one is set', async () => {
  const home = freshHome();
  put(path.join(home, 'state/shown.json'), '{"shown":["first-run","boundary"]}');
  await coach(['reflect', 'member', '--answers', '-'], { home, stdin: 'member-felt: Calm.\n' });
  await coach(['reflect', 'note'], { home, stdin: 'Calm.' });
  const prompter = scripted(CTRL_C);
  const { stdout } = await coach(['reflect', '--full', '--about', ''], { home, prompter });
  expect(stdout).toContain('When your work is closely managed · member\n');
  expect(prompter.seen).toEqual(['ask member-situation']);
});
