// The machine as ports: its clock, banks, settings, memory, desktop and editor.
import type { Now } from '../../domain/time/moment.ts';
import type { Day } from '../../domain/time/day.ts';
import type { CoachError } from '../../domain/text/errors.ts';
import type { QuestionBank } from '../../domain/banks/question-bank.ts';
import type { Settings } from '../../domain/banks/settings.ts';

/** The present moment and the zone of this machine. */
export type Clock = () => Now;

/** A fresh entry id from a cryptographic source. */
export type NewId = () => string;

/** Opens the person's editor on private copies of files. */
export interface Editor {
  /** @param name - The name of the copy, which editors go by to know what kind of text it is. */
  copy(name: string, bytes: Uint8Array): Promise<PrivateCopy>;
  /**
   * Keeps what was changed in copies that nobody waits for any more, and drops the others once no editor can be open on them.
   *
   * @returns The files that are kept.
   */
  rescue(): Promise<readonly string[]>;
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
  keep(bytes: Uint8Array): Promise<string>;
  /**
   * Takes it away for ever, but for what an editor that failed has put beside it and nobody has seen.
   *
   * @param seen - What it held when it was last seen.
   * @returns The files that are kept.
   */
  drop(...seen: readonly Uint8Array[]): Promise<readonly string[]>;
}

export interface EditedCopy {
  /** Undefined where the editor left none. */
  readonly bytes: Uint8Array | undefined;
  readonly failure: CoachError | undefined;
  /** The editor came back at once and changed nothing: it may still be open. */
  readonly mayBeOpen: boolean;
}

/** A bank that is there, and whether it is one of the person's own (then `file` says where). */
export interface ListedBank {
  readonly name: string;
  readonly file: string;
  readonly own: boolean;
}

/** The question banks: those that come with coach and the person's own, which count first. */
export interface Banks {
  /** Those that come with coach alone where the folder of the person's own cannot be read. */
  list(): readonly ListedBank[];
  /** @throws UsageError for an unknown name, with the near one; FileMistakes for a broken bank. */
  load(name: string): Promise<QuestionBank>;
  /** @throws CoachError for a name that may be in the person's own folder, where that cannot be read. */
  refuseUnseen(name: string): void;
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
  /** What was marked for a day could not be said: as before, the latest reminder was on another day, or there was none. */
  unmarkReminded(day: Day, before: Day | undefined): void;
  /** Whether a reminder gave way to another of its day, and is still to come. */
  isPostponed(reminder: string): boolean;
  postpone(reminder: string, isPostponed: boolean): void;
  /** The day on which reminders come again after the latest pause, which may have ended. */
  pausedUntil(): Day | undefined;
  /** Undefined ends a pause. @throws CoachError where it cannot be remembered. */
  pauseUntil(day: Day | undefined): void;
  /** Whether a plan is not asked about on a day, since its moment had not come lately. */
  isQuiet(plan: string, day: Day): boolean;
  keepQuiet(plan: string, until: Day): void;
  /** The day on which an entry was saved on this machine last; undefined where none is known of. */
  wroteOn(): Day | undefined;
  noteWriting(day: Day): void;
  /** The day on which a year was looked at last, or said to be there to look at; undefined where none is known of. */
  yearOn(): Day | undefined;
  noteYear(day: Day): void;
  /** Whether a journal had entries when coach last wrote there, or when the person last named it. */
  hasEntries(folder: string): boolean;
  /** The length of a sitting that was chosen last; undefined before the first choice. */
  length(): string | undefined;
  noteLength(length: string): void;
  noteEntries(folder: string, hasSome: boolean): void;
}

/** The desktop of the person, where one is seen from here. */
export interface Notifier {
  /** @returns False where there is no desktop, or it did not take the text. */
  show(text: string): Promise<boolean>;
}
