// A line that is not shown while it is typed, where lines are read one by one.
import { Interrupted } from '../../domain/text/errors.ts';
import { setRawMode } from './keyboard.ts';

/** Ctrl-C and Ctrl-D. */
const LEAVING = ['\u0003', '\u0004'];
/** Ctrl-U. */
const ALL_GONE = '\u0015';
const ONE_GONE = ['\b', '\u007f'];

/**
 * Reads a line while the terminal shows nothing of what is typed. The keys that mend a line, and those that end a program, are then no
 * business of the terminal's any more.
 *
 * @returns Undefined at the end of the input.
 * @throws Interrupted on Ctrl-C, and on Ctrl-D.
 */
export async function unseen(
  input: NodeJS.ReadableStream,
  out: (text: string) => void,
  read: () => Promise<{ readonly text: string } | undefined>,
): Promise<string | undefined> {
  let left: (interrupted: Interrupted) => void = () => undefined;
  const leaving = new Promise<never>((_resolve, reject) => (left = reject));
  const hear = (bytes: Buffer | string): void => {
    if (LEAVING.some((key) => String(bytes).includes(key))) left(new Interrupted(''));
  };
  setRawMode(input, true);
  input.on('data', hear);
  try {
    const line = await Promise.race([read(), leaving]);
    return line && mended(line.text);
  } finally {
    input.off('data', hear);
    setRawMode(input, false);
    out('\n');
  }
}

/** A line as it is once the keys in it have done what they are for. */
function mended(typed: string): string {
  const letters: string[] = [];
  for (const letter of typed) {
    if (letter === ALL_GONE) letters.length = 0;
    else if (ONE_GONE.includes(letter)) letters.pop();
    else letters.push(letter);
  }
  return letters.join('');
}
