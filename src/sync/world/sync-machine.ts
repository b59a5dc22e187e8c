// The machine under the commands of a sync: the record, the lock, and the repository.
import { mkdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Disk } from '../../app/ports/disk.ts';
import type { EntryCodec } from '../../app/ports/entry-codec.ts';
import type { JournalHistory } from '../../app/ports/history.ts';
import { Interrupted } from '../../domain/text/errors.ts';
import type { Leaving } from '../../adapters/machine/leaving.ts';
import { isLocked, lockedIfFree } from '../../adapters/machine/lock.ts';
import { isThere, readOrRefuse } from '../../adapters/machine/regular-file.ts';
import { OFFERED } from '../../adapters/sealing/key-folder.ts';
import { makeFolder } from '../../adapters/machine/synced-folders.ts';
import { codeOf, inWords } from '../../adapters/machine/system-errors.ts';
import { remoteAddress } from '../remote-address.ts';
import { parseRecord, printRecord, type SyncRecord } from '../sync-record.ts';
import { SyncStop } from '../sync-stop.ts';
import { ENDED, syncAtWork } from '../sync-text.ts';
import { brokenRecord } from '../setup-text.ts';
import type { SyncWorld } from '../sync-world.ts';
import { GitFailed, gitIn } from './git.ts';
import { gitRepository, madeAnewIfDamaged } from './git-repository.ts';
import { isAwaited, turnIn } from './sync-turn.ts';
import { holdsEntries, syncedFolder } from './synced-folder.ts';

/** The parts of the machine that it takes. */
export interface MachineParts {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The folder of what this machine remembers. */
  readonly state: string;
  /** Where the repository is. */
  readonly repository: () => string;
  /** Where it is unless it is to be kept inside the journal. */
  readonly outside: string;
  /** The folder of the journal, in full. @throws CoachError where it is gone, or cannot be one. */
  readonly journal: () => string;
  /** How entries lie by now. */
  readonly codec: () => EntryCodec;
  readonly history: (codec: EntryCodec) => Promise<JournalHistory>;
  readonly disk: Disk;
  readonly leaving: () => Promise<Leaving>;
  readonly absolute: (typed: string) => string;
  /** The e-mail address that commits carry; nobody's where there is none. */
  readonly author: () => string | undefined;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** The name of the repository in a journal folder. */
export const INSIDE = '.sync.git';

/** So long, in milliseconds, git may take to say what it is set to. */
const SHORT = 10_000;

/** A sync that nobody has given longer has ended by then, in milliseconds. */
const PATIENCE = 70_000;
const PAUSE = 100;

/** Whoever waits for minutes looks so often whether that is still wanted, in milliseconds. */
const GLANCE = 2_000;

export function syncMachine(parts: MachineParts): SyncWorld {
  const { env, disk } = parts;
  const file = path.join(parts.state, 'sync.json');
  const offered = path.join(parts.state, OFFERED);
  const read = (): SyncRecord | undefined => {
    const text = isThere(file) ? readOrRefuse(file)?.toString() : undefined;
    const record = text === undefined ? undefined : parseRecord(text);
    if (text !== undefined && (record === undefined || record === 'newer')) throw brokenRecord(file, record);
    return record === 'newer' ? undefined : record;
  };
  const change: SyncWorld['change'] = (how) =>
    disk.whileLocked(file, () => {
      const before = read();
      const record = how(before);
      if (record && record !== before) disk.replace(file, printRecord(record));
    });
  return {
    read,
    change,
    remove() {
      disk.remove(file);
      // Nobody is to accept it any more.
      disk.remove(offered);
    },
    async waitAlone(span, isWanted) {
      const waited = await lockedIfFree(turnIn(parts.state), async () => {
        for (let left = span(); left > 0 && isWanted(); left -= GLANCE)
          await untilTold(Math.min(left, GLANCE), await parts.leaving());
        return true;
      });
      return waited ?? false;
    },
    now: () => ({ atWork: isLocked(parts.repository()), waiting: isAwaited(parts.state) }),
    holdsEntries: () => holdsEntries(parts.journal()),
    repository: parts.repository,
    absolute: parts.absolute,
    async email() {
      const leaving = await parts.leaving();
      const git = gitIn({
        folder: parts.state,
        env,
        deadline: Date.now() + SHORT,
        asks: false,
        told: leaving.told,
      });
      try {
        makeFolder(parts.state);
        return (await git(['config', '--get', 'user.email'])).toString().trim();
      } catch (error) {
        if (error instanceof GitFailed) return undefined;
        throw error;
      }
    },
    async whileOpen(setup, { span, asks }, act) {
      const folder = parts.journal();
      const repository = lockable(parts);
      const leaving = await parts.leaving();
      const done = await lockedIfFree(repository, () =>
        leaving.while(async () => {
          await takeIn(repository, formerly(read(), parts));
          const inside = repository !== parts.outside;
          change((now) => now && (now.inside === inside ? now : { ...now, inside }));
          // A command that encrypts everything has the lock: only now it is sure how entries lie.
          const codec = parts.codec();
          const history = await parts.history(codec);
          const opened = await gitRepository({
            folder: repository,
            env,
            deadline: Date.now() + span,
            asks,
            told: leaving.told,
            remote: remoteAddress(setup.address, parts.absolute),
            branch: setup.branch,
            author: parts.author(),
            now: parts.now,
          });
          const raw: JournalHistory['raw'] = (bytes) => history.raw(bytes);
          const marks = path.join(repository, 'coach-marks');
          const files = syncedFolder({ folder, marks, codec, disk, offered, raw });
          return { value: await act({ repository: opened, folder: files, history }) };
        }),
      );
      if (!done) throw new SyncStop('busy-here');
      return done.value;
    },
    async madeAnew({ span, asks }) {
      const folder = lockable(parts);
      const leaving = await parts.leaving();
      const done = await lockedIfFree(folder, () =>
        leaving.while(() =>
          madeAnewIfDamaged({ folder, env, deadline: Date.now() + span, asks, told: leaving.told }),
        ),
      );
      return done ?? false;
    },
    async alone(act, waiting, patience = PATIENCE) {
      const repository = lockable(parts);
      const until = performance.now() + patience;
      for (let tries = 0; ; tries++) {
        const done = await lockedIfFree(repository, async () => ({ value: await act() }));
        if (done) return done.value;
        if (tries === 0) waiting();
        if (performance.now() >= until) throw syncAtWork();
        await wait(PAUSE);
      }
    },
    async drop(record) {
      let isGone = true;
      for (const one of [parts.repository(), formerly(record, parts)])
        if (!(await deleted(one))) isGone = false;
      return isGone;
    },
  };
}

/** Where the repository was, be it another place than it has now or not. */
function formerly(record: SyncRecord | undefined, { outside }: Pick<MachineParts, 'outside'>): string {
  return record?.inside ? path.join(record.setup.journal, INSIDE) : outside;
}

/** @returns False where a sync has it open. */
async function deleted(repository: string): Promise<boolean> {
  if (!isThere(repository)) return true;
  const done = await lockedIfFree(repository, async () => {
    try {
      rmSync(repository, { recursive: true, force: true });
    } catch (error) {
      throw inWords(error, repository, 'delete');
    }
    return true;
  });
  return done ?? false;
}

/** What lies in its former place is brought along, and where another disk or another one is in the way of that, deleted. */
async function takeIn(repository: string, before: string): Promise<void> {
  if (before === repository || !isThere(before)) return;
  await lockedIfFree(before, async () => {
    if (isThere(repository)) return;
    try {
      renameSync(before, repository);
    } catch (error) {
      if (codeOf(error) === '') throw error;
    }
  });
  await deleted(before);
}

/** Waits. Whoever is told to end meanwhile leaves no lock behind. */
async function untilTold(span: number, leaving: Leaving): Promise<void> {
  const { told } = leaving;
  try {
    await leaving.while(() => wait(span, undefined, { signal: told }));
  } catch (error) {
    throw told.aborted ? new Interrupted(ENDED) : error;
  }
}

/** The repository, beside which there can be a lock. */
function lockable({ repository }: Pick<MachineParts, 'repository'>): string {
  const folder = repository();
  try {
    mkdirSync(path.dirname(folder), { recursive: true, mode: 0o700 });
  } catch (error) {
    throw inWords(error, folder);
  }
  return folder;
}
