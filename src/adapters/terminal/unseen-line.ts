// A line that is not shown while it is typed, where lines are read one by one.
import { Interrupted } from '../../domain/text/errors.ts';
import { Keyboard, setRawMode } from './keyboard.ts';

/** Ctrl-C and Ctrl-D. */
const LEAVING = ['\u0003', '\u0004'];
/** Ctrl-U. */
const ALL_GONE = '\u0015';
/** Ctrl-W. */
const WORD_GONE = '\u0017';
const ONE_GONE = ['\b', '\u007f'];

/** Where lines come from, and what is written beside them. */
interface UnseenTerminal {
  readonly input: NodeJS.ReadableStream;
  readonly out: (text: string) => void;
  readonly read: () => Promise<{ readonly text: string } | undefined>;
}

/**
 * Asks for a line while the terminal shows nothing of what is typed. The keys that mend a line, and those that end a program, are then
 * no business of the terminal's any more. It shows nothing before it asks: whoever has the line at hand pastes it at once.
 *
 * @returns Undefined at the end of the input.
 * @throws Interrupted on Ctrl-C, and on Ctrl-D.
 */
export async function unseen(
  prompt: string,
  { input, out, read }: UnseenTerminal,
): Promise<string | undefined> {
  let left: (interrupted: Interrupted) => void = () => undefined;
  const leaving = new Promise<never>((_resolve, reject) => (left = reject));
  const hear = (bytes: Buffer | string): void => {
    if (LEAVING.some((key) => String(bytes).includes(key))) left(new Interrupted(''));
  };
  setRawMode(input, true);
  input.on('data', hear);
  out(prompt);
  try {
    const line = await Promise.race([read(), leaving]);
    return line && mended(line.text);
  } finally {
    input.off('data', hear);
    // Not at once: whoever types on while a passphrase is tried would see it on the screen.
    if (input instanceof Keyboard) input.setRawMode(false);
    else setRawMode(input, false);
    out('\n');
  }
}

/** A line as it is once the keys in it have done what they are for. */
function mended(typed: string): string {
  const letters: string[] = [];
  for (const letter of typed) {
    if (letter === ALL_GONE) letters.length = 0;
    else if (letter === WORD_GONE) letters.splice(lastWordIn(letters));
    else if (ONE_GONE.includes(letter)) letters.pop();
    else letters.push(letter);
  }
  return letters.join('');
}

/** Where it begins; blanks behind it go with it. */
function lastWordIn(letters: readonly string[]): number {
  const end = letters.findLastIndex((letter) => letter !== ' ');
  return letters.lastIndexOf(' ', end) + 1;
}
