import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  coach,
  CTRL_C,
  CTRL_D,
  DOWN,
  ENTER,
  ESC,
  expectAsBefore,
  filesBelow,
  freshHome,
  openFromScript,
  signal,
} from './coach.ts';
import type { AtCoach, Home } from './coach.ts';

const CANARY = 'Kanarienvogel';
const ANSWERS = {
  about: 'D.',
  'manager-situation': `I opened the draft, ${CANARY}.`,
  'manager-offer': 'Would you like to take it over? D. may say no.',
  'manager-transparent': 'I have been opening your drafts.',
};

async function homeWithEntry(): Promise<{
  readonly home: Home;
  readonly entry: string;
  readonly note: string;
}> {
  const home = freshHome();
  await coach(['reflect', 'manager', '--role', 'manager', '--answers', '-'], home, JSON.stringify(ANSWERS));
  const [entry = ''] = filesBelow(home.journal);
  return { home, entry: path.join(home.journal, entry), note: path.join(home.root, 'note.txt') };
}

/** Ticks the first two answers. */
async function tick({ when, types, until }: AtCoach): Promise<void> {
  await when('Which answers would you like to share?', ' ');
  await until(/> 1 \[x\]/);
  await types(DOWN);
  await until(/> 2 \[ \]/);
  await types(' ');
  await until(/> 2 \[x\]/);
  await types(ENTER);
}

test.each([{ columns: 80 }, { columns: 40 }])(
  'answers are ticked, changed, seen and written, on $columns columns',
  async ({ columns }) => {
    const { home, entry, note } = await homeWithEntry();
    const before = readFileSync(entry, 'utf8');
    const terminal = openFromScript(['share', '--to', note], home, { columns, rows: 60 });
    const { when } = terminal;
    await when('Which answers would you like to share?');
    // Enter alone chooses nothing.
    await terminal.types(ENTER);
    await terminal.says('Nothing is ticked yet.');
    await tick(terminal);
    await when('Do you want to share this?');
    expect(terminal.screen()).not.toContain(CANARY);
    await terminal.types(`3${ENTER}`);
    await when('Which answer?', `2${ENTER}`);
    await when('Ctrl-D: done', ' More.', CTRL_D);
    await when('Do you want to share this?', `4${ENTER}`);
    await when('In place of "D."', `My colleague${ENTER}`);
    await when('Do you want to share this?', `4${ENTER}`);
    await terminal.until(/Put the questions back in\n.*Choose other answers/);
    expect(existsSync(note)).toBe(false);
    const shown = terminal.screen().split('exactly as it will leave:').at(-1)?.split(/^-+$/m)[1] ?? '';
    await terminal.types(`2${ENTER}`);
    await when('Keep a copy in your journal', ENTER);
    expect(await terminal.exited).toEqual({ exitCode: 0 });
    const written = readFileSync(note, 'utf8');
    expect(written).toBe(
      'Would you like to take it over? My colleague may say no.\n\nI have been opening your drafts. More.\n',
    );
    expect(shown.trim().split(/\s+/)).toEqual(written.trim().split(/\s+/));
    expect(readFileSync(entry, 'utf8')).toBe(before);
    expectAsBefore(terminal, home);
  },
);

/** Where somebody may be before the yes. */
const STAGES: readonly { readonly stage: string; readonly go: (at: AtCoach) => Promise<void> }[] = [
  { stage: 'among the answers', go: ({ when }) => when('Which answers would you like to share?', ' ') },
  {
    stage: 'at the look',
    go: async (at) => {
      await tick(at);
      await at.when('Do you want to share this?');
    },
  },
  {
    stage: 'in the words',
    go: async (at) => {
      await tick(at);
      await at.when('Do you want to share this?', `3${ENTER}`);
      await at.when('Which answer?', ENTER);
      await at.when('Ctrl-D: done', 'not this');
    },
  },
  {
    stage: 'at a name',
    go: async (at) => {
      await tick(at);
      await at.when('Do you want to share this?', `4${ENTER}`);
      await at.when('In place of "D."', 'somebody');
    },
  },
];

const ENDS: readonly {
  readonly how: string;
  readonly end: (at: AtCoach, home: Home) => Promise<void> | void;
  readonly exitCode: number;
}[] = [
  { how: 'Ctrl-C', end: ({ types }) => types(CTRL_C), exitCode: 130 },
  { how: 'SIGTERM', end: (_, home) => signal(home, 'SIGTERM'), exitCode: 143 },
  { how: 'SIGHUP', end: (_, home) => signal(home, 'SIGHUP'), exitCode: 129 },
  { how: 'SIGKILL', end: (_, home) => signal(home, 'SIGKILL'), exitCode: 137 },
];

describe.each(STAGES)('ended $stage', ({ go }) => {
  test.each(ENDS)('by $how, nothing was written', async ({ how, end, exitCode }) => {
    const { home, note } = await homeWithEntry();
    const terminal = openFromScript(['share', '--to', note], home);
    await go(terminal);
    await end(terminal, home);
    expect(await terminal.exited).toEqual({ exitCode });
    expect(existsSync(note)).toBe(false);
    expect(filesBelow(home.journal).length).toBe(1);
    if (how === 'SIGKILL') return;
    expectAsBefore(terminal, home);
  });
});

test('Esc leaves the answers, and then the look', async () => {
  const { home, note } = await homeWithEntry();
  const first = openFromScript(['share', '--to', note], home);
  await first.when('Which answers would you like to share?', ' ', ESC);
  await first.says('Nothing was chosen, so nothing was shared.');
  expect(await first.exited).toEqual({ exitCode: 0 });
  const second = openFromScript(['share', '--to', note], home);
  await tick(second);
  await second.when('Do you want to share this?', ESC);
  await second.says('Nothing was shared.');
  expect(await second.exited).toEqual({ exitCode: 0 });
  expect(existsSync(note)).toBe(false);
});
