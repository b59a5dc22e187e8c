import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  type AtCoach,
  coach,
  CTRL_C,
  CTRL_D,
  ENTER,
  expectAsBefore,
  filesBelow,
  freshHome,
  gone,
  type Home,
  openCoach,
  openFromScript,
  signal,
} from './coach.ts';

/** A home with one entry, and a desktop that keeps in mind what it was to open. */
async function atDesktop(
  script = 'printf "%s\\n" "$1" >>"$0.said"',
): Promise<Home & { readonly person: string }> {
  const home = freshHome();
  const person = path.join(home.root, 'person');
  chmodSync(person, 0o755);
  const programs = path.join(home.root, 'programs');
  mkdirSync(programs);
  writeFileSync(path.join(programs, 'xdg-open'), `#!/bin/sh\n${script}\n`);
  chmodSync(path.join(programs, 'xdg-open'), 0o755);
  const env = {
    ...home.env,
    PATH: `${programs}:${process.env['PATH']}`,
    DISPLAY: ':0',
    SSH_CONNECTION: undefined,
    SSH_TTY: undefined,
  };
  const own = { ...home, env, person };
  const { exitCode } = await coach(
    ['reflect', 'note', '--answers', '-'],
    own,
    '{"about": "D.", "note-text": "Rain."}',
  );
  expect(exitCode).toBe(0);
  return own;
}

const pagesOf = ({ person }: { readonly person: string }): readonly string[] =>
  filesBelow(person).filter((name) => name !== 'theirs');
const notesOf = (home: Home): readonly string[] =>
  filesBelow(path.join(home.coach, 'state')).filter((name) => name.startsWith('page-'));

describe.runIf(process.platform === 'linux')('a page that was looked at is deleted', () => {
  test.each([
    { way: 'Enter', exitCode: 0, leave: (terminal: AtCoach) => terminal.types(ENTER) },
    { way: 'Ctrl-C', exitCode: 130, leave: (terminal: AtCoach) => terminal.types(CTRL_C) },
    { way: 'Ctrl-D', exitCode: 0, leave: (terminal: AtCoach) => terminal.types(CTRL_D) },
    { way: 'SIGTERM', exitCode: 143, leave: async (_: AtCoach, home: Home) => signal(home, 'SIGTERM') },
    { way: 'SIGHUP', exitCode: 129, leave: async (_: AtCoach, home: Home) => signal(home, 'SIGHUP') },
  ])('on $way', async ({ exitCode, leave }) => {
    const home = await atDesktop();
    const terminal = openFromScript(['report'], home);
    await terminal.when('Press Enter when you are done');
    const [page = ''] = pagesOf(home);
    expect(page).toMatch(/^coach-report-[0-9a-z]{8}\.html$/);
    const opened = readFileSync(path.join(home.root, 'programs/xdg-open.said'), 'utf8');
    expect(opened).toBe(`${path.join(home.person, page)}\n`);
    await leave(terminal, home);
    expect(await terminal.exited).toEqual({ exitCode });
    expect([...pagesOf(home), ...notesOf(home)]).toEqual([]);
    expectAsBefore(terminal, home);
  });

  test('when its window is closed', async () => {
    const home = await atDesktop();
    const terminal = openFromScript(['report'], home);
    await terminal.when('Press Enter when you are done');
    const pid = Number(readFileSync(path.join(home.root, 'pid'), 'utf8'));
    await terminal.close();
    await gone(pid);
    expect([...pagesOf(home), ...notesOf(home)]).toEqual([]);
  });

  test('while a browser does not come up', async () => {
    const home = await atDesktop('sleep 20');
    const terminal = openFromScript(['report'], home);
    await expect.poll(() => pagesOf(home).length, { timeout: 20_000 }).toBe(1);
    signal(home, 'SIGTERM');
    expect(await terminal.exited).toEqual({ exitCode: 143 });
    expect(terminal.screen()).not.toContain('browser');
    expect([...pagesOf(home), ...notesOf(home)]).toEqual([]);
  });

  test('line by line, on a narrow screen, and where nothing can open it', async () => {
    const home = await atDesktop('exit 4');
    const terminal = openCoach(['report'], home, { columns: 40, env: { TERM: 'dumb' } });
    await terminal.says('is then deleted.');
    expect(
      terminal
        .screen()
        .split('\n')
        .every((line) => line.length <= 40),
    ).toBe(true);
    expect(terminal.screen().replaceAll(/\s+/g, ' ')).toMatch(/^No browser opened\. Open the page yourself:/);
    await terminal.types(ENTER);
    expect(await terminal.exited).toEqual({ exitCode: 0 });
    expect(pagesOf(home)).toEqual([]);
  });

  test('by the next run, where coach was killed; doctor names it until then', async () => {
    const home = await atDesktop();
    const terminal = openFromScript(['report'], home);
    await terminal.when('Press Enter when you are done');
    const other = openCoach(['report'], home);
    await other.when('Press Enter when you are done');
    const pages = pagesOf(home);
    expect(pages).toHaveLength(2);
    // Another run leaves alone what is looked at.
    signal(home, 'SIGKILL');
    await terminal.exited;
    await other.types(ENTER);
    expect(await other.exited).toEqual({ exitCode: 0 });
    const [page = ''] = pagesOf(home);
    const doctor = JSON.parse((await coach(['doctor', '--json'], home)).stdout);
    const paths = [path.join(home.person, page)];
    expect(doctor.findings).toContainEqual(expect.objectContaining({ code: 'leftover-page', paths }));
    const { stdout, stderr } = await coach(['report'], home);
    expect(stderr).toBe(`Deleted a page that an earlier coach report left behind: ${paths[0]}\n`);
    expect(stdout).toMatch(/<\/html>\n$/);
    expect([...pagesOf(home), ...notesOf(home)]).toEqual([]);
  });
});
