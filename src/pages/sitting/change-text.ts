// The words around a change of an answer that is saved already.
import type { Choice } from './field-text.ts';

/** After a check-in: what one may still do. */
export const CHANGE_CHOICES: readonly Choice<boolean>[] = [
  { value: false, label: 'Done', usual: true, wayOut: true },
  { value: true, label: 'e changes an answer', short: 'Change an answer', key: 'e' },
];

export const CHANGED = 'Changed.';

/** Where the person has left it. */
export const NOTHING_CHANGED = 'Nothing was changed. The entry is still as you saved it.';

/**
 * Where something else has changed the entry meanwhile.
 *
 * @example
 * changedBeside('2026/11/a (1).md') //=> 'The file was changed in the meantime. Your version is next to it: 2026/11/a (1).md'
 */
export function changedBeside(path: string): string {
  return `The file was changed in the meantime. Your version is next to it: ${path}`;
}
