import { freshHome, putEntry } from '../coach.ts';

/** The second column of what a pipe gets: an id a line. */
export function ids(stdout: string): readonly string[] {
  return stdout.split('\n').flatMap((line) => line.split('\t')[1] ?? []);
}

/** Entries of several banks, roles, people and tags, the newest first. */
export function filled(): string {
  const home = freshHome();
  const entries = [
    ['n6', '2026-11-22T08:00:00+01:00', 'checkin', 'role: manager\n'],
    ['n5', '2026-11-21T18:00:00+01:00', 'member', 'role: member\nabout: D.\ntags: [review, Big]\n'],
    ['n4', '2026-11-16T09:00:00+01:00', 'manager', 'role: manager\nabout: Åsa\ntags: [review]\n'],
    ['n3', '2026-11-01T09:00:00+01:00', 'note', ''],
    ['n2', '2026-10-31T09:00:00+01:00', 'manager', 'role: micromanager\nabout: d.\n'],
    ['n1', '2025-12-31T23:30:00+01:00', 'note', 'tags: [q-r]\n'],
  ] as const;
  for (const [id, at, bank, front] of entries) putEntry(home, { id: id.padEnd(10, '0'), at, bank, front });
  return home;
}
