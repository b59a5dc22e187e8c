// The names of files that are no notes of their own: backups, copies of two versions, and drawings.

const inBackup = /(?:^|\/)(?:logseq\/(?:bak|\.recycle|version-files)|\.trash|\.stversions)\//i;
/** Earlier versions of Logseq kept them beside the pages. */
const besidePages = /(?:^|\/)bak\/(?:pages|journals)\/[^/]+\/\d{4}-\d\d-\d\dT[\d_.]+Z[^/]*$/;
/** Of Emacs and many editors. */
const editorBackup = /~$|(?:^|\/)#[^/]*#$/;

const conflicted = [
  'conflicted copy',
  'case conflict',
  'sfconflict',
  'konflikt stehende kopie',
  'konfliktkopie',
  'copie en conflit',
  'copia en conflicto',
  'copia in conflitto',
  'conflicterende kopie',
  'cópia em conflito',
].join('|');
/** The marks in a name: of Syncthing, of ownCloud, and of Dropbox, Nextcloud, Seafile and Obsidian. */
const marks: readonly RegExp[] = [
  /\.sync-conflict-\d{8}-\d{6}(?:-[A-Z0-9]{7})?(?=\.[^./]+$|$)/,
  /_conflict-\d{8}-\d{6}(?=\.[^./]+$|$)/,
  new RegExp(String.raw` ?\([^()/]*(?:${conflicted})[^()/]*\)(?=\.[^./]+$|$)`, 'iu'),
];

/**
 * Whether a file is a backup that a program made of another one.
 *
 * @example
 * isBackup('logseq/bak/journals/2026_11_22/2026-11-23T08_00_00.000Z.Desktop.md') //=> true
 */
export function isBackup(path: string): boolean {
  return inBackup.test(path) || besidePages.test(path) || editorBackup.test(path);
}

/**
 * The file of which another is a copy, made by a program that keeps folders alike where both sides had changed.
 *
 * @returns Undefined for a file that is no such copy.
 *
 * @example
 * originalOf('2026-11-22.sync-conflict-20261123-080000-ABCDEFG.md') //=> '2026-11-22.md'
 * originalOf("2026-11-22 (Anna's conflicted copy 2026-11-23).md") //=> '2026-11-22.md'
 */
export function originalOf(path: string): string | undefined {
  const mark = marks.find((one) => one.test(path));
  return mark && path.replace(mark, '');
}

/**
 * Whether a file is a drawing of Excalidraw, by its name.
 *
 * @example
 * isDrawing('2026-11-22 plan.excalidraw.md') //=> true
 */
export function isDrawing(path: string): boolean {
  return /\.excalidraw(?:\.md)?$/i.test(path);
}
