import { expect, test } from 'vitest';
import type { EntryFile } from '../../src/app/ports/journal.ts';
import { applyImport } from '../../src/import/apply-import.ts';
import { planImport } from '../../src/import/plan-import.ts';
import { recogniseSource } from '../../src/import/recognise-source.ts';
import { firstImport, hash, offsetIn, sample } from '../house/example-values/wings.ts';

test('what a plan has no room for is read again, and makes the same files', async () => {
  const source = recogniseSource(sample('lines.jsonl'), 'lines.jsonl', undefined, { hash, offsetIn });
  const plan = await planImport(source, firstImport, () => {});
  const filesOf = async (heldAtMost: number): Promise<readonly EntryFile[]> => {
    const saved: EntryFile[] = [];
    const journal = {
      has: () => false,
      addAll: (files: readonly EntryFile[]) => {
        saved.push(...files);
        return Promise.resolve(files.length);
      },
    };
    const some = [...plan.fresh].map(([id, file], at) => [id, at < heldAtMost ? file : undefined] as const);
    await applyImport(source, { ...plan, fresh: new Map(some) }, firstImport, journal, () => {});
    return saved;
  };
  const all = await filesOf(Infinity);
  expect(all).toHaveLength(4);
  expect(await filesOf(2)).toEqual(all);
  expect(await filesOf(0)).toEqual(all);
});
