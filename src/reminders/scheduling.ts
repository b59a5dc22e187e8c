// The crontab and the programs of a machine, as far as reminders need them.
import type { Zone } from '../domain/time/moment.ts';

/** The crontab of the person who runs coach. */
export interface Crontab {
  /**
   * Its contents, one character for each byte; empty where there is none.
   *
   * @throws CoachError where cron is not installed, or lets this person have no crontab.
   */
  read(): Promise<string>;
  /**
   * Puts a text in the place of what was read, and reads it back; an empty one takes the crontab away.
   *
   * @throws CoachError where it was changed since, or cron does not take the new one. The old one stays then.
   */
  exchange(read: string, text: string): Promise<void>;
  /** Whether a program is running that goes by crontabs; undefined where that cannot be seen. */
  isObserved(): boolean | undefined;
}

/** The programs that cron has to start, where they were found. */
export interface Programs {
  /** Absolute paths, of a kind that an upgrade keeps where there is one; `home` is the folder coach is in, links followed. */
  find(): { readonly node: string; readonly coach: string; readonly home: string };
  /** The folder in which a program is found by its name; undefined where it is in none. */
  folderOf(name: string): string | undefined;
  /** Whether a file is there that can be run, or read by what runs. */
  isThere(file: string, how: 'run' | 'read'): boolean;
}

/** The parts of this machine that reminders at a time of their own need. */
export interface Scheduling {
  readonly crontab: Crontab;
  readonly programs: Programs;
  /** The zone of the machine itself, by which cron goes; undefined where it cannot be seen. */
  zone(): Zone | undefined;
}
