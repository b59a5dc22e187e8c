// The flags of a sitting: how commander is told of them, and how it gives them.
import { type Command, Option } from 'commander';
import { UsageError } from '../../domain/text/errors.ts';
import { oneLine } from '../../domain/text/plain-text.ts';
import type { Context } from '../context.ts';

/** The flags that every command which asks questions understands, as commander gives them. */
export interface SittingOptions extends AboutOption {
  readonly role?: string;
  readonly tag?: readonly string[];
  readonly answers?: string;
  readonly template?: true;
  readonly at?: string;
  readonly plain?: true;
}

/** Gives a command the flags of a sitting. */
export function addSittingOptions(command: Command): Command {
  return command
    .option('--role <role>', 'this time, answer from this side: manager or member')
    .option('--about [name]', 'who or what the entry is about; without a name, coach asks you')
    .option('--tag <tag>', 'add a tag to the entry; can be repeated', collect)
    .option('--at <time>', 'the time of the entry, if not now, for example "yesterday 18:00"')
    .option('--answers <file>', 'read the answers from a YAML or JSON file; - means standard input')
    .addOption(
      new Option('--template', 'print a template to fill in and pass to --answers').conflicts('answers'),
    )
    .option('--plain', 'ask line by line, for screen readers and simple terminals');
}

/** Gathers the values of an option that may be given several times. */
export function collect(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}

/** Whom a sitting or a list is about. */
export interface AboutOption {
  /** True: given without a value, so that it is asked for. */
  readonly about?: string | true;
}

/** `--about` without a name where nobody can be asked for it. */
export function aboutNeedsName(): UsageError {
  return new UsageError('--about needs a name here', { hint: 'For example: --about D.' });
}

/** `--about`: undefined where nothing was said, null where it was said to be about nobody. */
export function aboutSaid({ about }: AboutOption): string | null | undefined {
  if (about === true) throw aboutNeedsName();
  return about === undefined ? undefined : oneLine(about) || null;
}

/** `--about`, or the one that is remembered. */
export function aboutOrRemembered(options: AboutOption, context: Context): string | null {
  const said = aboutSaid(options);
  return said === undefined ? (context.settings().about ?? null) : said;
}
