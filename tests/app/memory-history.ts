import { createHash } from 'node:crypto';
import type { JournalHistory, RawFile } from '../../src/app/ports/history.ts';
import type { JournalAct, ActHead, FileChange } from '../../src/domain/history/act.ts';
import { inOrder, type Version } from '../../src/domain/history/version.ts';
import { actEpoch, actId } from '../../src/formats/history/act-name.ts';
import type { MemoryFiles } from './memory-files.ts';

const MACHINE = '4f1c09ab';
const NOW = Date.UTC(2026, 10, 22, 8, 14, 5);

const rawOf = (bytes: Uint8Array): RawFile => ({
  bytes,
  hash: createHash('sha256').update(bytes).digest('hex').slice(0, 32),
});

/** A history that is only remembered. */
export function memoryHistory({ raw: files }: MemoryFiles, machine = MACHINE): JournalHistory {
  const acts = new Map<
    string,
    { readonly head: ActHead; readonly parts: Map<number, readonly FileChange[]> }
  >();
  const texts = new Map<string, Uint8Array>();
  const placeOf = ({ path, act }: Version): string => `${act} ${path}`;
  const versions = (): readonly Version[] =>
    Array.from(texts.keys(), (key) => ({
      act: key.slice(0, key.indexOf(' ')),
      path: key.slice(key.indexOf(' ') + 1),
    })).toSorted(inOrder);
  const hash = (path: string): string | undefined => {
    const bytes = files.get(path);
    return bytes && rawOf(bytes).hash;
  };
  let last = NOW;
  return {
    machine: () => machine,
    acts: () => ({
      acts: Array.from(acts.values(), ({ head, parts }): JournalAct => ({
        ...head,
        parts: parts.size,
        changes: [...parts.entries()].toSorted(([one], [other]) => one - other).flatMap(([, part]) => part),
      })),
      unread: [],
      newer: [],
    }),
    begin(kind, of) {
      const id = actId(last++, machine);
      return { id, machine, kind, at: '2026-11-22T09:14:05+01:00', ...(of !== undefined && { of }) };
    },
    write(head, changes, part = 1) {
      const act = acts.get(head.id) ?? { head, parts: new Map() };
      act.parts.set(part, changes);
      acts.set(head.id, act);
    },
    withdraw(head, { path, part = 1 }) {
      const act = acts.get(head.id);
      act?.parts.delete(part);
      if (act?.parts.size === 0) acts.delete(head.id);
      if (path !== undefined) texts.delete(placeOf({ path, act: head.id }));
    },
    hash,
    settle: () => Promise.resolve(),
    isSame: (one, other) => Promise.resolve(hash(one) !== undefined && hash(one) === hash(other)),
    needed: hash,
    raw: rawOf,
    seal: (bytes) => Promise.resolve(rawOf(bytes)),
    keep(path, head) {
      const bytes = files.get(path);
      if (bytes) texts.set(placeOf({ path, act: head.id }), bytes);
    },
    versions,
    kept(version) {
      const bytes = texts.get(placeOf(version));
      return bytes && rawOf(bytes);
    },
    read: (version) => Promise.resolve(texts.get(placeOf(version))),
    exchange(path, was, { bytes }) {
      if (hash(path) !== was) return false;
      files.set(path, bytes);
      return true;
    },
    create(path, { bytes }) {
      if (files.has(path)) return false;
      files.set(path, bytes);
      return true;
    },
    addAll(wanted) {
      const fresh = wanted.filter(({ path }) => !files.has(path));
      for (const { path, file } of fresh) files.set(path, file.bytes);
      return Promise.resolve(fresh.length);
    },
    moveAll(moves, done) {
      for (const [index, { from, to }] of moves.entries()) {
        const bytes = files.get(from);
        if (bytes === undefined || (files.has(to) && hash(to) !== hash(from))) continue;
        files.set(to, bytes);
        files.delete(from);
        done(index);
      }
    },
    forget: (gone) => gone.forEach((version) => texts.delete(placeOf(version))),
    prune(before) {
      for (const id of acts.keys()) if ((actEpoch(id) ?? 0) < before.acts) acts.delete(id);
      for (const version of versions())
        if ((actEpoch(version.act) ?? 0) < before.versions) texts.delete(placeOf(version));
    },
    alone: (act) => act(),
  };
}
