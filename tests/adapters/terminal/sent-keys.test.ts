import { describe, expect, test } from 'vitest';
import * as fc from 'fast-check';
import { SentKeys } from '../../../src/adapters/terminal/sent-keys.ts';

/** All keys of what is sent in one go, with a pause behind. */
function keysOf(...sent: readonly string[]): string {
  const keys = new SentKeys();
  return [...sent.flatMap((part) => keys.take(part)), ...keys.flush()].join('');
}

describe('keys of other protocols come as those of a simple terminal', () => {
  test.each([
    { key: 'Ctrl-D, kitty', sent: '\u001b[100;5u', is: '\u0004' },
    { key: 'Ctrl-D with num lock', sent: '\u001b[100;133u', is: '\u0004' },
    { key: 'Ctrl-D on a Russian keyboard', sent: '\u001b[1074::100;5u', is: '\u0004' },
    { key: 'Ctrl-D held down', sent: '\u001b[100;5:2u', is: '\u0004' },
    { key: 'Ctrl-D, xterm', sent: '\u001b[27;5;100~', is: '\u0004' },
    { key: 'Ctrl-Shift-D', sent: '\u001b[100;6u', is: '\u0004' },
    { key: 'Ctrl-C', sent: '\u001b[99;5u', is: '\u0003' },
    { key: 'Ctrl-space', sent: '\u001b[32;5u', is: '\u0000' },
    { key: 'Esc', sent: '\u001b[27u', is: '\u001b' },
    { key: 'Enter', sent: '\u001b[13u', is: '\r' },
    { key: 'Shift-Enter, xterm', sent: '\u001b[27;2;13~', is: '\r' },
    { key: 'Enter of a keypad', sent: '\u001bOM', is: '\r' },
    { key: 'Enter of a keypad, kitty', sent: '\u001b[57414u', is: '\r' },
    { key: 'a digit of a keypad', sent: '\u001bOr', is: '2' },
    { key: 'a digit of a keypad, kitty', sent: '\u001b[57401u', is: '2' },
    { key: 'Backspace', sent: '\u001b[127u', is: '\u007f' },
    { key: 'Alt-Backspace', sent: '\u001b[127;3u', is: '\u001b\u007f' },
    { key: 'Tab and Shift-Tab', sent: '\u001b[9u\u001b[9;2u', is: '\t\u001b[Z' },
    { key: 'letters', sent: '\u001b[97u\u001b[97;2u\u001b[97;65u\u001b[228;2u', is: 'aAAÄ' },
    { key: 'a sign that needs Shift', sent: '\u001b[55:47;2u\u001b[47;2;63u\u001b[27;2;33~', is: '/?!' },
    { key: 'Alt with a letter', sent: '\u001b[98;3u', is: '\u001bb' },
    { key: 'an arrow with num lock', sent: '\u001b[1;129A', is: '\u001b[A' },
    { key: 'Ctrl with an arrow, pressed', sent: '\u001b[1;5:1D', is: '\u001b[1;5D' },
    { key: 'Delete with num lock', sent: '\u001b[3;129~', is: '\u001b[3~' },
    { key: 'arrows of the application mode', sent: '\u001bOA\u001bOD', is: '\u001bOA\u001bOD' },
    { key: 'an arrow of a keypad, kitty', sent: '\u001b[57419u', is: '\u001b[A' },
    { key: 'keys of old terminals', sent: '\u001b[[A\u001b[7$\u001b[a', is: '\u001b[[A\u001b[7$\u001b[a' },
  ])('$key', ({ sent, is }) => expect(keysOf(sent)).toBe(is));
});

test.each([
  { what: 'a window that is looked at', sent: '\u001b[I\u001b[O' },
  { what: 'a mouse', sent: '\u001b[<0;10;20M\u001b[<0;10;20m' },
  { what: 'an old mouse', sent: '\u001b[M !q\u001b[M#!q\u001b[35;10;20M' },
  { what: 'a key let go', sent: '\u001b[97;1:3u\u001b[1;1:3A\u001b[3;1:3~' },
  { what: 'keys that hold others', sent: '\u001b[57441u\u001b[57358u' },
  { what: 'a key of the window system', sent: '\u001b[100;9u' },
  { what: 'where the cursor is', sent: '\u001b[12;40R' },
  { what: 'what the terminal can do', sent: '\u001b[?62;22c\u001b[?1u\u001b[?1004;2$y\u001bP1+r4\u001b\\' },
  { what: 'its colours', sent: '\u001b]11;rgb:0000/0000/0000\u0007\u001b]11;rgb:1/2/3\u001b\\' },
])('$what is no key', ({ sent }) => {
  expect(keysOf(`a${sent}b`)).toBe('ab');
  expect(keysOf('a', ...Array.from(sent), 'b')).toBe('ab');
});

describe('Esc', () => {
  test('is a piece of its own, or the next key would be one with Alt', () => {
    expect(new SentKeys().take('\u001b[27ub')).toEqual(['\u001b', 'b']);
    expect(new SentKeys().take('\u001b\u001bb')).toEqual(['\u001b', '\u001bb']);
  });

  test('waits for what may follow', () => {
    const keys = new SentKeys();
    expect(keys.take('a\u001b')).toEqual(['a']);
    expect(keys.isWaiting).toBe(true);
    expect(keys.flush()).toEqual(['\u001b']);
    expect(keys.isWaiting).toBe(false);
  });
});

test('what is pasted stays as it is', () => {
  const pasted = '\u001b[200~one\u001b[100;5u\u001b[I\u001b[31m\u001bP two\u001b[201~';
  expect(keysOf(pasted)).toBe(pasted);
  expect(keysOf(...Array.from(pasted))).toBe(pasted);
  expect(keysOf(`${pasted}\u001b[100;5u`)).toBe(`${pasted}\u0004`);
});

test('keys are the same however they come', () => {
  const part = fc.constantFrom(
    'a',
    '計',
    '\u001b[A',
    '\u001b[100;5u',
    '\u001b[I',
    '\u001b[<0;1;1M',
    '\u001b[200~x\u001b[201~',
  );
  fc.assert(
    fc.property(fc.array(part), fc.array(fc.nat(20)), (parts, cuts) => {
      const sent = parts.join('');
      const pieces = cuts.reduce<string[]>(
        (all, cut) => [...all.slice(0, -1), (all.at(-1) ?? '').slice(0, cut), (all.at(-1) ?? '').slice(cut)],
        [sent],
      );
      expect(keysOf(...pieces)).toBe(keysOf(sent));
    }),
  );
});
