// The place of the cursor on a command line: where a command may stand, a flag, or the value of one.
import type { Argument, Command, Option } from 'commander';

/** What may stand at the cursor, and what stands before it. */
export interface Place {
  /** The command whose flag or argument it is. */
  readonly command: Command;
  readonly commands: readonly Command[];
  readonly flags: readonly Option[];
  /** The flag or argument that wants a value. */
  readonly wants: Argument | Option | undefined;
  /** The beginning of what is typed there. */
  readonly typed: string;
  /** In front of a value: `--role=`, where that is how it is typed. */
  readonly lead: string;
  /** A file, for a shell that does not see by itself that output is redirected to it. */
  readonly isRedirection: boolean;
  /** The words that are no flags, and the values of flags by their names. */
  readonly args: readonly string[];
  readonly given: ReadonlyMap<string, readonly string[]>;
}

/**
 * Goes along the words before the cursor as the parser does, but forgives what it would not.
 *
 * @param words - As a shell has them, quotes and all; the last is what is typed at the cursor, and may be empty.
 */
export function placeAt(program: Command, words: readonly string[]): Place {
  const bare = words.map((word) => word.replaceAll(/["'\\]/g, ''));
  const typed = bare.at(-1) ?? '';
  const given = new Map<string, string[]>();
  let command = program;
  let args: readonly string[] = [];
  let waiting: Option | undefined;
  let isRedirection = false;
  let isOver = false;
  const note = (option: Option, value?: string): void => {
    const name = option.attributeName();
    given.set(name, [...(given.get(name) ?? []), ...(value === undefined ? [] : [value])]);
  };
  for (const word of bare.slice(0, -1)) {
    const isFlag = !isOver && word.startsWith('-') && word !== '-';
    if (isRedirection) isRedirection = false;
    else if (REDIRECTS.test(word)) isRedirection = true;
    else if (waiting && (waiting.required || !isFlag)) {
      note(waiting, word);
      waiting = undefined;
    } else if (isFlag) {
      isOver = word === '--';
      const [name, value] = halves(word);
      const option = flagsOf(command, program).find(({ long, short }) => long === name || short === name);
      if (option) note(option, value);
      waiting = value === undefined && option && takesValue(option) ? option : undefined;
    } else {
      const below = args.length === 0 ? command.commands.find((one) => one.name() === word) : undefined;
      command = below ?? command;
      args = below ? [] : [...args, word];
    }
  }
  const nothing = {
    command,
    commands: [],
    flags: [],
    wants: undefined,
    typed,
    lead: '',
    isRedirection,
    args,
    given,
  };
  if (isRedirection) return nothing;
  const isFlag = !isOver && typed.startsWith('-');
  if (waiting && (waiting.required || !isFlag)) return { ...nothing, wants: waiting };
  const [name, value] = halves(typed);
  if (isFlag && value !== undefined) {
    const wants = flagsOf(command, program).find(({ long }) => long === name);
    return { ...nothing, wants, typed: value, lead: `${name}=` };
  }
  const help = command.createHelp();
  const left = help.visibleOptions(command).filter((option) => isLeft(option, given));
  if (isFlag) return { ...nothing, flags: left };
  const commands = args.length === 0 ? help.visibleCommands(command) : [];
  const wants = argumentAt(command, args.length);
  const isNothingElse = commands.length === 0 && wants === undefined && command !== program && typed === '';
  return { ...nothing, commands, wants, flags: isNothingElse && args.length === 0 && !isOver ? left : [] };
}

/** Between a command and the file that its output goes to or its input comes from. */
const REDIRECTS = /^[\d&]*[<>]{1,2}[|&]?$/;

function halves(word: string): readonly [name: string, value: string | undefined] {
  const at = word.startsWith('--') ? word.indexOf('=') : -1;
  return at < 0 ? [word, undefined] : [word.slice(0, at), word.slice(at + 1)];
}

function flagsOf(command: Command, program: Command): readonly Option[] {
  return [...command.options, ...program.options];
}

function takesValue({ required, optional }: Option): boolean {
  return required || optional;
}

/** A flag that gathers its values may be given again. */
function isLeft(option: Option, given: Place['given']): boolean {
  return option.parseArg !== undefined || !given.has(option.attributeName());
}

function argumentAt({ registeredArguments }: Command, at: number): Argument | undefined {
  const last = registeredArguments.at(-1);
  return registeredArguments[at] ?? (last?.variadic ? last : undefined);
}
