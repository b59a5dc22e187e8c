// The pages of this machine that are looked at in a browser.
import { homedir } from 'node:os';
import { passingPages, type PassingPlaces } from '../insights/world/passing-pages.ts';
import type { PageShow } from '../insights/page-show.ts';
import { deviceOf } from './kept-places.ts';

/**
 * Pages in the home folder: browsers that are packed apart from the system read neither /tmp nor folders whose names begin with a
 * dot. Those of a journal that is on another device, or keeps everything inside, lie beside its entries.
 *
 * @param journal - Its folder.
 */
export function nodePages(
  journal: string,
  isInside: boolean,
  world: Omit<PassingPlaces, 'folder'>,
): PageShow {
  const home = world.env['HOME'] || world.env['USERPROFILE'] || homedir();
  const folder = isInside || deviceOf(journal) !== deviceOf(home) ? journal : home;
  return passingPages({ ...world, folder });
}
