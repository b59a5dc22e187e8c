// The person as a port: somebody to ask.
import type { Choice } from '../../pages/sitting/field-text.ts';
import type { Act } from '../../domain/sitting/act.ts';
import type { Remark } from '../../domain/sitting/remarks.ts';
import type { Around, Step } from '../../domain/sitting/sitting.ts';
import type { Browser } from './browser.ts';

/** Choices that are seen once they are wanted. */
export interface Folded<Value> {
  readonly label: string;
  readonly choices: readonly Choice<Value>[];
}

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
  /**
   * Lets somebody tick any of several; those marked as usual are ticked beforehand.
   *
   * @param folded - More of them, below one line until they are wanted.
   * @returns Those that are ticked, in the order of the list: one at least. Undefined where the person leaves.
   */
  several<Value>(
    message: string,
    choices: readonly Choice<Value>[],
    folded?: Folded<Value>,
  ): Promise<readonly Value[] | undefined>;
  line(message: string): Promise<string>;
  /** A line that is not shown while it is typed, nor afterwards. @returns Empty where the person leaves it so. */
  secret(message: string): Promise<string>;
  /** A text of several lines, to be changed. @returns The same text where the person leaves it as it is. */
  text(message: string, given: string): Promise<string>;
  /** Takes the screen to look through the journal. Without it, that is done with words and numbers. */
  readonly browser?: () => Promise<Browser>;
}
