// A list of which several are ticked.
import type { Folded } from '../../app/ports/prompter.ts';
import type { Choice } from '../../pages/sitting/field-text.ts';
import { NONE_TICKED, SEVERAL_KEYS, tickLabel } from '../../pages/sitting/menu-text.ts';
import type { ListPrompt } from './list-prompt.ts';

/** Stands for the line below which more choices are folded. */
const FOLDED = -1;

/**
 * Lets tick any of several choices: Space ticks and unticks, Enter is done, Esc leaves. It draws a list anew after each key.
 *
 * @returns Those that are ticked, in the order of the list; undefined after Esc.
 *
 * @example
 * await tickPrompt(list, 'Which?', choices, undefined, signal) //=> ['offer']
 */
export async function tickPrompt<Value>(
  list: ListPrompt,
  message: string,
  choices: readonly Choice<Value>[],
  folded: Folded<Value> | undefined,
  signal: AbortSignal,
): Promise<readonly Value[] | undefined> {
  let shown = choices;
  let fold = folded;
  let above = `${message}\n${SEVERAL_KEYS}`;
  let at = 0;
  const ticked = new Set(choices.filter(({ usual }) => usual));
  for (;;) {
    const rows: Choice<number>[] = shown.map((choice, value) => ({
      value,
      label: tickLabel(choice.label, ticked.has(choice)),
    }));
    if (fold) rows.push({ value: FOLDED, label: fold.label });
    const answer = await list(
      { message: above, choices: rows, default: at, keys: ['escape', 'space'] },
      { signal },
    );
    if ('key' in answer && answer.key === 'escape') return undefined;
    const cursor = 'chosen' in answer ? answer.chosen : (answer.at ?? at);
    if (cursor === FOLDED && fold) {
      at = shown.length;
      shown = [...shown, ...fold.choices];
      for (const choice of fold.choices) if (choice.usual) ticked.add(choice);
      fold = undefined;
      continue;
    }
    at = cursor;
    const choice = shown[cursor];
    if ('key' in answer && choice) {
      if (!ticked.delete(choice)) ticked.add(choice);
    } else if (ticked.size > 0) return shown.filter((one) => ticked.has(one)).map(({ value }) => value);
    above = `${ticked.size === 0 && 'chosen' in answer ? NONE_TICKED : message}\n${SEVERAL_KEYS}`;
  }
}
