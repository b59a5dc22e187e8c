// The flags of a sitting, understood, and what a command asks of a bank with them.
import { pastMoment } from '../../app/journal/past-moment.ts';
import { tagFrom } from '../../domain/entry/entry.ts';
import { UsageError } from '../../domain/text/errors.ts';
import type { Selection } from '../../domain/sitting/agenda.ts';
import type { QuestionBank, Role } from '../../domain/banks/question-bank.ts';
import { dayEnds } from '../../domain/banks/settings.ts';
import { oneLine } from '../../domain/text/plain-text.ts';
import type { Context } from '../context.ts';
import { roleOption } from '../flags/role-option.ts';
import type { SittingOptions } from '../flags/sitting-options.ts';

/** The flags of a sitting, understood. */
export interface SittingFlags {
  readonly role: Role | undefined;
  readonly at: string | undefined;
  readonly tags: readonly string[];
}

/** Everything that is settled before the first question of a bank is asked, but for what only a person can say. */
export interface BankRequest {
  readonly bank: QuestionBank;
  readonly selection: Selection;
  /** The answers of the command itself, by the ids of questions. */
  readonly chosen?: Readonly<Record<string, string>>;
  readonly options: SittingOptions;
  readonly said: SittingFlags;
}

/**
 * Understands the flags of a sitting, so that a mistake there is told before anything is asked.
 *
 * @throws UsageError for a role or a time that is none.
 */
export function readSittingFlags({ role, at, tag = [] }: SittingOptions, context: Context): SittingFlags {
  return {
    role: roleOption(role),
    at: at === undefined ? undefined : momentSaid(at, context),
    tags: [...new Set(tag.map(tagFrom).filter((one) => one !== ''))],
  };
}

/** The name of a file of answers, in what is said about it. */
export function nameOfAnswers(file: string): string {
  return file === '-' ? 'standard input' : file;
}

function momentSaid(words: string, context: Context): string {
  const moment = pastMoment(words, context.clock(), dayEnds(context.settings()));
  if (moment) return moment.text;
  throw new UsageError(`"${oneLine(words)}" is not a time in the past`, {
    hint: 'Write it as 2026-11-20T18:00, "yesterday 18:00", "last monday" or "2 hours ago".',
  });
}
