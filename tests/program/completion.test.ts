import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { builtInBanks } from '../prompts/banks.ts';
import { coach, freshHome, put, refused } from '../cli/coach.ts';

const BANKS = builtInBanks.map(({ bank }) => bank.name);

/** The offers for the last of some words, at a press of the Tab key. */
async function offered(home: string, ...words: readonly string[]): Promise<readonly string[]> {
  const { stdout, stderr, exitCode } = await coach(['complete', '--', ...words], { home });
  expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 });
  return stdout
    .split('\n')
    .filter((line) => line.includes('\t'))
    .map((line) => line.split('\t')[0] ?? '');
}

describe('a script', () => {
  test.each([
    { shell: 'bash', holds: 'complete -o default -F _coach_complete coach' },
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
    { argv: [], says: "missing required argument 'shell'" },
  ])('is refused for $argv', async ({ argv, says }) => {
    expect(await coach(['completion', ...argv], { home: freshHome() })).toEqual(refused(`coach: ${says}\n`));
  });
});

describe('at the Tab key', () => {
  test.each([
    { words: ['jour'], are: ['journal'] },
    { words: ['journal', ''], are: ['show', 'edit', 'delete', 'restore', 'export', 'import'] },
    { words: ['config', ''], are: ['list', 'get', 'set', 'path'] },
    { words: ['config', 'set', ''], are: ['role', 'about', 'journal', 'day-ends', 'checkin-days', 'plain'] },
    { words: ['reflect', '--ro'], are: ['--role'] },
    { words: ['reflect', '--role', ''], are: ['manager', 'member'] },
    { words: ['banks', 'show', 'manager', '--role', 'me'], are: ['member'] },
    { words: ['journal', '--bank', 'me'], are: ['member'] },
    {
      words: ['journal', 'export', '--format', ''],
      are: ['json', 'jsonl', 'markdown', 'html', 'csv', 'text'],
    },
    { words: ['journal', 'export', '--format', 'js'], are: ['json', 'jsonl'] },
    {
      words: ['journal', 'import', '--from', ''],
      are: ['coach', 'jrnl', 'day-one', 'journal-cli', 'markdown', 'lines'],
    },
    { words: ['journal', 'import', 'a.json', '--from', 'd'], are: ['day-one'] },
    { words: ['banks', 'show', 'ch'], are: ['challenge', 'checkin'] },
    { words: ['schedule', ''], are: ['add', 'list', 'remove'] },
    { words: ['schedule', 'add', '16:30', '--on', ''], are: ['daily', 'workdays', 'weekends'] },
    { words: ['schedule', 'add', '16:30', '--print', ''], are: ['systemd', 'launchd'] },
    { words: ['--color', ''], are: ['auto', 'always', 'never'] },
    { words: ['nonsense', 'x'], are: [] },
  ])('after $words', async ({ words, are }) => {
    expect(await offered(freshHome(), ...words)).toEqual(are);
  });

  test('every command is offered that help lists', async () => {
    const { stdout } = await coach(['--help'], { home: freshHome() });
    const commands = stdout.slice(stdout.indexOf('Commands:'), stdout.indexOf('Begin with:'));
    const listed = Array.from(commands.matchAll(/^ {2}([a-z-]+)/gm), ([, name]) => name);
    expect(await offered(freshHome(), '')).toEqual(listed);
  });

  test('banks are the built-in ones and one’s own', async () => {
    const home = freshHome();
    put(path.join(home, 'data/banks/mine.yaml'), 'broken');
    expect(await offered(home, 'reflect', '')).toEqual([...BANKS, 'mine']);
  });
});
