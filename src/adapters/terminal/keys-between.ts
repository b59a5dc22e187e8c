// A sieve between a terminal and a prompt, which hears only the keys that it knows.
import { emitKeypressEvents } from 'node:readline';
import { PassThrough } from 'node:stream';
import type { Key } from './key.ts';

/** Hands a key on to a prompt, as if it had been pressed. */
export type SendKey = (text: string | undefined, key: Key) => void;

/**
 * Stands between a terminal and a prompt of inquirer, which hears only the keys that are sent to it. What it does not know
 * would otherwise be typed into it, and one Ctrl-D too many would end it.
 *
 * @param hear - Told of each key that is pressed.
 */
export function keysBetween(
  input: NodeJS.ReadableStream,
  hear: (text: string | undefined, key: Key) => void,
): { readonly input: NodeJS.ReadableStream; readonly send: SendKey; readonly close: () => void } {
  const sent = new PassThrough();
  emitKeypressEvents(input);
  input.on('keypress', hear);
  return {
    input: sent,
    send: (text, key) => void sent.emit('keypress', text, key),
    close: () => void input.off('keypress', hear),
  };
}
