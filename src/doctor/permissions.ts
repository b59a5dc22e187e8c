// The check of who may read and write what stands in coach's folders.
import type { Observation } from './finding.ts';
import { shellWord } from '../formats/text/shell-word.ts';
import type { FileLook } from './inspection.ts';

const OTHERS = 0o077;
const OWN_WRITE = 0o200;

/**
 * Who may read and write what stands below one of coach's folders.
 *
 * @param root - What the commands that mend it name, in full.
 *
 * @example
 * checkPermissions({ ...oldFile, mode: 0o644 }, 'a.md', '/journal')[0]?.commands //=> ['chmod -R go= /journal']
 */
export function checkPermissions(
  { kind, mode, isMine }: FileLook,
  path: string,
  root: string,
): readonly Observation[] {
  // What a link says of itself means nothing.
  if (kind === 'link') return [];
  const isReadOnly = isMine && (mode & OWN_WRITE) === 0;
  const place = shellWord(root);
  return [
    ...((mode & OTHERS) === 0
      ? []
      : [{ code: 'open-to-others', paths: [path], commands: [`chmod -R go= ${place}`] } as const]),
    ...(isMine
      ? []
      : [{ code: 'not-yours', paths: [path], commands: [`sudo chown -R "$(id -u)" ${place}`] } as const]),
    ...(isReadOnly && kind === 'folder' ? [readOnly(path, root)] : []),
    ...(isReadOnly && kind === 'file' ? [{ code: 'read-only-file', paths: [path] } as const] : []),
  ];
}

/**
 * A folder in which nothing can be saved.
 *
 * @example
 * readOnly('2026/11', '/journal').code //=> 'read-only'
 */
export function readOnly(path: string, root: string): Observation {
  return { code: 'read-only', paths: [path], commands: [`chmod -R u+w ${shellWord(root)}`] };
}
