import type { Inspection } from '../app/doctor/inspection.ts';
import type { Importing } from '../app/import-journal.ts';
import type {
  Banks,
  Clock,
  Disk,
  Drafts,
  Editor,
  EntryFiles,
  EntryIndex,
  ExportPlace,
  Journal,
  ManyEntries,
  Memory,
  NewId,
  Prompter,
  SettingsFile,
  Terminal,
} from '../app/ports.ts';
import type { Notifier, Scheduling } from '../app/scheduling.ts';
import type { Settings } from '../domain/settings.ts';

/**
 * What the command line is made with. Everything else is opened when a command runs, so that help and mistakes on the
 * command line cost nothing of it.
 */
export interface Launch {
  readonly terminal: Terminal;
  readonly version: string;
  open(): Promise<Context>;
}

/** Everything a command may reach for. What costs something is opened on first use. */
export interface Context {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly clock: Clock;
  readonly newId: NewId;
  /** A share from 0 to below 1, any one. */
  readonly random: () => number;
  readonly terminal: Terminal;
  readonly settingsFile: SettingsFile;
  readonly banks: Banks;
  readonly memory: Memory;
  readonly disk: Disk;
  readonly places: Places;
  /** @throws CoachError where a folder cannot be the journal, because it is a file. It may be on a disk that is not connected. */
  checkJournal(folder: string): void;
  settings(): Settings;
  journal(): Journal & ManyEntries & EntryFiles;
  index(): EntryIndex;
  /** What was deleted and is still in the trash. Nothing of it is kept in an index on disk. */
  trash(): EntryIndex;
  /** The person's editor, for whole files. */
  editor(): Promise<Editor>;
  drafts(): Drafts;
  /** A file or folder that was named on the command line, to be written to. */
  exportPlace(named: string): Promise<ExportPlace>;
  /** This machine, to be looked at without changing anything. */
  inspection(): Promise<Inspection>;
  /** The crontab of the person, and what it has to name. */
  scheduling(): Promise<Scheduling>;
  notifier(): Promise<Notifier>;
  /** What entries from elsewhere are read with, and the files that are here already. */
  importing(): Promise<Importing>;
  /**
   * Somebody to ask.
   *
   * @param plain - Line by line; otherwise as the settings and the terminal say.
   * @returns Undefined without a terminal.
   */
  prompter(plain?: boolean): Promise<Prompter | undefined>;
  /** A file that was named on the command line; `-` is standard input. */
  readInput(file: string): string;
  /** A text that comes with coach. */
  readText(name: string): string;
  /** A file of the person's that may be missing. */
  readIfThere(file: string): string | undefined;
}

/** Folders and files that commands name to the person. */
export interface Places {
  readonly journal: () => string;
  readonly ownBanks: string;
  readonly ownReadings: string;
}
