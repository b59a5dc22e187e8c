// The person as a port: somebody to ask.
import type { Choice } from '../../pages/sitting/field-text.ts';
import type { Act } from '../../domain/sitting/act.ts';
import type { Remark } from '../../domain/sitting/remarks.ts';
import type { Around, Step } from '../../domain/sitting/sitting.ts';
import type { Browser } from './browser.ts';

/** Asks a person. Each implementation is one way to sit at a terminal; without a terminal there is none. */
export interface Prompter {
  /** Text that is read, not answered. */
  say(text: string): void;
  /**
   * Asks one part of a question, an offer, or the look over all answers.
   *
   * @param typed - Hears what stands in the field, so that it can be kept.
   * @throws Interrupted on Ctrl-C.
   */
  ask(step: Exclude<Step, { kind: 'end' }>, sitting: Around, typed: (text: string) => void): Promise<Act>;
  /** Shows what belongs to the act just done. */
  remark(remark: Remark, sitting: Around): void;
  choose<Value>(message: string, choices: readonly Choice<Value>[]): Promise<Value>;
  line(message: string): Promise<string>;
  /** Takes the screen to look through the journal. Without it, that is done with words and numbers. */
  readonly browser?: () => Promise<Browser>;
}
