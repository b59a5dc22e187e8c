// The file that the page of a comparison goes to, looked at before anything is asked.
import type { ExportPlace } from '../../app/ports/export-place.ts';
import { isThereAlready } from '../../pages/machine/target-refusals.ts';
import type { Context } from '../../cli/context.ts';
import * as refuse from '../page-refusals.ts';

/** The flags that name the file of a page. */
export interface PageOptions {
  readonly html?: string;
  readonly force?: true;
}

/**
 * The place that the page goes to; undefined where none is wanted.
 *
 * @throws CoachError where it cannot go there, UsageError for flags that do not fit.
 */
export async function pagePlace(
  { html, force }: PageOptions,
  context: Context,
): Promise<ExportPlace | undefined> {
  if (html === undefined) {
    if (force) throw refuse.forceNeedsHtml();
    return undefined;
  }
  if (html === '' || html === '-') throw refuse.htmlNeedsFile();
  const place = await context.exportPlace(html);
  if (place.isIn(context.places.journal())) throw refuse.pageInJournal(html);
  if (place.kind === 'folder' || place.kind === 'other' || /[/\\]$/.test(html))
    throw refuse.pageNotAFile(html);
  if (place.kind === 'file' && !force) throw isThereAlready(html);
  return place;
}
