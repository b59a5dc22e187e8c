// The person's editor, with copies of entries where drafts are.
import type { EntryEditorOptions } from '../adapters/journal/entry-editor.ts';
import { disk } from '../adapters/machine/disk.ts';
import type { Editor } from '../app/ports/machine.ts';
import type { DraftPlace } from './kept-places.ts';

/** Copies of entries are kept where drafts are. */
export async function openEditor(
  { folder, check }: DraftPlace,
  world: Pick<EntryEditorOptions, 'env' | 'codec' | 'leaving'>,
): Promise<Editor> {
  check();
  const { entryEditor } = await import('../adapters/journal/entry-editor.ts');
  return entryEditor({ ...world, folder, disk });
}
