// Lines from a keyboard, where those that come at once were pasted and belong together.
import { createInterface } from 'node:readline';

/** Lines for questions. */
export interface LineReader {
  /**
   * None is lost between two questions.
   *
   * @param goesOn - It goes on with an answer of several lines.
   * @returns Undefined at the end of the input and of the program.
   */
  next(goesOn: boolean): Promise<string | undefined>;
  /** Whether more came at once with the last one. */
  hasRest(): boolean;
  /** Gives up what came at once with the last one. @returns How many lines. */
  dropRest(): number;
}

/** Nobody types a line sooner after another one than this, in milliseconds; a paste brings them faster. */
const AT_ONCE = 20;

/**
 * Lines from a keyboard. A terminal without bracketed paste sends what is pasted as if it were typed, line by line: a line is given out
 * only when no other one follows at once, so that it is known by then what came with it.
 */
export function keyboardLines(input: NodeJS.ReadableStream, told: AbortSignal): LineReader {
  const waiting: { readonly line: string; readonly burst: number }[] = [];
  let burst = 0;
  let latest = -Infinity;
  let given: number | undefined;
  let hasEnded = false;
  let isOpen = false;
  let wake = (): void => undefined;
  const open = (): void => {
    isOpen = true;
    createInterface({ input, terminal: false })
      .on('line', (line) => {
        const now = performance.now();
        if (now - latest > AT_ONCE) burst++;
        latest = now;
        waiting.push({ line, burst });
        wake();
      })
      .on('close', () => {
        hasEnded = true;
        wake();
      });
    told.addEventListener('abort', () => wake());
  };
  const isOver = (): boolean => hasEnded || told.aborted;
  const change = async (): Promise<void> =>
    new Promise((resolve) => {
      wake = resolve;
    });
  const quiet = async (): Promise<void> => {
    for (;;) {
      const left = latest + AT_ONCE - performance.now();
      if (left <= 0 || isOver()) return;
      await new Promise((resolve) => {
        setTimeout(resolve, left + 1);
      });
    }
  };
  const isRest = (): boolean => waiting[0] !== undefined && waiting[0].burst === given;
  return {
    hasRest: isRest,
    dropRest() {
      let count = 0;
      for (; isRest(); count++) waiting.shift();
      return count;
    },
    async next(goesOn) {
      // Lines that were sent before may still come in.
      if (told.aborted) return undefined;
      if (!isOpen) open();
      while (waiting.length === 0 && !isOver()) await change();
      // An answer may end with this line: what comes with it is heard before anything else is done.
      if (!goesOn || waiting[0]?.line === '.') await quiet();
      const next = waiting.shift();
      given = next?.burst;
      return next?.line;
    },
  };
}
