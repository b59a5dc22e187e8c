// The note of a page that lies outside coach's own folders while it is looked at.
import type { Holder } from './draft-json.ts';

/** A page, and who shows it. */
export interface PassingPage {
  readonly file: string;
  /** The number that the disk gives to the file: another file of that name is somebody else's. */
  readonly inode: string;
  readonly holder: Holder;
}

const NAME = /^page-[0-9a-z]+\.json$/;

/**
 * The name of the file, in the folder of state, that a page is written down in.
 *
 * @param mark - Of small letters and digits, the same as in the name of the page.
 *
 * @example
 * passingPageName('k3x8m2p9') //=> 'page-k3x8m2p9.json'
 */
export function passingPageName(mark: string): string {
  return `page-${mark}.json`;
}

/**
 * Whether a page is written down in a file of this name.
 *
 * @example
 * isPassingPageName('shown.json') //=> false
 */
export function isPassingPageName(name: string): boolean {
  return NAME.test(name);
}

/**
 * A page as it is written down.
 *
 * @example
 * const holder = { pid: 4711, started: '1764062045', host: 'desk' };
 * readPassingPage(printPassingPage({ file: '/home/d/a.html', inode: '7', holder }))?.file //=> '/home/d/a.html'
 */
export function printPassingPage(page: PassingPage): string {
  return `${JSON.stringify(page)}\n`;
}

/**
 * Reads what `printPassingPage` wrote; undefined for anything else.
 *
 * @example
 * readPassingPage('{}') //=> undefined
 */
export function readPassingPage(text: string): PassingPage | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isPassingPage(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isPassingPage(value: unknown): value is PassingPage {
  if (typeof value !== 'object' || value === null || !('holder' in value)) return false;
  const { file, inode, holder }: { file?: unknown; inode?: unknown; holder: unknown } = value;
  const isHeld =
    typeof holder === 'object' && holder !== null && 'pid' in holder && Number.isInteger(holder.pid);
  return typeof file === 'string' && typeof inode === 'string' && isHeld;
}
