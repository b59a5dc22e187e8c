// The command line: all commands by their names, and how unknown ones are refused.
import { type Argument, Command, type HelpConfiguration, Option } from 'commander';
import type { ColourWish } from '../app/ports/terminal.ts';
import { shownText } from '../domain/text/plain-text.ts';
import { addAlignCommands } from '../align/command/align-flags.ts';
import { addBanksCommand } from '../cli/banks/banks-flags.ts';
import { addTextCommand } from '../cli/banks/texts-flags.ts';
import { addChallengeCommands } from '../challenge/command/challenge-flags.ts';
import { addCheckinCommand } from '../cli/sitting/checkin-flags.ts';
import { addCompletionCommand } from './completion/completion-flags.ts';
import { addConfigCommand } from '../cli/settings/config-flags.ts';
import { addDoctorCommand } from '../doctor/command/doctor-flags.ts';
import { addLockCommand, addUnlockCommand } from '../encryption/command/encryption-flags.ts';
import { addDecryptCommand, addEncryptCommand, addKeysCommand } from '../encryption/command/key-flags.ts';
import { addHistoryCommand, addRedoCommand, addUndoCommand } from '../history/command/history-flags.ts';
import { addInsightsCommand } from '../insights/command/insights-flags.ts';
import { addJournalDeleteCommand } from '../cli/journal/journal-delete-flags.ts';
import { addJournalEditCommand } from '../cli/journal/journal-edit-flags.ts';
import { addJournalExportCommand } from '../export/command/journal-export-flags.ts';
import { addJournalHistoryCommand } from '../cli/journal/journal-history-flags.ts';
import { addJournalImportCommand } from '../import/command/journal-import-flags.ts';
import { addJournalRestoreCommand } from '../cli/journal/journal-restore-flags.ts';
import { addJournalCommand } from '../cli/journal/journal-flags.ts';
import { addPauseCommand, addResumeCommand } from '../reminders/command/pause-flags.ts';
import { addReflectCommand, addShortCommand } from '../cli/sitting/reflect-flags.ts';
import { addReportCommand } from '../insights/command/report-flags.ts';
import { addReviewCommand } from '../cli/sitting/review-flags.ts';
import { addScheduleCommand } from '../reminders/command/schedule-flags.ts';
import { addPlansCommand } from '../cli/today/plans-flags.ts';
import { addShareCommand } from '../share/command/share-flags.ts';
import { addSyncCommand } from '../sync/command/sync-flags.ts';
import type { Launch } from '../cli/context.ts';
import { UnknownWord } from '../cli/flags/unknown-word.ts';
import type { WholeContext } from './whole-context.ts';

const HELP = `
Start with:
  $ coach reflect
  $ coach checkin

Run coach on its own to see what is due today.
More about a command: coach journal --help`;

function addJournalCommands(program: Command, launch: Launch<WholeContext>, words: readonly string[]): void {
  const journal = addJournalCommand(program, launch);
  // It is the list, and needs nothing of what may stand below it.
  if (hasOptionsAlone(journal, words)) return;
  addJournalEditCommand(journal, launch);
  addJournalDeleteCommand(journal, launch);
  addJournalRestoreCommand(journal, launch);
  addJournalHistoryCommand(journal, launch);
  addJournalExportCommand(journal, launch);
  addJournalImportCommand(journal, launch);
}

/** Whether a command is on the command line with nothing but its own options and their values. */
function hasOptionsAlone(command: Command, [name, ...words]: readonly string[]): boolean {
  const optionOf = (word?: string): Option | undefined => command.options.find(({ long }) => long === word);
  const isOwn = (word: string, at: number): boolean => {
    const before = optionOf(words[at - 1]);
    const isValue = before !== undefined && (before.required || before.optional);
    return word.startsWith('-') ? optionOf(word) !== undefined : isValue;
  };
  return name === command.name() && words.every(isOwn);
}

type AddCommand = (program: Command, launch: Launch<WholeContext>, words: readonly string[]) => void;

/** The commands by their names, in the groups and the order of the help. */
const GROUPS: Readonly<Record<string, Readonly<Record<string, AddCommand>>>> = {
  'Write:': {
    reflect: addReflectCommand,
    checkin: addCheckinCommand,
    note: addShortCommand('note'),
    prepare: addShortCommand('prepare'),
    debrief: addShortCommand('debrief'),
    lookback: addShortCommand('lookback'),
  },
  'Read:': {
    journal: addJournalCommands,
    insights: addInsightsCommand,
    report: addReportCommand,
    share: addShareCommand,
    about: addTextCommand('about'),
    readings: addTextCommand('readings'),
    'help-people': addTextCommand('help-people'),
  },
  'Follow up:': {
    plans: addPlansCommand,
    review: addReviewCommand,
    challenge: addChallengeCommands,
    align: addAlignCommands,
  },
  'Go back:': {
    undo: addUndoCommand,
    redo: addRedoCommand,
    history: addHistoryCommand,
  },
  'Keep private:': {
    encrypt: addEncryptCommand,
    unlock: addUnlockCommand,
    lock: addLockCommand,
    keys: addKeysCommand,
    decrypt: addDecryptCommand,
  },
  'Set up:': {
    schedule: addScheduleCommand,
    pause: addPauseCommand,
    resume: addResumeCommand,
    sync: addSyncCommand,
    banks: addBanksCommand,
    config: addConfigCommand,
    doctor: addDoctorCommand,
    completion: addCompletionCommand,
  },
};

/**
 * The command line. Nothing is read or written before a command runs.
 *
 * @param words - Those on the command line. Where the first is a command the others are left out, and where there is none all of
 *   them: it spares milliseconds at each start.
 */
export function createProgram(
  launch: Launch<WholeContext>,
  words: readonly string[],
  printHelp: (text: string) => void = launch.terminal.out,
): Command {
  const [word] = words;
  const { terminal, version, open } = launch;
  const program = new Command('coach')
    .description('A notebook that asks you questions about micromanagement, whichever side of it you are on.')
    .usage('[options] [command]')
    .helpOption('-h, --help', 'show this help')
    .addOption(
      new Option('--color <when>', 'colour: auto, always or never')
        .choices(['auto', 'always', 'never'])
        .default('auto'),
    )
    .configureHelp(helpLayout(terminal.width))
    .exitOverride()
    .configureOutput({
      writeOut: printHelp,
      writeErr: (text) => terminal.err(shownText(text)),
      // `main` says what is wrong on the command line, as it does of everything else.
      outputError: () => undefined,
      getOutHelpWidth: () => Math.min(terminal.width, HELP_WIDTH),
      getErrHelpWidth: () => Math.min(terminal.width, HELP_WIDTH),
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    })
    .addHelpText('after', HELP);
  if (!hasOwnVersions(words)) program.version(version, '-V, --version', 'print the version');
  // Without a word there is nothing to find among them.
  const groupsOfHelp = word === undefined ? [] : Object.entries(GROUPS);
  const isCommand = word !== undefined && groupsOfHelp.some(([, commands]) => Object.hasOwn(commands, word));
  for (const [heading, commands] of groupsOfHelp) {
    program.commandsGroup(heading);
    for (const [name, add] of Object.entries(commands)) {
      if (!isCommand || name === word) add(program, launch, words);
    }
  }
  if (word !== undefined && !isCommand) addHelpCommand(program);

  // Commands that do something themselves take a misspelt command below them for an argument: it is refused by name.
  const groups = [program, ...program.commands.filter(({ commands }) => commands.length > 0)];
  for (const group of groups) {
    group.allowExcessArguments().addHelpText('before', () => {
      refuseUnknown(group);
      return '';
    });
  }
  program
    .allowUnknownOption()
    .action(async () => (await import('../cli/today/due.ts')).showDue(await open()))
    .hook('preAction', async (_program, command) => {
      if (groups.includes(command)) refuseUnknown(command);
      await terminal.useColour(program.opts<{ color: ColourWish }>().color);
    });
  return program;
}

/** Commands that take the number of a version: the parser would take the same flag of the program for theirs. */
function hasOwnVersions(words: readonly string[]): boolean {
  const command = words[words.indexOf('journal') + 1];
  return words.includes('journal') && (command === 'show' || command === 'restore');
}

/** `coach help journal`, for those who expect it. */
function addHelpCommand(program: Command): void {
  program
    .command('help', { hidden: true })
    .argument('[words...]')
    .action(async (words: readonly string[]) => {
      await program.parseAsync([...words, '--help'], { from: 'user' });
    });
}

/** A row has a term and what it means side by side, or on a narrow screen below each other. */
function helpLayout(width: number): HelpConfiguration {
  return {
    subcommandTerm: (command) =>
      [command.name(), ...command.registeredArguments.map(argumentShown)].join(' '),
    optionDescription: ({ description }) => description,
    minWidthToWrap: 30,
    ...(width < NARROW && {
      formatItem: (term, _, description, helper) =>
        `  ${term}\n    ${helper.boxWrap(description, width - 4).replaceAll('\n', '\n    ')}`,
    }),
  };
}

/** Below so many columns there is no room for two. */
const NARROW = 60;

/** No line of help is longer, but for examples, which are copied as they are. */
export const HELP_WIDTH = 80;

function argumentShown(argument: Argument): string {
  const name = argument.variadic ? `${argument.name()}...` : argument.name();
  return argument.required ? `<${name}>` : `[${name}]`;
}

function refuseUnknown(group: Command): void {
  const [word] = group.args;
  const help = group.createHelp();
  const options = help.visibleOptions(group);
  if (word === undefined || options.some(({ long, short }) => long === word || short === word)) return;
  const known = word.startsWith('-')
    ? options.map(({ long }) => long ?? '')
    : help.visibleCommands(group).map((command) => command.name());
  throw new UnknownWord(word, group.parent ? `coach ${group.name()}` : 'coach', known);
}
