import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { desktopNotifier } from '../../../src/reminders/world/desktop-notifier.ts';

/** Keeps what it was called with, by its own name. */
const SHOWS = String.raw`#!/bin/sh
printf '%s|' "$DBUS_SESSION_BUS_ADDRESS" "$@" >"$0.said"
`;

function programs(script: string): { readonly folder: string; readonly said: () => string } {
  const folder = mkdtempSync(path.join(tmpdir(), 'coach-desktop-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const name of ['notify-send', 'osascript']) {
    writeFileSync(path.join(folder, name), script);
    chmodSync(path.join(folder, name), 0o755);
  }
  const name = process.platform === 'darwin' ? 'osascript' : 'notify-send';
  return { folder, said: () => readFileSync(path.join(folder, `${name}.said`), 'utf8') };
}

async function busIn(folder: string): Promise<void> {
  const server = createServer();
  onTestFinished(() => void server.close());
  await new Promise<void>((resolve) => {
    server.listen(path.join(folder, 'bus'), resolve);
  });
}

test.skipIf(process.platform === 'darwin')(
  'the bus of the session is found where cron does not name it',
  async () => {
    const { folder, said } = programs(SHOWS);
    await busIn(folder);
    const notifier = desktopNotifier({ PATH: `${folder}:/usr/bin:/bin`, XDG_RUNTIME_DIR: folder });
    expect(await notifier.show('A question')).toBe(true);
    expect(said()).toBe(`unix:path=${folder}/bus|--app-name=coach|coach|A question|`);
  },
);

test.skipIf(process.platform === 'darwin')('one that is named is taken', async () => {
  const { folder, said } = programs(SHOWS);
  const notifier = desktopNotifier({
    PATH: `${folder}:/usr/bin:/bin`,
    DBUS_SESSION_BUS_ADDRESS: 'unix:abstract=x',
  });
  expect(await notifier.show('A question')).toBe(true);
  expect(said()).toBe('unix:abstract=x|--app-name=coach|coach|A question|');
});

test.skipIf(process.platform === 'darwin')('without a bus, nothing is started', async () => {
  const { folder, said } = programs(SHOWS);
  writeFileSync(path.join(folder, 'bus'), 'not a socket');
  expect(await desktopNotifier({ PATH: folder, XDG_RUNTIME_DIR: folder }).show('x')).toBe(false);
  expect(await desktopNotifier({ PATH: folder, XDG_RUNTIME_DIR: '/nowhere' }).show('x')).toBe(false);
  expect(said).toThrow('ENOENT');
});

test('a desktop that does not take it is told of, as is one that is not there', async () => {
  const { folder } = programs('#!/bin/sh\nexit 1\n');
  const named = { DBUS_SESSION_BUS_ADDRESS: 'unix:abstract=x' };
  expect(await desktopNotifier({ ...named, PATH: folder }).show('x')).toBe(false);
  expect(await desktopNotifier({ ...named, PATH: '/nowhere' }).show('x')).toBe(false);
});

test.runIf(process.platform === 'darwin')('the text is no part of the script', async () => {
  const { folder, said } = programs(SHOWS);
  expect(await desktopNotifier({ PATH: `${folder}:/usr/bin:/bin` }).show('A "question"')).toBe(true);
  expect(said()).toMatch(/\|end run\|?[^]*A "question"\|$|A "question"\|$/);
});
