import { Command, Option } from 'commander';
import type { ColourWish } from '../app/ports.ts';
import { UsageError } from '../domain/errors.ts';
import { nearest } from '../domain/nearest.ts';
import { oneLine, plainText } from '../domain/text.ts';
import { addAboutCommand } from './commands/about.ts';
import { addBanksCommand } from './commands/banks.ts';
import { addChallengeChoiceCommands } from './commands/challenge-choices.ts';
import { addChallengeReadyCommand } from './commands/challenge-ready.ts';
import { addChallengeCommand } from './commands/challenge.ts';
import { addCheckinCommand } from './commands/checkin.ts';
import { addCompletionCommand } from './commands/completion.ts';
import { addConfigCommand } from './commands/config.ts';
import { addDoctorCommand } from './commands/doctor.ts';
import { addHelpPeopleCommand } from './commands/help-people.ts';
import { addInsightsCommand } from './commands/insights.ts';
import { addJournalDeleteCommand } from './commands/journal-delete.ts';
import { addJournalEditCommand } from './commands/journal-edit.ts';
import { addJournalExportCommand } from './commands/journal-export.ts';
import { addJournalImportCommand } from './commands/journal-import.ts';
import { addJournalRestoreCommand } from './commands/journal-restore.ts';
import { addJournalCommand } from './commands/journal.ts';
import { addPauseCommand } from './commands/pause.ts';
import { addReadingsCommand } from './commands/readings.ts';
import { addReflectCommand } from './commands/reflect.ts';
import { addResumeCommand } from './commands/resume.ts';
import { addReviewCommand } from './commands/review.ts';
import { addScheduleCommand } from './commands/schedule.ts';
import type { Launch } from './context.ts';

function addJournalCommands(program: Command, launch: Launch, words: readonly string[]): void {
  const journal = addJournalCommand(program, launch);
  // Alone it is the list, and needs nothing of what may stand below it.
  if (words.length === 1) return;
  addJournalEditCommand(journal, launch);
  addJournalDeleteCommand(journal, launch);
  addJournalRestoreCommand(journal, launch);
  addJournalExportCommand(journal, launch);
  addJournalImportCommand(journal, launch);
}

function addChallengeCommands(program: Command, launch: Launch): void {
  const challenge = addChallengeCommand(program, launch);
  addChallengeReadyCommand(challenge, launch);
  addChallengeChoiceCommands(challenge, launch);
}

/** The commands by their names, in the order of the help. */
const COMMANDS: Readonly<
  Record<string, (program: Command, launch: Launch, words: readonly string[]) => void>
> = {
  reflect: addReflectCommand,
  checkin: addCheckinCommand,
  review: addReviewCommand,
  challenge: addChallengeCommands,
  journal: addJournalCommands,
  insights: addInsightsCommand,
  banks: addBanksCommand,
  schedule: addScheduleCommand,
  pause: addPauseCommand,
  resume: addResumeCommand,
  config: addConfigCommand,
  doctor: addDoctorCommand,
  about: addAboutCommand,
  readings: addReadingsCommand,
  'help-people': addHelpPeopleCommand,
  completion: (program, launch) => addCompletionCommand(program, launch, (again) => createProgram(again)),
};

/**
 * The command line. Nothing is read or written before a command runs.
 *
 * @param words - Those on the command line. Where the first is a command, the others are left out: it spares milliseconds at
 *   each start.
 */
export function createProgram(launch: Launch, words: readonly string[] = []): Command {
  const [word] = words;
  const { terminal, version, open } = launch;
  const program = new Command('coach')
    .description('A notebook that asks good questions about micromanagement, on either side of it.')
    .usage('[options] [command]')
    .version(version)
    .addOption(
      new Option('--color <when>', 'colour: auto, always or never')
        .choices(['auto', 'always', 'never'])
        .default('auto'),
    )
    // On a narrow screen descriptions are wrapped too, however little room there is.
    .configureHelp({ minWidthToWrap: 10 })
    .exitOverride()
    .configureOutput({
      writeOut: (text) => terminal.out(text),
      writeErr: (text) => terminal.err(plainText(text)),
      outputError: (text, write) => write(soundingAlike(text)),
      getOutHelpWidth: () => terminal.width,
      getErrHelpWidth: () => terminal.width,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    })
    .addHelpText(
      'after',
      `
Begin with:
  $ coach reflect
  $ coach checkin

Alone, coach says what is due today.`,
    );
  const isCommand = word !== undefined && Object.hasOwn(COMMANDS, word);
  for (const [name, add] of Object.entries(COMMANDS)) {
    if (!isCommand || name === word) add(program, launch, words);
  }
  addHelpCommand(program);

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
    .action(async () => (await import('./run/due.ts')).showDue(await open()))
    .hook('preAction', async (_program, command) => {
      if (groups.includes(command)) refuseUnknown(command);
      await terminal.useColour(program.opts<{ color: ColourWish }>().color);
    });
  return program;
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

/** The parser's own complaints, worded as ours are. */
function soundingAlike(complaint: string): string {
  return complaint.replace(/^error: /, 'coach: ').replace(/^\((Did you mean .+)\)$/m, '  $1');
}

function refuseUnknown(group: Command): void {
  const [word] = group.args;
  const help = group.createHelp();
  const options = help.visibleOptions(group);
  if (word === undefined || options.some(({ long, short }) => long === word || short === word)) return;
  const isFlag = word.startsWith('-');
  const known = isFlag
    ? options.map(({ long }) => long ?? '')
    : help.visibleCommands(group).map((command) => command.name());
  const near = nearest(word, known);
  const more = `${group.parent ? `coach ${group.name()}` : 'coach'} --help lists what there is.`;
  throw new UsageError(`unknown ${isFlag ? 'option' : 'command'} '${oneLine(word)}'`, {
    hint: near === undefined ? more : `Did you mean ${near}?`,
  });
}
