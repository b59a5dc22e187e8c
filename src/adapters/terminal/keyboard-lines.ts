// Lines from a keyboard, where those that come at once were pasted and belong together.
import { createInterface } from 'node:readline';

/** A line, and how it came. */
export interface Line {
  readonly text: string;
  /** Others came at once with it, after the question was shown. */
  readonly isPasted: boolean;
  /** It was pasted, and others follow. */
  readonly hasRest: boolean;
  /** The terminal may have cut its end. */
  readonly isFull: boolean;
}

/** Lines for questions. */
export interface LineReader {
  /**
   * Before a question is shown: what has been typed by now was typed ahead, line by line.
   *
   * @returns How many lines are given up: they came at once with the answer to the last question.
   */
  begin(): Promise<number>;
  /**
   * None is lost between two questions.
   *
   * @returns Undefined at the end of the input and of the program.
   */
  next(): Promise<Line | undefined>;
}

/** Nobody types a line sooner after another one than this, in milliseconds; a paste brings them faster. */
const AT_ONCE = 20;

/** So many bytes a terminal keeps of a line before Enter; it throws away what comes after them. */
const LONGEST_LINE = 4095;

/** The end of a text that was cut within a character. */
const BROKEN_END = /\ufffd$/;

/**
 * Lines from a keyboard. A terminal without bracketed paste sends what is pasted as if it were typed, line by line: a line is given out
 * only when no other one follows at once, so that it is known by then what came with it. Of lines that waited when the question was
 * shown nobody knows how they came; they are taken one by one, as they are typed ahead.
 */
export function keyboardLines(input: NodeJS.ReadableStream, told: AbortSignal): LineReader {
  const waiting: { readonly text: string; readonly burst: number }[] = [];
  let burst = 0;
  let latest = -Infinity;
  /** The last one that began before the question was shown. */
  let ahead = 0;
  /** That of the line given last, if it was pasted. */
  let given: number | undefined;
  let hasEnded = false;
  let isOpen = false;
  let wake = (): void => undefined;
  const open = (): void => {
    isOpen = true;
    // What waits in the terminal comes in now.
    latest = performance.now();
    createInterface({ input, terminal: false })
      .on('line', (text) => {
        const now = performance.now();
        if (now - latest > AT_ONCE) burst++;
        latest = now;
        waiting.push({ text, burst });
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
  /** A whole turn, in which the terminal is read. */
  const turn = async (): Promise<void> =>
    new Promise((resolve) => {
      setImmediate(() => setImmediate(resolve));
    });
  const quiet = async (): Promise<void> => {
    for (;;) {
      const left = latest + AT_ONCE - performance.now();
      if (left <= 0 || isOver()) return;
      await new Promise((resolve) => {
        setTimeout(resolve, left + 1);
      });
      await turn();
    }
  };
  const isRest = (): boolean => waiting[0] !== undefined && waiting[0].burst === given;
  return {
    async begin() {
      if (!isOpen && !told.aborted) {
        open();
        await quiet();
      }
      for (let before = -1; before < waiting.length && !isOver(); await turn()) before = waiting.length;
      let count = 0;
      for (; isRest(); count++) waiting.shift();
      ahead = burst;
      return count;
    },
    async next() {
      // Lines that were sent before may still come in.
      if (told.aborted && !isRest()) return undefined;
      while (waiting.length === 0 && !isOver()) await change();
      if (waiting[0] !== undefined && waiting[0].burst > ahead) await quiet();
      const next = waiting.shift();
      if (!next) return undefined;
      const isKnown = next.burst > ahead;
      const before = given;
      given = isKnown ? next.burst : undefined;
      const hasRest = isRest();
      return {
        text: next.text,
        isPasted: hasRest || (isKnown && before === given),
        hasRest,
        isFull: isFull(next.text),
      };
    },
  };
}

function isFull(text: string): boolean {
  if (!BROKEN_END.test(text)) return Buffer.byteLength(text) === LONGEST_LINE;
  const missing = LONGEST_LINE - Buffer.byteLength(text.replace(BROKEN_END, ''));
  return missing >= 1 && missing <= 3;
}
