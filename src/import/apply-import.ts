// The carrying out of an import: what its plan found to be new is saved.
import type { Journal, ManyEntries } from '../app/ports/journal.ts';
import { type Entry, entryPath } from '../domain/entry/entry.ts';
import { entryOf } from './foreign-entry.ts';
import type { Recognised } from './source.ts';
import type { ImportPlan, ImportPorts } from './plan-import.ts';

/** So many entries are held and saved at once. */
const BATCH = 1000;

/**
 * Saves what a plan found to be new. The source is read again, so that of a long one only a few entries are held at once.
 *
 * @param progress - Called with how many entries are on disk for good.
 * @returns How many came in. When one cannot be saved, those of which `progress` told are in.
 *
 * @example
 * const source = recogniseSource(sample('lines.jsonl'), 'lines.jsonl', undefined, { hash, offsetIn });
 * const plan = await planImport(source, firstImport, () => {});
 * await applyImport(source, plan, firstImport, anyJournal, () => {}) //=> 4
 */
export async function applyImport(
  { kind, read }: Recognised,
  { fresh }: ImportPlan,
  { knowledge }: ImportPorts,
  journal: ManyEntries & Pick<Journal, 'has'>,
  progress: (saved: number) => void,
): Promise<number> {
  const waiting = new Set(fresh);
  let batch: Entry[] = [];
  let saved = 0;
  const save = async (): Promise<void> => {
    try {
      saved += await journal.addAll(batch);
    } catch (error) {
      progress(saved + batch.filter((entry) => journal.has(entryPath(entry))).length);
      throw error;
    }
    batch = [];
    progress(saved);
  };
  for (const item of read()) {
    if ('undated' in item) continue;
    const entry = entryOf(item, kind, knowledge);
    if (typeof entry === 'string' || !waiting.delete(entry.id)) continue;
    batch.push(entry);
    if (batch.length >= BATCH) await save();
  }
  await save();
  return saved;
}
