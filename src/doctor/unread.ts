// The check for files that look like entries and are not read as such.
import { isPassingName } from '../domain/text/unfinished-name.ts';
import { QUESTION_TYPES } from '../domain/banks/question-bank.ts';
import { readEntryName, SEALED } from '../domain/entry/entry.ts';
import { plainText } from '../domain/text/plain-text.ts';
import { splitEntry } from '../formats/entry/entry-markdown.ts';
import { shellWord } from '../formats/text/shell-word.ts';
import { IN_THE_CLOUD, unreadName } from './detail-text.ts';
import type { Observation } from './finding.ts';
import type { Inspection } from './inspection.ts';
import { inside, type Item, type Visit } from './walk.ts';

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
  /(?:^|\/)[^.]+$|\.(?:md|markdown|mdown|mkdn?|mdwn|mdtxt|mdx|txt|text)(?:[.~_-][^/]*|~)?$|\.(?:bak|orig|old|rej|save|copy|tmp)$/i;
/** What stands in the place of a file that only a server has. */
const placeholder = /^\.?(.+\.md)\.(?:icloud|nextcloud|owncloud|opencloud|cloud|cloudf|rsls|!sync)$/i;

/**
 * The files of a folder that look like entries and are not read: their names end otherwise or begin with a dot, or they are
 * only placeholders of a program that keeps the file elsewhere.
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
  return items.flatMap(({ name, path, seen }: Item): readonly Observation[] => {
    const place = inside(root, path);
    const isRead = name.endsWith(inspection.suffix) && !name.startsWith('.');
    // What is being written has a finding of its own, once it is left behind; an editor's own file goes with it.
    if (seen.kind !== 'file' || isRead || isPassingName(name) || /^\..+\.sw[a-p]$/.test(name)) return [];
    const awaited = placeholder.exec(name)?.[1];
    // What a newer coach has encrypted has a finding of its own.
    if (name.endsWith(SEALED)) return [];
    if (awaited !== undefined)
      return names.has(awaited) || !readEntryName(awaited)
        ? []
        : [
            {
              code: 'not-read',
              paths: [path],
              details: [`${path}: ${IN_THE_CLOUD}`],
              commands: [`ls -l ${shellWord(place)}`],
            },
          ];
    if (seen.size > LARGEST || !readable.test(name)) return [];
    const read = inspection.read(place);
    if ('refused' in read || !looksLikeEntry(read.value.text)) return [];
    const id = idIn(read.value.text);
    const spare = id !== undefined && isKnown(id);
    const target = nameFor(name);
    const isFree = !names.has(target);
    const command =
      spare || !isFree
        ? `ls -l ${shellWord(place)}`
        : `mv -n ${shellWord(place)} ${shellWord(place.slice(0, -name.length) + target)}`;
    return [
      {
        code: spare ? 'spare-copy' : 'not-read',
        paths: [path],
        details: spare ? [] : [`${path}: ${unreadName(inspection.suffix)}`],
        commands: [command],
      },
    ];
  });
}

function idIn(text: string): string | undefined {
  const front = splitEntry(text)?.front.join('\n') ?? '';
  return /^id:[ \t]*["']?([\w-]+)["']?[ \t]*$/m.exec(front)?.[1];
}

/** A name that is read: up to its first `.md`, if it has one, without dots and tildes before it. */
function nameFor(name: string): string {
  const bare = name.replace(/^[.~#]+/, '');
  return `${bare.replace(/\.(?:md|markdown|mdown|mkdn?|mdwn|mdtxt|mdx|txt|text)(?:[.~_-].*|~)?$/i, '').replace(/\.(?:bak|orig|old|rej|save|copy|tmp)$/i, '')}.md`;
}
