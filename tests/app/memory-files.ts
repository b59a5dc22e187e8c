import type { EntryFiles } from '../../src/app/ports/journal.ts';
import type { EditFiles } from '../../src/app/history/recorded-edit.ts';
import { sameBytes } from '../../src/domain/text/bytes.ts';

/** Files that are only remembered, and what they hold by now. */
export interface MemoryFiles extends EntryFiles, EditFiles {
  /** No path tells too much. */
  pathOf(path: string): string;
  readonly raw: Map<string, Uint8Array>;
  readonly all: () => Readonly<Record<string, string>>;
}

/** The files of a journal by their paths and texts. */
export function memoryFiles(texts: Readonly<Record<string, string>>): MemoryFiles {
  const files = new Map<string, Uint8Array>(
    Object.entries(texts).map(([path, text]) => [path, new TextEncoder().encode(text)]),
  );
  const holds = (path: string, expected: Uint8Array): boolean => {
    const bytes = files.get(path);
    return bytes !== undefined && sameBytes(bytes, expected);
  };
  return {
    raw: files,
    all: () =>
      Object.fromEntries(Array.from(files, ([path, bytes]) => [path, new TextDecoder().decode(bytes)])),
    pathOf: (path) => path,
    has: (path) => files.has(path),
    leadsTo: () => undefined,
    locate: (named) => (files.has(named) ? named : undefined),
    bytes: (path) => Promise.resolve(files.get(path)),
    async create(path, bytes) {
      if (files.has(path)) return false;
      files.set(path, bytes);
      return true;
    },
    async exchange(path, expected, bytes) {
      if (!holds(path, expected)) return false;
      files.set(path, bytes);
      return true;
    },
    remove: (path, expected) =>
      Promise.resolve((expected === undefined || holds(path, expected)) && files.delete(path)),
  };
}
