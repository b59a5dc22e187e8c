// The flags that choose entries: how commander is told of them, and how it gives them.
import type { Command } from 'commander';
import { type AboutOption, collect } from './sitting-options.ts';

/** The flags that choose entries, as commander gives them. */
export interface FilterOptions extends AboutOption {
  /** True: given without a value, so that it is asked for. */
  readonly search?: string | true;
  readonly bank?: readonly string[];
  readonly role?: string;
  readonly tag?: readonly string[];
  readonly question?: string;
  readonly since?: string;
  readonly until?: string;
  readonly onThisDay?: true;
}

/** Gives a command the flags that choose entries. */
export function addFilterOptions(command: Command): Command {
  return command
    .option('--search [words]', 'only entries with these words; without any, you are asked')
    .option('--bank <name>', 'only entries of this bank; may be given several times', collect)
    .option('--role <role>', 'only entries of this role')
    .option('--about [name]', 'only entries about this person or team; without a name, you are asked')
    .option('--tag <tag>', 'only entries with this tag; may be given several times', collect)
    .option('--question <id>', 'only entries in which this question was answered')
    .option('--since <day>', 'only entries on or after this day, for example "last month"')
    .option('--until <day>', 'only entries on or before this day')
    .option('--on-this-day', 'a week, a month, a year ago today, and every year before');
}
