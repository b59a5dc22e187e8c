import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { indexCipher } from '../../../src/adapters/journal/index-cipher.ts';

const cipher = indexCipher('AGE-SECRET-KEY-1');
const sealed = (bytes: Uint8Array): Uint8Array =>
  Buffer.concat(Array.from(cipher.encrypt([bytes], 'entries'), (piece) => Buffer.from(piece)));

test.each([0, 1, 65_535, 65_536, 65_537, 200_000])('%i bytes are decrypted in their own place', (length) => {
  const bytes = new Uint8Array(randomBytes(length));
  const room = new Uint8Array([...randomBytes(7), ...sealed(bytes)]);
  expect(room.length).toBe(7 + length + cipher.longer);
  const clear = cipher.decrypt(room.subarray(7), 'entries');
  expect(clear && Buffer.from(clear).equals(bytes)).toBe(true);
  expect(clear?.buffer).toBe(room.buffer);
});

describe('what is damaged is not decrypted', () => {
  const whole = sealed(new Uint8Array(100_000));

  test.each([0, 20, 70_000, whole.length - 1])('at %i', (at) => {
    expect(
      cipher.decrypt(
        whole.map((byte, place) => (place === at ? byte ^ 1 : byte)),
        'entries',
      ),
    ).toBe(undefined);
  });

  test('cut off, or called otherwise', () => {
    expect(cipher.decrypt(whole.slice(0, -1), 'entries')).toBe(undefined);
    expect(cipher.decrypt(whole.slice(), 'lines')).toBe(undefined);
  });
});
