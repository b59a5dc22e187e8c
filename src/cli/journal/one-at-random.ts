// One entry at random.
import type { Found } from '../../app/ports/entry-index.ts';
import type { StoredEntry } from '../../domain/entry/entry.ts';
import type { Context } from '../context.ts';
import type { Filters } from './filters.ts';

/** Which one it is, outlines tell; it alone is read. */
export async function oneAtRandom(filters: Filters, context: Context): Promise<Found> {
  const index = context.index();
  const found = await index.find({ ...filters, outline: true });
  const { oneOf } = await import('../../domain/search/relevance.ts');
  const [chosen] = oneOf(found.entries, context.random());
  if (!chosen) return found;
  const { id } = chosen.entry;
  const isChosen = ({ path }: StoredEntry): boolean => path === chosen.path;
  // Its name leads to it, unless a person has given it another one.
  const whole =
    (await index.newest({ id })).entries.find(isChosen) ?? (await index.find({ id })).entries.find(isChosen);
  return { entries: whole ? [whole] : [], unreadable: found.unreadable };
}
