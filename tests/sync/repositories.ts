import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { SentFile, SyncRepository } from '../../src/sync/sync-ports.ts';
import { gitRepository, type RepositoryWorld } from '../../src/sync/world/git-repository.ts';
import { NOON } from '../cli/coach.ts';

/** Git without anybody's set-up. */
export const PLAIN_ENV = { PATH: process.env['PATH'] ?? '', HOME: '/nonexistent', GIT_CONFIG_NOSYSTEM: '1' };

/** Runs git itself, as a person or a host would. */
export function git(folder: string, args: readonly string[], input = ''): string {
  const env = {
    ...PLAIN_ENV,
    GIT_AUTHOR_NAME: 'd',
    GIT_AUTHOR_EMAIL: 'd@x',
    GIT_COMMITTER_NAME: 'd',
    GIT_COMMITTER_EMAIL: 'd@x',
  };
  return execFileSync('git', ['-C', folder, ...args], { encoding: 'utf8', input, env, stdio: 'pipe' }).trim();
}

/** The other side: a bare repository in a folder. */
export function newRemote(home: string): string {
  const remote = path.join(home, 'remote.git');
  mkdirSync(remote, { recursive: true });
  git(remote, ['init', '-q', '--bare', '-b', 'main', '.']);
  return remote;
}

/** The world of a repository below a home. */
export function worldOf(home: string, given: Partial<RepositoryWorld> = {}): RepositoryWorld {
  return {
    folder: path.join(home, 'sync.git'),
    env: PLAIN_ENV,
    deadline: Date.now() + 60_000,
    asks: false,
    told: new AbortController().signal,
    remote: { address: path.join(home, 'remote.git'), by: 'folder' },
    branch: 'main',
    now: () => NOON,
    ...given,
  };
}

export function openRepository(home: string, given: Partial<RepositoryWorld> = {}): Promise<SyncRepository> {
  return gitRepository(worldOf(home, given));
}

export const text = (words: string): Uint8Array => new TextEncoder().encode(words);

export const sent = (path: string, words: string): SentFile => ({ path, bytes: text(words) });

/** What the other side holds, by its paths; a sum of the text where it is long. */
export function remoteFiles(remote: string, branch = 'main'): Readonly<Record<string, string>> {
  const paths = git(remote, ['ls-tree', '-r', '-z', '--name-only', '--full-tree', branch]).split('\0');
  const pairs = paths
    .filter(Boolean)
    .map((file) => [file, git(remote, ['cat-file', 'blob', `${branch}:${file}`])]);
  return Object.fromEntries(pairs);
}

/** Commits a tree as somebody who writes to the other side by hand could. */
export function forge(
  remote: string,
  entries: readonly (readonly [mode: string, type: string, oid: string, path: string])[],
): string {
  const index = path.join(remote, 'forged.index');
  const list = entries.map(([mode, , oid, file]) => `${mode} ${oid}\t${file}\0`).join('');
  const env = { ...PLAIN_ENV, GIT_INDEX_FILE: index, GIT_DIR: remote };
  execFileSync('git', ['-c', 'core.protectNTFS=false', 'update-index', '-z', '--index-info'], {
    input: list,
    env,
  });
  const tree = execFileSync('git', ['write-tree', '--missing-ok'], { env, encoding: 'utf8' }).trim();
  const parent = existsSync(path.join(remote, 'refs/heads/main')) ? ['-p', 'main'] : [];
  const commit = git(remote, ['commit-tree', tree, ...parent, '-m', 'x']);
  git(remote, ['update-ref', 'refs/heads/main', commit]);
  return commit;
}

/** A blob on the other side. */
export function blobIn(remote: string, words: string): string {
  return git(remote, ['hash-object', '-w', '--stdin'], words);
}

/** A configuration of git in which next to nothing works, and a hook that says that it ran. */
export function hostileEnv(home: string): Readonly<Record<string, string>> {
  const folder = path.join(home, 'hostile');
  const hooks = path.join(folder, 'hooks');
  mkdirSync(hooks, { recursive: true });
  for (const hook of [
    'pre-receive',
    'update',
    'post-receive',
    'pre-push',
    'reference-transaction',
    'post-update',
    'pre-auto-gc',
  ])
    writeFileSync(path.join(hooks, hook), `#!/bin/sh\necho ${hook} >>"${folder}/ran"\nexit 1\n`, {
      mode: 0o755,
    });
  const template = path.join(folder, 'template');
  mkdirSync(path.join(template, 'hooks'), { recursive: true });
  writeFileSync(path.join(template, 'hooks/pre-receive'), '#!/bin/sh\nexit 1\n', { mode: 0o755 });
  writeFileSync(
    path.join(folder, 'attributes'),
    '* text eol=crlf filter=lfs ident working-tree-encoding=UTF-16\n',
  );
  writeFileSync(path.join(folder, 'ignore'), '*\n');
  const config = [
    `[core]\n hooksPath = ${hooks}\n autocrlf = true\n attributesFile = ${folder}/attributes\n excludesFile = ${folder}/ignore`,
    ` fsmonitor = /bin/false\n quotePath = true\n compression = 0\n logAllRefUpdates = always`,
    `[init]\n templateDir = ${template}\n defaultBranch = trunk`,
    `[commit]\n gpgSign = true\n[push]\n gpgSign = true\n default = nothing\n followTags = true\n[tag]\n gpgSign = true`,
    `[user]\n useConfigOnly = true\n[gpg]\n program = /bin/false`,
    `[fetch]\n prune = true\n recurseSubmodules = true\n[push]\n recurseSubmodules = check`,
    `[filter "lfs"]\n clean = /bin/false\n smudge = /bin/false\n required = true`,
    `[color]\n ui = always\n[transfer]\n hideRefs = refs/coach`,
  ].join('\n');
  writeFileSync(path.join(folder, 'gitconfig'), `${config}\n`);
  return {
    ...PLAIN_ENV,
    HOME: folder,
    GIT_CONFIG_GLOBAL: path.join(folder, 'gitconfig'),
    GIT_DIR: path.join(folder, 'elsewhere'),
    GIT_WORK_TREE: folder,
    GIT_INDEX_FILE: path.join(folder, 'index'),
    GIT_OBJECT_DIRECTORY: path.join(folder, 'objects'),
    GIT_CONFIG_COUNT: '1',
    GIT_CONFIG_KEY_0: 'core.bare',
    GIT_CONFIG_VALUE_0: 'false',
    LC_ALL: 'de_DE.UTF-8',
    LANGUAGE: 'de',
  };
}
