import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { coach, put, putEntry, ROOT, settledHome } from '../cli/coach.ts';
import { commandsBelow, program, wordsOf } from '../cli/program.ts';
import { shell } from '../cli/shell.ts';

const page = readFileSync(path.join(ROOT, 'docs/assistants.md'), 'utf8');

/** The commands in the first column of the table below a heading, as they are called. */
function commandsBelowHeading(heading: string): readonly string[] {
  const [, section = ''] = page.split(`\n## ${heading}\n`);
  const [part = ''] = section.split('\n## ');
  const rows = Array.from(part.matchAll(/^\| (`coach.*?) \|/gm), ([, cell = '']) => cell);
  return rows.flatMap((cell) => Array.from(cell.matchAll(/`([^`]+)`/g), ([, code = '']) => code));
}

const theirs = commandsBelowHeading('Theirs to run');
const yours = commandsBelowHeading('Yours to run');

/** The words of a call that name a command. */
const named = (call: string): string => /^coach(?: [a-z-]+)*/.exec(call.replace(/ --.*/, ''))?.[0] ?? '';

test('every command is either the assistant’s to run or the person’s', () => {
  const told = [...yours, ...theirs].map(named);
  const untold = commandsBelow(program).filter((command) => {
    const call = `coach ${wordsOf(command).join(' ')}`;
    const below = commandsBelow(command).map((one) => `coach ${wordsOf(one).join(' ')}`);
    return (
      !told.includes(call) &&
      !below.every((one) => told.includes(one)) &&
      !told.some((one) => below.includes(one))
    );
  });
  expect(untold.map((command) => command.name())).toEqual([]);
  expect(yours.filter((call) => named(call) !== 'coach' && theirs.map(named).includes(named(call)))).toEqual(
    [],
  );
});

test('no command that an assistant may run prints a word of an entry, or a name', async () => {
  const CANARY = 'zzcanary';
  const home = settledHome();
  put(path.join(home, 'config/settings.json'), JSON.stringify({ role: 'member', about: CANARY }));
  for (const [at, bank] of ['member', 'challenge', 'note', 'nothing-such'].entries()) {
    putEntry(home, {
      id: String(at).repeat(10),
      at: `2026-11-1${at}T09:00:00+01:00`,
      bank,
      title: CANARY,
      front: `role: member\nabout: ${CANARY}\ntags: [${CANARY}]\n${at === 3 ? 'at: nonsense\n' : ''}`,
      body: `\n${CANARY}\n\n## ${CANARY}?\n<!-- coach: member-felt text -->\n\n${CANARY}\n\n## ${CANARY}?\n<!-- coach: member-commitment commitment -->\n\n- Then: ${CANARY}\n- By: 2026-11-15\n`,
    });
  }
  const values: readonly (readonly [RegExp, string])[] = [
    [/<command>/, 'journal'],
    [/<bank>/, 'member'],
    [/<name>/, 'mine'],
    [/<file>/, 'mine'],
    [/<time>/, '18:00'],
    [/<span...>/, '2 weeks'],
    [/<key> <value>/, 'day-ends 3'],
    [/<shell>/, 'bash'],
  ];
  for (const call of yours) {
    const line = values.reduce((text, [place, value]) => text.replace(place, value), call);
    const { stdout, stderr, exitCode } = await shell(line, { home });
    expect({ line, exitCode }).toEqual({ line, exitCode: line === 'coach doctor' ? 1 : 0 });
    expect({ line, told: `${stdout}${stderr}`.includes(CANARY) }).toEqual({ line, told: false });
  }
  expect((await coach([], { home })).stdout).toContain(CANARY);
});

test('the page can be loaded as it is', () => {
  const [, head = ''] = /^---\n([^]*?)\n---\n/.exec(page) ?? [];
  const { name, description } = parse(head);
  expect(name).toBe('coach');
  expect(description.length).toBeGreaterThan(80);
  expect(description.length).toBeLessThan(1024);
});
