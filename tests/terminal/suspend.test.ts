import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { coach, CTRL_D, CTRL_Z, DOWN, ENTER, freshHome, openCoach, openShell } from './coach.ts';

const START = '"$NODE" "$COACH" reflect --role manager --question';

describe('Ctrl-Z stops, and fg goes on', () => {
  test('within a text', async () => {
    const home = freshHome();
    const { when, types, until, ...shell } = await openShell(home, { columns: 120 });
    await types(`${START} manager-they-know${ENTER}`);
    await when('know about the work', 'They talk to the client, and I');
    await until(/client, and I$/m);
    await types(CTRL_Z);
    await until(/Stopped .*\nsh>$/);
    expect(shell.bracketedPaste()).toBe(false);
    await types(`stty -a | grep -o -e ' icanon\\b' -e ' echo\\b'; fg${ENTER}`);
    await until(
      /^ icanon\n echo\n.*manager-they-know\n│ They talk to the client, and I\nCtrl-D: done[^\n]*$/m,
    );
    await types(' only talk to them.');
    await until(/│ They talk to the client, and I only talk to them\.$/m);
    await types(CTRL_D);
    await when('Read through your answers before saving', ENTER);
    await until(/sh>$/);
    expect((await coach(['journal', '--full'], home)).stdout).toContain('and I only talk to them.');
  });

  test('within a list, where the cursor was', async () => {
    const home = freshHome();
    const { when, types, until, written } = await openShell(home, { columns: 120 });
    await types(`${START} manager-fit${ENTER}`);
    await when('how much close attention', DOWN, DOWN, DOWN);
    await until(/> 3 Less than I gave/);
    await types(CTRL_Z);
    await until(/Stopped .*\nsh>$/);
    // The shell gets its cursor back.
    expect(written().lastIndexOf('\u001b[?25h')).toBeGreaterThan(written().lastIndexOf('\u001b[?25l'));
    await types(`stty -a | grep -o -e ' icanon\\b' -e ' echo\\b'; fg${ENTER}`);
    const list =
      /^ icanon\n echo\n.*manager-fit\nNumber or arrows.*\n  1 .*\n  2 .*\n> 3 .*\n  4 .*\n  5 .*\n  6 .*$/m;
    await until(list);
    await types(ENTER);
    await when('Read through your answers before saving', ENTER);
    await until(/sh>$/);
    expect((await coach(['journal', '--full'], home)).stdout).toContain('Less than I gave');
  });
});

describe('a machine so busy that it is heard late of going on draws once', () => {
  const env = { NODE_OPTIONS: `--require "${path.join(import.meta.dirname, 'late-continue.cjs')}"` };

  test.each([
    { what: 'a list', question: 'manager-fit', asks: 'how much close attention', key: DOWN, shows: /^> 1 / },
    { what: 'a text', question: 'manager-commitment', asks: 'When', key: 'x', shows: /^│ x$/ },
  ])('$what', async ({ question, asks, key, shows }) => {
    const { when, types, until, written } = await openShell(freshHome(), { columns: 120, rows: 50, env });
    await types(`${START} ${question}${ENTER}`);
    await when(asks);
    await types(CTRL_Z);
    await until(/Stopped .*\nsh>$/);
    await types(`fg${ENTER}`);
    await until(() => written().includes(']5152;heard'));
    await types(key);
    const isShown = (line: string): boolean => shows.test(line);
    const screen = await until((now) => now.split('\n').some(isShown));
    const rows = screen.slice(screen.indexOf('sh> fg')).split('\n').slice(2);
    expect(rows.filter((row) => /^(?:When|Number or arrows.*)$/.test(row))).toHaveLength(1);
    expect(rows.filter((row) => /^(?:Enter: done.*|  6 .*)$/.test(row))).toHaveLength(1);
  });
});

describe('another size of the screen in the middle of', () => {
  test('a text', async () => {
    const home = freshHome();
    const text = 'They talk to the client every week, and they know what has been promised for December.';
    const terminal = openCoach(['reflect', '--role', 'manager', '--question', 'manager-they-know'], home);
    await terminal.when('know about the work', text);
    await terminal.until(/│ December\.$/m);
    terminal.resize(40, 20);
    await terminal.until(
      /^│ They talk to the client every week,\n│ and they know what has been promised\n│ for December\.\n/m,
    );
    terminal.resize(100, 30);
    await terminal.until((screen) => screen.includes(`\n│ ${text}\nCtrl-D: done`));
    await terminal.types(CTRL_D);
    await terminal.when('Read through your answers before saving', ENTER);
    expect(await terminal.exited).toEqual({ exitCode: 0 });
    expect(terminal.everything().split(`│ ${text}`)).toHaveLength(2);
  });

  test('a list', async () => {
    const home = freshHome();
    const terminal = openCoach(['reflect', '--role', 'manager', '--question', 'manager-fit'], home);
    await terminal.when('how much close attention', DOWN, DOWN);
    await terminal.until(/> 2 That much at first, but less now\n/);
    terminal.resize(30, 20);
    await terminal.until(
      /Enter ·\nEsc: more\n  1 .*\n> 2 That much at first, but\n    less now\n  3 .*\n  4 .*\n  5 .*\n  6 .*$/,
    );
    terminal.resize(80, 24);
    await terminal.until(
      /Esc: more\n  1 .*\n> 2 That much at first, but less now\n  3 .*\n  4 .*\n  5 .*\n  6 .*$/,
    );
    await terminal.types(ENTER);
    await terminal.when('Read through your answers before saving', ENTER);
    expect(await terminal.exited).toEqual({ exitCode: 0 });
    expect(terminal.everything()).not.toContain('6 Skip this one');
  });
});
