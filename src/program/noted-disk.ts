// A disk of which it is noted where something was changed.
import path from 'node:path';
import type { Disk } from '../app/ports/disk.ts';

/** The disk, and the folders in which something was changed, or was to be. */
export interface NotedDisk {
  readonly disk: Disk;
  readonly changed: ReadonlySet<string>;
}

/** Whatever a command does to files it does by this: no command has to think of telling that it changed something. */
export function notedDisk(disk: Disk): NotedDisk {
  const changed = new Set<string>();
  const note = (...files: readonly string[]): void =>
    files.forEach((file) => changed.add(path.dirname(file)));
  return {
    changed,
    disk: {
      ...disk,
      create: (file, text) => (note(file), disk.create(file, text)),
      createAll: (folder, files) => (changed.add(folder), disk.createAll(folder, files)),
      replace: (file, text) => (note(file), disk.replace(file, text)),
      exchange: (file, expected, bytes) => (note(file), disk.exchange(file, expected, bytes)),
      move: (from, to) => (note(from, to), disk.move(from, to)),
      moveAll: (files, done) => (
        note(...files.flatMap(({ from, to }) => [from, to])),
        disk.moveAll(files, done)
      ),
      remove: (file, expected) => (note(file), disk.remove(file, expected)),
      removeAll: (files, done) => (note(...files.map(({ file }) => file)), disk.removeAll(files, done)),
    },
  };
}
