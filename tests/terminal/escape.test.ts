import { expect, test } from 'vitest';
import { coach, CTRL_D, ENTER, ESC, freshHome, openCoach } from './coach.ts';
import type { Home } from './coach.ts';

const CTRL_U = '\u0015';

async function lastAnswer(home: Home): Promise<unknown> {
  const [entry] = JSON.parse((await coach(['journal', 'show', 'last', '--json'], home)).stdout);
  return entry.answers[0].value;
}

test('keys typed after Esc Esc did what the menu says, and not what was meant for the text', async () => {
  const home = freshHome();
  const terminal = openCoach(['reflect', '--role', 'manager', '--question', 'manager-they-know'], home);
  await terminal.when('know about the work', 'They ask the client before every', ESC);
  await terminal.says('then Enter, or t / n / c · Esc: back');
  await terminal.when('or t / n / c', ESC);
  await terminal.when('│ They ask the client');
  await terminal.types(' call, not once');
  await terminal.types(CTRL_D);
  await terminal.when('Read through your answers before saving', ENTER);
  expect(await terminal.exited).toEqual({ exitCode: 0 });
  expect(await lastAnswer(home)).toBe('They ask the client before every call, not once');
  // What was typed stands on the screen once, and the menu is gone.
  expect(terminal.everything().split('│ They ask')).toHaveLength(2);
  expect(terminal.everything()).not.toContain('Go on with this question');
});

test('a text longer than the screen left a copy behind after Esc', async () => {
  const home = freshHome();
  const question = ['--question', 'manager-they-know'];
  const terminal = openCoach(['reflect', '--role', 'manager', ...question], home, { rows: 12 });
  const lines = Array.from({ length: 30 }, (_, index) => `line ${index + 1}`);
  await terminal.when('know about the work');
  await terminal.pastes(lines.join('\n'));
  await terminal.when('│ line 30', ESC);
  await terminal.when('or t / n / c', ESC);
  await terminal.when('│ line 30', CTRL_D);
  await terminal.when('Read through your answers before saving', ENTER);
  expect(await terminal.exited).toEqual({ exitCode: 0 });
  expect(terminal.everything().split('│ line 29\n')).toHaveLength(2);
  expect(await lastAnswer(home)).toBe(lines.join('\n'));
});

test('label, hint and text were repeated after a wrong date, and after Esc and back', async () => {
  const home = freshHome();
  const terminal = openCoach(['reflect', '--role', 'manager', '--question', 'manager-commitment'], home);
  await terminal.when('What will you try?', 'the draft comes', ENTER);
  await terminal.when('I will', 'wait a day', ENTER);
  await terminal.when('By when?', '5', ENTER);
  await terminal.when('For example', 'yesterday', ENTER);
  await terminal.when('Type today or a later date', ESC);
  await terminal.when('or t / n / c', ESC);
  await terminal.when('│ yesterday', CTRL_U, '2099-12-31', ENTER);
  await terminal.when('How likely is it', '80', ENTER);
  await terminal.when('How might you get in your own way?', ENTER);
  await terminal.when('Read through your answers before saving');
  const seen = terminal.everything();
  expect(seen.match(/By when\?/g)).toHaveLength(1);
  expect(seen.match(/For example 2026-12-06/g)).toHaveLength(1);
  expect(seen.match(/│ yesterday/g)).toHaveLength(1);
});

test('Esc in the look over all of it did nothing; it leads back to the last question', async () => {
  const home = freshHome();
  const terminal = openCoach(['reflect', '--role', 'manager', '--question', 'manager-they-know'], home);
  await terminal.when(
    'know about the work',
    'A good deal of what the client says, and what it means.',
    CTRL_D,
  );
  await terminal.when('Esc: back to the last question', ESC);
  await terminal.when('│ A good deal', ' All of it.', CTRL_D);
  await terminal.when('Read through your answers before saving', '2', ENTER);
  await terminal.when('Which answer?', ESC);
  await terminal.when('Read through your answers before saving', ENTER);
  expect(await terminal.exited).toEqual({ exitCode: 0 });
  expect(await lastAnswer(home)).toBe('A good deal of what the client says, and what it means. All of it.');
});

test('Esc did nothing where something waits; it is "Not now" there, and nothing where no choice is a way out', async () => {
  const home = freshHome();
  const daysAgo = (days: number): string =>
    new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
  const answers = `manager-commitment: {when: the draft comes, then: wait a day, by: "${daysAgo(5)}", likelihood: 80}`;
  const written = ['reflect', 'manager', '--about', 'D.', '--at', daysAgo(9), '--answers', '-'];
  expect(await coach(written, home, answers)).toMatchObject({ exitCode: 0, stderr: '' });
  await coach(['config', 'set', 'role', 'both'], home);
  const terminal = openCoach(['reflect', '--about', 'D.'], home);
  await terminal.when('Due: 1');
  await terminal.says('Not now (Esc)');
  await terminal.types(ESC);
  await terminal.says('Not now');
  await terminal.when('Which side are you writing from?', ESC, ENTER);
  await terminal.when('How much time do you have?', ENTER);
  await terminal.says("When you stay close to other people's work · manager, about D.");
  expect(terminal.everything()).toMatch(/^ {2}Not now$/m);
});
