// The check for files that look like entries and are not read as such.
import { isPassingName } from '../domain/text/unfinished-name.ts';
import { QUESTION_TYPES } from '../domain/banks/question-bank.ts';
import { readEntryName, SEALED } from '../domain/entry/entry.ts';
import { plainText, shownText } from '../domain/text/plain-text.ts';
import { splitEntry } from '../formats/entry/entry-markdown.ts';
import { shellWord } from '../formats/text/shell-word.ts';
import { hiddenEntries, IN_THE_CLOUD, PERHAPS_IN_THE_CLOUD, unreadName, unsavedIn } from './detail-text.ts';
import type { Observation } from './finding.ts';
import type { Inspection } from './inspection.ts';
import { inside, type Item, type Visit, walk } from './walk.ts';

const comment = new RegExp(
  String.raw`^ {0,3}<!--[ \t]*coach:[ \t]*[a-z0-9-]+[ \t]+(?:${QUESTION_TYPES.join('|')})\b.*-->[ \t]*$`,
  'm',
);

/**
 * Whether a text has what only entries have, although it may not begin as they do: the key `coach` with a number, or the
 * comment of a question.
 *
 * @example
 * looksLikeEntry('\n---\nCoach: 1\n---\n') //=> true
 */
export function looksLikeEntry(text: string): boolean {
  const plain = plainText(text.replace(/^\ufeff/, ''));
  return /^(?:[^\n]*\n){0,20}?["']?coach["']?[ \t]*:[ \t]*["']?\d/i.test(plain) || comment.test(plain);
}

/** Larger than any entry; what is larger is not opened. */
const LARGEST = 2 ** 20;
/** Endings of text and of what editors and sync programs put behind a name, and names without any. */
const readable =
  /(?:^|\/)[^.]+$|\.(?:md|markdown|mdown|mkdn?|mdwn|mdtxt|mdx|txt|text)(?:[.~_ -][^/]*|~)?$|\.(?:bak|orig|old|rej|save|copy|tmp)$/i;
/** The placeholder of a file that only a server has. */
const placeholder = /^\.?(.+\.md)\.(?:icloud|nextcloud|owncloud|opencloud|cloud|cloudf|rsls|!sync)$/i;

/** Hidden folders of other programs, and of coach: what is in there is none of the journal, an older version, or was deleted. */
const foreign =
  /^\.(?:git|svn|hg|bzr|jj|obsidian|logseq|foam|zk|vscode|idea|fleet|history|trash.*|recycle.*|st(?:folder|versions).*|sync.*|dropbox.*|unison|owncloud.*|nextcloud.*|rclone.*|snapshots?|zfs|Spotlight-V100|fseventsd|TemporaryItems|DocumentRevisions-V100|AppleDouble|cache|venv|drafts|key)$/i;

/**
 * What looks like entries in a folder and is not read: files whose names end otherwise or begin with a dot, placeholders of a
 * program that keeps the file elsewhere, what an editor has not saved, and hidden folders with entries in them.
 *
 * @param isKnown - Whether an entry with this id is read.
 *
 * @example
 * const machine = machineWith({ '/journal/a.markdown': printEntry(entry) });
 * const visit = { folder: '', seen: oldFile, items: [{ name: 'a.markdown', path: 'a.markdown', seen: oldFile }] };
 * checkUnread(machine, '/journal', visit, () => false)[0]?.code //=> 'not-read'
 */
export function checkUnread(
  inspection: Inspection,
  root: string,
  { items }: Visit,
  isKnown: (id: string) => boolean,
): readonly Observation[] {
  const names = new Set(items.map(({ name }) => name));
  return items.flatMap((item: Item): readonly Observation[] => {
    const { name, path, seen } = item;
    const place = inside(root, path);
    const beside = (other: string): string => place.slice(0, -name.length) + other;
    const show = `ls -l ${shellWord(place)}`;
    if (seen.kind === 'folder') return inHiddenFolder(inspection, root, item, names, isKnown);
    const isRead = inspection.nameOf(name) !== undefined && !name.startsWith('.');
    // What is being written, or was encrypted by a newer coach, has a finding of its own.
    if (seen.kind !== 'file' || isRead || isPassingName(name) || name.endsWith(SEALED)) return [];
    const isEntry = (file: string): boolean =>
      readEntryName(file) !== undefined ||
      (names.has(file) && textLike(inspection, beside(file)) !== undefined);
    const unsaved = unsavedOf(item);
    if (unsaved) {
      const { of, editor, command } = unsaved;
      if (!isEntry(of) || (editor === 'vim' && seen.size <= LARGEST_LOCK)) return [];
      const both = editor === 'emacs' ? ` ${shellWord(place)}` : '';
      const commands = [names.has(of) ? `${command} ${shellWord(beside(of))}${both}` : show];
      return [{ code: 'unsaved-text', paths: [path], details: [unsavedIn(path, editor)], commands }];
    }
    const awaited = placeholder.exec(name)?.[1];
    if (awaited !== undefined) {
      const details = [`${path}: ${readEntryName(awaited) ? IN_THE_CLOUD : PERHAPS_IN_THE_CLOUD}`];
      return names.has(awaited) ? [] : [{ code: 'not-read', paths: [path], details, commands: [show] }];
    }
    if (seen.size > LARGEST || !readable.test(shownText(name))) return [];
    const text = textLike(inspection, place);
    if (text === undefined) return [];
    const id = idIn(text);
    if (id !== undefined && isKnown(id)) return [{ code: 'spare-copy', paths: [path], commands: [show] }];
    const target = nameFor(name);
    const command = names.has(target) ? show : `mv -n ${shellWord(place)} ${shellWord(beside(target))}`;
    const details = [`${path}: ${unreadName('.md')}`];
    return [{ code: 'not-read', paths: [path], details, commands: [command] }];
  });
}

/** The text of a file that looks like an entry. */
function textLike(inspection: Inspection, place: string): string | undefined {
  const read = inspection.read(place);
  return 'value' in read && looksLikeEntry(read.value.text) ? read.value.text : undefined;
}

/** nano gives its locks the names of vim's files; they hold no text. */
const LARGEST_LOCK = 1024;

interface Unsaved {
  /** The name of the file that the editor has open. */
  readonly of: string;
  readonly editor: 'emacs' | 'vim' | 'kate';
  /** The command that recovers it, or shows the difference, given that file. */
  readonly command: string;
}

/** The file that an editor has open, of what it has not saved yet; undefined for any other file. */
function unsavedOf({ name }: Item): Unsaved | undefined {
  const [, emacs, hidden, swap] = /^(?:#(.+)#|\.(.+)\.(sw[a-p]|kate-swp))$/s.exec(name) ?? [];
  if (emacs !== undefined) return { of: emacs, editor: 'emacs', command: 'diff' };
  if (hidden === undefined) return undefined;
  if (swap === 'kate-swp') return { of: hidden, editor: 'kate', command: 'kate' };
  return { of: hidden, editor: 'vim', command: 'vim -r' };
}

/** A hidden folder with entries in it that are read nowhere else. */
function inHiddenFolder(
  inspection: Inspection,
  root: string,
  { name, path, seen }: Item,
  names: ReadonlySet<string>,
  isKnown: (id: string) => boolean,
): readonly Observation[] {
  if (seen.kind !== 'folder' || !name.startsWith('.') || foreign.test(name)) return [];
  let count = 0;
  for (const { items } of walk(
    inspection,
    root,
    () => true,
    () => undefined,
    path,
  )) {
    for (const { name: file, path: below, seen: found } of items) {
      if (found.kind !== 'file' || found.size > LARGEST || inspection.nameOf(file) === undefined) continue;
      const text = textLike(inspection, inside(root, below));
      const id = text === undefined ? undefined : idIn(text);
      if (text !== undefined && (id === undefined || !isKnown(id))) count++;
    }
  }
  if (count === 0) return [];
  const target = name.replace(/^\.+/, '');
  const place = inside(root, path);
  const isFree = target !== '' && !names.has(target);
  const command = isFree
    ? `mv -n ${shellWord(place)} ${shellWord(place.slice(0, -name.length) + target)}`
    : `ls -l ${shellWord(place)}`;
  return [{ code: 'not-read', paths: [path], details: [hiddenEntries(path, count)], commands: [command] }];
}

function idIn(text: string): string | undefined {
  const front = splitEntry(text)?.front.join('\n') ?? '';
  return /^id:[ \t]*["']?([\w-]+)["']?[ \t]*$/m.exec(front)?.[1];
}

/** A name that is read: up to its first `.md`, if it has one, without dots and tildes before it. */
function nameFor(name: string): string {
  const bare = shownText(name).replace(/^[.~#]+/, '');
  return `${bare.replace(/\.(?:md|markdown|mdown|mkdn?|mdwn|mdtxt|mdx|txt|text)(?:[.~_ -].*|~)?$/i, '').replace(/\.(?:bak|orig|old|rej|save|copy|tmp)$/i, '')}.md`;
}
