import { pastMoment } from '../../app/journal/past-moment.ts';
import { tagFrom } from '../../domain/entry/entry.ts';
import { UsageError } from '../../domain/text/errors.ts';
import type { Selection } from '../../domain/sitting/agenda.ts';
import type { QuestionBank, Role } from '../../domain/banks/question-bank.ts';
import { dayEnds } from '../../domain/banks/settings.ts';
import { oneLine } from '../../domain/text/plain-text.ts';
import type { Context } from '../context.ts';
import type { AboutOption } from '../flags/about-option.ts';
import { roleOption } from '../flags/role-option.ts';

/** The flags that every command which asks questions understands. */
export interface SittingOptions extends AboutOption {
  readonly role?: string;
  readonly tag?: readonly string[];
  readonly answers?: string;
  readonly template?: true;
  readonly at?: string;
  readonly plain?: true;
}

/** What was said on the command line for one sitting, understood. */
export interface Said {
  readonly role: Role | undefined;
  readonly at: string | undefined;
  readonly tags: readonly string[];
}

/** Everything that is settled before the first question of a bank is asked, but for what only a person can say. */
export interface Walk {
  readonly bank: QuestionBank;
  readonly selection: Selection;
  /** What the command itself answers, by the ids of questions. */
  readonly chosen?: Readonly<Record<string, string>>;
  readonly options: SittingOptions;
  readonly said: Said;
}

/**
 * Understands what was said on the command line, so that a mistake there is told before anything is asked.
 *
 * @throws UsageError for a role or a time that is none.
 */
export function readSaid({ role, at, tag = [] }: SittingOptions, context: Context): Said {
  return {
    role: roleOption(role),
    at: at === undefined ? undefined : momentSaid(at, context),
    tags: [...new Set(tag.map(tagFrom).filter((one) => one !== ''))],
  };
}

function momentSaid(words: string, context: Context): string {
  const moment = pastMoment(words, context.clock(), dayEnds(context.settings()));
  if (moment) return moment.text;
  throw new UsageError(`"${oneLine(words)}" is not a past time`, {
    hint: 'Write it as 2026-11-20T18:00, "yesterday 18:00", "last monday" or "2 hours ago".',
  });
}
