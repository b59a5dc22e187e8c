// A screen on which pictures can be drawn, as the person and the terminal have it.
import { type DrawnPage, drawingOn } from '../pages/text/drawing.ts';
import type { Page } from '../pages/text/wrap.ts';
import type { Context } from './context.ts';

/** The same screen, with how pictures are drawn on it. */
export function drawnPage(page: Page, { env, settings }: Pick<Context, 'env' | 'settings'>): DrawnPage {
  return { ...page, drawing: drawingOn(page, env, settings().plain === true) };
}
