// The commands coach undo and coach redo.
import type { JournalAct } from '../../domain/history/act.ts';
import { asRun } from '../../pages/text/as-run.ts';
import { MOVING } from '../../pages/text/progress-text.ts';
import { wrap } from '../../pages/text/wrap.ts';
import type { Context } from '../../cli/context.ts';
import { recorderOf } from '../../cli/recorder.ts';
import { slowProgress } from '../../cli/slow-progress.ts';
import * as say from '../history-text.ts';
import { savedSince } from '../saved-since.ts';
import { takeBack, type Taking, type Way, wayBack } from '../take-back.ts';
import { nameUnread } from './name-unread.ts';

/** So many acts that cannot be taken back are told. */
const MOST_PASSED = 3;

export interface UndoOptions {
  readonly yes?: true;
}

export async function goBack(way: Way, { yes }: UndoOptions, context: Context): Promise<void> {
  const { terminal } = context;
  const recorder = await recorderOf(context);
  const { taking, passed, last, unread, newer } = wayBack(way, recorder);
  nameUnread(unread, context);
  const [ofNewer] = newer;
  if (ofNewer) throw ofNewer;
  const words = (act: JournalAct): string => `${say.actWords(act)}, ${say.agoWords(act.at, recorder.now)}`;
  for (const { act, left } of passed.slice(0, MOST_PASSED))
    terminal.err(say.passedText(way, words(act), left));
  const saved = way === 'undo' ? await savedSince(last?.at, context) : undefined;
  if (saved) terminal.err(`${say.savedLast(saved)}\n`);
  if (!taking) {
    if (passed.length > 0) throw say.nothingLeft(way);
    return terminal.err(`${say.NOTHING[way]}\n`);
  }
  const isLast = passed.length === 0 && saved === undefined;
  if (yes && !isLast) throw say.notTheLast(way);
  if (!isLast) terminal.err(`${say.BEFORE_THAT}\n`);
  const what = words(taking.meant);
  const { toDo, left } = taking.reversal;
  terminal.err(say.planText(way, what, toDo, left));
  if (!yes && !(await isWanted(way, say.actWords(taking.meant), context)))
    return terminal.err(`${say.LEFT_AS_IT_IS}\n`);
  await carryOut(way, taking, what, context);
}

async function isWanted(way: Way, what: string, context: Context): Promise<boolean> {
  const prompter = await context.prompter();
  if (!prompter) throw say.nobodyToAsk(way, what);
  return prompter.choose(say.askText(way), say.CHOICES[way]);
}

async function carryOut(way: Way, taking: Taking, what: string, context: Context): Promise<void> {
  const { terminal } = context;
  const recorder = await recorderOf(context);
  const progress = slowProgress(MOVING, terminal);
  const { count, left } = await takeBack(way, taking, recorder, progress);
  const before = new Set(taking.reversal.left.map(({ path }) => path));
  const since = left.filter(({ path }) => !before.has(path));
  if (since.length > 0) terminal.err(say.leftText(since));
  if (count === 0) throw say.nothingLeft(way);
  const text = say.doneText(way, what, (sentence) => asRun(sentence, context.env));
  terminal.done(`${terminal.screen ? wrap(text, terminal.width) : text}\n`);
}
