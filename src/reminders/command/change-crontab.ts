// A change of the crontab: shown, asked about and written.
import { plainText } from '../../domain/text/plain-text.ts';
import { type CrontabText, ended, fromBytes, printCrontab } from '../crontab-text.ts';
import { nobodyToAsk } from '../schedule-refusals.ts';
import { remarksOn } from '../crontab-remarks.ts';
import * as words from '../schedule-text.ts';
import { talkText } from '../../pages/text/talk.ts';
import type { Context } from '../../cli/context.ts';
import type { Scheduling } from '../scheduling.ts';

/** How a change of the crontab is to be made: shown only, without asking, or after a yes. */
export interface ChangeOptions {
  readonly dryRun?: true;
  readonly yes?: true;
}

/** Talk, wrapped to the screen. */
export function say(text: string, { terminal }: RemindersContext): void {
  terminal.err(`${talkText(plainText(text), terminal.width)}\n`);
}

/**
 * Shows what will stand between the marks, asks, and writes it.
 *
 * @param about - What it means, and what there is to know before a yes.
 * @returns Whether it was written.
 * @throws CoachError where there is nobody to ask.
 */
export async function change(
  read: string,
  changed: CrontabText,
  about: readonly string[],
  options: ChangeOptions,
  context: RemindersContext,
): Promise<boolean> {
  const { terminal } = context;
  const prompter = options.yes || options.dryRun ? undefined : await context.prompter();
  if (!prompter && !options.yes && !options.dryRun) throw nobodyToAsk();
  const { lines, marks } = changed;
  const block = lines.length === 0 ? [] : [marks[0], ...lines, marks[1]];
  if (block.length === 0) say(words.NO_LINES, context);
  else {
    say(words.NEW_LINES, context);
    try {
      terminal.out(plainText(fromBytes(block.map(ended).join(''))));
    } catch (error) {
      // Who was not shown what will be written has not agreed to it.
      if (!options.dryRun) say(words.NOT_SHOWN, context);
      throw error;
    }
    terminal.err('\n');
  }
  const { crontab } = await context.scheduling();
  for (const text of [...about, ...remarksOn(read, changed)]) say(text, context);
  if (block.length > 0 && crontab.isObserved() === false) say(words.START_CRON, context);
  const isWanted = prompter
    ? await prompter.choose(words.ASK_TO_WRITE, words.WRITE_CHOICES)
    : !options.dryRun;
  if (!isWanted) {
    say(words.NOTHING_WRITTEN, context);
    return false;
  }
  await crontab.exchange(read, printCrontab(changed));
  return true;
}

/** The context of every command, and the crontab. */
export interface RemindersContext extends Context {
  /** The crontab of the person, and what it has to name. */
  scheduling(): Promise<Scheduling>;
  /** @throws CoachError where no sync is set up for this journal. */
  requireSync(): Promise<void>;
}
