import { chmodSync, existsSync, readFileSync, writeFileSync, utimesSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { CTRL_D, CTRL_G, ENTER, filesBelow, freshHome, gone, openCoach, CTRL_C } from '../terminal/coach.ts';
import type { AtCoach, Home } from '../terminal/coach.ts';
import { nextCommand } from './next-command.ts';

/** A part of a question: the words that ask it, and the keys that answer it. */
interface Part {
  readonly asks: string;
  readonly keys: readonly string[];
}

const text = (asks: string, answer: string): Part => ({ asks, keys: [answer, CTRL_D] });
const line = (asks: string, answer: string): Part => ({ asks, keys: [answer, ENTER] });

/** A short member sitting, part by part. */
const PARTS: readonly Part[] = [
  text('What happened?', 'Every mail of mine was read again, twice, as it seems to me.'),
  text(
    'just before that moment, and just after?',
    'I had sent it late, and afterwards I said nothing about it.',
  ),
  text('not yours to change?', 'How many people ask them for numbers every day.'),
  text('staying so close?', 'They were asked for it, or they were burnt by somebody else.'),
  text('what would you notice first?', 'I would send it on Friday, and hear of it on Monday.'),
  text('Which piece of work', 'the report'),
  text('keeps you from taking on "the report"?', 'Nobody has ever told me that it could be mine to take.'),
  text('how would you tell', 'I would like to run the next one, start to end.'),
  text('What do you want to take', 'That I never said it.'),
  line('What will you try?', 'the draft is due'),
  line('I will', 'send it unasked'),
  line('By when?', '3'),
  line('How likely is it that you will do it by then?', '80'),
  line('How might you get in your own way?', 'I go quiet'),
  line('If so, I will', 'say half of it'),
  line('If you do that, what do you expect', 'They say thank you'),
  line('How will you be able to tell?', 'in the mail'),
  line('How likely is it, in percent?', '55'),
  line('When will you know?', '1'),
  line('Do you hope for it', '2'),
  line('Who, if anyone, will you tell?', '3'),
  text('What exactly will you tell them?', 'That I will send the draft before anybody asks for it.'),
];
const ALL = [...PARTS, line('Read through your answers before saving', '1')];

const PLAN = { from: 9, to: 14 };
const GUESS = { from: 15, to: 19 };

const DAY: unknown = expect.stringMatching(/^\d{4}-\d\d-\d\d$/);
const ANSWERS: readonly unknown[] = [
  ...PARTS.slice(0, 9).map(({ keys }) => keys[0]),
  {
    when: 'the draft is due',
    then: 'send it unasked',
    by: DAY,
    likelihood: 80,
    obstacle: 'I go quiet',
    response: 'say half of it',
  },
  { expect: 'They say thank you', sign: 'in the mail', likelihood: 55, due: DAY, feeling: 'feared' },
  'colleague',
  PARTS.at(-1)?.keys[0],
];

/** Begins the sitting, before its first question. */
async function begin(home: Home): Promise<AtCoach> {
  const terminal = openCoach(['reflect', 'member', '--short', '--about', ''], home);
  return terminal;
}

/** Begins anew, or takes up the draft that the kill has left. */
async function again(home: Home, answered: number): Promise<AtCoach> {
  const terminal = openCoach(
    answered === 0 ? ['reflect', 'member', '--short', '--about', ''] : ['reflect'],
    home,
  );
  if (answered > 0) await terminal.when('> 1 Finish it', '1', ENTER);
  return terminal;
}

/** The parts of a plan or a guess are asked from its first one, with what was given to them. */
async function walkTo(index: number, terminal: AtCoach): Promise<void> {
  const first = [PLAN, GUESS].find(({ from, to }) => index > from && index <= to)?.from ?? index;
  for (const { asks } of ALL.slice(first, index)) await terminal.when(asks, ENTER);
}

async function answer(terminal: AtCoach, parts: readonly Part[]): Promise<void> {
  for (const { asks, keys } of parts) await terminal.when(asks, ...keys);
}

async function expectAll(home: Home): Promise<void> {
  expect(filesBelow(home.drafts)).toEqual([]);
  expect(filesBelow(home.journal)).toHaveLength(1);
  const { stdout, stderr, exitCode } = await nextCommand(['journal', '--json'], home);
  expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 });
  const [entry]: readonly { answers: readonly { value: unknown }[] }[] = JSON.parse(stdout);
  expect(entry?.answers.map(({ value }) => value)).toEqual(ANSWERS);
}

test('kill -9 at every part of every question, one after the other', async () => {
  const home = freshHome();
  let terminal = await begin(home);
  for (const [index, part] of ALL.entries()) {
    await terminal.when(part.asks, part.keys[0] ?? '');
    await terminal.kill('SIGKILL');
    await gone(await terminal.pid);
    terminal = await again(home, index);
    await walkTo(index, terminal);
    await answer(terminal, [part]);
  }
  expect(await terminal.exited).toEqual({ exitCode: 0 });
  await expectAll(home);
});

test.each([3, 12, ALL.length - 1])('kill -9 once, at part %i', async (index) => {
  const home = freshHome();
  const terminal = await begin(home);
  await answer(terminal, ALL.slice(0, index));
  await terminal.when(ALL[index]?.asks ?? '');
  await terminal.kill('SIGKILL');
  await gone(await terminal.pid);
  const next = await again(home, index);
  await walkTo(index, next);
  await answer(next, ALL.slice(index));
  expect(await next.exited).toEqual({ exitCode: 0 });
  await expectAll(home);
});

test('kill -9 while the editor is open: its file goes with the first start a day later', async () => {
  const home = freshHome();
  const open = path.join(home.root, 'open');
  const close = path.join(home.root, 'close');
  const editor = path.join(home.root, 'editor');
  writeFileSync(editor, `#!/bin/sh\n>"${open}"\nuntil [ -e "${close}" ]; do sleep 0.05; done\n`);
  chmodSync(editor, 0o700);
  const env = { VISUAL: `"${editor}"` };
  const terminal = openCoach(['reflect', '--role', 'manager', '--short', '--about', ''], home, { env });
  await terminal.when('Think of one recent moment', 'I rewrote the slides in the night before.', CTRL_D);
  await terminal.when('or stop doing', 'A slip in front of the client.', CTRL_G);
  await expect.poll(() => existsSync(open), { timeout: 30_000 }).toBe(true);
  const state = path.join(home.coach, 'state');
  const edited = (): readonly string[] => filesBelow(state).filter((file) => file.includes('editing-'));
  const texts = new Set(edited().map((file) => readFileSync(path.join(state, file), 'utf8')));
  expect(texts).toEqual(new Set(['A slip in front of the client.\n']));
  await terminal.kill('SIGKILL');
  await gone(await terminal.pid);
  writeFileSync(close, '');
  const next = openCoach(['reflect'], home);
  await next.when('> 1 Finish it', ENTER);
  await next.when('or stop doing', CTRL_C);
  await next.exited;
  // It may still be open there.
  expect(edited()).toHaveLength(2);
  for (const file of edited()) {
    const own = path.dirname(path.join(state, file));
    utimesSync(own, new Date(0), new Date(0));
  }
  const later = openCoach(['reflect'], home);
  await later.when('> 1 Finish it');
  expect(edited()).toEqual([]);
});
