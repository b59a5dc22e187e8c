// Everything that the command line and its commands are given.
import type { Disk } from '../app/ports/disk.ts';
import type { ExportPlace } from '../app/ports/export-place.ts';
import type { Drafts, EntryFiles, Journal, ManyEntries } from '../app/ports/journal.ts';
import type { DueDays } from '../app/ports/due-days.ts';
import type { EntryIndex } from '../app/ports/entry-index.ts';
import type { Banks, Clock, Editor, Memory, NewId, Notifier, SettingsFile } from '../app/ports/machine.ts';
import type { JournalHistory } from '../app/ports/history.ts';
import type { JournalKeys } from '../app/ports/keys.ts';
import type { Prompter } from '../app/ports/prompter.ts';
import type { Sealing } from '../app/ports/sealing.ts';
import type { Terminal } from '../app/ports/terminal.ts';
import type { QuestionBank } from '../domain/banks/question-bank.ts';
import type { Entry } from '../domain/entry/entry.ts';
import { type Settings, dayEnds } from '../domain/banks/settings.ts';
import { today } from '../domain/time/moment.ts';
import type { ScreenTerminal } from './screen-terminal.ts';
import type { Day } from '../domain/time/day.ts';

/**
 * The things that the command line is made with. Everything else is opened when a command runs, so that help and mistakes on the
 * command line cost nothing of it. A wing names what more it needs of the context; `program/` opens one that has it all.
 */
export interface Launch<Needs extends Context = Context> {
  readonly terminal: Terminal;
  readonly version: string;
  /** Tells how coach was called, where anything does. */
  readonly env?: Context['env'];
  open(): Promise<Needs>;
}

/** Everything a command may reach for. What costs something is opened on first use. */
export interface Context {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly clock: Clock;
  readonly newId: NewId;
  /** A share from 0 to below 1, any one. */
  readonly random: () => number;
  readonly terminal: ScreenTerminal;
  readonly settingsFile: SettingsFile;
  readonly banks: Banks;
  readonly memory: Memory;
  readonly disk: Disk;
  readonly places: Places;
  /**
   * Takes a folder as it is now for the journal. It may be on a disk that is not connected.
   *
   * @throws CoachError where it cannot be the journal.
   */
  acceptJournal(folder: string): void;
  /** Brings drafts into the journal folder and takes the index away, or brings drafts back. @throws CoachError */
  keepInside(isWanted: boolean): Promise<void>;
  settings(): Settings;
  journal(): Journal & ManyEntries & EntryFiles;
  /** What was done to the files of the journal, and what it replaced. */
  history(): Promise<JournalHistory>;
  index(): EntryIndex;
  /** The entries that were deleted and are still in the trash. Nothing of it is kept in an index on disk. */
  trash(): EntryIndex;
  /** The person's editor, for whole files. */
  editor(): Promise<Editor>;
  drafts(): Drafts;
  /** What is kept of an encrypted journal for reminders while it is locked. */
  dueDays(): Promise<DueDays>;
  notifier(): Promise<Notifier>;
  /** The key of the journal, where it is encrypted. */
  keys(): JournalKeys;
  /** So many entries of an encrypted journal were come upon that are not encrypted, since this was asked last. */
  takeInClear(): number;
  /** Seals files for a key or a passphrase. It takes a while to load. */
  sealing(): Promise<Sealing>;
  /**
   * Somebody to ask.
   *
   * @param plain - Line by line; otherwise as the settings and the terminal say.
   * @returns Undefined without a terminal.
   */
  prompter(plain?: boolean): Promise<Prompter | undefined>;
  /** A file or folder that was named on the command line, to be written to. */
  exportPlace(named: string): Promise<ExportPlace>;
  /** Holds less memory from now on, at the cost of time. */
  spareMemory(): Promise<void>;
  /** A file that was named on the command line; `-` is standard input. */
  readInput(file: string): string;
  /** A text that comes with coach. */
  readText(name: string): string;
  /** A file of the person's that may be missing. */
  readIfThere(file: string): string | undefined;
  /** Lets the wings say what they have to say once an entry is saved. */
  readonly afterSaved: AfterSaved;
  /** Lets the wings say what somebody has to know who runs coach alone, before the journal is read: it may be locked. */
  readonly beforeToday: (context: Context) => Promise<void>;
}

/** Says what follows from an entry of a bank that was just saved; often nothing. */
export type AfterSaved = (bank: QuestionBank, entry: Entry, context: Context) => Promise<void>;

/** Folders and files that commands name to the person. */
export interface Places {
  readonly journal: () => string;
  readonly ownBanks: string;
  readonly ownReadings: string;
}

/** The day it is, by the clock and the hour at which the settings let a day end. */
export function dayOn({ clock, settings }: Pick<Context, 'clock' | 'settings'>): Day {
  return today(clock(), dayEnds(settings()));
}
