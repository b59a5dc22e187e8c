import { execFileSync } from 'node:child_process';
import { inflateSync } from 'node:zlib';
import { hash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import * as vectors from 'cctv-age';
import { expect, test } from 'vitest';
import { ageSealing } from '../../../src/adapters/sealing/age-sealing.ts';
import { freshHome } from '../../cli/coach.ts';

const LOW = 2;
const text = Buffer.from('Nobody else reads this.\n');

test('what is sealed for a key is opened with it, byte for byte, and looks otherwise each time', async () => {
  const { identity, recipient } = await ageSealing.newKey();
  const sealed = await ageSealing.seal(text, recipient);
  expect(await ageSealing.open(sealed, identity)).toEqual(new Uint8Array(text));
  expect(Buffer.from(sealed).includes('Nobody')).toBe(false);
  expect(await ageSealing.seal(text, recipient)).not.toEqual(sealed);
  expect(await ageSealing.recipientOf(identity)).toBe(recipient);
});

test('another key does not open it, and neither does any byte that is changed', async () => {
  const mine = await ageSealing.newKey();
  const other = await ageSealing.newKey();
  const sealed = await ageSealing.seal(text, mine.recipient);
  expect(await ageSealing.open(sealed, other.identity)).toBe('other');
  for (let at = 0; at < sealed.length; at++) {
    const changed = sealed.map((byte, place) => (place === at ? byte ^ 1 : byte));
    expect(await ageSealing.open(changed, mine.identity), `byte ${at}`).toEqual(expect.any(String));
  }
});

test('what was cut off is damaged, wherever that was', async () => {
  const { identity, recipient } = await ageSealing.newKey();
  const sealed = await ageSealing.seal(text, recipient);
  for (let end = 0; end < sealed.length; end += 7)
    expect(await ageSealing.open(sealed.subarray(0, end), identity), `${end} bytes`).toBe('damaged');
});

test('an identity with a typing mistake is none', async () => {
  const { identity } = await ageSealing.newKey();
  const typo = `${identity.slice(0, -1)}${identity.endsWith('Q') ? 'P' : 'Q'}`;
  expect(await ageSealing.recipientOf(typo)).toBeUndefined();
  expect(await ageSealing.recipientOf('')).toBeUndefined();
});

test('a passphrase opens what it sealed; a wrong one, a hard one and what is no such file are told apart', async () => {
  const sealed = await ageSealing.sealWithPassphrase(text, 'pair evolve', LOW);
  expect(sealed).toMatch(/^-----BEGIN AGE ENCRYPTED FILE-----\n/);
  expect(await ageSealing.openWithPassphrase(sealed, 'pair evolve', LOW)).toEqual(new Uint8Array(text));
  expect(await ageSealing.openWithPassphrase(sealed, 'pair evolved', LOW)).toBe('other');
  expect(await ageSealing.openWithPassphrase(sealed, 'pair evolve', LOW - 1)).toBe('too-hard');
  expect(await ageSealing.openWithPassphrase(sealed.slice(0, 200), 'pair evolve', LOW)).toBe('damaged');
  expect(await ageSealing.openWithPassphrase('Dear all', 'pair evolve', LOW)).toBe('damaged');
});

test('a later version of age is told from damage', async () => {
  const later = Buffer.from('age-encryption.org/v2\n-> X25519 abc\n');
  const { identity } = await ageSealing.newKey();
  expect(await ageSealing.open(later, identity)).toBe('newer');
});

test('the time of a passphrase doubles with each step of its factor', async () => {
  const [low, high] = [await ageSealing.timeOf(14), await ageSealing.timeOf(18)];
  expect(low).toBeGreaterThan(0);
  expect(high).toBeGreaterThan(2 * low);
});

interface Vector {
  readonly head: ReadonlyMap<string, readonly string[]>;
  readonly file: Uint8Array;
}

/** A vector is a header in lines, an empty line and a file of age. @see https://github.com/C2SP/CCTV/tree/main/age */
function vectorOf(bytes: Uint8Array): Vector {
  const all = Buffer.from(bytes);
  const end = all.indexOf('\n\n');
  const head = new Map<string, string[]>();
  for (const line of all.subarray(0, end).toString().split('\n')) {
    const [key = '', value = ''] = line.split(': ');
    head.set(key, [...(head.get(key) ?? []), value]);
  }
  const body = all.subarray(end + 2);
  return { head, file: head.get('compressed')?.[0] === 'zlib' ? inflateSync(body) : body };
}

const named = Object.entries<Uint8Array>(vectors).map(([name, bytes]) => ({ name, ...vectorOf(bytes) }));
const known = named.filter(
  ({ head }) =>
    !(head.get('identity') ?? []).some((one) => one.startsWith('AGE-SECRET-KEY-PQ')) &&
    !head.has('armored') &&
    (head.get('identity')?.length ?? 0) + (head.get('passphrase')?.length ?? 0) === 1,
);

test('there are vectors of the format', () => {
  expect(known.length).toBeGreaterThan(60);
});

test.each(known)('opens just what the format says: $name', async ({ head, file }) => {
  const [identity] = head.get('identity') ?? [];
  const [passphrase = ''] = head.get('passphrase') ?? [];
  const { armor } = await import('age-encryption');
  const opened =
    identity === undefined
      ? await ageSealing.openWithPassphrase(armor.encode(file), passphrase, 18)
      : await ageSealing.open(file, identity);
  const expected = head.get('expect')?.[0] === 'success' ? head.get('payload')?.[0] : 'refused';
  expect(typeof opened === 'string' ? 'refused' : hash('sha256', opened)).toBe(expected);
});

const hasAge = ((): boolean => {
  try {
    execFileSync('age', ['--version']);
    return true;
  } catch {
    return false;
  }
})();

test.runIf(hasAge)('the program of age opens it, and it opens what the program has sealed', async () => {
  const home = freshHome();
  const { identity, recipient } = await ageSealing.newKey();
  const key = path.join(home, 'key.txt');
  writeFileSync(key, `${identity}\n`);
  const sealed = await ageSealing.seal(text, recipient);
  expect(execFileSync('age', ['-d', '-i', key], { input: sealed })).toEqual(text);
  const theirs = execFileSync('age', ['-r', recipient], { input: text });
  expect(await ageSealing.open(theirs, identity)).toEqual(new Uint8Array(text));
});
