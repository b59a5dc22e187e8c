// The program git, called so that it never asks, hears of no peculiar set-up, and always ends.
import { spawn } from 'node:child_process';
import { devNull } from 'node:os';
import { Readable } from 'node:stream';
import { Interrupted } from '../../domain/text/errors.ts';
import { codeOf } from '../../adapters/machine/system-errors.ts';
import { type GitTrouble, troubleIn } from '../git-answers.ts';
import { SyncStop } from '../sync-stop.ts';
import { treeOf } from './process-tree.ts';
import { ENDED } from '../sync-text.ts';

/** How git is called. */
export interface GitWorld {
  /** The bare repository. */
  readonly folder: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** By then every call has ended, in milliseconds since 1970. */
  readonly deadline: number;
  /** Git may ask the person at the terminal for a password, and whether it is the right host. */
  readonly asks: boolean;
  /** How the person has git call ssh. */
  readonly ssh?: string;
  /** Aborted when coach is to end. */
  readonly told: AbortSignal;
}

/** What a call may be given, beside its arguments. */
export interface GitCall {
  readonly input?: Iterable<Uint8Array> | string;
}

/** Calls git. @throws GitFailed; SyncStop where it is not there, or takes too long. */
export type Git = (args: readonly string[], call?: GitCall) => Promise<Buffer>;

/** A call that failed. */
export class GitFailed extends Error {
  readonly trouble: GitTrouble;
  readonly said: string;
  readonly code: number | null;

  constructor(said: string, code: number | null) {
    super(said);
    this.trouble = troubleIn(said);
    this.said = said;
    this.code = code;
  }
}

/** What a person may have set that has nothing to do with where the other side is, and who they are there. */
const SETTINGS: Readonly<Record<string, string>> = {
  'core.hooksPath': devNull,
  'core.fsmonitor': 'false',
  'core.attributesFile': devNull,
  'core.excludesFile': devNull,
  'core.autocrlf': 'false',
  'core.fsync': 'all',
  'core.logAllRefUpdates': 'false',
  'core.sharedRepository': 'false',
  'commit.gpgSign': 'false',
  'push.gpgSign': 'false',
  'push.followTags': 'false',
  'push.recurseSubmodules': 'no',
  'fetch.prune': 'false',
  'fetch.recurseSubmodules': 'false',
  'fetch.writeCommitGraph': 'false',
  'gc.auto': '0',
  'maintenance.auto': 'false',
  'transfer.fsckObjects': 'true',
  'protocol.ext.allow': 'never',
  'http.lowSpeedLimit': '100',
  'http.lowSpeedTime': '15',
  'fastimport.unpackLimit': '500',
};

/** What says how the other side is reached. */
const KEPT =
  /^GIT_(?:SSH|SSH_COMMAND|SSH_VARIANT|SSL_.*|CONFIG_GLOBAL|CONFIG_SYSTEM|CONFIG_NOSYSTEM|PROXY_COMMAND|EXEC_PATH)$/;

const SSH = '-oBatchMode=yes -oConnectTimeout=10 -oServerAliveInterval=5 -oServerAliveCountMax=2';

/** What has been told to end is ended after so many milliseconds. */
const GRACE = 2_000;

/** More than anybody reads of what went wrong, in bytes. */
const MOST_SAID = 65_536;

/** Git, for one repository. */
export function gitIn(world: GitWorld): Git {
  return (args, { input = '' } = {}) =>
    new Promise((resolve, reject) => {
      if (world.told.aborted) return reject(new Interrupted(ENDED));
      const left = world.deadline - Date.now();
      if (left <= 0) return reject(new SyncStop('slow'));
      const flags = Object.entries(SETTINGS).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
      // A group of its own ends as a whole, with ssh; it has no terminal, so nothing in it can ask.
      const isApart = !world.asks && process.platform !== 'win32';
      const child = spawn('git', [`--git-dir=${world.folder}`, ...flags, ...args], {
        env: environment(world),
        cwd: world.folder,
        detached: isApart,
        stdio: ['pipe', 'pipe', 'pipe'],
      });
      const out: Buffer[] = [];
      let said = '';
      let isLate = false;
      const end = (): void => {
        isLate = true;
        const all = endingWith(child, isApart);
        killAll(all, 'SIGTERM');
        setTimeout(() => killAll(all, 'SIGKILL'), GRACE).unref();
        // Whatever keeps them open is not waited for.
        setTimeout(() => {
          child.stdout.destroy();
          child.stderr.destroy();
        }, GRACE + 100).unref();
      };
      const timer = setTimeout(end, left);
      world.told.addEventListener('abort', end);
      child.stdout.on('data', (bytes: Buffer) => out.push(bytes));
      child.stderr.on('data', (bytes: Buffer) => {
        if (said.length < MOST_SAID) said += bytes.toString();
      });
      // Git may end before it has read all, and says why itself.
      child.stdin.on('error', () => undefined);
      const pieces = Readable.from(typeof input === 'string' ? [input] : input);
      pieces.on('error', (error) => {
        end();
        reject(error);
      });
      pieces.pipe(child.stdin);
      const settle = (act: () => void): void => {
        clearTimeout(timer);
        world.told.removeEventListener('abort', end);
        act();
      };
      child.on('error', (error) => settle(() => reject(startFailure(error))));
      child.on('close', (code) =>
        settle(() => {
          if (world.told.aborted) reject(new Interrupted(ENDED));
          else if (isLate) reject(new SyncStop('slow'));
          else if (code === 0) resolve(Buffer.concat(out));
          else reject(new GitFailed(said.trim(), code));
        }),
      );
    });
}

function startFailure(error: Error): SyncStop {
  return codeOf(error) === 'ENOENT'
    ? new SyncStop('no-git')
    : new SyncStop('git-failed', { said: error.message });
}

/** What ends together: a group, or whoever was started by whom. */
function endingWith({ pid }: { readonly pid?: number | undefined }, isApart: boolean): readonly number[] {
  if (pid === undefined) return [];
  if (isApart) return [-pid];
  return process.platform === 'win32' ? [pid] : treeOf(pid);
}

function killAll(all: readonly number[], signal: NodeJS.Signals): void {
  for (const one of all) {
    try {
      process.kill(one, signal);
    } catch {
      // It has ended.
    }
  }
}

function environment({ env, asks, ssh }: GitWorld): NodeJS.ProcessEnv {
  const kept = Object.fromEntries(
    Object.entries(env).filter(([name]) => !name.startsWith('GIT_') || KEPT.test(name)),
  );
  if (asks) return { ...kept, LC_ALL: 'C' };
  const program = env['GIT_SSH'] === undefined ? (ssh ?? 'ssh') : `"${env['GIT_SSH']}"`;
  return {
    ...kept,
    LC_ALL: 'C',
    GIT_TERMINAL_PROMPT: '0',
    GIT_ASKPASS: 'true',
    SSH_ASKPASS: 'true',
    SSH_ASKPASS_REQUIRE: 'never',
    GCM_INTERACTIVE: 'never',
    GIT_SSH_COMMAND: `${env['GIT_SSH_COMMAND'] ?? program} ${SSH}`,
  };
}
