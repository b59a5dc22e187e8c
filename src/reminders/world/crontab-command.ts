// The crontab of the person who runs coach, by way of the program crontab.
import { execFile } from 'node:child_process';
import { accessSync, constants, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Crontab } from '../scheduling.ts';
import type { CoachError } from '../../domain/text/errors.ts';
import { cannotPutAside } from '../../pages/machine/file-refusals.ts';
import { lockedWhile } from '../../adapters/machine/lock.ts';
import { makeFolder } from '../../adapters/machine/synced-folders.ts';
import { freshFolder, leftBehind } from '../../adapters/machine/own-folder.ts';
import * as refuse from '../crontab-refusals.ts';

interface Ended {
  /** Undefined where it was ended by a signal. */
  readonly code: number | undefined;
  readonly stdout: string;
  readonly stderr: string;
}

/** No crontab is as large, in bytes. */
const LARGEST = 16 * 1024 * 1024;

/** The folders of coach that hold a new crontab until cron has taken it over. */
const PURPOSE = 'crontab';

/**
 * The crontab as the program `crontab` reads and writes it; it alone knows where crontabs are, and who may have one.
 *
 * @param state - The folder of this machine's state, where a new crontab is written before cron is told of it.
 */
export function crontabCommand(env: NodeJS.ProcessEnv, state: string): Crontab {
  const crontab = (args: readonly string[]): Promise<Ended> =>
    new Promise((resolve, reject) => {
      const options = {
        env: { ...env, LC_ALL: 'C', VISUAL: 'cat', EDITOR: 'cat' },
        encoding: 'latin1',
        maxBuffer: LARGEST,
      } as const;
      const child = execFile('crontab', [...args], options, (error, stdout, stderr) => {
        if (error && typeof error.code === 'string') reject(unstarted(error.code, error));
        else resolve({ code: error ? Number(error.code ?? -1) : 0, stdout, stderr });
      });
      child.stdin?.end();
    });
  const read = async (): Promise<string> => {
    const { code, stdout, stderr } = await crontab(['-l']);
    if (code === 0) return stdout.includes(SHOWN_CR) ? exactly(stdout) : stdout;
    if (NONE.test(stderr)) return '';
    throw refused('read', stderr);
  };
  // A crontab that came through a pipe would end where we were killed, and an empty one is taken over like any other.
  const install = async (text: string): Promise<Ended> => {
    const { own, close } = ownFolder(state);
    try {
      return await crontab([putAside(text, path.join(own, 'crontab'))]);
    } finally {
      rmSync(own, { recursive: true, force: true });
      close();
    }
  };
  // Debian's lists a CR as a backslash and an r. Its editor, of which cat makes a printer, gets what is there.
  const exactly = async (listed: string): Promise<string> => {
    const { stdout } = await crontab(['-e']);
    if (stdout.replaceAll('\r', SHOWN_CR) === listed.replaceAll('\r', SHOWN_CR)) return stdout;
    throw refuse.crontabUnclear(SHOWN_CR);
  };
  return {
    read,
    exchange: (before, text) =>
      alone(state, async () => {
        if ((await read()) !== before) throw refuse.crontabChanged();
        const { code, stderr } = await (text === '' ? crontab(['-r']) : install(text));
        if (code !== 0) throw refused('write', stderr);
        if (withoutRemarks(await read()) !== text) throw refuse.crontabDiffers();
      }),
    isObserved,
  };
}

/** Lets no other coach change the crontab meanwhile; where nothing can be put into the state folder, without. */
function alone(state: string, act: () => Promise<void>): Promise<void> {
  try {
    makeFolder(state);
    // As a folder: a file may stand there.
    accessSync(`${state}/.`, constants.W_OK);
  } catch {
    return act();
  }
  return lockedWhile(path.join(state, 'crontab'), act);
}

/** A folder for a new crontab, for as long as cron reads it; where there can be none in the state folder, in that for passing things. */
function ownFolder(state: string): ReturnType<typeof freshFolder> {
  try {
    for (const leftover of leftBehind(state, PURPOSE)) rmSync(leftover, { recursive: true, force: true });
    return freshFolder(state, PURPOSE);
  } catch {
    return freshFolder(tmpdir(), PURPOSE);
  }
}

/** @returns The file, written whole. */
function putAside(text: string, file: string): string {
  try {
    writeFileSync(file, text, { encoding: 'latin1', flag: 'wx', mode: 0o600 });
    return file;
  } catch (cause) {
    throw cannotPutAside(file, cause);
  }
}

const SHOWN_CR = String.raw`\r`;

/** The words of the crontab programs of Debian, Fedora, Alpine and the BSDs to somebody who has none. */
const NONE = /no crontab for|can't open '[^']*': No such file/;

/** Their words to somebody who may have none. */
const FORBIDDEN = /not allowed|not authori[sz]ed|permission denied|must be suid/i;

function unstarted(code: string, cause: Error): CoachError {
  return code === 'EACCES' ? refuse.crontabForbidden() : refuse.cannotStartCrontab(code, cause);
}

function refused(act: 'read' | 'write', stderr: string): CoachError {
  return FORBIDDEN.test(stderr) ? refuse.crontabForbidden() : refuse.crontabRefused(act, stderr);
}

/** Some crons put three lines about themselves before what they were given, and take them off before the next writing. */
function withoutRemarks(text: string): string {
  return text.replace(/^# DO NOT EDIT THIS FILE[^\n]*\n#[^\n]*\n#[^\n]*\n/, '');
}

/** Only Linux tells by its files what is running; macOS starts cron by itself, as soon as there is a crontab. */
function isObserved(): boolean | undefined {
  try {
    // Where the first process cannot be seen, neither can one that is somebody else's.
    if (nameOf('1') === undefined) return undefined;
    return readdirSync('/proc').some((name) => /^\d+$/.test(name) && DAEMONS.has(nameOf(name) ?? ''));
  } catch {
    return undefined;
  }
}

const DAEMONS: ReadonlySet<string> = new Set(['cron', 'crond', 'fcron']);

function nameOf(pid: string): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/comm`, { encoding: 'utf8' }).trim();
  } catch {
    return undefined;
  }
}
