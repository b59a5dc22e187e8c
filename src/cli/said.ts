import { nextLook } from '../app/after-sitting.ts';
import { pastMoment } from '../app/past-moment.ts';
import { dayWords, today } from '../domain/calendar.ts';
import type { Entry } from '../domain/entry.ts';
import { UsageError } from '../domain/errors.ts';
import type { Selection } from '../domain/plan.ts';
import type { QuestionBank } from '../domain/question-bank.ts';
import { dayEnds } from '../domain/settings.ts';
import { oneLine } from '../domain/text.ts';
import type { Context } from './context.ts';

/** The flags that every command which asks questions understands. */
export interface SittingOptions {
  readonly role?: string;
  /** True: given without a value, so that it is asked for. */
  readonly about?: string | true;
  readonly tag?: readonly string[];
  readonly answers?: string;
  readonly template?: true;
  readonly at?: string;
  readonly plain?: true;
}

/** Everything that is settled before the first question of a bank is asked, but for what only a person can say. */
export interface Walk {
  readonly bank: QuestionBank;
  readonly selection: Selection;
  readonly options: SittingOptions;
}

/** `--at`, as the moment of an entry. */
export function momentSaid(words: string | undefined, context: Context): string | undefined {
  if (words === undefined) return undefined;
  const moment = pastMoment(words, context.clock(), dayEnds(context.settings()));
  if (moment) return moment.text;
  throw new UsageError(`"${oneLine(words)}" is not a past time`, {
    hint: 'Write it as 2026-11-20T18:00, "yesterday 18:00", "last monday" or "2 hours ago".',
  });
}

/** `--about`, or the one that is remembered. */
export function aboutSaid({ about }: SittingOptions, context: Context): string | null {
  if (about === true) throw new UsageError('--about needs a name here', { hint: 'For example: --about D.' });
  return about === undefined ? (context.settings().about ?? null) : oneLine(about) || null;
}

/** What is printed when an entry is on disk. */
export function savedText(entry: Entry, path: string, context: Context): string {
  const look = nextLook(entry.answers);
  const day = today(context.clock(), dayEnds(context.settings()));
  return `Saved.${look === undefined ? '' : ` Next look on ${dayWords(look, day)}.`}\n${path}\n`;
}
