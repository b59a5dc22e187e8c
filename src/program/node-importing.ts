// The sources that an import is given on this machine, and the journal that it goes into.
import { journalFiles, trashFiles } from '../adapters/journal/journal-files.ts';
import type { EntryCodec } from '../app/ports/entry-codec.ts';
import type { JournalKeys } from '../app/ports/keys.ts';
import { fromHome } from '../domain/text/home-place.ts';
import type { ImportSource } from '../import/source.ts';
import { STANDARD_INPUT } from '../pages/machine/file-refusals.ts';
import type { WholeContext } from './whole-context.ts';

/** What is known of this run and of the journal. */
interface Importing {
  readonly codec: EntryCodec;
  /** The keys of an encrypted journal. */
  readonly keys: () => JournalKeys | undefined;
  /** All of standard input. */
  readonly input: () => Buffer;
  readonly env: NodeJS.ProcessEnv;
}

/** @param folder - Of the journal. */
export async function nodeImporting(
  folder: string,
  { codec, keys, input, env }: Importing,
): ReturnType<WholeContext['importing']> {
  const [{ importSource, pipedSource }, { knowledge }, { packing }] = await Promise.all([
    import('../import/world/named-source.ts'),
    import('../import/world/knowledge.ts'),
    import('../import/world/packing.ts'),
  ]);
  const open = (named: string): ImportSource =>
    named === '-'
      ? pipedSource(input(), STANDARD_INPUT)
      : importSource(fromHome(named, env), keys() ? 'sealed' : 'files');
  return { knowledge, packing, open, here: journalFiles(folder, codec), deleted: trashFiles(folder, codec) };
}
