// The bare repository between this machine and the other side.
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { spareMemory } from '../../adapters/machine/spare-memory.ts';
import { codeOf, inWords } from '../../adapters/machine/system-errors.ts';
import { cannotRead } from '../../pages/machine/file-refusals.ts';
import { batchTexts, treeFiles } from '../git-answers.ts';
import type { RemoteAddress } from '../remote-address.ts';
import type { Commit, Remembered, SyncRepository } from '../sync-ports.ts';
import { SyncStop } from '../sync-stop.ts';
import { changesOf, commitStream, MADE } from './commit-stream.ts';
import { type Git, GitFailed, gitIn, type GitWorld } from './git.ts';

/** What a repository needs of the world. */
export interface RepositoryWorld extends GitWorld {
  readonly remote: Pick<RemoteAddress, 'address' | 'by'>;
  readonly branch: string;
  /** The e-mail address that commits carry; nobody's when absent. */
  readonly author?: string | undefined;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

const REFS: Readonly<Record<Remembered, string>> = {
  seen: 'refs/remotes/origin/main',
  base: 'refs/heads/main',
  keys: 'refs/coach/keys',
};
const FETCHED = 'refs/coach/fetched';

/** No address that anybody has. */
const NOBODY = 'coach@localhost';
const MESSAGE = 'entries';
/** So many files and packs may gather; it is waited for. */
const NOW_AND_THEN = ['-c', 'gc.auto=2000', '-c', 'gc.autoPackLimit=50', '-c', 'gc.autoDetach=false'];
/** In bytes: the list of some thousand files. To spare memory takes time, which matters more for fewer. */
const LONG = 300_000;
/** On this machine the other end would heed the person's own set-up, and pack what has gathered when coach is long gone. */
const IN_A_FOLDER =
  'git -c core.hooksPath=hooks -c gc.autoDetach=false -c maintenance.autoDetach=false receive-pack';
/** Of a text that cannot be read, a list says this in place of its size. */
const CUT = /(?:^|\0)\d+ blob [0-9a-f]+ +BAD\t/;
const REPLACES = /^replaces ([0-9a-f]{40})$/m;

/** Opens the repository, and makes it where it is not there. Only one process may have it open. */
export async function gitRepository(world: RepositoryWorld): Promise<SyncRepository> {
  await makeRepository(world);
  clearUnfinished(world.folder);
  const git = await withOwnSsh(world);
  const { address, by } = world.remote;
  const remoteRef = `refs/heads/${world.branch}`;
  const resolve = (name: string): Promise<Commit | undefined> =>
    unlessFails(async () => textOf(await git(['rev-parse', '-q', '--verify', `${name}^{commit}`])));
  /** A disk that was there before is not connected now. */
  const isAway = async (error: unknown): Promise<boolean> =>
    by === 'folder' &&
    error instanceof GitFailed &&
    error.trouble === 'no-remote' &&
    !existsSync(address) &&
    (await resolve(REFS.seen)) !== undefined;
  /** What is left of it on a full disk would take the last room, and no entry could be saved. */
  const written: Git = async (args, call) => {
    try {
      return await git(args, call);
    } catch (error) {
      clearUnfinished(world.folder);
      throw error;
    }
  };
  const importCommit = async (parent: Commit | undefined, message: string, files: Iterable<Uint8Array>) => {
    await guarded(written, ['fast-import', '--quiet', '--done', '--force', '--date-format=raw'], {
      input: commitStream({ parent, message, author: world.author ?? NOBODY }, files, world.now()),
    });
    return (await resolve(MADE)) ?? failed();
  };
  return {
    async fetch() {
      try {
        await written([
          'fetch',
          '-q',
          '--no-tags',
          '--no-write-fetch-head',
          '--',
          address,
          `+${remoteRef}:${FETCHED}`,
        ]);
      } catch (error) {
        if (error instanceof GitFailed && error.trouble === 'no-branch') return undefined;
        throw (await isAway(error)) ? new SyncStop('offline') : stopFor(error);
      }
      return resolve(FETCHED);
    },
    recall: (what) => resolve(REFS[what]),
    async remember(what, commit) {
      if (commit === undefined) await guarded(git, ['update-ref', '-d', REFS[what]]);
      else await guarded(git, ['update-ref', REFS[what], commit]);
    },
    isFrom: (commit, earlier) =>
      unlessFails(() => git(['merge-base', '--is-ancestor', earlier, commit])).then(
        (said) => said !== undefined,
      ),
    async replacedBy(commit) {
      const first = textOf(await guarded(git, ['rev-list', '--max-parents=0', '--max-count=1', commit]));
      return REPLACES.exec(textOf(await guarded(git, ['cat-file', 'commit', first])))?.[1];
    },
    async files(commit) {
      const printed = await guarded(git, ['ls-tree', '-r', '-z', '-l', '--full-tree', commit]);
      if (printed.length > LONG) spareMemory();
      const text = printed.toString('utf8');
      return CUT.test(text) ? failed() : treeFiles(text);
    },
    async texts(oids) {
      if (oids.length === 0) return new Map();
      return (
        batchTexts(await guarded(git, ['cat-file', '--batch'], { input: `${oids.join('\n')}\n` })) ?? failed()
      );
    },
    commit: (parent, files) => importCommit(parent, MESSAGE, changesOf(files)),
    async anew(commit) {
      const tree = textOf(await guarded(git, ['rev-parse', `${commit}^{tree}`]));
      return importCommit(undefined, `${MESSAGE}\n\nreplaces ${commit}\n`, [
        Buffer.from(`M 040000 ${tree} \n`),
      ]);
    },
    async push(commit, instead) {
      const lease = instead === undefined ? [] : [`--force-with-lease=${remoteRef}:${instead}`];
      const plain = by === 'folder' ? [`--receive-pack=${IN_A_FOLDER}`] : [];
      try {
        await git(['push', '-q', ...lease, ...plain, '--', address, `${commit}:${remoteRef}`]);
        return true;
      } catch (error) {
        if (error instanceof GitFailed && error.trouble === 'overtaken') return false;
        throw stopFor(error);
      }
    },
    async tidy() {
      try {
        await git([...NOW_AND_THEN, 'gc', '-q', '--auto']);
      } catch (error) {
        // All is done by then: what takes too long is done another time.
        if (!(error instanceof GitFailed || error instanceof SyncStop)) throw error;
      }
    },
    async forget() {
      await guarded(git, ['update-ref', '-d', FETCHED]);
      await guarded(git, ['update-ref', '-d', MADE]);
      await guarded(git, ['gc', '-q', '--prune=now']);
    },
  };
}

async function makeRepository(world: GitWorld): Promise<void> {
  if (!existsSync(path.join(world.folder, 'HEAD'))) await makeAnew(world);
}

/** What is there is taken away when the new one is ready. */
async function makeAnew(world: GitWorld): Promise<void> {
  const fresh = `${world.folder}.new`;
  try {
    rmSync(fresh, { recursive: true, force: true });
    mkdirSync(fresh, { recursive: true, mode: 0o700 });
    await guarded(gitIn({ ...world, folder: fresh }), [
      'init',
      '-q',
      '--bare',
      '--template=',
      '--object-format=sha1',
      fresh,
    ]);
    rmSync(world.folder, { recursive: true, force: true });
    renameSync(fresh, world.folder);
  } catch (error) {
    if (error instanceof SyncStop) throw error;
    throw inWords(error, world.folder);
  }
}

/**
 * Makes a damaged repository anew: all that it holds one side has, or both. Only one process may have it open.
 *
 * @returns False for one that is sound. @throws SyncStop where git makes none at all.
 */
export async function madeAnewIfDamaged(world: GitWorld): Promise<boolean> {
  try {
    await gitIn(world)(['fsck', '--no-dangling', '--no-progress']);
    return false;
  } catch (error) {
    // One that somebody ended had not looked at all.
    if (!(error instanceof GitFailed) || error.code === null) throw stopFor(error);
  }
  await makeAnew(world);
  return true;
}

/** A pack that is kept, by a fetch that was killed, would never be packed again, nor forgotten. */
const UNFINISHED = /\.(?:lock|keep)$|^gc\.pid$|^(?:tmp_|\.tmp-|fast_import_crash)/;

/** What a git leaves that was killed: nobody else has the repository open. */
function clearUnfinished(folder: string): void {
  try {
    for (const item of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      if (item.isFile() && UNFINISHED.test(item.name))
        rmSync(path.join(item.parentPath, item.name), { force: true });
    }
  } catch (error) {
    throw cannotRead(folder, codeOf(error), error);
  }
}

/** Git, as the person has it call ssh: what is in the environment counts more to it than what is set. */
async function withOwnSsh(world: RepositoryWorld): Promise<Git> {
  const git = gitIn(world);
  if (world.asks || world.remote.by !== 'ssh') return git;
  const set = await unlessFails(async () => textOf(await git(['config', '--get', 'core.sshCommand'])));
  return set === undefined ? git : gitIn({ ...world, ssh: set });
}

async function guarded(git: Git, ...[args, call]: Parameters<Git>): Promise<Buffer> {
  try {
    return await git(args, call);
  } catch (error) {
    throw stopFor(error);
  }
}

/** Undefined where git says no. */
async function unlessFails<Value>(act: () => Promise<Value>): Promise<Value | undefined> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof GitFailed) return undefined;
    throw error;
  }
}

function stopFor(error: unknown): unknown {
  if (!(error instanceof GitFailed)) return error;
  const { trouble, said } = error;
  return new SyncStop(trouble === 'overtaken' || trouble === 'no-branch' ? 'git-failed' : trouble, { said });
}

function failed(): never {
  throw new SyncStop('git-failed');
}

function textOf(printed: Buffer): string {
  return printed.toString('utf8').trim();
}
