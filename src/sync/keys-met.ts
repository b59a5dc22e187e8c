// The keys of the two sides as a sync meets them: what is heeded, what is sent, what is only told.
import { readRecipient } from '../formats/sealing/key-file.ts';
import { keyRule, keysToSend, type SentKey, wasDecryptedThere } from './key-rule.ts';
import type { Tree } from './merge-plan.ts';
import type { SyncedFolder, SyncRepository } from './sync-ports.ts';
import type { Sides } from './sides.ts';
import { SyncStop } from './sync-stop.ts';
import { IDENTITY, RECIPIENTS } from './synced-path.ts';

/** What is told of the key on the other side, of which nothing is taken in. */
export interface KeyRemark {
  /** `other`: it has another file, as after a change of the passphrase; `gone`: it had none any more, and has that of this side again. */
  readonly is: 'other' | 'gone';
  /** What it has, so that it is told once. */
  readonly oid: string;
}

/** The world in which keys meet. */
export interface KeyPorts {
  readonly repository: Pick<SyncRepository, 'texts' | 'recall' | 'remember' | 'files' | 'commit'>;
  readonly folder: Pick<SyncedFolder, 'addKey' | 'offerKey' | 'read'>;
  readonly pinned: string | undefined;
}

/**
 * Heeds the rule for keys. What another machine may have changed is laid ready for whoever accepts it, and for nothing else.
 *
 * @throws SyncStop where nothing may be taken in or sent.
 *
 * @example
 * await heedKeys(await lookAt(false, syncPorts), false, syncPorts) //=> undefined
 */
export async function heedKeys(
  { base, here, there }: Pick<Sides, 'base' | 'here' | 'there'>,
  isDry: boolean,
  { repository, folder, pinned }: KeyPorts,
): Promise<KeyRemark | undefined> {
  if (pinned !== undefined && wasDecryptedThere(base, there)) throw new SyncStop('decrypted-there');
  const texts = await repository.texts([...there.keys.values()]);
  const textOf = (path: string): Uint8Array | undefined => texts.get(there.keys.get(path) ?? '');
  const said = textOf(RECIPIENTS);
  const recipientThere = said && new TextDecoder().decode(said);
  const rule = keyRule({ pinned, base: base.keys, here: here.keys, there: there.keys, recipientThere });
  if (rule === 'take' && !isDry)
    for (const [path, oid] of there.keys) folder.addKey(path, texts.get(oid) ?? new Uint8Array());
  if (rule === 'key-unusable') throw new SyncStop(rule);
  if (rule === 'take' || rule === 'unlock-first') throw new SyncStop('unlock-first');
  const [ours, theirs] = [here.keys.get(IDENTITY), there.keys.get(IDENTITY)];
  const isOther = theirs !== undefined && theirs !== ours && theirs !== base.keys.get(IDENTITY);
  const sealed = textOf(IDENTITY);
  if (pinned !== undefined && !isDry && (ours === theirs || isOther || rule === 'keys-differ'))
    folder.offerKey(ours === theirs || !sealed ? undefined : { sealed, recipients: said });
  if (rule === 'keys-differ') throw new SyncStop(rule);
  // It was stopped before it had taken this one in, and unlocked since.
  const isLate = pinned !== undefined && [here, base].every(({ keys }) => !keys.has(RECIPIENTS));
  if (isLate && !isDry && said && recipientOf(said) === pinned) folder.addKey(RECIPIENTS, said);
  if (pinned === undefined || ours === undefined) return undefined;
  if (theirs === undefined && base.keys.has(IDENTITY)) return { is: 'gone', oid: '' };
  return isOther ? { is: 'other', oid: theirs } : undefined;
}

/**
 * The files of the key that go out. What this side has of them is remembered where the other side has something else, so that an old
 * file never takes the place of a new one.
 *
 * @example
 * await keysGoingOut(await lookAt(false, syncPorts), syncPorts) //=> []
 */
export async function keysGoingOut(
  { base, here: { keys: here }, there }: Pick<Sides, 'base' | 'here' | 'there'>,
  { repository, folder, pinned }: KeyPorts,
): Promise<readonly SentKey[]> {
  const sides = { pinned, base: base.keys, here, there: there.keys };
  if (pinned === undefined) return keysToSend({ ...sides, before: new Map() });
  // Whoever can write to the journal folder can put another key there.
  if (recipientIn(folder) !== pinned) return [];
  const isUnlike = (one: Tree, other: Tree): boolean =>
    [...one].some(([path, oid]) => other.get(path) !== oid);
  if (isUnlike(here, there.keys) && isUnlike(there.keys, base.keys) && !isUnlike(here, base.keys)) {
    const own = [...here.keys()].flatMap((path) => {
      const file = folder.read(path);
      return file ? [{ path, bytes: file.bytes }] : [];
    });
    await repository.remember('keys', await repository.commit(undefined, own));
  }
  const wanted = keysToSend({ ...sides, before: new Map() });
  if (wanted.length === 0) return [];
  const known = await repository.recall('keys');
  const before = known === undefined ? base.keys : (await repository.files(known)).keys;
  return keysToSend({ ...sides, before });
}

function recipientIn(folder: KeyPorts['folder']): string | undefined {
  const file = folder.read(RECIPIENTS);
  return file && recipientOf(file.bytes);
}

function recipientOf(bytes: Uint8Array): string | undefined {
  const read = readRecipient(new TextDecoder().decode(bytes));
  return typeof read === 'object' ? read.recipient : undefined;
}
