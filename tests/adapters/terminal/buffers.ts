// Buffers for tests, at any place of any text.
import { type TextBuffer, textBuffer } from '../../../src/adapters/terminal/text-buffer.ts';

/** A buffer with its cursor at a share of its text. */
export function bufferOf([text, share]: [string, number]): TextBuffer {
  return textBuffer(text, Math.round(share * text.length));
}
