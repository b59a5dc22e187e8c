import { chmodSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { printRecord } from '../../src/sync/sync-record.ts';
import { put } from '../cli/coach.ts';
import {
  CTRL_C,
  ENTER,
  expectAsBefore,
  freshHome,
  gone,
  type Home,
  openFromScript,
  openShell,
} from './coach.ts';

/** In the place of ssh: asks at the terminal where it has one, hides what is typed, and is refused. */
const SSH = String.raw`#!/bin/sh
echo "pid $$" >>"$0.log"
if printf 'Is this the right host (yes/no)? ' 2>/dev/null >/dev/tty; then
  modes=$(stty -g </dev/tty)
  trap 'stty "$modes" </dev/tty; exit 255' INT TERM HUP
  stty -echo </dev/tty
  read answer </dev/tty
  stty "$modes" </dev/tty
  echo "said $answer" >>"$0.log"
else
  echo "no terminal" >>"$0.log"
fi
echo 'Host key verification failed.' >&2
exit 255
`;

/** A home that is synced with a host. */
function homeWith(): {
  readonly home: Home;
  readonly env: Record<string, string>;
  readonly log: () => string;
} {
  const home = freshHome();
  const address = 'ssh://git@git.example.org/j.git';
  const setup = { journal: home.journal, address, branch: 'main', readable: true };
  put(path.join(home.coach, 'state/sync.json'), printRecord({ setup, named: [] }));
  put(path.join(home.journal, 'a.md'), 'a');
  const ssh = put(path.join(home.root, 'ssh'), SSH);
  chmodSync(ssh, 0o755);
  return {
    home,
    env: { GIT_SSH_COMMAND: `"${ssh}"` },
    log: () => readFileSync(`${ssh}.log`, 'utf8'),
  };
}

const pidIn = (log: string): number => Number(/pid (\d+)/.exec(log)?.[1]);

test('nothing asks at a terminal where nobody has asked for it', async () => {
  const { home, env, log } = homeWith();
  const terminal = openFromScript(['sync'], home, { env });
  await terminal.says('has never been reached by ssh');
  await terminal.exited;
  expect(log()).toMatch(/^pid \d+\nno terminal\n$/);
  expectAsBefore(terminal, home);
});

test('whoever asks for it is asked by ssh itself', async () => {
  const { home, env, log } = homeWith();
  const terminal = openFromScript(['sync', '--ask'], home, { env });
  await terminal.says('Is this the right host');
  await terminal.types(`yes${ENTER}`);
  await terminal.says('has never been reached by ssh');
  await terminal.exited;
  expect(log()).toMatch(/\nsaid yes\n$/);
  expectAsBefore(terminal, home);
});

test('Ctrl-C while ssh asks leaves everything as it was, and no program behind', async () => {
  const { home, env, log } = homeWith();
  const shell = await openShell(home, { env });
  const modes = path.join(home.root, 'modes');
  await shell.types(`stty -g >"${modes}1"; "$NODE" "$COACH" sync --ask${ENTER}`);
  await shell.says('Is this the right host (yes/no)? ');
  await shell.types(CTRL_C);
  await shell.says('Everything is safe here; the next sync goes on.');
  await shell.says('sh>');
  await gone(pidIn(log()));
  await shell.types(`stty -g >"${modes}2"; echo done${ENTER}`);
  await shell.says('done sh>');
  expect(readFileSync(`${modes}2`, 'utf8')).toBe(readFileSync(`${modes}1`, 'utf8'));
  expect(readFileSync(path.join(home.journal, 'a.md'), 'utf8')).toBe('a');
});

test('a question that nobody answers in time is taken back with the program that asks', async () => {
  const { home, env, log } = homeWith();
  const terminal = openFromScript(['sync', '--ask', '--for', '3s'], home, { env });
  await terminal.says('took too long');
  await terminal.exited;
  await gone(pidIn(log()));
  expect(log()).not.toContain('said');
  expectAsBefore(terminal, home);
});
