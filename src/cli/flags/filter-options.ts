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
    .option('--search [words]', 'only entries with these words; if you give none, coach asks')
    .option('--bank <name>', 'only entries from this question set; can be repeated', collect)
    .option('--role <role>', 'only entries written in this role: manager or member')
    .option('--about [name]', 'only entries about this person or team; without a name, coach asks you')
    .option('--tag <tag>', 'only entries with this tag; can be repeated', collect)
    .option('--question <id>', 'only entries that answer this question')
    .option('--since <day>', 'only entries on or after this date, for example "last month"')
    .option('--until <day>', 'only entries on or before this date')
    .option('--on-this-day', 'only entries from a week ago, a month ago or this day in earlier years');
}
