// The files of entries as they are, with links to the entries that belong to them.
import { type LinkingEntry, linksAmong, withLinks, withoutLinks } from '../formats/entry/front-links.ts';
import type { FilesForm, PlacedFile } from './files-form.ts';

/**
 * The files of entries, each at its own path and byte for byte, but for links to the entries that belong to it.
 *
 * @param entries - With their paths below the journal folder. Gone through once.
 *
 * @example
 * linkedFiles([{ path: 'a.md', entry: { id: 'a', answers: [] } }]).files //=> [{ path: 'a.md', to: 'a.md' }]
 */
export function linkedFiles(entries: Iterable<LinkingEntry>): FilesForm {
  const files: PlacedFile[] = [];
  const links = linksAmong(noted(entries, files));
  return {
    files,
    content: ({ path }, bytes) => withLinks(bytes, links.get(path) ?? []),
    bare: (bytes) => withoutLinks(bytes, () => true),
  };
}

function* noted(entries: Iterable<LinkingEntry>, files: PlacedFile[]): Generator<LinkingEntry> {
  for (const entry of entries) {
    files.push({ path: entry.path, to: entry.path });
    yield entry;
  }
}
