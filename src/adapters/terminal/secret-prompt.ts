// A line that is not shown while it is typed, on a full terminal.
import password from '@inquirer/password';
import { isTyped, keyName } from './key.ts';
import { setRawMode } from './keyboard.ts';
import { keysBetween } from './keys-between.ts';

/** Where it is typed, and what ends it before. */
interface SecretContext {
  readonly input: NodeJS.ReadableStream;
  readonly signal: AbortSignal;
}

/** The keys that end a line or mend it. Nobody sees where a cursor is, so that none moves it. */
const KNOWN: ReadonlySet<string> = new Set([
  'return',
  'enter',
  'backspace',
  'ctrl-c',
  'ctrl-h',
  'ctrl-u',
  'ctrl-w',
]);

const CTRL_C = '\u0003';

/** Asks for a line of which nothing is seen, not even how long it is: the cursor that moves with it is hidden. */
export async function secretPrompt(message: string, { input, signal }: SecretContext): Promise<string> {
  // A prefix stands where the line begins; before a message the library puts a blank.
  const theme = { prefix: message, style: { maskedText: '', help: (text: string) => text } };
  const keys = keysBetween(input, (text, key) => {
    const name = keyName(key);
    // Left to the library, Ctrl-D on an empty line would end the program without a word.
    if (name === 'ctrl-d') keys.send(CTRL_C, { name: 'c', ctrl: true, sequence: CTRL_C });
    else if (KNOWN.has(name) || (name !== 'tab' && isTyped(key))) keys.send(text, key);
  });
  setRawMode(input, true);
  input.resume();
  try {
    return await password(
      { message: '', mask: false, toggleMask: false, theme },
      { input: keys.input, signal },
    );
  } finally {
    keys.close();
    input.pause();
    setRawMode(input, false);
  }
}
