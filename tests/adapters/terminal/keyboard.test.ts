import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import { AS_BEFORE, Keyboard, SIMPLE } from '../../../src/adapters/terminal/keyboard.ts';

/** A terminal that tells what is done to it, and fails from then on that it is gone. */
function terminal() {
  const told: string[] = [];
  const state = { isGone: false };
  const source = new (class extends EventEmitter {
    pause(): void {}
    resume(): void {}
    setRawMode(isRaw: boolean): void {
      if (state.isGone) this.emit('error', new Error('setRawMode EIO'));
      told.push(isRaw ? 'keys' : 'lines');
    }
  })();
  const write = (text: string): void => void told.push(text);
  const gone = (): void => void told.push('gone');
  return { told, state, source, keyboard: new Keyboard({ source, write, gone }) };
}

test('the terminal is set back to what it was', () => {
  const { told, keyboard } = terminal();
  keyboard.setRawMode(true).setRawMode(true);
  keyboard.rest();
  keyboard.rest();
  expect(told).toEqual(['keys', SIMPLE, AS_BEFORE, 'lines']);
});

test('what was typed between two questions was echoed among what coach said', async () => {
  const { told, keyboard } = terminal();
  for (let question = 0; question < 3; question += 1) {
    keyboard.setRawMode(true);
    keyboard.setRawMode(false);
    await Promise.resolve();
  }
  expect(told).toEqual(['keys', SIMPLE]);
  await expect.poll(() => told.slice(2), { timeout: 5_000 }).toEqual([AS_BEFORE, 'lines']);
});

test('a terminal that was gone ended coach by a stack trace', () => {
  const { told, state, keyboard } = terminal();
  keyboard.setRawMode(true);
  told.length = 0;
  state.isGone = true;
  keyboard.rest();
  expect(told).toContain('gone');
  told.length = 0;
  keyboard.setRawMode(true);
  keyboard.resume();
  expect(told).toEqual([]);
});

test('the end of what is typed is the end of the terminal, where it comes key by key', () => {
  const { told, source, keyboard } = terminal();
  keyboard.setRawMode(true);
  source.emit('end');
  expect(told.at(-1)).toBe('gone');
});

test('Esc is heard well before the half second that Node would wait, and apart from what follows', async () => {
  const { source, keyboard } = terminal();
  const names: unknown[] = [];
  keyboard.on('keypress', (_text, key: { readonly name?: string }) => names.push(key.name));
  source.emit('data', Buffer.from('\u001b'));
  await expect.poll(() => names, { timeout: 300, interval: 5 }).toEqual(['escape']);
  source.emit('data', Buffer.from('b計'));
  expect(names).toEqual(['escape', 'b', undefined]);
});
