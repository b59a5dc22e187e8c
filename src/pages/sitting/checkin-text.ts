// The words around a check-in: before a second one, once it is saved, and of a plan whose moment may be here.
import type { Choice } from './field-text.ts';

/** For so many days a plan whose moment had not come is not asked about again. */
export const DAYS_OF_QUIET = 2;

/** Below the plan in its own words. */
export const MOMENT_CAME = 'Did the moment for this plan come today?';

/** The answers to that; Enter alone skips it. */
export const MOMENT_CHOICES: readonly Choice<'skip' | 'yes' | 'no'>[] = [
  { value: 'skip', label: 'Skip', usual: true, wayOut: true },
  { value: 'yes', label: 'Yes, look at how it went' },
  { value: 'no', label: 'No, not today' },
];

/** Where there was a check-in on the day. */
export const ALREADY = "You've checked in today. Check in again?";

/** The answers to that. */
export const ALREADY_CHOICES: readonly Choice<boolean>[] = [
  { value: false, label: 'No', usual: true, wayOut: true },
  { value: true, label: 'Yes' },
];

/** After a check-in: to go on, or to change an answer. */
export const CHANGE_CHOICES: readonly Choice<boolean>[] = [
  { value: false, label: 'Done', usual: true, wayOut: true },
  { value: true, label: 'Change an answer (e)', short: 'Change an answer', key: 'e' },
];
