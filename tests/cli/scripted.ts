import type { Prompter } from '../../src/app/ports/prompter.ts';
import { Interrupted } from '../../src/domain/text/errors.ts';
import type { FieldValue } from '../../src/domain/sitting/field.ts';
import type { Act } from '../../src/domain/sitting/act.ts';
import type { Step } from '../../src/domain/sitting/sitting.ts';

/**
 * What somebody at a terminal does next: a text that is typed, or the beginning of the label that is chosen from a list; a
 * value of another kind, given to the part that is asked for; the beginnings of the labels that are ticked, of none to leave; an act;
 * or Ctrl-C, with what stands in the field by then.
 */
export type Move =
  | string
  | { readonly value: FieldValue | null }
  | { readonly ticks: readonly string[] }
  | Act
  | { readonly interrupted: string };

export const CTRL_C: Move = { interrupted: '' };

/** Somebody at a terminal who follows a script, and all that they saw. */
export interface Scripted extends Prompter {
  /**
   * What was said and asked, in order, the first line of each: `say …`, `choose …`, `several …`, `line …`, `secret …`, `text …`,
   * `ask …`, `offer …`, `look over`, `remark …`.
   */
  readonly seen: readonly string[];
  /** The moves that were not needed. */
  readonly left: () => readonly Move[];
}

/** Follows a script. Where it has no fitting move, what was asked so far is the error. */
export function scripted(...script: readonly Move[]): Scripted {
  const moves = [...script];
  const seen: string[] = [];
  const next = (asked: string): Exclude<Move, { readonly interrupted: string }> => {
    seen.push(asked);
    const move = moves.shift();
    if (move === undefined) throw unfit('nothing', seen);
    if (typeof move === 'object' && 'interrupted' in move) throw new Interrupted('');
    return move;
  };
  return {
    seen,
    left: () => moves,
    say: (text) => void seen.push(`say ${firstLine(text)}`),
    remark: (remark) => void seen.push(`remark ${remark.kind}`),
    async choose(message, choices) {
      const move = next(`choose ${firstLine(message)}`);
      const choice = choices.find(({ label }) => typeof move === 'string' && label.startsWith(move));
      if (!choice) throw unfit(JSON.stringify(move), [...seen, ...choices.map(({ label }) => `  ${label}`)]);
      return choice.value;
    },
    async several(message, choices, folded) {
      const move = next(`several ${firstLine(message)}`);
      const all = [...choices, ...(folded?.choices ?? [])];
      if (typeof move !== 'object' || !('ticks' in move)) throw unfit(JSON.stringify(move), seen);
      const ticked = move.ticks.map((start) => all.find(({ label }) => label.startsWith(start)));
      if (ticked.includes(undefined)) {
        throw unfit(JSON.stringify(move), [...seen, ...all.map(({ label }) => `  ${label}`)]);
      }
      return ticked.length === 0
        ? undefined
        : all.filter((one) => ticked.includes(one)).map(({ value }) => value);
    },
    line: async (message) => typed(next(`line ${message}`), seen),
    secret: async (message) => typed(next(`secret ${message}`), seen),
    text: async (message, given) => typed(next(`text ${firstLine(message)}: ${given}`), seen),
    async ask(step, _sitting, typed) {
      const [move] = moves;
      if (typeof move === 'object' && 'interrupted' in move) typed(move.interrupted);
      return actOf(next(stepText(step)));
    },
  };
}

function actOf(move: Exclude<Move, { readonly interrupted: string }>): Act {
  if (typeof move === 'string') return { kind: 'answer', value: move };
  if ('ticks' in move) throw unfit(JSON.stringify(move), []);
  return 'kind' in move ? move : { kind: 'answer', value: move.value };
}

function typed(move: Move, seen: readonly string[]): string {
  if (typeof move !== 'string') throw unfit(JSON.stringify(move), seen);
  return move;
}

function stepText(step: Exclude<Step, { kind: 'end' }>): string {
  if (step.kind === 'look-over') return 'look over';
  const { id } = step.planned.question;
  if (step.kind === 'offer') return `offer ${id} ${step.offer.kind}`;
  return step.field.name === 'value' ? `ask ${id}` : `ask ${id} ${step.field.name}`;
}

function unfit(move: string, seen: readonly string[]): Error {
  return new Error(`the script has ${move} for the last of these:\n${seen.join('\n')}`);
}

function firstLine(text: string): string {
  return text.split('\n')[0] ?? '';
}
