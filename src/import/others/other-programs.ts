// Exports of other programs that are recognised and not read, each with the next step.
import { OTHER_PROGRAMS, type OtherProgramRow } from './other-program-rows.ts';

/** What a file, a folder or a zip is of which coach reads nothing, and the next step. */
export interface OtherProgram {
  /** In a sentence: "it looks like …". */
  readonly is: string;
  readonly hint: string;
}

/**
 * Tells by its name and its beginning which program a file comes from; undefined where that is not known.
 *
 * @param head - Its first bytes, each as one character (Latin-1).
 *
 * @example
 * otherFile('My Notes.enex', '<?xml version="1.0"?>')?.is //=> 'an export of Evernote'
 */
export function otherFile(name: string, head: string): OtherProgram | undefined {
  const text = head.replace(/^\u00ef\u00bb\u00bf/, '');
  return found(({ file, begins }) => file?.test(name) === true || begins?.test(text) === true);
}

/**
 * Tells by the names of the files in it which program a folder or a zip comes from.
 *
 * @param named - What it is called itself.
 *
 * @example
 * otherFolder('backup.zip', ['DiaroBackup.xml'])?.is //=> 'a backup of Diaro'
 */
export function otherFolder(named: string, names: readonly string[]): OtherProgram | undefined {
  const own = named.slice(named.lastIndexOf('/') + 1);
  const paths = names.flatMap((name) => [name, `${own}/${name}`]);
  return found(
    ({ file, inside }) =>
      file?.test(own) === true || (inside !== undefined && paths.some((path) => inside.test(path))),
  );
}

function found(isIt: (row: OtherProgramRow) => boolean): OtherProgram | undefined {
  const row = OTHER_PROGRAMS.find(isIt);
  return row && { is: row.is, hint: typeof row.way === 'string' ? row.way : byJimmy(row.way) };
}

/** Its front matter for Joplin is the one that has dates. */
function byJimmy({ jimmy, flags = '' }: { readonly jimmy: string; readonly flags?: string }): string {
  return [
    'Jimmy, a free converter (https://github.com/marph91/jimmy), makes Markdown of the export as it came, with times in UTC:',
    `jimmy cli FILE --format ${jimmy} ${flags}--frontmatter joplin --output-folder notes`,
    'coach journal import notes',
  ].join('\n  ');
}
