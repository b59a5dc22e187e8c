import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import type { Command } from 'commander';
import { describe, expect, test } from 'vitest';
import { builtInBanks } from '../prompts/banks.ts';
import { ARGUMENT_VALUES, FLAG_VALUES } from '../../src/program/completion/completion-values.ts';
import { coach, filesBelow, freshHome, journalOf, put, putEntry, refused } from '../cli/coach.ts';
import { program } from '../cli/program.ts';

const BANKS = builtInBanks.map(({ bank }) => bank.name);

/** The offers for the last of some words, at a press of the Tab key. */
async function offered(home: string, ...words: readonly string[]): Promise<readonly string[]> {
  const { stdout, stderr, exitCode } = await coach(['complete', ...words.map((word) => `:${word}`)], {
    home,
  });
  expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 });
  return stdout
    .split('\n')
    .filter((line) => line.includes('\t'))
    .map((line) => line.split('\t')[0] ?? '');
}

describe('a script', () => {
  test.each([
    { shell: 'bash', holds: 'complete -F _coach_complete coach' },
    { shell: 'zsh', holds: '#compdef coach' },
    { shell: 'fish', holds: 'complete -c coach' },
    { shell: 'powershell', holds: 'Register-ArgumentCompleter' },
  ])('is printed for $shell', async ({ shell, holds }) => {
    const { stdout, stderr, exitCode } = await coach(['completion', shell], { home: freshHome() });
    expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 });
    expect(stdout).toContain(holds);
    expect(stdout).toContain('coach complete ');
  });

  test.each([
    { argv: ['bsh'], says: 'there is no completion for "bsh"\n  Did you mean bash?' },
    {
      argv: ['tcsh'],
      says: 'there is no completion for "tcsh"\n  The shells are bash, zsh, fish, powershell.',
    },
    { argv: [], says: "missing required argument 'shell'\n  To see how to use it: coach completion --help" },
  ])('is refused for $argv', async ({ argv, says }) => {
    expect(await coach(['completion', ...argv], { home: freshHome() })).toEqual(refused(`coach: ${says}\n`));
  });
});

/** Whether the shell is told to complete the names of files. */
async function takesFiles(...words: readonly string[]): Promise<boolean> {
  const { stdout } = await coach(['complete', ...words.map((word) => `:${word}`)], { home: freshHome() });
  return stdout.endsWith(':files\n');
}

test('a script runs nothing that stands on the line, and nothing but coach', async () => {
  const scripts: string[] = [];
  for (const shell of ['bash', 'zsh', 'fish', 'powershell'])
    scripts.push((await coach(['completion', shell], { home: freshHome() })).stdout);
  for (const script of scripts) {
    expect(script).not.toMatch(/\beval\b|\biex\b|Invoke-|ExpandString|scriptblock\]|compgen|xargs|\bsh -c/i);
    expect(script.split('\n').length).toBeLessThan(45);
  }
  const [powershell = ''] = scripts.slice(-1);
  // No PowerShell has tried it: of a word nothing is left that could mean something, and one call is made.
  expect(powershell).toContain("-replace '[^A-Za-z0-9=.-]', '_'");
  expect(powershell.match(/^ *coach .*$/gm)).toEqual(['  coach complete @words 2>$null | ForEach-Object {']);
});

describe('at the Tab key', () => {
  test.each([
    { words: ['jour'], are: ['journal'] },
    { words: ['journal', ''], are: ['show', 'edit', 'delete', 'restore', 'history', 'export', 'import'] },
    { words: ['config', ''], are: ['list', 'get', 'set', 'path'] },
    {
      words: ['config', 'set', ''],
      are: [
        'role',
        'about',
        'journal',
        'editor',
        'day-ends',
        'checkin-days',
        'keep-inside',
        'show-plans',
        'on-this-day',
        'keep-versions',
        'remember-due',
        'sync',
        'sync-author',
        'plain',
      ],
    },
    { words: ['reflect', '--ro'], are: ['--role'] },
    { words: ['reflect', '--role', ''], are: ['manager', 'member'] },
    { words: ['banks', 'show', 'manager', '--role', 'me'], are: ['member'] },
    { words: ['journal', '--bank', 'me'], are: ['member'] },
    {
      words: ['journal', 'export', '--format', ''],
      are: ['json', 'jsonl', 'markdown', 'html', 'csv', 'text', 'jrnl', 'day-one', 'daily-notes'],
    },
    { words: ['journal', 'export', '--format', 'js'], are: ['json', 'jsonl'] },
    {
      words: ['journal', 'import', '--from', ''],
      are: [
        'coach',
        'jrnl',
        'day-one',
        'journey',
        'daylio',
        'fatebook',
        'journal-cli',
        'markdown',
        'headings',
        'lines',
      ],
    },
    { words: ['journal', 'import', 'a.json', '--from', 'd'], are: ['day-one', 'daylio'] },
    { words: ['banks', 'show', 'ch'], are: ['challenge', 'checkin'] },
    { words: ['schedule', ''], are: ['add', 'list', 'remove'] },
    { words: ['schedule', 'add', '16:30', '--on', ''], are: ['daily', 'workdays', 'weekends'] },
    { words: ['schedule', 'add', '16:30', '--print', ''], are: ['systemd', 'launchd'] },
    { words: ['--color', ''], are: ['auto', 'always', 'never'] },
    { words: ['nonsense', 'x'], are: [] },
    { words: ['journal', 'show', '--', '--'], are: [] },
    { words: ['config', 'set', 'role', ''], are: ['manager', 'member', 'both'] },
    { words: ['config', 'set', 'about', ''], are: [] },
    { words: ['reflect', '--role=me'], are: ['--role=member'] },
    { words: ['reflect', '"--role"', '"me'], are: ['member'] },
    { words: ['journal', '--sort', ''], are: ['newest', 'relevance'] },
    { words: ['journal', '--limit', ''], are: ['all'] },
    { words: ['journal', '--about', ''], are: [] },
    { words: ['journal', '--about', '--f'], are: ['--full'] },
    { words: ['journal', '--tag', '--bank', '--fu'], are: ['--full'] },
    { words: ['journal', '--full', '--fu'], are: [] },
    { words: ['journal', '--tag', 'a', '--ta'], are: ['--tag'] },
    { words: ['reflect', 'prepare', '--question', 'prepare-wa'], are: ['prepare-want'] },
    { words: ['journal', '--bank', 'debrief', '--question', 'prepare-wa'], are: [] },
    { words: ['journal', '--question', 'prepare-wa'], are: ['prepare-want'] },
    { words: ['completion', ''], are: ['bash', 'zsh', 'fish', 'powershell'] },
    { words: ['pause', ''], are: [] },
    { words: ['resume', ''], are: ['--help'] },
  ])('after $words', async ({ words, are }) => {
    expect(await offered(freshHome(), ...words)).toEqual(are);
  });

  test('every command is offered that help lists', async () => {
    const { stdout } = await coach(['--help'], { home: freshHome() });
    const commands = stdout.slice(stdout.indexOf('Write:'), stdout.indexOf('Start with:'));
    const listed = Array.from(commands.matchAll(/^ {2}([a-z-]+)/gm), ([, name]) => name);
    expect(await offered(freshHome(), '')).toEqual(listed);
  });

  test('banks are the built-in ones and one’s own', async () => {
    const home = freshHome();
    put(path.join(home, 'data/banks/mine.yaml'), 'broken');
    expect(await offered(home, 'reflect', '')).toEqual([...BANKS, 'mine']);
  });

  test.each([
    { words: ['checkin', '--answers', ''], are: true },
    { words: ['checkin', '--answers=a'], are: true },
    { words: ['journal', 'export', '--to', 'a'], are: true },
    { words: ['journal', 'import', ''], are: true },
    { words: ['banks', 'check', ''], are: true },
    { words: ['config', 'set', 'journal', ''], are: true },
    { words: ['journal', 'edit', './a'], are: true },
    { words: ['journal', 'export', '>', ''], are: true },
    { words: ['journal', 'export', '2>', 'a'], are: true },
    { words: ['journal', 'import', '--dry-run', '>', 'a', '--from', ''], are: false },
    { words: ['journal', ''], are: false },
    { words: ['journal', '--search', ''], are: false },
    { words: ['config', 'set', 'about', ''], are: false },
  ])('files after $words: $are', async ({ words, are }) => {
    expect(await takesFiles(...words)).toBe(are);
  });

  test('entries are offered by their ids, the newest first, and those in the trash to be restored', async () => {
    const home = freshHome();
    for (const [id, at] of [
      ['1aaaaaaaaa', '2026-10-01T09:00:00+01:00'],
      ['2aaaaaaaaa', '2026-11-01T09:00:00+01:00'],
    ] as const)
      putEntry(home, { id, at, title: 'D. and I', front: 'about: D.\ntags: [secret]\n' });
    put(path.join(journalOf(home), 'D-and-I.md'), 'of their own');
    put(path.join(journalOf(home), 'trash/2026-11-02-090000-note-3aaaaaaaaa.md'), 'broken');
    expect(await offered(home, 'journal', 'show', '')).toEqual(['last', '2aaaaaaaaa', '1aaaaaaaaa']);
    expect(await offered(home, 'review', '1')).toEqual(['1aaaaaaaaa']);
    expect(await offered(home, 'journal', 'restore', '')).toEqual(['last', '3aaaaaaaaa']);
    const { stdout } = await coach(['complete', ':journal', ':show', ':'], { home });
    expect(stdout).not.toMatch(/D\.|secret/);
  });

  test('nothing is written, and what cannot be read has nothing to offer and is not told', async () => {
    const home = freshHome();
    put(path.join(home, 'data/banks/mine.yaml'), 'broken: [');
    put(path.join(home, 'config/settings.json'), '{broken');
    put(path.join(home, 'state/drafts/a.yaml'), 'broken');
    put(path.join(journalOf(home), '2026/11/2026-11-01-090000-note-2aaaaaaaaa.md'), '\u0000');
    const before = filesBelow(home);
    expect(await offered(home, 'journal', 'show', '')).toEqual([]);
    expect(await offered(home, 'reflect', 'mine', '--question', '')).toEqual([]);
    expect(await offered(home, 'journal', '--question', 'checkin-tru')).toEqual(['checkin-trust']);
    expect(await offered(home, 'jour')).toEqual(['journal']);
    expect(filesBelow(home)).toEqual(before);
    const fileForJournal = freshHome();
    put(journalOf(fileForJournal), 'a file');
    expect(await offered(fileForJournal, 'journal', 'show', '')).toEqual([]);
    const circle = freshHome();
    mkdirSync(path.join(circle, 'data'));
    symlinkSync(journalOf(circle), journalOf(circle));
    expect(await offered(circle, 'journal', 'show', '')).toEqual([]);
  });

  test('nothing is asked of what might never answer', async () => {
    const home = freshHome();
    mkdirSync(path.join(journalOf(home), '2026/11'), { recursive: true });
    execFileSync('mkfifo', [path.join(journalOf(home), '2026/11/2026-11-01-090000-note-2aaaaaaaaa.md')]);
    expect(await offered(home, 'journal', 'show', '2')).toEqual([]);
    mkdirSync(path.join(home, 'data/banks'));
    execFileSync('mkfifo', [path.join(home, 'data/banks/mine.yaml')]);
    expect(await offered(home, 'journal', '--question', 'checkin-tru')).toEqual(['checkin-trust']);
  });
});

/** What takes words of the person's own, or numbers and days: nothing is known to offer. */
const OWN_WORDS = [
  'about',
  'address',
  'at',
  'branch',
  'for',
  'mine',
  'search',
  'since',
  'tag',
  'until',
  'version',
  'name',
  'number',
  'span',
  'time',
  'words',
  'zone',
];

test('a flag or argument was left without the values that it takes', () => {
  const all = (command: Command): readonly Command[] => [command, ...command.commands.flatMap(all)];
  const commands = all(program);
  const flags = commands
    .flatMap(({ options }) => options)
    .filter(({ required, optional, argChoices }) => (required || optional) && !argChoices)
    .map((option) => option.attributeName());
  const args = commands
    .flatMap(({ registeredArguments }) => registeredArguments)
    .filter(({ argChoices }) => !argChoices)
    .map((argument) => argument.name());
  const unknown = [
    ...flags.filter((name) => !(name in FLAG_VALUES)),
    ...args.filter((name) => !(name in ARGUMENT_VALUES)),
  ];
  expect(new Set(unknown)).toEqual(new Set(OWN_WORDS));
  expect(Object.keys(FLAG_VALUES).filter((name) => !flags.includes(name))).toEqual([]);
  expect(Object.keys(ARGUMENT_VALUES).filter((name) => !args.includes(name))).toEqual([]);
});
