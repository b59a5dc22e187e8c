// The questions about the person or team that a sitting is about.
import type { Choice } from './field-text.ts';

/** Where a bank does not ask for it in its own words. */
export const WHOM_ABOUT = 'Whom or what is this about? Initials or a nickname will do.';

/**
 * The question whether a name is a slip.
 *
 * @param near - A name that is known.
 *
 * @example
 * nearText('Dana') //=> 'You have written about Dana before.'
 */
export function nearText(near: string): string {
  return `You have written about ${near} before.`;
}

/**
 * The answers to that: both names.
 *
 * @example
 * nearChoices('Dna', 'Dana')[1] //=> { value: 'Dana', label: 'I meant Dana' }
 */
export function nearChoices(about: string, near: string): readonly Choice<string>[] {
  return [
    { value: about, label: `This is ${about}, somebody else` },
    { value: near, label: `I meant ${near}` },
  ];
}
