// The check for what a process that was killed left behind.
import type { Observation } from './finding.ts';
import { isPassingPageName, readPassingPage } from '../formats/answers/passing-page.ts';
import { shellWord } from '../formats/text/shell-word.ts';
import type { Inspection } from './inspection.ts';
import { isLockName, isPassingName } from '../domain/text/unfinished-name.ts';
import { inside, type Item } from './walk.ts';
import { isOdd } from './detail-text.ts';

/** The texts that an editor saved and coach could not take over, in the folder of drafts. */
const KEPT = /^not-utf8-\d+\.md$| \(edited \d+\)\.md(?:\.age)?$/;

/** By this age nobody is at work on it any more; milliseconds. */
const LEFT_BEHIND = 3_600_000;

/**
 * The leftovers of a process that was killed: a file that was being written, a page that was looked at, or the folder of an editor;
 * and what has the name of a lock and is none.
 *
 * @param root - What the paths of the items are below.
 * @param shown - How a path below the root is told.
 *
 * @example
 * const items = [{ name: '.a.md.coach-4711', path: '.a.md.coach-4711', seen: oldFile }];
 * checkLeftovers(items, machineWith({}), '/journal')[0]?.commands //=> ['rm /journal/.a.md.coach-4711']
 */
export function checkLeftovers(
  items: readonly Item[],
  inspection: Inspection,
  root: string,
  shown: (path: string) => string = (path) => path,
): readonly Observation[] {
  return items.flatMap(({ name, path, seen }): Observation[] => {
    const full = inside(root, path);
    const place = shellWord(full);
    const isFile = seen.kind === 'file' && isPassingName(name);
    if (isFile && seen.takenAt - seen.mtimeMs > LEFT_BEHIND)
      return [{ code: 'leftover-file', paths: [shown(path)], commands: [`rm ${place}`] }];
    if (seen.kind !== 'file' && isLockName(name)) {
      const aside = shellWord(inside(root, `${path}.aside`));
      const details = [isOdd(shown(path), seen.kind)];
      return [
        { code: 'lock-in-the-way', paths: [shown(path)], details, commands: [`mv -n ${place} ${aside}`] },
      ];
    }
    const page = seen.kind === 'file' && isPassingPageName(name) ? leftPage(full, inspection) : undefined;
    if (page !== undefined)
      return [{ code: 'leftover-page', paths: [page], commands: [`rm ${shellWord(page)}`] }];
    const owner = seen.kind === 'folder' ? /^(?:editing|entry)-(\d+)-/.exec(name)?.[1] : undefined;
    if (owner !== undefined && !inspection.lives(Number(owner)))
      return [{ code: 'leftover-editing', paths: [shown(path)], commands: [`rm -r ${place}`] }];
    return [];
  });
}

/** The page of a report that is written down in a file, where it is still there and nobody looks at it any more. */
function leftPage(note: string, { read, look, holder }: Inspection): string | undefined {
  const found = read(note);
  const page = 'value' in found ? readPassingPage(found.value.text) : undefined;
  if (page === undefined || holder(page.holder) !== 'gone') return undefined;
  const seen = look(page.file);
  const isIt = 'value' in seen && seen.value.kind === 'file' && seen.value.ino === Number(page.inode);
  return isIt ? page.file : undefined;
}

/**
 * The texts from an editor that are kept among the drafts, since they could not be taken over.
 *
 * @param root - What the paths of the items are below.
 * @param shown - How a path below the root is told.
 *
 * @example
 * const items = [{ name: 'not-utf8-1.md', path: 'not-utf8-1.md', seen: oldFile }];
 * keptTexts(items, '/drafts', (path) => path)[0]?.code //=> 'kept-text'
 */
export function keptTexts(
  items: readonly Item[],
  root: string,
  shown: (path: string) => string,
): readonly Observation[] {
  return items
    .filter(({ name, seen }) => seen.kind === 'file' && KEPT.test(name))
    .map(({ path }) => ({
      code: 'kept-text',
      paths: [shown(path)],
      commands: [`ls -l ${shellWord(inside(root, path))}`],
    }));
}
