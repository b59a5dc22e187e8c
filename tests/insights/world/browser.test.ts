import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { hasDesktop, openInBrowser } from '../../../src/insights/world/browser.ts';

test.each([
  { what: 'a screen', env: { DISPLAY: ':0' }, is: true },
  { what: 'Wayland', env: { WAYLAND_DISPLAY: 'wayland-0' }, is: true },
  { what: 'Linux in Windows', env: { WSL_DISTRO_NAME: 'Debian' }, is: true },
  { what: 'nothing', env: {}, is: false },
  { what: 'an empty name', env: { DISPLAY: '' }, is: false },
  {
    what: 'a screen, from afar',
    env: { DISPLAY: 'localhost:10.0', SSH_CONNECTION: '::1 5 ::1 22' },
    is: false,
  },
])('with $what there is a desktop: $is', ({ env, is }) => {
  expect(hasDesktop(env, 'linux')).toBe(is);
});

test('a Mac and Windows have one, but from afar', () => {
  expect([hasDesktop({}, 'darwin'), hasDesktop({}, 'win32')]).toEqual([true, true]);
  expect(hasDesktop({ SSH_TTY: '/dev/ttys001' }, 'darwin')).toBe(false);
});

const here = process.platform === 'linux';

/** A desktop whose program for files does this. */
function desktop(script: string): {
  readonly folder: string;
  readonly env: Readonly<Record<string, string>>;
} {
  const folder = mkdtempSync(path.join(tmpdir(), 'coach-desktop-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(path.join(folder, 'xdg-open'), `#!/bin/sh\n${script}\n`);
  chmodSync(path.join(folder, 'xdg-open'), 0o755);
  return { folder, env: { PATH: `${folder}:/bin:/usr/bin` } };
}

const never = new AbortController().signal;

test.runIf(here)('the file is handed to the desktop', async () => {
  const { folder, env } = desktop('printf %s "$1" >"$0.said"');
  expect(await openInBrowser('/home/d/it’s a "page".html', env, never)).toBe(true);
  expect(readFileSync(path.join(folder, 'xdg-open.said'), 'utf8')).toBe('/home/d/it’s a "page".html');
});

test.runIf(here)('a desktop without a browser says so', async () => {
  expect(await openInBrowser('/a.html', desktop('exit 3').env, never)).toBe(false);
  expect(await openInBrowser('/a.html', { PATH: '/nowhere' }, never)).toBe(false);
});

test.runIf(here)(
  'a browser that ends only when it is closed is not waited for, and outlives coach',
  async () => {
    const { folder, env } = desktop('sleep 4; touch "$0.closed"');
    expect(await openInBrowser('/a.html', env, never)).toBe(true);
    expect(existsSync(path.join(folder, 'xdg-open.closed'))).toBe(false);
  },
);

test.runIf(here)('one that hangs is given up when coach is to end', async () => {
  const told = new AbortController();
  const opening = openInBrowser('/a.html', desktop('sleep 4').env, told.signal);
  told.abort();
  expect(await opening).toBe(false);
  expect(await openInBrowser('/a.html', desktop('exit 0').env, told.signal)).toBe(false);
});
