// Drafts that are brought to another place.
import { rmSync } from 'node:fs';
import path from 'node:path';
import { holderOf, thisProcess } from '../adapters/machine/processes.ts';
import { isThere, namesIn, readOrRefuse, seen } from '../adapters/machine/regular-file.ts';
import type { Disk } from '../app/ports/disk.ts';
import type { EntryCodec } from '../app/ports/entry-codec.ts';
import { sameBytes } from '../domain/text/bytes.ts';
import { parseDraft } from '../formats/answers/draft-json.ts';
import { journalOfOneCommand, leftByEditor, sittingOpen } from '../pages/journal/kept-refusals.ts';
import type { JournalPlace } from '../adapters/journal/journal-place.ts';
import { type DraftPlace, draftPlace } from './kept-places.ts';

/** Where drafts are now, and what it takes to bring them elsewhere. */
interface Kept {
  readonly place: JournalPlace;
  readonly state: string;
  readonly env: NodeJS.ProcessEnv;
  readonly disk: Pick<Disk, 'replace'>;
  readonly codec: Pick<EntryCodec, 'open'>;
}

/** Brings drafts inside the journal folder, or out of it. @throws CoachError where nothing was moved */
export async function keepDrafts(isInside: boolean, { place, state, env, ...world }: Kept): Promise<void> {
  if (env['COACH_JOURNAL']) throw journalOfOneCommand();
  const to = draftPlace(place, state, isInside);
  const places = [path.join(state, 'drafts'), path.join(place.folder, '.drafts')];
  for (const from of places.filter((one) => one !== to.folder)) await moveDrafts(from, to, world);
}

/**
 * Brings drafts, and the texts that an editor left among them, to where they are kept from now on. What has its name there stays.
 *
 * @throws CoachError where a sitting or an editor is open, or one that ended left something; nothing is moved then.
 */
async function moveDrafts(
  from: string,
  { folder, check }: DraftPlace,
  { disk, codec }: Pick<Kept, 'disk' | 'codec'>,
): Promise<void> {
  const items = namesIn(from).filter((name) => !name.startsWith('.'));
  const files = items.filter((name) => seen(path.join(from, name))?.isFile());
  const edited = items.find((name) => !files.includes(name) && isThere(path.join(from, name)));
  if (edited !== undefined) throw leftByEditor(path.join(from, edited));
  for (const name of files)
    if (await isHeld(path.join(from, name), codec)) throw sittingOpen(path.join(from, name));
  for (const name of files) {
    const [file, target] = [path.join(from, name), path.join(folder, name)];
    const text = readOrRefuse(file) ?? new Uint8Array();
    if (isThere(target)) {
      // Somebody was stopped between the two steps: the rest is done now.
      if (sameBytes(text, readOrRefuse(target) ?? new Uint8Array())) rmSync(file);
      continue;
    }
    check();
    disk.replace(target, text);
    try {
      rmSync(file);
    } catch (error) {
      // One of the two is enough.
      rmSync(target);
      throw error;
    }
  }
}

/** Whether a living process is at work on a draft. */
async function isHeld(file: string, codec: Kept['codec']): Promise<boolean> {
  const bytes = file.endsWith('.json') ? readOrRefuse(file) : undefined;
  const read = bytes && parseDraft(Buffer.from(await codec.open(bytes, path.basename(file))).toString());
  return read !== undefined && holderOf(read.holder, thisProcess()) === 'here';
}
