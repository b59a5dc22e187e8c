// Where entries are that hold open plans and guesses, or speak of such.
import { entryIn } from '../../domain/record/followed-items.ts';
import type { SaidOfPlans } from './kept-outlines.ts';

/**
 * An id as a number, which is looked for sooner. Ids as coach makes them have numbers of their own; others may share one.
 *
 * @example
 * idNumber('k3x8m2p9qa') //=> 2042267229558658
 */
export function idNumber(id: string): number {
  return Math.abs(Number.parseInt(id, 36));
}

/** What has to be known of the entries in a folder. */
export interface FollowedFolder {
  /** The ids of entries as `idNumber` has them; -1 where there is none. */
  readonly ids: Float64Array;
  readonly followed: readonly SaidOfPlans[];
}

/**
 * The places of the entries whose plans and guesses no other surely closes, of whatever speaks of them, and of the copies of both. A
 * closing entry that is not in its own place may be a copy, of which another one counts.
 *
 * @returns The places in each folder, in the order of the folders.
 *
 * @example
 * openPlaces([{ ids: Float64Array.of(idNumber('k3x8m2p9qa')), followed: [[0, ['k3x8m2p9qa/member-commitment'], [], [], 0]] }])
 * //=> [[0]]
 */
export function openPlaces(folders: readonly FollowedFolder[]): readonly (readonly number[])[] {
  const isClosed = closedIn(folders.map(({ followed }) => followed));
  const places = folders.map(() => new Set<number>());
  const asked = new Set<number>();
  let ids = new Set(
    folders.flatMap(({ followed }) =>
      followed.flatMap(([, plans]) => plans.filter((plan) => !isClosed(plan)).map(numberIn)),
    ),
  );
  // What speaks of one of them may hold plans of its own, and so on.
  while (ids.size > 0) {
    for (const id of ids) asked.add(id);
    const next = new Set<number>();
    for (const [index, folder] of folders.entries()) {
      for (const at of placesAbout(folder, ids)) {
        places[index]?.add(at);
        const id = folder.ids[at] ?? -1;
        if (!asked.has(id)) next.add(id);
      }
    }
    ids = next;
  }
  return places.map((some) => [...some].sort((one, other) => one - other));
}

/**
 * Whether something is surely closed, by its reference.
 *
 * @param followed - What the entries of each folder say.
 *
 * @example
 * closedIn([[[0, [], ['k3x8m2p9qa/member-commitment'], [], 1]]])('k3x8m2p9qa/member-commitment') //=> true
 */
export function closedIn(followed: readonly (readonly SaidOfPlans[])[]): (reference: string) => boolean {
  const closed = new Set(
    followed.flatMap((some) => some.flatMap(([, , closes, , counts]) => (counts === 1 ? closes : []))),
  );
  return (reference) => closed.has(reference);
}

/** Where the entries with these ids are, copies of one among them, and those that say what became of something in them. */
function placesAbout({ ids: own, followed }: FollowedFolder, ids: ReadonlySet<number>): readonly number[] {
  const isAbout = (reference: string): boolean => ids.has(numberIn(reference));
  return [
    ...Array.from(own.keys()).filter((at) => ids.has(own[at] ?? -1)),
    ...followed.flatMap(([at, , closes, moves]) => ([...closes, ...moves].some(isAbout) ? [at] : [])),
  ];
}

function numberIn(reference: string): number {
  return idNumber(entryIn(reference));
}
