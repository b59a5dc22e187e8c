// The questions whose seat questions are asked from, and whom a sitting is about.
import { type Role, ROLES } from '../../domain/banks/question-bank.ts';
import type { Choice } from './field-text.ts';

const SEATS: Readonly<Record<Role, string>> = {
  member: 'My work is closely managed (member)',
  manager: "I stay close to other people's work (manager)",
};

/** The sides that one may sit on. */
const SEAT_CHOICES: readonly Choice<Role>[] = ROLES.map((value) => ({ value, label: SEATS[value] }));

/**
 * The sides that one may sit on, the one that was taken last first.
 *
 * @example
 * seatChoices('manager').map(({ value }) => value) //=> ['manager', 'member']
 */
export function seatChoices(last?: Role): readonly Choice<Role>[] {
  return SEAT_CHOICES.toSorted((one, other) => Number(other.value === last) - Number(one.value === last));
}

/** For somebody who sits on both. */
export const WHICH_SEAT = 'Which side are you writing from?';

/** Asked once. */
export const WHERE_YOU_SIT =
  'Which of these fits you? (You are asked only once. To change it later: coach config set role)';

/** The answers to that. */
export const ROLE_CHOICES: readonly Choice<Role | 'both'>[] = [
  ...SEAT_CHOICES,
  { value: 'both', label: 'Both: ask me each time' },
];

/**
 * Where settings are that could not be read.
 *
 * @example
 * settingsAside('settings.json.broken-1')
 * //=> 'The settings could not be read. The file is kept as settings.json.broken-1.'
 */
export function settingsAside(file: string): string {
  return `The settings could not be read. The file is kept as ${file}.`;
}

/** Where a bank does not ask for it in its own words. */
export const WHOM_ABOUT = 'Who or what is this about? Initials or a nickname will do.';

/** Once, before the first question, where names are known. */
export const WHO = 'Who is this about?';

/** The same where none is known. */
export const WHO_OR_NOBODY = 'Who is this about? Initials will do; Enter for nobody in particular.';

/** Shown on "?" where a name is asked for. */
export const WHO_HELP =
  'The questions then use the name, and coach insights keeps what you say about each person separate. Initials or a nickname are enough.';

/** For another name than the known ones. */
export const WHO_ELSE = 'Who? Initials will do.';

/** Whom a sitting is about, as it was chosen. */
export type ChosenName =
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'other' }
  | { readonly kind: 'nobody' };

/**
 * The names to choose from.
 *
 * @example
 * nameChoices(['D.']).map(({ label }) => label) //=> ['D.', 'Someone else', 'Nobody in particular']
 */
export function nameChoices(names: readonly string[]): readonly Choice<ChosenName>[] {
  return [
    ...names.map((name) => ({ value: { kind: 'name' as const, name }, label: name })),
    { value: { kind: 'other' }, label: 'Someone else' },
    { value: { kind: 'nobody' }, label: 'Nobody in particular', wayOut: true },
  ];
}

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
    { value: about, label: `No, ${about} is someone else` },
    { value: near, label: `I meant ${near}` },
  ];
}
