// A file or a folder of this machine that is written to, since the person named it.
import { lstatSync, readFileSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { isThere } from './regular-file.ts';
import { spareMemory } from './spare-memory.ts';
import type { Disk } from '../../app/ports/disk.ts';
import type { ExportPlace } from '../../app/ports/export-place.ts';
import { sameBytes } from '../../domain/text/bytes.ts';

/**
 * A file or a folder of this machine that is written to. What goes there may be a whole journal, entry after entry.
 *
 * @param named - As the person named it; it may not be there yet.
 */
export function exportPlace(named: string, disk: Pick<Disk, 'export' | 'exportAll'>): ExportPlace {
  spareMemory();
  const place = path.resolve(named);
  const below = (file: string): string => path.join(place, ...file.split('/'));
  return {
    kind: kindOf(place),
    isIn(folder) {
      const way = path.relative(realPlace(folder), realPlace(place));
      return way === '' || !(way === '..' || way.startsWith(`..${path.sep}`) || path.isAbsolute(way));
    },
    write: (pieces, over) => disk.export(place, pieces, over),
    isFree: (file) => !isThere(below(file)),
    look: (file, bytes, bare) => lookAt(below(file), bytes, bare),
    writeBelow: (files) => disk.exportAll(place, files),
  };
}

function kindOf(place: string): ExportPlace['kind'] {
  const found = statSync(place, { throwIfNoEntry: false });
  if (!found) return 'nothing';
  if (found.isDirectory()) return 'folder';
  return found.isFile() ? 'file' : 'other';
}

/** A link that leads nowhere is something, too. */
function lookAt(
  file: string,
  bytes: Uint8Array,
  bare: (bytes: Uint8Array) => Uint8Array,
): ReturnType<ExportPlace['look']> {
  if (!isThere(file)) return 'nothing';
  const kind = kindOf(file);
  if (kind !== 'file') return kind === 'folder' ? 'folder' : 'other';
  const there = readFileSync(file);
  if (sameBytes(there, bytes)) return 'same';
  return sameBytes(bare(there), bare(bytes)) && !lstatSync(file).isSymbolicLink() ? 'like' : 'other';
}

/** Where a place really is, links followed as far as there is anything. */
function realPlace(place: string): string {
  const above = path.dirname(place);
  if (above === place || isThere(place)) {
    return statSync(place, { throwIfNoEntry: false }) ? realpathSync(place) : place;
  }
  return path.join(realPlace(above), path.basename(place));
}
