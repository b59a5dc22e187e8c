// The run of coach align open: two people at one screen, and both sheets side by side.
import type { Prompter } from '../../app/ports/prompter.ts';
import { Interrupted } from '../../domain/text/errors.ts';
import { oneLine } from '../../domain/text/plain-text.ts';
import type { Role } from '../../domain/banks/question-bank.ts';
import { asRun } from '../../pages/text/as-run.ts';
import { type Page, wrap } from '../../pages/text/wrap.ts';
import { tellReadable } from '../../cli/journal/tell-readable.ts';
import { type Context, dayOn } from '../../cli/context.ts';
import { compare } from '../comparison.ts';
import { comparisonPage } from '../comparison-page.ts';
import { type Mark, readMark } from '../decision-steps.ts';
import * as say from '../open-text.ts';
import { isGuessed, type Sheet, type Side } from '../sheet.ts';
import { flagsNaming } from '../which-sheet-text.ts';
import { pageOf } from './align.ts';
import { chosenSheet, findSheets, type SheetOptions } from './chosen-sheet.ts';
import { type PageOptions, pagePlace } from './page-place.ts';

export interface OpenOptions extends SheetOptions, PageOptions {
  readonly spoken?: true;
  readonly plain?: true;
}

/** Asks for the other's marks, one piece of work after the other, and shows both sheets. Nothing of it is kept. */
export async function openTogether(options: OpenOptions, context: Context): Promise<void> {
  const place = await pagePlace(options, context);
  const prompter = await context.prompter(options.plain);
  if (!prompter) throw say.nobodyToType();
  const found = await findSheets(options, context);
  const sheet = await chosenSheet(found, 'open', prompter);
  const page = pageOf(context);
  const pairs = await stoppable(() => hear(sheet, page, prompter));
  const { out, width } = context.terminal;
  if (pairs === undefined) return out(`${wrap(say.NOTHING_KEPT, width)}\n`);
  const both = pairs.flatMap(({ piece, theirs }) => (theirs ? [{ piece, theirs }] : []));
  const onlyYours = pairs.filter(({ theirs }) => !theirs).map(({ piece }) => piece);
  if (both.length === 0) return out(`${wrap(asRun(say.NOTHING_IN_COMMON, context.env), width)}\n`);
  const compared = compare(sheet.role, both);
  const isPlain = options.plain ?? context.settings().plain ?? context.env['TERM'] === 'dumb';
  out(`\n${comparisonPage(compared, page, isPlain)}\n`);
  if (onlyYours.length > 0) out(`\n${wrap(say.onlyYoursText(onlyYours), width)}\n`);
  if (place) {
    const { comparisonHtml } = await import('../comparison-html.ts');
    place.write([comparisonHtml(compared, dayOn(context))], options.force ?? false);
    out(`\n${wrap(say.pageWritten(options.html ?? ''), width)}\n`);
    tellReadable(options.html ?? '', context);
  }
  const hasGuesses = both.some(({ piece }) => isGuessed(piece));
  out(`\n${say.afterwardsText(hasGuesses, flagsNaming(sheet, found.all), page)}\n`);
}

/** Whoever stops learns that nothing was kept. */
async function stoppable<Value>(run: () => Promise<Value>): Promise<Value> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof Interrupted && error.message === '') throw new Interrupted(say.NOTHING_KEPT);
    throw error;
  }
}

/** @returns Undefined where the two stop before anything is shown. */
async function hear(
  sheet: Sheet,
  { asCalled }: Page,
  prompter: Prompter,
): Promise<readonly say.Heard[] | undefined> {
  const { pieces, role } = sheet;
  prompter.say(say.openingText(sheet, asCalled));
  const heard: say.Heard[] = [];
  for (const [at, piece] of pieces.entries()) {
    prompter.say(say.pieceHeading(piece, at + 1, pieces.length));
    heard.push({ piece, theirs: await sideOf(role, prompter) });
  }
  for (;;) {
    const next = await prompter.choose(say.ALL_IN, say.SHOW_CHOICES);
    if (next === 'show') return heard;
    if (next === 'stop') return undefined;
    const at = await prompter.choose(say.CORRECT_WHICH, say.heardChoices(heard));
    const piece = at === 'none' ? undefined : heard[at]?.piece;
    if (at === 'none' || !piece) continue;
    prompter.say(say.pieceHeading(piece, at + 1, pieces.length));
    heard[at] = { piece, theirs: await sideOf(role, prompter) };
  }
}

/** @returns Undefined where the piece of work is not on their sheet. */
async function sideOf(role: Role, prompter: Prompter): Promise<Side | undefined> {
  const today = await markTyped(say.THEIR_TODAY, prompter);
  if (today === 'nothing') return undefined;
  const wanted = await markTyped(say.THEIR_WISH, prompter);
  const words = async (message: string): Promise<string | null> =>
    oneLine(await prompter.line(message)) || null;
  return {
    today,
    wanted: wanted === 'nothing' ? null : wanted,
    means: await words(say.THEIR_WORDS.means[role]),
    limits: await words(say.THEIR_WORDS.limits),
    look: await words(say.THEIR_WORDS.look),
  };
}

async function markTyped(message: string, prompter: Prompter): Promise<Mark | 'nothing'> {
  for (;;) {
    const typed = oneLine(await prompter.line(message));
    if (typed === '') return 'nothing';
    const mark = readMark(typed);
    if (mark !== undefined) return mark;
    prompter.say(say.NUMBER_EXPECTED);
  }
}
