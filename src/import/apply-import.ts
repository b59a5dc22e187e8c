// The carrying out of an import: what its plan found to be new is saved.
import { entryFile } from '../app/journal/entry-file.ts';
import type { EntryFile, Journal, ManyEntries } from '../app/ports/journal.ts';
import { entryOf } from './foreign-entry.ts';
import type { Recognised } from './source.ts';
import type { ImportPlan, ImportPorts } from './plan-import.ts';

/** So many entries are saved at once. */
const BATCH = 1000;

/**
 * Saves what a plan found to be new. What it does not hold is read again, so that of a long source only so much is held at once.
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
  let batch: EntryFile[] = [];
  let saved = 0;
  const save = async (): Promise<void> => {
    try {
      saved += await journal.addAll(batch);
    } catch (error) {
      progress(saved + batch.filter(({ path }) => journal.has(path)).length);
      throw error;
    }
    batch = [];
    progress(saved);
  };
  const take = async (file: EntryFile): Promise<void> => {
    batch.push(file);
    if (batch.length >= BATCH) await save();
  };
  const waiting = new Set<string>();
  for (const [id, file] of fresh) {
    if (file) await take(file);
    else waiting.add(id);
  }
  for (const item of waiting.size === 0 ? [] : read()) {
    if ('undated' in item || 'leftOut' in item) continue;
    const entry = entryOf(item, kind, knowledge);
    if (typeof entry === 'string' || !waiting.delete(entry.id)) continue;
    await take(entryFile(entry, 'entry' in item ? item.text : undefined));
  }
  await save();
  return saved;
}
