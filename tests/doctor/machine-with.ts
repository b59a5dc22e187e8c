// A machine that is only made up, for doctor to look at.
import type { SystemAnswer, FileText, Inspection, FileLook } from '../../src/doctor/inspection.ts';

/** A file as it is seen that nobody has touched for more than an hour. */
export const oldFile: FileLook = {
  kind: 'file',
  mode: 0o600,
  isMine: true,
  device: 1,
  size: 0,
  mtimeMs: 0,
  ctimeMs: 0,
  ino: 1,
  takenAt: 4_000_000,
};

/** A machine with nothing on it but files with these texts, by their places in full. All of it is on one device, 1. */
export function machineWith(files: Readonly<Record<string, string>>): Inspection {
  const places = Object.keys(files);
  const below = (folder: string): readonly string[] =>
    places.flatMap((place) => (place.startsWith(`${folder}/`) ? [place.slice(folder.length + 1)] : []));
  const look = (place: string): SystemAnswer<FileLook> => {
    if (Object.hasOwn(files, place)) return { value: { ...oldFile, size: files[place]?.length ?? 0 } };
    const isFolder = place === '/' || below(place).length > 0;
    return isFolder ? { value: { ...oldFile, kind: 'folder', mode: 0o700 } } : { refused: 'ENOENT' };
  };
  const read = (place: string): SystemAnswer<FileText> => {
    const text = files[place];
    return text === undefined ? { refused: 'ENOENT' } : { value: { text } };
  };
  return {
    at: {
      settingsFile: '/config/settings.json',
      state: '/state',
      cache: '/cache',
      ownBanks: '/data/banks',
      ownReadings: '/data/readings.json',
      defaultJournal: '/journal',
      namedJournal: undefined,
      index: '/cache/index',
    },
    banks: {
      list: () => [],
      load: () => Promise.reject(new Error('there are no banks')),
      refuseUnseen: () => undefined,
    },
    environment: [],
    versions: { node: '24.0.0', coach: '1.2.3' },
    hasModes: true,
    full: (place) => place,
    look,
    follow: look,
    list(folder) {
      const names = [...new Set(below(folder).map((place) => place.split('/')[0] ?? ''))];
      return names.length === 0 ? { refused: 'ENOENT' } : { value: names.toSorted() };
    },
    read,
    open: (place) => Promise.resolve(read(place)),
    nameOf: (name) => (name.endsWith('.md') ? name : undefined),
    sealed: () => undefined,
    openSwaps: () => [],
    mayWrite: () => true,
    freeBytes: () => undefined,
    lives: () => false,
    holder: () => 'gone',
    lostReminders: () => Promise.resolve([]),
    outOfStep: () => Promise.resolve(undefined),
    refusal: () => undefined,
    index: () => ({ state: 'absent' }),
  };
}
