import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { ageSealing } from '../../src/adapters/sealing/age-sealing.ts';
import type { KeyPair } from '../../src/domain/entry/key-pin.ts';
import { printIdentity } from '../../src/formats/sealing/key-file.ts';
import { put } from '../cli/coach.ts';
import { PASSPHRASE, sealHome } from '../cli/sealed.ts';
import { filesIn } from '../encryption/encrypting.ts';
import { type AtCoach, coach, ENTER, freshHome, type Home, openCoach } from '../terminal/coach.ts';
import { homeAfter, recordCrashes } from './crashes.ts';
import { nextCommand } from './next-command.ts';
import { fill, rePin, TEXTS, textsOf, unlocked, unlockedFor } from './sealed-homes.ts';

/** So many runs take long where others are at work, too; milliseconds. */
const PATIENCE = 600_000;

const isAsIs = (file: string): boolean => !/coach-lock|coach-\d+$/.test(file);

/** The files of a journal and its drafts in clear, by their paths. */
const inClear = ({ journal, drafts }: Home): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [filesIn(journal), filesIn(drafts)].flatMap((found) =>
      Object.entries(found).filter(([file]) => isAsIs(file)),
    ),
  );

/** A journal that is encrypted, by the command itself. */
async function encryptedHome(): Promise<{
  readonly home: Home;
  readonly key: KeyPair;
  readonly env: object;
}> {
  const home = freshHome();
  fill(home);
  const { key } = await sealHome(home.coach);
  const env = (await unlockedFor(key)) ?? {};
  const ran = await coach(['encrypt'], { env: { ...home.env, ...env } });
  expect(ran).toMatchObject({ stderr: '', exitCode: 0 });
  return { home, key, env };
}

/** Takes a passphrase of one's own, and types the recovery key back. */
async function newKeyIn(window: AtCoach): Promise<string> {
  await window.until(/passphrase of your own:/);
  await window.type(`my own passphrase${ENTER}`);
  await window.until(/The same again/);
  await window.type(`my own passphrase${ENTER}`);
  const screen = await window.until(/Last 6 characters/, 60_000);
  const [found = ''] = /AGE-SECRET-KEY-1[\sA-Z0-9]+?(?=\n *Last)/.exec(screen) ?? [];
  const identity = found.replaceAll(/\s/g, '');
  await window.type(`${identity.slice(-6)}${ENTER}`);
  return identity;
}

test(
  'kill -9 at each step of encrypting: nothing is lost, and the same command completes it',
  { timeout: PATIENCE },
  async () => {
    const home = freshHome();
    fill(home);
    const before = inClear(home);
    const { env, crashes } = recordCrashes(home, home.coach, '/keys');
    const window = openCoach(['encrypt', '--yes'], home, {
      columns: 100,
      rows: 60,
      env: { ...env, COACH_HOME: home.coach, XDG_RUNTIME_DIR: undefined },
    });
    const identity = await newKeyIn(window);
    await window.exited;
    const recipient = (await ageSealing.recipientOf(identity)) ?? '';
    const left = [...crashes().map((crash) => homeAfter(crash, home)), home];
    const pinned: Home[] = [];
    for (const one of left) {
      expect(await textsOf(one, identity)).toEqual(TEXTS);
      if (rePin(one, home)) pinned.push(one);
    }
    // Before that nothing was begun: the key that nobody needs is all that is left.
    for (const one of left.filter((home) => !pinned.includes(home))) expect(inClear(one)).toEqual(before);
    for (const one of pinned) {
      const sessions = await unlocked({ identity, recipient });
      expect(await nextCommand(['encrypt'], one, { sessions })).toMatchObject({ stderr: '', exitCode: 0 });
      expect(await textsOf(one, identity)).toEqual(TEXTS);
      expect(Object.keys(inClear(one)).filter((file) => file.endsWith('.md'))).toEqual([]);
      expect(await nextCommand(['decrypt', '--yes'], one, { sessions })).toMatchObject({
        stderr: '',
        exitCode: 0,
      });
      expect(inClear(one)).toEqual(before);
    }
    expect(pinned.length).toBeGreaterThan(50);
  },
);

test(
  'kill -9 at each step of decrypting: nothing is lost, and the same command completes it',
  { timeout: PATIENCE },
  async () => {
    const plain = freshHome();
    fill(plain);
    const { home, key, env: session } = await encryptedHome();
    const { env, crashes } = recordCrashes(home, home.coach, '/journal');
    const ran = await coach(['decrypt', '--yes'], { env: { ...home.env, ...session, ...env } });
    expect(ran).toMatchObject({ stderr: '', exitCode: 0 });
    const left = [...crashes().map((crash) => homeAfter(crash, home)), home];
    for (const one of left) {
      expect(await textsOf(one, key.identity)).toEqual(TEXTS);
      // Where the key is gone, all is in clear.
      const ran = rePin(one, home)
        ? await nextCommand(['decrypt', '--yes'], one, { sessions: await unlocked(key) })
        : undefined;
      expect(ran?.exitCode ?? 0).toBe(0);
      expect(inClear(one)).toEqual(inClear(plain));
    }
    expect(left.length).toBeGreaterThan(50);
  },
);

test(
  'kill -9 at each step of encrypting anew for another key: the same command completes it',
  { timeout: PATIENCE },
  async () => {
    const { home, key: old } = await encryptedHome();
    const kept = readFileSync(path.join(home.coach, 'state/keys.json'));
    rmSync(path.join(home.journal, '.key'), { recursive: true });
    expect(String(kept)).toContain(old.recipient);
    const { key } = await sealHome(home.coach);
    // A renewal that was stopped.
    const pins = readFileSync(path.join(home.coach, 'state/keys.json'), 'utf8');
    put(
      path.join(home.coach, 'state/keys.json'),
      pins.replace('"since"', `"former":"${old.recipient}","since"`),
    );
    const sealed = await ageSealing.seal(Buffer.from(printIdentity(old, '2026-11-22')), key.recipient);
    put(path.join(home.journal, '.key/identity-2026-11-22.age'), sealed);
    const sessions = await unlocked(key);
    const { env, crashes } = recordCrashes(home, home.coach, '/journal');
    const session = (await unlockedFor(key)) ?? {};
    const ran = await coach(['keys', 'renew'], { env: { ...home.env, ...session, ...env } });
    expect(ran).toMatchObject({ stderr: '', exitCode: 0 });
    const left = [...crashes().map((crash) => homeAfter(crash, home)), home];
    for (const one of left) {
      rePin(one, home);
      const listed = await nextCommand(['journal', '--json'], one, { sessions });
      expect(JSON.parse(listed.stdout)).toHaveLength(3);
      await nextCommand(['keys', 'renew', '--yes'], one, { sessions });
      expect(await textsOf(one, key.identity)).toEqual(TEXTS);
    }
    expect(left.length).toBeGreaterThan(20);
  },
);

test(
  'kill -9 at each step of making a new key: one of the two opens everything, and the same command completes it',
  { timeout: PATIENCE },
  async () => {
    const { home, key: old, env: session } = await encryptedHome();
    const { env, crashes } = recordCrashes(home, home.coach, '/keys');
    const window = openCoach(['keys', 'renew', '--yes'], home, {
      columns: 100,
      rows: 60,
      env: { ...session, ...env },
    });
    await window.until(/as it is now/);
    await window.type(`${PASSPHRASE}${ENTER}`);
    const identity = await newKeyIn(window);
    await window.exited;
    const recipient = (await ageSealing.recipientOf(identity)) ?? '';
    const left = [...crashes().map((crash) => homeAfter(crash, home)), home];
    const renewed: Home[] = [];
    for (const one of left) {
      rePin(one, home);
      const isNew = readFileSync(path.join(one.coach, 'state/keys.json'), 'utf8').includes(recipient);
      const sessions = await unlocked(isNew ? { identity, recipient } : old);
      const { stdout } = await nextCommand(['journal', '--json'], one, { sessions });
      expect(JSON.parse(stdout)).toHaveLength(3);
      if (isNew) renewed.push(one);
    }
    expect(renewed.length).toBeGreaterThan(20);
    for (const one of renewed) {
      const sessions = await unlocked({ identity, recipient });
      await nextCommand(['keys', 'renew', '--yes'], one, { sessions });
      expect(await textsOf(one, identity)).toEqual(TEXTS);
    }
    for (const one of left.filter((home) => !renewed.includes(home)))
      expect(await textsOf(one, old.identity)).toEqual(TEXTS);
  },
);
