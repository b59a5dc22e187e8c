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
    content: ({ path }, bytes) => inText(bytes, (text) => withLinks(text, links.get(path) ?? [])),
    bare: (bytes) => inText(bytes, (text) => withoutLinks(text, () => true)),
  };
}

/** A file in which something is changed in its text; what is not UTF-8, or is not changed, stays byte for byte. */
function inText(file: Uint8Array, change: (text: string) => string): Uint8Array {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(file);
  const made = change(text);
  return made === text || text.includes('\uFFFD') ? file : new TextEncoder().encode(made);
}

function* noted(entries: Iterable<LinkingEntry>, files: PlacedFile[]): Generator<LinkingEntry> {
  for (const entry of entries) {
    files.push({ path: entry.path, to: entry.path });
    yield entry;
  }
}
