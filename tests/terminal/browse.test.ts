import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { entryText } from '../cli/coach.ts';
import { encrypted } from './encrypted-home.ts';
import {
  coach,
  CTRL_C,
  CTRL_D,
  CTRL_Z,
  DOWN,
  ENTER,
  ESC,
  expectAsBefore,
  freshHome,
  type Home,
  openFromScript,
  openShell,
  signal,
} from './coach.ts';

const BROWSE = ['journal', '--browse'];
const LEFT = '\u001b[D';
const PAGE_DOWN = '\u001b[6~';
const SIZES = [
  { columns: 80, rows: 24 },
  { columns: 40, rows: 12 },
];
const FORMS = [
  { form: 'in clear', of: (home: Home) => Promise.resolve(home) },
  { form: 'encrypted', of: encrypted },
];

/** A journal with thirty notes in November, an old check-in, and one long page. */
function filled(): Home {
  const home = freshHome();
  const write = (file: string, text: string): void => {
    const whole = path.join(home.journal, file);
    mkdirSync(path.dirname(whole), { recursive: true });
    writeFileSync(whole, text);
  };
  const answer = (text: string): string => `\n## What is it?\n<!-- coach: note-page text -->\n\n${text}\n`;
  for (let day = 1; day <= 30; day++) {
    const date = `2026-11-${String(day).padStart(2, '0')}`;
    const id = `n${String(day).padStart(2, '0')}0000000`;
    const lines = Array.from({ length: 60 }, (_, at) => `Line ${at + 1} of the delegation.\n`).join('\n');
    const body = answer(day === 7 ? lines : `They waited, and day ${day} went by.`);
    write(
      `2026/11/${date}-090000-note-${id}.md`,
      entryText({ id, at: `${date}T09:00:00+01:00`, body, front: day === 7 ? 'about: Åsa\n' : '' }),
    );
  }
  const at = '2025-03-02T18:30:00+01:00';
  const old = { id: 'old0000000', at, bank: 'checkin', title: 'Two minutes today', body: answer('Calm.') };
  write('2025/03/2025-03-02-183000-checkin-old0000000.md', entryText(old));
  return home;
}

/** What is seen of the whole screen while coach has it. */
const rowsOf = (screen: string): readonly string[] => screen.split('\n');

describe.each(SIZES.flatMap((size) => FORMS.map(({ form, of }) => ({ ...size, form, size, of }))))(
  'a journal $form on a screen of $columns by $rows',
  ({ size, of }) => {
    test('narrows, opens, scrolls, goes back to the list as it was, and leaves everything as it was', async () => {
      const home = await of(filled());
      const terminal = openFromScript(BROWSE, home, size);
      const { types, until } = terminal;
      const first = rowsOf(
        await until(/^Search:\s*\n November 2026\n> Mon 30 {2}09:00 {2}A free page [^]*Esc: leave$/),
      );
      expect(first).toHaveLength(size.rows);
      expect(terminal.cursor()).toEqual({ row: 0, column: 8 });
      // Nobody who looks over the shoulder sees what was written.
      await types('waited');
      await until(/^Search: waited\n[^]*> Mon 30 /);
      await types(DOWN);
      await until(/> Sun 29 /);
      expect(terminal.written()).not.toContain('They waited');
      await types(ENTER);
      await until(/^A free page\n29 November 2026[^]*\n {2}They waited, and day 29 went by\.\n/);
      expect(terminal.cursor().row).toBeLessThan(size.rows);
      await types(LEFT);
      await until(/^Search: waited\n[^]*\n> Sun 29 [^]*29 November 2026\n/);
      expect(terminal.cursor()).toEqual({ row: 0, column: 14 });

      await types('\u0015asa');
      await until(/^Search: asa\n November 2026\n> Sat 7 [^\n]*\n\n7 November 2026 · about Åsa\n/);
      await types('\u0015deleg');
      await until(/^Search: deleg\n[^]*> Sat 7 /);
      await types(ENTER);
      await until(/^A free page\n[^]*1–\d+ of 1\d\d · [^\n]*delete · (?:Enter: back · )?q(?:: leave)?$/);
      await types(PAGE_DOWN + PAGE_DOWN);
      const scrolled = rowsOf(await until(/^(?!A free)[^]*Line \d+ of the delegation/));
      expect(scrolled).toHaveLength(size.rows);
      await types('\u001b[F');
      await until(/Line 60 of the delegation\.\n\n2026\/11[^]*(\d+) of \1 · /);
      await types(ESC);
      await until(/^Search: deleg\n[^]*> Sat 7 /);
      await types(' zzz');
      await until(/^Search: deleg zzz\n No entries match\.\n\n[^]*Esc: leave$/);
      await types(ESC);
      expect(await terminal.exited).toEqual({ exitCode: 0 });
      expectAsBefore(terminal, home);
      expect(terminal.screen()).toBe('');
      expect(terminal.everything()).toBe('');
      expect(terminal.brokenRows()).toEqual([]);
    });

    test('q leaves from a page; a month and a bank narrow, too', async () => {
      const home = await of(filled());
      const terminal = openFromScript([...BROWSE, '--until', '2026-11-20'], home, size);
      await terminal.until(/> Fri 20 /);
      await terminal.types('checkin mar');
      await terminal.until(/^Search: checkin mar\n March 2025\n> Sun 2 {3}18:30 {2}Two minutes today/);
      await terminal.types(ENTER);
      await terminal.until(/^Two minutes today\n/);
      await terminal.types('q');
      expect(await terminal.exited).toEqual({ exitCode: 0 });
      expectAsBefore(terminal, home);
    });

    test.each([
      { where: 'the list', keys: '', seen: /> Mon 30 / },
      { where: 'a page', keys: ENTER, seen: /^A free page\n30 November/ },
    ])('Ctrl-C interrupts in $where', async ({ keys, seen }) => {
      const home = await of(filled());
      const terminal = openFromScript(BROWSE, home, size);
      await terminal.until(/> Mon 30 /);
      await terminal.types(keys);
      await terminal.until(seen);
      await terminal.types(CTRL_C);
      expect(await terminal.exited).toEqual({ exitCode: 130 });
      expectAsBefore(terminal, home);
      expect(terminal.everything()).toBe('');
    });
  },
);

test('another size of the screen changes neither words nor places', async () => {
  const home = filled();
  const terminal = openFromScript(BROWSE, home);
  await terminal.until(/> Mon 30 /);
  await terminal.types('deleg');
  await terminal.until(/^Search: deleg\n[^]*> Sat 7 /);
  terminal.resize(40, 12);
  await terminal.until(/^Search: deleg\n November 2026\n> Sat 7 [^\n]* n07\d*\n\n[^\n]*\ntype, arrows/);
  await terminal.types(ENTER);
  await terminal.until(/^A free page\n/);
  await terminal.types(PAGE_DOWN);
  await terminal.until(/^(?!A free)[^]* of 1\d\d · e: edit · d: delete · q$/);
  terminal.resize(80, 24);
  const page = await terminal.until(/ · arrows: scroll · e: edit · d: delete · Enter: back · q: leave$/);
  expect(rowsOf(page)).toHaveLength(24);
  expect(page).toMatch(/^Line \d of the delegation|^\n? {2}Line \d of/);
  await terminal.types('b');
  await terminal.until(/^Search: deleg\n[^]*> Sat 7 [^]*Esc: leave$/);
  await terminal.types(ESC);
  expect(await terminal.exited).toEqual({ exitCode: 0 });
  expectAsBefore(terminal, home);
});

test.each([
  { where: 'the list', keys: '', seen: /^Search: waited\n[^]*\n> Sun 29 [^]*Esc: leave$/ },
  { where: 'a page', keys: ENTER, seen: /^A free page\n29 November[^]*q: leave$/ },
])('Ctrl-Z stops in $where, and fg goes on', async ({ keys, seen }) => {
  const home = filled();
  const { types, until, written } = await openShell(home, { columns: 80, rows: 24 });
  await types(`"$NODE" "$COACH" journal --browse${ENTER}`);
  await until(/> Mon 30 /);
  await types('waited');
  await until(/^Search: waited\n[^]*> Mon 30 [^]*Esc: leave$/);
  await types(DOWN);
  await until(/> Sun 29 /);
  await types(keys);
  await until(seen);
  await types(CTRL_Z);
  await until(/Stopped .*\nsh>$/);
  expect(written().lastIndexOf('\u001b[?25h')).toBeGreaterThan(written().lastIndexOf('\u001b[?25l'));
  await types(`stty -a | grep -o -e ' icanon\\b' -e ' echo\\b'; fg${ENTER}`);
  await until(seen);
  await types(keys === '' ? ESC : 'q');
  await until(/\n icanon\n echo\n[^]*\nsh>$/);
  await types(`echo "ended $?"; stty -a | grep -c -e ' icanon\\b'${ENTER}`);
  await until(/\nended 0\n1\nsh>$/);
});

test('e changes an answer of the entry that is read, d deletes it, and the list comes back', async () => {
  const home = filled();
  const terminal = openFromScript(BROWSE, home);
  await terminal.until(/> Mon 30 /);
  await terminal.types(ENTER);
  await terminal.until(/^A free page\n30 November[^]*q: leave$/);
  await terminal.types('e');
  await terminal.when('> 1 Change an answer', ENTER);
  await terminal.when('> 1 What is it?', ENTER);
  await terminal.when('What is it?', `\u0015They did not wait.${CTRL_D}`);
  await terminal.says('Enter goes back to the list:');
  await terminal.types(ENTER);
  await terminal.until(/^Search:\s*\n November 2026\n> Mon 30 /);
  await terminal.types(ENTER);
  await terminal.until(/ {2}They did not wait\.\n/);
  await terminal.types('d');
  await terminal.when('> 1 ', ENTER);
  await terminal.says('Enter goes back to the list:');
  await terminal.types(ENTER);
  await terminal.until(/^Search:\s*\n November 2026\n> Sun 29 /);
  await terminal.types(ESC);
  expect(await terminal.exited).toEqual({ exitCode: 0 });
  expectAsBefore(terminal, home);
});

test('is ended by the system as any program is', async () => {
  const home = filled();
  const terminal = openFromScript(BROWSE, home);
  await terminal.until(/> Mon 30 /);
  signal(home, 'SIGTERM');
  expect(await terminal.exited).toEqual({ exitCode: 143 });
  expectAsBefore(terminal, home);
});

test('without a terminal, nothing waits', async () => {
  const home = filled();
  const { stdout, stderr, exitCode } = await coach(BROWSE, home);
  expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 1 });
  expect(stderr).toContain('coach journal --search');
});

test('with --plain, words narrow and numbers open', async () => {
  const home = filled();
  const terminal = openFromScript([...BROWSE, '--plain'], home);
  await terminal.says('20. Wed 11');
  await terminal.says('Enter leaves:');
  await terminal.types(`checkin${ENTER}`);
  await terminal.says('1. Sun 2');
  await terminal.says('Enter lists them all:');
  await terminal.types(`1${ENTER}`);
  await terminal.says('Calm.');
  await terminal.says('q leaves:');
  await terminal.types(`q${ENTER}`);
  expect(await terminal.exited).toEqual({ exitCode: 0 });
  expect(terminal.written()).not.toContain('\u001b[?1049h');
  expectAsBefore(terminal, home);
});
