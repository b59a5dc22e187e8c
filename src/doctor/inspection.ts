// The look at a machine that doctor needs: places, files, permissions, processes and the index.
import type { KeptFile } from '../app/index/kept-file.ts';
import type { KeyStanding } from '../app/keys/key-standing.ts';
import type { Holder } from '../formats/answers/draft-json.ts';
import type { FileStamp } from '../app/ports/journal-files.ts';
import type { Banks } from '../app/ports/machine.ts';

/** The kinds of things that can stand at a place. */
export type FileKind = 'file' | 'folder' | 'link' | 'other';

/** A file, a folder or a link, as it is at the moment of the look. */
export interface FileLook extends FileStamp {
  readonly kind: FileKind;
  /** The permission bits. */
  readonly mode: number;
  /** It belongs to the person who runs coach. */
  readonly isMine: boolean;
  readonly device: number;
  /** When the look was taken, in milliseconds since 1970. */
  readonly takenAt: number;
}

/** The answer of the system, or the code with which it refused, for example `EACCES`. */
export type SystemAnswer<Value> = { readonly value: Value } | { readonly refused: string };

/** The answer where a file is encrypted and cannot be opened: the journal is locked, or why it cannot be at all. */
export type ClosedFile =
  | { readonly closed: 'locked' }
  | { readonly closed: 'for-good'; readonly reason: string };

/** Why no command goes on with a journal. */
export interface JournalRefusal {
  readonly code: 'key-unknown' | 'journal-refused';
  readonly details: readonly string[];
}

/** How an encrypted journal stands on this machine. */
export interface SealedSeen {
  readonly isLocked: boolean;
  /** The key in its folder, compared with the one that is known here. */
  readonly keyFolder: KeyStanding;
}

/** The text of a file, with other characters in the place of what is not text. */
export interface FileText {
  readonly text: string;
  /** Where coach cannot read it: the encoding that the file most likely has, as `iconv` calls it, if that can be told. */
  readonly unread?: { readonly encoding: string | undefined };
}

/** Where things are kept, each in full. */
export interface KeptAt {
  readonly settingsFile: string;
  readonly state: string;
  readonly cache: string;
  readonly ownBanks: string;
  readonly ownReadings: string;
  /** Where the journal is when nothing says otherwise, and what `COACH_JOURNAL` says. */
  readonly defaultJournal: string;
  readonly namedJournal: string | undefined;
  readonly index: string;
}

/**
 * Looks at this machine and changes nothing on it, not even a time of change. No call throws for what it finds: what the system
 * refuses is a finding.
 */
export interface Inspection {
  readonly at: KeptAt;
  readonly banks: Banks;
  /** Names and values of the variables that move things, for example `COACH_HOME`. */
  readonly environment: readonly (readonly [name: string, value: string])[];
  readonly versions: { readonly node: string; readonly coach: string };
  /** Whether modes and owners of files mean something here. */
  readonly hasModes: boolean;
  /** A place in full, from where one stands. */
  full(place: string): string;
  /** The thing at a place, links not followed. */
  look(place: string): SystemAnswer<FileLook>;
  /** The thing at a place, or the one that a link there leads to. */
  follow(place: string): SystemAnswer<FileLook>;
  /** The names in a folder, in order. */
  list(folder: string): SystemAnswer<readonly string[]>;
  read(file: string): SystemAnswer<FileText>;
  /** The same for an entry or a draft, however it lies in its file. */
  open(file: string): Promise<SystemAnswer<FileText> | ClosedFile>;
  /** What the file of an entry is called above the adapters; undefined for the name of any other file. */
  nameOf(file: string): string | undefined;
  /** How the journal stands where it is encrypted; undefined for one in clear. */
  sealed(journal: string): SealedSeen | undefined;
  /** Where memory is written to a disk that is not encrypted. */
  openSwaps(): readonly string[];
  mayWrite(folder: string): boolean;
  /** Free room on the disk of a place, in bytes; undefined where the system does not tell. */
  freeBytes(place: string): number | undefined;
  /** Whether a process has this number now. */
  lives(pid: number): boolean;
  /** Who is at work on a draft: a living process here, another machine, or nobody any more. */
  holder(holder: Holder): 'here' | 'elsewhere' | 'gone';
  /** The reminders in the crontab that cannot run any more; none where no crontab can be read. */
  lostReminders(): Promise<readonly SeenReminder[]>;
  /**
   * Why sync has stopped, or has not come through for a day, as it tells it itself; otherwise undefined.
   *
   * @param journal - Its folder, in full.
   */
  outOfStep(journal: string, now: number): Promise<string | undefined>;
  /**
   * Why no command goes on with a journal folder that is there.
   *
   * @param configured - The person named it.
   */
  refusal(folder: string, configured: boolean): JournalRefusal | undefined;
  /** The index as it lies there, made for a journal folder. */
  index(journal: string): IndexSeen | Promise<IndexSeen>;
}

/** A reminder that cannot run any more, as the reminders tell it. */
export interface SeenReminder {
  /** The program that is gone, if that is why. */
  readonly file: string | undefined;
  readonly detail: string;
  /** The command that writes it anew. */
  readonly command: string;
}

/** The state of the index. */
export type IndexSeen =
  | { readonly state: 'absent' }
  /** Made by another version, or for another journal: it is made anew. */
  | { readonly state: 'outdated' }
  /** That of an encrypted journal, whose key is not there now. */
  | { readonly state: 'locked' }
  | { readonly state: 'unreadable'; readonly reason: string }
  | { readonly state: 'open'; readonly index: OpenIndex };

/** An index that can be asked about the journal. */
export interface OpenIndex {
  /** Those with files. */
  readonly folders: readonly string[];
  /** What is kept of the files of a folder. @throws DamagedSegment */
  files(folder: string): ReadonlyMap<string, KnownFile>;
  /** The file in which this is kept. */
  fileOf(folder: string): string;
}

export interface KnownFile {
  /** As `keptStamps` has it. */
  readonly stamp: Float64Array;
  readonly kept: KeptFile;
}
