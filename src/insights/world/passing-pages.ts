// Pages that lie where browsers can read them, for as long as they are looked at.
import fs from 'node:fs';
import path from 'node:path';
import type { Leaving } from '../../adapters/machine/leaving.ts';
import { holderOf, thisProcess } from '../../adapters/machine/processes.ts';
import { randomBytes } from '../../adapters/machine/random-bytes.ts';
import { namesIn, readOrRefuse } from '../../adapters/machine/regular-file.ts';
import { codeOf, inWords } from '../../adapters/machine/system-errors.ts';
import type { Disk } from '../../app/ports/disk.ts';
import { Interrupted } from '../../domain/text/errors.ts';
import { idFrom } from '../../domain/entry/entry.ts';
import { fromHome } from '../../domain/text/home-place.ts';
import {
  isPassingPageName,
  type PassingPage,
  passingPageName,
  printPassingPage,
  readPassingPage,
} from '../../formats/answers/passing-page.ts';
import type { PageShow } from '../page-show.ts';
import { hasDesktop, openInBrowser } from './browser.ts';

/** Where pages lie, and what they are shown with. */
export interface PassingPlaces {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly leaving: Leaving;
  readonly disk: Pick<Disk, 'create'>;
  /** The folder in which pages are written down. */
  readonly state: string;
  /** The folder in which they lie. */
  readonly folder: string;
}

/** Pages under names that nobody guesses, open to this person alone, for as long as they are looked at. */
export function passingPages({ env, leaving, disk, state, folder }: PassingPlaces): PageShow {
  const open: PageShow['open'] = (file) =>
    openInBrowser(path.resolve(fromHome(file, env)), env, leaving.told);
  return {
    canOpen: hasDesktop(env),
    open,
    show: (page, look) =>
      leaving.while(async () => {
        const mark = idFrom(randomBytes(8));
        const place = path.join(folder, `coach-report-${mark}.html`);
        const note = path.join(state, passingPageName(mark));
        const inode = putPage(place, page, note, disk);
        const take = (): void => void takeAway({ file: place, inode }, note);
        // Where nobody hears in time that coach is to end.
        process.once('exit', take);
        try {
          const isOpen = await open(place);
          if (leaving.told.aborted) throw new Interrupted('');
          await look({ place, isOpen });
        } finally {
          process.off('exit', take);
          take();
        }
      }),
    sweep: () =>
      namesIn(state)
        .filter(isPassingPageName)
        .flatMap((name) => {
          const note = path.join(state, name);
          const page = readPassingPage(readOrRefuse(note)?.toString() ?? '');
          if (page && holderOf(page.holder, thisProcess()) !== 'gone') return [];
          if (page) return takeAway(page, note) ? [page.file] : [];
          fs.rmSync(note, { force: true });
          return [];
        }),
  };
}

/**
 * Makes a page. It is written down before anything is in it, so that it is found again whatever happens.
 *
 * @returns The number that the disk gives it.
 */
function putPage(
  file: string,
  pieces: Iterable<string>,
  note: string,
  disk: PassingPlaces['disk'],
): PassingPage['inode'] {
  try {
    const handle = fs.openSync(file, 'wx', 0o600);
    try {
      const inode = String(fs.fstatSync(handle, { bigint: true }).ino);
      disk.create(note, printPassingPage({ file, inode, holder: thisProcess() }));
      for (const piece of pieces) fs.writeFileSync(handle, piece);
      return inode;
    } catch (error) {
      fs.rmSync(file, { force: true });
      fs.rmSync(note, { force: true });
      throw error;
    } finally {
      fs.closeSync(handle);
    }
  } catch (error) {
    throw inWords(error, file);
  }
}

/** @returns False where it was gone, or is another file by now. */
function takeAway({ file, inode }: Pick<PassingPage, 'file' | 'inode'>, note: string): boolean {
  try {
    const found = fs.lstatSync(file, { bigint: true, throwIfNoEntry: false });
    const isOurs = found?.isFile() === true && String(found.ino) === inode;
    if (isOurs) fs.unlinkSync(file);
    fs.rmSync(note, { force: true });
    return isOurs;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false;
    throw inWords(error, file, 'delete');
  }
}
