import { createHash } from 'node:crypto';
import type { Oid } from '../../src/sync/merge-plan.ts';
import { treeFiles } from '../../src/sync/git-answers.ts';
import type { Commit, Remembered, SyncRepository } from '../../src/sync/sync-ports.ts';

interface Made {
  readonly parent: Commit | undefined;
  readonly files: ReadonlyMap<string, Oid>;
  readonly replaces?: Commit;
}

export const oidOf = (bytes: Uint8Array): Oid =>
  createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');

/** The other side in memory, and all that was ever sent to it. */
export interface MemoryRemote {
  readonly commits: Map<Commit, Made>;
  readonly texts: Map<Oid, Uint8Array>;
  head: Commit | undefined;
}

export const newMemoryRemote = (): MemoryRemote => ({
  commits: new Map(),
  texts: new Map(),
  head: undefined,
});

/** What a machine remembers of it: its two refs outlive it. */
export type Refs = Partial<Record<Remembered, Commit>>;

/** The repository of one machine, as git would have it. */
export function memoryRepository(remote: MemoryRemote, refs: Refs): SyncRepository {
  const { commits, texts } = remote;
  const filesOf = (commit: Commit): ReadonlyMap<string, Oid> => commits.get(commit)?.files ?? new Map();
  const isFrom = (commit: Commit, earlier: Commit): boolean => {
    for (let at: Commit | undefined = commit; at !== undefined; at = commits.get(at)?.parent)
      if (at === earlier) return true;
    return false;
  };
  const put = (made: Made): Commit => {
    const name = createHash('sha1')
      .update(JSON.stringify([made.parent, [...made.files], made.replaces]))
      .digest('hex');
    commits.set(name, made);
    return name;
  };
  return {
    fetch: async () => remote.head,
    recall: async (what) => refs[what],
    async remember(what, commit) {
      if (commit === undefined) delete refs[what];
      else refs[what] = commit;
    },
    isFrom: async (commit, earlier) => isFrom(commit, earlier),
    async replacedBy(commit) {
      const parent = commits.get(commit)?.parent;
      return parent === undefined ? commits.get(commit)?.replaces : this.replacedBy(parent);
    },
    async files(commit) {
      const line = ([path, oid]: readonly [string, Oid]): string =>
        `100644 blob ${oid} ${texts.get(oid)?.length ?? 0}\t${path}\0`;
      return treeFiles([...filesOf(commit)].map(line).join(''));
    },
    texts: async (oids) => new Map(oids.map((oid) => [oid, texts.get(oid) ?? new Uint8Array()])),
    async commit(parent, sent) {
      const files = new Map(parent === undefined ? [] : filesOf(parent));
      for (const { path, bytes } of sent) {
        if (bytes === undefined) files.delete(path);
        else {
          const oid = oidOf(bytes);
          texts.set(oid, bytes);
          files.set(path, oid);
        }
      }
      return put({ parent, files });
    },
    anew: async (commit) => put({ parent: undefined, files: filesOf(commit), replaces: commit }),
    async push(commit, instead) {
      const isAllowed =
        instead === undefined
          ? remote.head === undefined || isFrom(commit, remote.head)
          : remote.head === instead;
      if (isAllowed) remote.head = commit;
      return isAllowed;
    },
    tidy: () => Promise.resolve(),
    forget: () => Promise.resolve(),
  };
}
