// The seven steps of who decides, from the lead alone to the doer alone.

/** The steps in their order. The idea is known from Management 3.0 by Jurgen Appelo; names and sentences are coach's own. */
export const DECISION_STEPS = [
  { key: 'set', name: 'Set', says: 'the lead decides and says what is to be done' },
  { key: 'reasoned', name: 'Reasoned', says: 'the lead decides and explains the reasons' },
  { key: 'heard', name: 'Heard', says: 'the lead decides after hearing the doer' },
  { key: 'joint', name: 'Joint', says: 'both decide together, and both can live with it' },
  { key: 'advised', name: 'Advised', says: 'the doer decides after hearing the lead' },
  { key: 'informed', name: 'Informed', says: 'the doer decides and lets the lead know' },
  { key: 'own', name: 'Own', says: 'the doer decides; you meet at the agreed result' },
] as const;

/** The number of a step, from 1 to 7; null where it is open: nobody marked one, or nobody is sure. */
export type Mark = number | null;

/** From this step on the doer decides. */
export const DOER_DECIDES = 5;

/**
 * The number of the step that an answer names.
 *
 * @example
 * markOf('heard') //=> 3
 * markOf('unsure') //=> null
 */
export function markOf(key: string | undefined): Mark {
  const at = DECISION_STEPS.findIndex((step) => step.key === key);
  return at < 0 ? null : at + 1;
}

/**
 * A step as it is typed: its number, its name or the beginning of it, or `?` for open.
 *
 * @returns Undefined for anything else.
 *
 * @example
 * readMark(' 3 ') //=> 3
 * readMark('adv') //=> 5
 * readMark('?') //=> null
 * readMark('8') //=> undefined
 */
export function readMark(typed: string): Mark | undefined {
  const word = typed.normalize('NFKC').trim().toLowerCase();
  if (word === '?') return null;
  if (/^[1-7]$/.test(word)) return Number(word);
  const at = word === '' ? -1 : DECISION_STEPS.findIndex(({ key }) => key.startsWith(word));
  return at < 0 ? undefined : at + 1;
}

/**
 * A step in a word, with its number.
 *
 * @example
 * stepName(3) //=> '3 Heard'
 * stepName(null) //=> 'open'
 */
export function stepName(mark: Mark): string {
  const step = mark === null ? undefined : DECISION_STEPS[mark - 1];
  return step === undefined ? 'open' : `${mark} ${step.name}`;
}

/**
 * The steps with their sentences, a line each.
 *
 * @example
 * stepLines()[2] //=> '3 Heard: the lead decides after hearing the doer'
 */
export function stepLines(): readonly string[] {
  return DECISION_STEPS.map(({ name, says }, at) => `${at + 1} ${name}: ${says}`);
}
