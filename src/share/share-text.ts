// The words of coach share: what is chosen, what will leave, and what became of it.
import type { Role } from '../domain/banks/question-bank.ts';
import type { Entry } from '../domain/entry/entry.ts';
import { oneLine, plainText } from '../domain/text/plain-text.ts';
import { longDay } from '../domain/time/day.ts';
import { cutTo } from '../pages/journal/change-text.ts';
import type { Choice } from '../pages/sitting/field-text.ts';
import { SHARING } from '../pages/sitting/safety-notes.ts';
import { aboutWords, counted, times } from '../pages/text/words.ts';
import type { NameInText } from './names-in-text.ts';
import type { Told } from './outgoing.ts';

export const NOTHING_SHARED = 'Nothing was shared.';
export const NOTHING_CHOSEN = 'Nothing was chosen, so nothing was shared.';
export const NOTHING_TO_SHARE =
  'There is nothing to share in this entry. Ratings, likelihoods and outcomes stay here.';
export const SHOWN_BELOW = 'All of it, exactly as it will leave:';
export const ASK_FILE = 'Which file, for example note.txt? (Enter alone goes back)';
export const WHAT_NOW = 'Do you want to share this?';
export const WHICH_WORDS = 'Which answer?';

/** The line above and below what will leave. */
const RULE = '-'.repeat(32);

/**
 * The question which answers are to be shared.
 *
 * @param anyMeant - Some of them are meant to be told.
 *
 * @example
 * whichText({ title: 'A free page', day: '2026-11-22', about: 'D.' }, false).split('\n')
 * //=> ['A free page, 22 November 2026, about D.', 'Nothing in it was meant for others.', 'Which answers would you like to share?']
 */
export function whichText(
  { title, day, about }: Pick<Entry, 'title' | 'day' | 'about'>,
  anyMeant: boolean,
): string {
  const name = title === '' ? '' : `${plainText(oneLine(title))}, `;
  const whom = about === null ? '' : `,${aboutWords(about)}`;
  return [
    `${name}${longDay(day)}${whom}`,
    ...(anyMeant ? [] : ['Nothing in it was meant for others.']),
    'Which answers would you like to share?',
  ].join('\n');
}

/**
 * Answers to choose from, each with its question and its first words.
 *
 * @param columns - What is longer is cut to this.
 * @param ticked - The questions of those that are ticked.
 *
 * @example
 * const told = { question: 'a', asked: 'What helps you when you are stuck?', words: 'Quiet.' };
 * answersToTick([told], [], 40)[0].label //=> 'What helps you when you are st… · Quiet.'
 */
export function answersToTick<Answer extends Told>(
  answers: readonly Answer[],
  ticked: readonly string[],
  columns: number,
): readonly Choice<Answer>[] {
  return answers.map((value) => ({
    value,
    label: cutTo(value.asked, value.words, columns),
    usual: ticked.includes(value.question),
  }));
}

/**
 * The answers to choose one from whose words are to be changed.
 *
 * @example
 * const told = { question: 'a', asked: 'What helps?', words: 'Quiet.' };
 * answersToReword([told], 40).map(({ label }) => label) //=> ['What helps? · Quiet.', 'Leave them as they are']
 */
export function answersToReword(
  answers: readonly Told[],
  columns: number,
): readonly Choice<Told | 'leave'>[] {
  return [
    ...answersToTick(answers, [], columns),
    { value: 'leave', label: 'Leave them as they are', wayOut: true },
  ];
}

/**
 * The line below which the answers are that nobody else was meant to read.
 *
 * @example
 * othersText(2, true) //=> '2 others, written for yourself'
 */
export function othersText(count: number, anyMeant: boolean): string {
  return anyMeant
    ? `${counted(count, 'other')}, written for yourself`
    : `${counted(count, 'answer')}, written for yourself`;
}

/**
 * All that will leave, between two lines, and the names in it.
 *
 * @example
 * previewText('Quiet.\n', []).split('\n').slice(1, 5)
 * //=> ['All of it, exactly as it will leave:', '--------------------------------', 'Quiet.', '--------------------------------']
 */
export function previewText(outgoing: string, names: readonly NameInText[]): string {
  return ['', SHOWN_BELOW, RULE, outgoing.trimEnd(), RULE, namesText(names)].join('\n');
}

/**
 * The names in it that the journal knows.
 *
 * @example
 * namesText([{ form: 'D.', times: 2 }]).split(' Only')[0] //=> 'Names from your journal are in it: D. (twice).'
 */
export function namesText(names: readonly NameInText[]): string {
  const found = names.map(({ form, times: count }) => `${form} (${times(count)})`).join(', ');
  const first =
    names.length === 0
      ? 'No name from your journal is in it.'
      : `Names from your journal are in it: ${found}.`;
  return `${first} Only those are looked for: "she", "the client" or a date can tell as much.`;
}

/**
 * What to think of before it leaves, for each side.
 *
 * @example
 * beforeSharing('manager').split('. ').at(-1) //=> 'Or tell them in your own words, and send nothing.'
 */
export function beforeSharing(role: Role): string {
  return `${SHARING[role]} Or tell them in your own words, and send nothing.`;
}

/** What can be done with what is shown. */
export type NextAct =
  | { readonly kind: 'stop' | 'write' | 'print' | 'words' | 'questions' | 'others' }
  | { readonly kind: 'name'; readonly form: string };

/** So many names are offered to be replaced. */
const MOST_NAMES = 5;

/**
 * What can be done with what is shown; to share nothing comes first, so that Enter alone writes nothing.
 *
 * @param to - The file that was named.
 *
 * @example
 * nextChoices({ to: 'note.txt', names: [], withQuestions: true, hasMore: false }).map(({ label }) => label)
 * //=> ['No, share nothing', 'Yes, write it to note.txt', 'Change the words', 'Leave out the questions']
 */
export function nextChoices({
  to,
  names,
  withQuestions,
  hasMore,
}: {
  readonly to: string | undefined;
  readonly names: readonly NameInText[];
  readonly withQuestions: boolean;
  readonly hasMore: boolean;
}): readonly Choice<NextAct>[] {
  const ways: readonly Choice<NextAct>[] =
    to === undefined
      ? [
          { value: { kind: 'write' }, label: 'Yes, write it to a file' },
          { value: { kind: 'print' }, label: 'Yes, print it here, ready to copy' },
        ]
      : [{ value: { kind: 'write' }, label: `Yes, write it to ${oneLine(to)}` }];
  return [
    { value: { kind: 'stop' }, label: 'No, share nothing', wayOut: true },
    ...ways,
    { value: { kind: 'words' }, label: 'Change the words' },
    ...names.slice(0, MOST_NAMES).map(({ form }): Choice<NextAct> => ({
      value: { kind: 'name', form },
      label: `Write something else for "${form}"`,
    })),
    {
      value: { kind: 'questions' },
      label: withQuestions ? 'Leave out the questions' : 'Put the questions back in',
    },
    ...(hasMore ? [{ value: { kind: 'others' } as const, label: 'Choose other answers' }] : []),
  ];
}

/**
 * The question what is to stand in the place of a name.
 *
 * @example
 * askInstead('D.') //=> 'In place of "D." (Enter leaves it):'
 */
export function askInstead(form: string): string {
  return `In place of "${form}" (Enter leaves it):`;
}

/**
 * Where it was written.
 *
 * @example
 * wroteText('note.txt') //=> 'Wrote it to note.txt.'
 */
export function wroteText(file: string): string {
  return `Wrote it to ${oneLine(file)}.`;
}

export const ASK_KEEP =
  'Keep a copy in your journal, as a note? It is easier to look back on what you told someone.';

export const KEEP_CHOICES: readonly Choice<boolean>[] = [
  { value: false, label: 'No', wayOut: true },
  { value: true, label: 'Yes, keep a copy' },
];

/** After a sitting whose answers are all meant for others. */
export const PASS_IT_ON = 'To choose what to pass on: coach share';
