// The crontab of the person who runs coach, by way of the program crontab.
import { execFile } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Crontab } from '../scheduling.ts';
import { CoachError } from '../../domain/text/errors.ts';
import { oneLine } from '../../domain/text/plain-text.ts';
import { cannotPutAside, freshFolder, leftBehind } from '../../adapters/machine/own-folder.ts';

interface Ended {
  /** Undefined where it was ended by a signal. */
  readonly code: number | undefined;
  readonly stdout: string;
  readonly stderr: string;
}

/** No crontab is as large, in bytes. */
const LARGEST = 16 * 1024 * 1024;

const ELSEWHERE =
  'Without it, coach schedule add 16:30 --print systemd prints units for systemd, and --print launchd one for macOS.';

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
        if (error && typeof error.code === 'string') reject(cannotStart(error.code, error));
        else resolve({ code: error ? Number(error.code ?? -1) : 0, stdout, stderr });
      });
      child.stdin?.end();
    });
  const read = async (): Promise<string> => {
    const { code, stdout, stderr } = await crontab(['-l']);
    if (code === 0) return stdout.includes(SHOWN_CR) ? exactly(stdout) : stdout;
    if (NONE.test(stderr)) return '';
    throw refusedBy(stderr, 'the crontab cannot be read');
  };
  // A crontab that came through a pipe would end where we were killed, and an empty one is taken over like any other.
  const install = async (text: string): Promise<Ended> => {
    for (const leftover of leftBehind(state, PURPOSE)) rmSync(leftover, { recursive: true, force: true });
    const { own, close } = freshFolder(state, PURPOSE);
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
    throw new CoachError(`crontab -l shows "${SHOWN_CR}", and whether that is a line end cannot be seen`, {
      hint: 'Nothing was changed. Take the CR line ends out of your crontab, and try again.',
    });
  };
  return {
    read,
    async exchange(before, text) {
      if ((await read()) !== before) {
        throw new CoachError('your crontab was changed meanwhile', {
          hint: 'Nothing was written. Say it again, to see what would be written now.',
        });
      }
      const { code, stderr } = await (text === '' ? crontab(['-r']) : install(text));
      if (code !== 0) throw refusedBy(stderr, 'cron does not take the new crontab');
      if (withoutRemarks(await read()) !== text) {
        throw new CoachError('the crontab does not read back as it was written', {
          hint: 'crontab -l shows what it holds now.',
        });
      }
    },
    isObserved,
  };
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
const NONE = /no crontab for|can't open '.*': No such file/;

/** Their words to somebody who may have none. */
const FORBIDDEN = /not allowed|not authori[sz]ed|permission denied|must be suid/i;

function cannotStart(code: string, cause: Error): CoachError {
  if (code === 'ENOENT')
    return new CoachError('there is no crontab command here', { hint: ELSEWHERE, cause });
  if (code === 'EACCES') return forbidden();
  return new CoachError(`crontab cannot be started (${code})`, { hint: ELSEWHERE, cause });
}

function refusedBy(stderr: string, what: string): CoachError {
  if (FORBIDDEN.test(stderr)) return forbidden();
  return new CoachError(`${what}: ${oneLine(stderr) || 'crontab ended without saying why'}`, {
    hint: 'What was there is still there.',
  });
}

function forbidden(): CoachError {
  return new CoachError('this machine lets you have no crontab', {
    hint: `Whoever administers it can change that, in cron.allow or cron.deny.\n  ${ELSEWHERE}`,
  });
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
