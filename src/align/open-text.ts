// The words of two people at one screen: what they are told first, and what is asked for.
import { CoachError } from '../domain/text/errors.ts';
import { oneLine } from '../domain/text/plain-text.ts';
import { asItIs, type Page, told } from '../pages/text/wrap.ts';
import type { Choice } from '../pages/sitting/field-text.ts';
import { marksText } from './align-page.ts';
import { stepLines } from './decision-steps.ts';
import type { Piece, Side } from './piece.ts';
import type { Sheet } from './sheet.ts';
import { nameIn } from './which-sheet-text.ts';

/**
 * The opening, before the first number is said.
 *
 * @example
 * openingText(sheet).split('\n')[0] //=> 'Side by side, with D. You are the doer here, they are the lead.'
 */
export function openingText(sheet: Pick<Sheet, 'about' | 'role'>, asCalled = asItIs): string {
  const [you, they] = sheet.role === 'manager' ? ['lead', 'doer'] : ['doer', 'lead'];
  return [
    `Side by side, ${withStop(nameIn(sheet))} You are the ${you} here, they are the ${they}.`,
    'For each piece of work, both of you say your number at the same moment, and you type theirs: 1 to 7, or ? where it is open. Yours stay hidden until all of theirs are in.',
    "Enter leaves out a piece of work that isn't on their sheet, or a line that they have nothing for.",
    asCalled('To know your own numbers, look before you begin: coach align --marks'),
    ...(sheet.role === 'manager' ? ['What they would rather keep stays theirs: do not ask for it.'] : []),
    'Either of you can stop at any time with Ctrl-C. Nothing that they say is saved.',
    '',
    ...stepLines(),
  ].join('\n');
}

function withStop(text: string): string {
  return text.endsWith('.') ? text : `${text}.`;
}

/**
 * One piece of work, before its numbers.
 *
 * @example
 * pieceHeading(piece, 1, 3) //=> '\n1 of 3 · Client pricing\nFor example: A discount above ten percent'
 */
export function pieceHeading(
  { title, example }: Pick<Piece, 'title' | 'example'>,
  number: number,
  of: number,
): string {
  return [
    `\n${number} of ${of} · ${oneLine(title)}`,
    ...(example === null ? [] : [`For example: ${oneLine(example)}`]),
  ].join('\n');
}

/** What is asked about each piece of work. */
export const THEIR_TODAY = 'Today: their number?';
export const THEIR_WISH = 'Their wish: the number?';

/** Said of anything else. */
export const NUMBER_EXPECTED = 'Type a number from 1 to 7, the name of a step, or ? if it is open.';

/** What is asked in words, by one's own side: the other one needs means, or gives them. */
export const THEIR_WORDS = {
  means: { manager: 'What would they need for it?', member: 'What would they give you for it?' },
  limits: 'Which limits have to hold?',
  look: 'How and when to look at the result?',
} as const;

/** Asked once everything is typed. */
export const ALL_IN = 'That is all of theirs.';

/** What to do then. */
export const SHOW_CHOICES: readonly Choice<'show' | 'correct' | 'stop'>[] = [
  { value: 'show', label: 'Show both sheets' },
  { value: 'correct', label: 'Correct something' },
  { value: 'stop', label: 'Stop here, and show nothing', wayOut: true },
];

/** Which piece of work is to be typed again. */
export const CORRECT_WHICH = 'Which one?';

/** A piece of work with what they said about it; undefined: it is not on their sheet. */
export interface Heard {
  readonly piece: Piece;
  readonly theirs: Side | undefined;
}

/**
 * The pieces of work to type again, each with the numbers that were typed, and none of them.
 *
 * @example
 * heardChoices([{ piece, theirs: { ...piece.mine, today: 5, wanted: null } }])[0]?.label
 * //=> 'Client pricing: today 5 Advised, wished for open'
 */
export function heardChoices(heard: readonly Heard[]): readonly Choice<number | 'none'>[] {
  return [
    ...heard.map(({ piece, theirs }, value) => ({
      value,
      label: `${oneLine(piece.title)}: ${theirs ? marksText(theirs) : 'not on their sheet'}`,
    })),
    { value: 'none', label: 'Leave all as it is', wayOut: true },
  ];
}

/**
 * The line about pieces of work that the other has not on their sheet.
 *
 * @example
 * onlyYoursText([piece]) //=> 'Only on your sheet: Client pricing.'
 */
export function onlyYoursText(pieces: readonly Pick<Piece, 'title'>[]): string {
  return withStop(`Only on your sheet: ${pieces.map(({ title }) => oneLine(title)).join(' · ')}`);
}

/** Said where nothing is on both sheets. */
export const NOTHING_IN_COMMON =
  'No piece of work is on both sheets, so there is nothing to compare. Agree on the list first: coach align invite';

/** Said where the two stopped before anything was shown. */
export const NOTHING_KEPT = 'Nothing was shown, and nothing that they said was kept.';

/**
 * The ways on after a comparison.
 *
 * @param hasGuesses - There are guesses about what was compared. They are for one of the two alone, and so are not shown here.
 * @param flags - What a command has to have, so that this sheet is meant.
 *
 * @example
 * afterwardsText(false, ' --about D.', { width: 80, style: plainStyle })
 * //=> 'To write down what you agree on: coach align agree --about D.'
 */
export function afterwardsText(
  hasGuesses: boolean,
  flags: string,
  { width, asCalled = asItIs }: Page,
): string {
  const way = (words: string, command: string): readonly string[] =>
    told(words, `${asCalled(command)}${flags}`, width);
  return [
    ...way('To write down what you agree on:', 'coach align agree'),
    ...(hasGuesses ? way('Your guesses about their marks, for you alone:', 'coach align guesses') : []),
  ].join('\n');
}

/**
 * The line once the page is written.
 *
 * @example
 * pageWritten('both.html') //=> 'Wrote the comparison to both.html. What both of you said stands in it, and anyone who has the file can read it.'
 */
export function pageWritten(named: string): string {
  return `Wrote the comparison to ${oneLine(named)}. What both of you said stands in it, and anyone who has the file can read it.`;
}

/**
 * The error where nobody can type what the other says.
 *
 * @example
 * nobodyToType().message //=> 'there is no terminal to type their numbers in'
 */
export function nobodyToType(): CoachError {
  return new CoachError('there is no terminal to type their numbers in', {
    hint: 'Sit down together in front of one, then: coach align open',
  });
}
