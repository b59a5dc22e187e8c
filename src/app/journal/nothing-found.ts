// Why nothing was found: what each part of a query leaves out.
import type { Query } from '../../domain/search/query.ts';
import type { EntryIndex } from '../ports/entry-index.ts';

/** A part of a query, and how many entries it alone leaves out. */
export interface LeftOut<Part extends keyof Query> {
  readonly part: Part;
  readonly entries: number;
}

/**
 * For a query that nothing matches: how many entries there would be without each of its parts. Parts without which there is
 * still nothing are not named, and neither is an only one.
 *
 * @example
 * await leftOutBy({ role: 'manager', about: 'E.' }, ['role', 'about'], index) //=> [{ part: 'about', entries: 1 }]
 */
export async function leftOutBy<Part extends keyof Query>(
  query: Query,
  parts: readonly Part[],
  index: EntryIndex,
): Promise<readonly LeftOut<Part>[]> {
  const left: LeftOut<Part>[] = [];
  const given = parts.filter((part) => query[part] !== undefined);
  // Without its only part, there is nothing to be told.
  for (const part of given.length === 1 ? [] : given) {
    const { entries } = await index.find({ ...query, [part]: undefined });
    if (entries.length > 0) left.push({ part, entries: entries.length });
  }
  return left;
}
