// Both sheets on one screen and, where one was named, on a page; then the ways on.
import type { ExportPlace } from '../../app/ports/export-place.ts';
import { asRun } from '../../pages/text/as-run.ts';
import { wrap } from '../../pages/text/wrap.ts';
import { type Context, dayOn } from '../../cli/context.ts';
import { tellReadable } from '../../cli/journal/tell-readable.ts';
import type { Compared } from '../comparison.ts';
import { comparisonPage } from '../comparison-page.ts';
import { onlyTheirsText } from '../open-sealed-text.ts';
import * as say from '../open-text.ts';
import type { SealedPiece } from '../piece.ts';
import { pageOf } from './align.ts';
import type { PageOptions } from './page-place.ts';

/** Two sheets, as they are shown. */
export interface SideBySide {
  readonly compared: readonly Compared[];
  readonly onlyYours: readonly Pick<SealedPiece, 'title'>[];
  readonly onlyTheirs: readonly Pick<SealedPiece, 'title'>[];
  /** Something of what is compared was guessed at. */
  readonly hasGuesses: boolean;
  /** The flags that a command has to have, so that this sheet is meant. */
  readonly flags: string;
}

/** The flags that say how and where both sheets are shown. */
export interface ShowOptions extends PageOptions {
  readonly plain?: true;
}

/** Shows both sheets, and writes the page that was asked for. */
export async function showBoth(
  { compared, onlyYours, onlyTheirs, hasGuesses, flags }: SideBySide,
  place: ExportPlace | undefined,
  options: ShowOptions,
  context: Context,
): Promise<void> {
  const { out, width } = context.terminal;
  const page = pageOf(context);
  const put = (text: string): void => out(`\n${wrap(text, width)}\n`);
  if (compared.length === 0) out(`${wrap(asRun(say.NOTHING_IN_COMMON, context.env), width)}\n`);
  else {
    const isPlain = options.plain ?? context.settings().plain ?? context.env['TERM'] === 'dumb';
    out(`\n${comparisonPage(compared, page, isPlain)}\n`);
    if (onlyYours.length > 0) put(say.onlyYoursText(onlyYours));
  }
  if (onlyTheirs.length > 0) put(onlyTheirsText(onlyTheirs));
  if (compared.length === 0) return;
  if (place) {
    const { comparisonHtml } = await import('../comparison-html.ts');
    place.write([comparisonHtml(compared, dayOn(context))], options.force ?? false);
    put(say.pageWritten(options.html ?? ''));
    tellReadable(options.html ?? '', context);
  }
  out(`\n${say.afterwardsText(hasGuesses, flags, page)}\n`);
}
