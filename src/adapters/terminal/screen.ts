// The whole screen, taken for a while and given back as it was.
import { AbortPromptError, ExitPromptError } from '@inquirer/core';
import { Interrupted } from '../../domain/text/errors.ts';
import { type Key, keyName } from './key.ts';
import { KEYS_AS_BEFORE, setRawMode, SIMPLE_KEYS } from './keyboard.ts';
import { Suspension } from './suspension.ts';

/** The whole screen, for as long as it is taken. */
export interface TakenScreen {
  /**
   * Draws on the empty screen, and anew whenever it changes its size or coach goes on after it was stopped.
   *
   * @param draw - Ends with AbortPromptError when the signal says so.
   * @throws Interrupted on Ctrl-C, and when the system ends coach.
   */
  show<Value>(draw: (signal: AbortSignal) => Promise<Value>): Promise<Value>;
  close(): void;
}

/** The terminal has a second screen, from which nothing scrolls off; the first one comes back as it was. */
const TAKE = `\u001b[?1049h${SIMPLE_KEYS}`;
const GIVE_BACK = `${KEYS_AS_BEFORE}\u001b[?25h\u001b[?1049l`;
const CLEAR = '\u001b[H\u001b[2J';

/**
 * Takes the screen and the keyboard. Until they are given back, they are this function's alone: the prompts on it hear keys
 * and draw, and nothing else.
 */
export function takeScreen(
  input: NodeJS.ReadableStream,
  out: (text: string) => void,
  told: AbortSignal,
): TakenScreen {
  let drawing: AbortController | undefined;

  const take = (): void => {
    // Off and on, since Node thinks it is still on when it was not Ctrl-Z that stopped us.
    setRawMode(input, false);
    setRawMode(input, true);
    input.resume();
    out(TAKE);
  };
  const redraw = (): void => drawing?.abort();
  const suspension = new Suspension();
  const goOn = (): void => {
    process.off('SIGTSTP', suspend).on('SIGTSTP', suspend);
    take();
    redraw();
  };
  const continued = (): void => {
    // The screen is empty each time it is drawn on: once too often does no harm.
    suspension.continued();
    goOn();
  };
  const suspend = (): void => {
    process.off('SIGTSTP', suspend);
    out(GIVE_BACK);
    setRawMode(input, false);
    suspension.stop(goOn);
  };
  const hear = (_text: string | undefined, key: Key): void => {
    if (keyName(key) === 'ctrl-z') suspend();
  };

  input.on('keypress', hear);
  process.on('SIGTSTP', suspend).on('SIGCONT', continued).on('SIGWINCH', redraw);
  take();
  return {
    async show(draw) {
      for (;;) {
        const current = new AbortController();
        drawing = current;
        out(CLEAR);
        try {
          return await draw(AbortSignal.any([told, current.signal]));
        } catch (error) {
          if (told.aborted || error instanceof ExitPromptError) throw new Interrupted('');
          if (!(error instanceof AbortPromptError) || !current.signal.aborted) throw error;
        } finally {
          drawing = undefined;
        }
      }
    },
    close() {
      input.off('keypress', hear);
      process.off('SIGTSTP', suspend).off('SIGCONT', continued).off('SIGWINCH', redraw);
      out(GIVE_BACK);
      setRawMode(input, false);
      input.pause();
    },
  };
}
