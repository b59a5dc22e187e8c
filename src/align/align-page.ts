// The screens of coach align: what is on a sheet, what was agreed on, and how to go on.
import { oneLine } from '../domain/text/plain-text.ts';
import { type Day, dayWords } from '../domain/time/day.ts';
import { capital, counted, onDay } from '../pages/text/words.ts';
import { asItIs, commandLines, type Page, told, wrap } from '../pages/text/wrap.ts';
import { type Mark, stepName } from './decision-steps.ts';
import { isGuessed, type Piece, samePiece, type Side } from './piece.ts';
import type { Agreement, Sheet } from './sheet.ts';
import { sealedLine } from './open-sealed-text.ts';
import { flagsNaming, nameIn, SEATS } from './which-sheet-text.ts';

/** What it is, where nothing is on any sheet. */
const IN_SHORT = [
  'Two people say, each alone, who decides in a piece of work today and how they would like it. Then they lay both side by side, talk, and agree on something they will look at again.',
  'The other person needs no coach: paper will do.',
];

/**
 * The beginning, where there is no sheet yet.
 *
 * @example
 * notBegunPage({ width: 80, style: plainStyle }).split('\n').at(-1) //=> 'coach align fill --about NAME   begin with one piece of work'
 */
export function notBegunPage({ width, style, asCalled = asItIs }: Page): string {
  return [
    style.strong('Who decides, seen from both sides'),
    ...IN_SHORT.map((line) => wrap(line, width)),
    '',
    ...commandLines(asCalled('coach align fill --about NAME'), 'begin with one piece of work', width),
  ].join('\n');
}

/**
 * Sheets one below the other, each with its pieces, its agreements and the ways on.
 *
 * @param all - Every sheet there is, which decides what the commands have to name.
 * @param withMarks - One's own marks are shown, too.
 *
 * @example
 * sheetsPage([sheet], [sheet], '2026-11-22', { width: 80, style: plainStyle }).split('\n')[1]
 * //=> '  To compare: Client pricing (filled in today)'
 */
export function sheetsPage(
  sheets: readonly Sheet[],
  all: readonly Sheet[],
  today: Day,
  page: Page,
  withMarks = false,
): string {
  return sheets.map((sheet) => sheetLines(sheet, all, today, page, withMarks).join('\n')).join('\n\n');
}

function sheetLines(
  sheet: Sheet,
  all: readonly Sheet[],
  today: Day,
  page: Page,
  withMarks: boolean,
): readonly string[] {
  const { width, style, asCalled = asItIs } = page;
  const { pieces, agreements, role, sealed } = sheet;
  const put = (line: string): string => wrap(line, width, '  ');
  const flags = flagsNaming(sheet, all);
  const way = (command: string, does: string): readonly string[] =>
    commandLines(`${asCalled(`coach align ${command}`)}${flags}`, does, width);
  return [
    wrap(`${style.strong(capital(nameIn(sheet)))}${style.dim(` · you are the ${SEATS[role]}`)}`, width),
    ...pieces.flatMap(({ title, day, mine }) => [
      put(`To compare: ${oneLine(title)} (filled in ${onDay(day, today)})`),
      ...(withMarks ? [wrap(marksText(mine), width, '    ')] : []),
    ]),
    ...(sealed ? [put(sealedLine(sealed, today))] : []),
    ...agreements.map((agreement) => put(agreementLine(agreement, today))),
    '',
    ...way('fill', 'one more piece of work, or one of these again'),
    ...(pieces.length === 0
      ? []
      : [
          ...way('invite', 'a message that asks them to do the same'),
          ...way('seal', 'a sealed file to send, opened by words you say'),
          ...way('open', 'when you sit together: both sheets side by side'),
        ]),
    ...(pieces.some(isGuessed) ? way('guesses', 'your guesses about their marks, for you alone') : []),
    ...way('agree', 'write down what you agreed on'),
  ];
}

/**
 * The marks of one of the two, as they are said aloud.
 *
 * @example
 * marksText({ today: 3, wanted: null }) //=> 'today 3 Heard, wished for open'
 */
export function marksText({ today, wanted }: Pick<Side, 'today' | 'wanted'>): string {
  return `today ${stepName(today)}, wished for ${stepName(wanted)}`;
}

function agreementLine({ title, day, step, look }: Agreement, today: Day): string {
  const looks = look === null ? '' : `. Day to look at it: ${dayWords(look, today)}`;
  return `Agreed ${onDay(day, today)}: ${oneLine(title)}, ${stepName(step)}${looks}`;
}

/**
 * The guesses about the other's marks. What they marked is kept nowhere, so that nothing is compared.
 *
 * @example
 * guessesPage(sheet, { width: 80, style: plainStyle }).split('\n').slice(1, 3)
 * //=> ['Client pricing', '  Today: 5 Advised. Their wish: not guessed.']
 */
export function guessesPage(sheet: Sheet, { width, style }: Page): string {
  const guessed = sheet.pieces.filter(isGuessed);
  if (guessed.length === 0) return wrap(NO_GUESSES, width);
  return [
    wrap(`Your guesses about their marks, for you alone · ${nameIn(sheet)}`, width),
    ...guessed.flatMap(({ title, guess }) => [
      wrap(style.strong(oneLine(title)), width),
      wrap(`Today: ${guessWords(guess, 'today')}. Their wish: ${guessWords(guess, 'wanted')}.`, width, '  '),
    ]),
    '',
    wrap(KEPT_NOWHERE, width),
  ].join('\n');
}

function guessWords(guess: Piece['guess'], name: keyof Piece['guess']): string {
  const mark: Mark | undefined = guess[name];
  return mark === undefined ? 'not guessed' : mark === null ? 'not sure' : stepName(mark);
}

const NO_GUESSES = 'There are no guesses about their marks on this sheet.';
const KEPT_NOWHERE =
  'What they marked is not kept anywhere. Where your guess was two steps or more away, ask how they came to their number.';

/**
 * The lines after a piece of work is on a sheet.
 *
 * @example
 * filledText(sheet, [sheet], { width: 80, style: plainStyle }).split('\n')[0] //=> 'On your sheet with D.: 1 piece of work.'
 */
export function filledText(sheet: Sheet, all: readonly Sheet[], { width, asCalled = asItIs }: Page): string {
  const flags = flagsNaming(sheet, all);
  const count = counted(sheet.pieces.length, 'piece of work', 'pieces of work');
  return [
    wrap(`On your sheet ${nameIn(sheet)}: ${count}.`, width),
    ...told('To ask them to do the same:', `${asCalled('coach align invite')}${flags}`, width),
    ...told('Once you sit together:', `${asCalled('coach align open')}${flags}`, width),
  ].join('\n');
}

/** Asked after a piece of work was saved. */
export const ONE_MORE = 'Another piece of work?';

/** The answers to that. */
export const ONE_MORE_CHOICES = [
  { value: false, label: "That's all for now", wayOut: true },
  { value: true, label: 'One more' },
] as const;

/** Said once an agreement is saved. */
export const READ_IT_OUT = 'Read it out to each other, and let them write it down as well.';

/**
 * The lines once the look at an agreement was reviewed.
 *
 * @example
 * afterLookText({ width: 90, style: plainStyle })
 * //=> 'A step up, a step down, or as it was. To write down what holds from here:\ncoach align agree'
 */
export function afterLookText({ width, style, asCalled = asItIs }: Page): string {
  const words = 'A step up, a step down, or as it was. To write down what holds from here:';
  return style.dim(told(words, asCalled('coach align agree'), width).join('\n'));
}

/**
 * The question before an agreement, where there is a sheet.
 *
 * @example
 * whichPiece({ about: 'D.' }) //=> 'What did you agree on with D.?'
 */
export function whichPiece({ about }: Pick<Sheet, 'about'>): string {
  return `What did you agree on${about === null ? '' : ` ${nameIn({ about })}`}?`;
}

/**
 * The pieces of work of a sheet to choose from, and another one. Those that were agreed on before come after those to compare.
 *
 * @example
 * pieceChoices(sheet).map(({ label }) => label) //=> ['Client pricing', 'Something else']
 */
export function pieceChoices({ pieces, agreements }: Pick<Sheet, 'pieces' | 'agreements'>): readonly {
  readonly value: string | null;
  readonly label: string;
}[] {
  const before = agreements.filter(({ title }) => !pieces.some((piece) => samePiece(piece.title, title)));
  return [
    ...[...pieces, ...before].map(({ title }) => ({ value: title, label: oneLine(title) })),
    { value: null, label: 'Something else' },
  ];
}

/** Said of an entry that nobody could compare. */
export const WITHOUT_TITLE = 'This entry names no piece of work, so it is on no sheet.';
