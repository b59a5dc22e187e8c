import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { coach, entryText, filesBelow, freshHome, journalOf, ROOT } from '../cli/coach.ts';
import { PASSPHRASE, putSealed, sealHome } from '../cli/sealed.ts';
import { commandsBelow, program } from '../cli/program.ts';
import { openTerminal } from '../terminal/terminal.ts';

const page = readFileSync(path.join(ROOT, 'docs/encryption.md'), 'utf8');

/** The blocks of the page. */
const blocks = Array.from(page.matchAll(/^```sh\n([\s\S]*?)^```$/gm), ([, block = '']) => block);
const lines = blocks.flatMap((block) => block.split('\n').filter((line) => line.startsWith('coach ')));

test.each(lines)('%s is a command, with options that it has', (line) => {
  const [, ...words] = line.split(' ');
  let command = program;
  for (const word of words) command = commandsBelow(command).find((one) => one.name() === word) ?? command;
  expect(command).not.toBe(program);
  const options = command.options.map(({ long }) => long);
  expect(words.filter((word) => word.startsWith('--') && !options.includes(word))).toEqual([]);
});

test('a computer that does not know the key refuses to read and to write until it was unlocked once', async () => {
  const home = freshHome();
  await sealHome(home);
  for (const argv of [['journal'], ['note']]) {
    const other = { home: freshHome(), env: { COACH_JOURNAL: journalOf(home) }, stdin: 'Rain.' };
    expect(await coach(argv, other)).toMatchObject({
      exitCode: 1,
      stdout: '',
      stderr: expect.stringContaining('coach unlock'),
    });
  }
});

describe.runIf(hasProgram('age'))('without coach', () => {
  const NAME = '2026/11/2026-11-22-000000-entry-k3x8m2p9qa.md';
  const text = entryText({ id: 'k3x8m2p9qa', at: '2026-11-22T09:14:05+01:00', title: 'Rain' });
  const [one = '', all = ''] = blocks.filter((block) => block.includes('age -d'));

  /** Runs a block of the page in the folder of an encrypted journal, and types what is asked for. */
  async function run(block: string): Promise<{ readonly journal: string; readonly said: string }> {
    const home = freshHome();
    await putSealed(home, await sealHome(home), NAME, text);
    const journal = journalOf(home);
    const terminal = openTerminal({ command: 'sh', args: ['-c', block], folder: journal, rows: 40 });
    await terminal.until(/passphrase/);
    await terminal.type(`${PASSPHRASE}\r`);
    expect(await terminal.exited).toEqual({ exitCode: 0 });
    const said = terminal.everything();
    await terminal.close();
    return { journal, said };
  }

  test('one entry is read by the command of the page', async () => {
    expect((await run(one)).said).toContain('# Rain');
  });

  test('all entries are written by the commands of the page, and no key is left', async () => {
    const { journal } = await run(all);
    expect(readFileSync(path.join(journal, NAME), 'utf8')).toBe(text);
    expect(existsSync(path.join(journal, 'key.txt'))).toBe(false);
    expect(filesBelow(journal)).toContain(`${NAME}.age`);
  });
});

function hasProgram(name: string): boolean {
  try {
    execFileSync(name, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
