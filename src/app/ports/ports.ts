import type { Day, Now } from '../../domain/time/calendar.ts';
import type { Draft } from '../../domain/sitting/draft.ts';
import type { Entry } from '../../domain/entry/entry.ts';
import type { CoachError, FileMistakes } from '../../domain/text/errors.ts';
import type { Query } from '../../domain/search/query.ts';
import type { Search } from '../../domain/search/search.ts';
import type { QuestionBank } from '../../domain/banks/question-bank.ts';
import type { Settings } from '../../domain/banks/settings.ts';
import type { Choice } from '../../pages/sitting/field-text.ts';
import type { Page, Style } from '../../pages/text/style.ts';
import type { Act, Remark, Sitting, Step } from '../../domain/sitting/sitting.ts';

/** The present moment and the zone of this machine. */
export type Clock = () => Now;

/** A fresh entry id from a cryptographic source. */
export type NewId = () => string;

/**
 * Files that are on disk when the call returns: synced, and so is the list of names in their folder. Folders are made
 * for the person alone (0700), files too (0600).
 *
 * All throw a CoachError that says what stands in the way (a full disk, no permission), and leave nothing half done: a crash
 * leaves a file that is moved in one of its two places or in both.
 */
export interface Disk {
  /** A new file. One of that name is never overwritten. */
  create(file: string, text: string | Uint8Array): void;
  /**
   * New files in one folder, of which each is whole before it has its name; the folder is synced once, at the end. Names that
   * are taken are passed over.
   *
   * @returns How many were made.
   */
  createAll(folder: string, files: Iterable<{ readonly name: string; readonly text: string }>): number;
  /** A file, put in the place of the one that may be there, in one step. */
  replace(file: string, text: string): void;
  /** The same for a file that still holds what is expected. @returns False where it holds something else, or is gone. */
  exchange(file: string, expected: Uint8Array, bytes: Uint8Array): boolean;
  /**
   * A file in a folder that is the person's own, in pieces; nothing else there is touched.
   *
   * @param over - It may take the place of one that is there. What a link leads to is written, and the link stays.
   */
  export(file: string, pieces: Iterable<string | Uint8Array>, over: boolean): void;
  /**
   * The same for files of one folder, of which each is whole before it has its name; the folder is synced once, at the end.
   * Where one cannot be written, those before it are.
   */
  exportAll(folder: string, files: Iterable<FileToExport>, over: boolean): void;
  /** @returns False where the new name is taken; nothing is done then. */
  move(from: string, to: string): boolean;
  /** Takes a file away for ever. @returns False where it no longer holds what is expected, if anything is. */
  remove(file: string, expected?: Uint8Array): boolean;
}

/** A file of a folder to which entries are exported. */
export interface FileToExport {
  readonly name: string;
  /** None for one that is there already: nothing is done to it. */
  readonly bytes?: Uint8Array;
}

/** The folder of entries, to which sittings add. */
export interface Journal {
  readonly folder: string;
  /**
   * Saves an entry for good: file and folder are on disk when it returns.
   *
   * @returns The path below the journal folder.
   * @throws CoachError where the folder is gone, not writable or full; nothing is half written then.
   */
  add(entry: Entry): string;
  /** Whether an entry is there already, by its path below the journal folder. */
  has(path: string): boolean;
}

/** The folder of entries, to which many are added at once. */
export interface ManyEntries {
  /**
   * Saves many entries for good. What is there already under the same name is passed over; when one cannot be saved, those
   * before it are whole.
   *
   * @returns How many were new.
   * @throws As `Journal.add` does.
   */
  addAll(entries: readonly Entry[]): number;
}

/**
 * The single files of the journal, for what a person asks to be done to one of them. Paths are below the journal folder, with
 * slashes; what was deleted is below `trash/`.
 */
export interface EntryFiles extends Pick<Disk, 'exchange' | 'move' | 'remove'> {
  has(path: string): boolean;
  /**
   * The path of a Markdown file that somebody names by its path, below the journal folder or whole. Hidden files are not
   * there, and neither is what only links to other folders lead to.
   */
  locate(named: string): string | undefined;
  /** What a file holds; undefined where it is gone. @throws FileMistakes where it cannot be read. */
  bytes(path: string): Uint8Array | undefined;
  /** A new file. @returns False where the name is taken. */
  create(path: string, bytes: Uint8Array): boolean;
}

/** Opens the person's editor on private copies of files. */
export interface Editor {
  /** @param name - The name of the copy, which editors go by to know what kind of text it is. */
  copy(name: string, bytes: Uint8Array): PrivateCopy;
  /** Keeps what was changed in copies whose process was killed, and drops the others. @returns The files that are kept. */
  rescue(): readonly string[];
}

/** A copy of a file that nobody else can read, in a folder of its own. */
export interface PrivateCopy {
  /**
   * Waits until the editor has ended. An editor that could not be started, failed, was killed, or took the copy away, is
   * told beside what the copy holds by then.
   */
  edit(): Promise<EditedCopy>;
  /**
   * Puts it where it stays.
   *
   * @param bytes - What it held when it was last seen, should the editor have taken it away.
   * @returns The file that it is in; where it cannot be moved, that of the copy itself.
   */
  keep(bytes: Uint8Array): string;
  /** Takes it away for ever. */
  drop(): void;
}

export interface EditedCopy {
  /** Undefined where the editor left none. */
  readonly bytes: Uint8Array | undefined;
  readonly failure: CoachError | undefined;
}

/** An entry and where it stands below the journal folder. */
export interface StoredEntry {
  readonly entry: Entry;
  readonly path: string;
  /** Where other files hold the same bytes: they are the same entry. */
  readonly twins?: readonly string[];
}

/** What was found, newest first, and the files on the way that could not be understood. */
export interface Found {
  readonly entries: readonly StoredEntry[];
  readonly unreadable: readonly FileMistakes[];
}

/**
 * How entries come: `newest` or `oldest` first; `months` are the oldest first, with all days of one month together, which
 * differs where a day is not that of the moment.
 */
export type StreamOrder = 'newest' | 'oldest' | 'months';

/** Entries that come one after the other and are not held. */
export interface EntryStream {
  /** How many come at most. */
  readonly most: number;
  /** Read anew each time. */
  entries(order: StreamOrder): Iterable<StoredEntry>;
  /** The files on the way that could not be understood, by name: all of them once `entries` has come to its end. */
  unreadable(): readonly FileMistakes[];
}

/** Finds entries. Implementations differ in how fast they are, never in what they answer. */
export interface EntryIndex {
  /**
   * What the entries themselves say decides, in every file of the journal as it is now.
   *
   * Unreadable files are named where a quick look does not rule them out; with a limit, those that are older than all that
   * was found are not.
   *
   * @param signal - Says that the answer is no longer wanted; what takes long then gives an incomplete one soon.
   */
  find(query: Query, signal?: AbortSignal): Promise<Found>;
  /**
   * The same as `find`, for what goes through all of them one after the other: they are not held, only where they are.
   *
   * What happens to the journal while they come is no part of it: an entry that is edited or goes away then comes as it was found,
   * as it is by now if it still matches, or not at all; one that is added does not come.
   */
  stream(query: Query): Promise<EntryStream>;
  /**
   * The journal as it is now, for many questions one after the other. Where that makes them quicker, the files are not looked
   * at again.
   */
  readonly snapshot?: () => Promise<EntryIndex>;
  /**
   * The newest, for what has to be quick at any size: file names lead to the entries, and what their names rule out is not
   * opened. Days, banks and ids that somebody changed inside a file are found only where its name leads to them.
   */
  newest(query: Query): Promise<Found>;
}

/** One folder of the journal, and the names of the Markdown files in it, in order. */
export interface ListedFolder {
  /** Below the journal folder, with slashes; empty for the journal folder itself. */
  readonly path: string;
  readonly names: readonly string[];
}

/** What tells a file that was changed from one that was not. Times are milliseconds since 1970 and fractions of them. */
export interface FileStamp {
  readonly size: number;
  readonly mtimeMs: number;
  readonly ctimeMs: number;
  readonly ino: number;
}

/** The Markdown files of the journal, hidden and deleted ones left out, as they are at the moment of the call. */
export interface JournalFiles {
  /** Every folder: those outside the order of years and months first, then the months, newest first. Read one by one. */
  folders(): Iterable<ListedFolder>;
  /** The stamps of files in a folder, in the order of their names, and when they were taken; undefined for one that is gone. */
  stamps(
    folder: string,
    names: readonly string[],
  ): { readonly takenAt: number; readonly stamps: readonly (FileStamp | undefined)[] };
  /**
   * The text of a file, or undefined where it is gone.
   *
   * @throws FileMistakes where it cannot be read.
   */
  read(path: string): string | undefined;
  /** The texts of several files of a folder, in the order of their names, or why one cannot be read. All are held at once. */
  texts(folder: string, names: readonly string[]): readonly (string | FileMistakes | undefined)[];
}

/** Drafts of sittings that were not finished, on this machine. */
export interface Drafts {
  /** Writes and syncs; this process holds the draft from then on. */
  save(draft: Draft): void;
  /** Drafts that no living process holds, the latest first. */
  waiting(): readonly Draft[];
  drop(id: string): void;
}

/** A bank that is there, and whether it is one of the person's own (then `file` says where). */
export interface ListedBank {
  readonly name: string;
  readonly file: string;
  readonly own: boolean;
}

/** The question banks: those that come with coach and the person's own, which count first. */
export interface Banks {
  list(): readonly ListedBank[];
  /** @throws UsageError for an unknown name, with the near one; FileMistakes for a broken bank. */
  load(name: string): Promise<QuestionBank>;
}

/** Settings, read once; nothing is written but by `set`. */
export interface SettingsFile {
  readonly path: string;
  /** @throws FileMistakes where the file is not JSON or holds something else than settings. */
  read(): Settings;
  /** Sets a value or, with undefined, takes it out. A file that is not JSON is kept aside and its new name returned. */
  set<Key extends keyof Settings>(key: Key, value: Settings[Key] | undefined): Promise<string | undefined>;
}

/** What this machine has shown or reminded of, and was asked to be quiet about. Losing it costs a repeated note. */
export interface Memory {
  hasShown(note: string): boolean;
  markShown(note: string): void;
  remindedOn(): Day | undefined;
  /**
   * A pause of reminders has ended by then, and is forgotten.
   *
   * @returns False where it was marked already; of two at the same moment one is told so.
   */
  markReminded(day: Day): boolean;
  /** Whether a reminder gave way to another of its day, and is still to come. */
  isPostponed(reminder: string): boolean;
  postpone(reminder: string, isPostponed: boolean): void;
  /** The day on which reminders come again after the latest pause, which may have ended. */
  pausedUntil(): Day | undefined;
  /** Undefined ends a pause. @throws CoachError where it cannot be remembered. */
  pauseUntil(day: Day | undefined): void;
}

/** The desktop of the person, where one is seen from here. */
export interface Notifier {
  /** @returns False where there is no desktop, or it did not take the text. */
  show(text: string): Promise<boolean>;
}

/** Called with how many of how many are done; of infinitely many where that does not show yet. */
export type Progress = (done: number, total: number) => void;

/** Where results and talk go. */
export interface Terminal {
  /** Results; a reader that has gone away is not an error. */
  out(text: string): void;
  /** Talk: what is wrong, and what is going on. */
  err(text: string): void;
  /** A line of talk that the next one takes the place of, only where talk goes to a screen; an empty one leaves nothing. */
  status(line: string): void;
  /** Columns and rows of the screen as it is now. */
  readonly width: number;
  readonly rows: number;
  /** What is typed comes from a keyboard, whatever becomes of what is printed. */
  readonly keyboard: boolean;
  /** Somebody can be asked: both what is typed and what is shown is a terminal. */
  readonly interactive: boolean;
  /** What is printed goes to a screen and not to a file or another program. */
  readonly screen: boolean;
  readonly style: Style;
  /** What `--color` says; `auto` leaves it to the terminal and the environment. */
  useColour(wish: ColourWish): Promise<void>;
}

/** When colour is used. */
export type ColourWish = 'auto' | 'always' | 'never';

/** Asks a person. Each implementation is one way to sit at a terminal; without a terminal there is none. */
export interface Prompter {
  /** Text that is read, not answered. */
  say(text: string): void;
  /**
   * Asks one part of a question, an offer, or the look over all answers.
   *
   * @param typed - Hears what stands in the field, so that it can be kept.
   * @throws Interrupted on Ctrl-C.
   */
  ask(step: Exclude<Step, { kind: 'end' }>, sitting: Sitting, typed: (text: string) => void): Promise<Act>;
  /** Shows what belongs to the act just done. */
  remark(remark: Remark, sitting: Sitting): void;
  choose<Value>(message: string, choices: readonly Choice<Value>[]): Promise<Value>;
  line(message: string): Promise<string>;
  /** Takes the screen to look through the journal. Without it, that is done with words and numbers. */
  readonly browser?: () => Promise<Browser>;
}

/** Where somebody is in a list of entries that is narrowed as they type. */
export interface BrowsePlace {
  readonly typed: string;
  /** Of the entry the cursor is on; on the first when absent. */
  readonly path?: string | undefined;
}

/** The entries that what was typed leaves, newest first, and whether there are older ones, too. */
export interface Listed {
  readonly entries: readonly StoredEntry[];
  readonly more: boolean;
}

/** @param signal - Says that something else has been typed meanwhile; what comes back is not looked at then. */
export type FindListed = (typed: string, signal: AbortSignal) => Promise<Listed>;

/** What a list shows of an entry. */
export interface EntryRow {
  /** The month that it is in, as it stands above the row. */
  readonly heading: string;
  readonly row: string;
  /** The day in full, and whom it is about. */
  readonly facts: string;
}

/** How entries look. Lists hold nothing that the person wrote. */
export interface EntryLook {
  rows(entries: readonly StoredEntry[], page: Page): readonly EntryRow[];
  /** @param marked - What it matches is set off. */
  whole(stored: StoredEntry, page: Page, marked: Search | undefined): string;
}

/** A way to look through entries: a list, and one of them whole. Each method throws Interrupted on Ctrl-C. */
export interface Browser {
  /** @returns What was typed, and the entry to open; undefined when the person leaves. */
  choose(
    start: BrowsePlace,
    find: FindListed,
    look: EntryLook,
  ): Promise<{ readonly typed: string; readonly opened: StoredEntry } | undefined>;
  /** @param text - The text for a page of that width; asked again when the screen changes. */
  read(text: (page: Page) => string): Promise<'back' | 'leave'>;
  /** Leaves the terminal as it was. */
  close(): void;
}
