import type { ChromiumPage } from './chromium.ts';
import * as looks from './looks.ts';

/** What a page says that should be silent. */
const NOISE = ['Log.entryAdded', 'Runtime.exceptionThrown', 'Runtime.consoleAPICalled'];

/** A page on which everything is in its place. */
export const AS_IT_SHOULD = {
  sideways: 0,
  wide: [],
  foreign: 0,
  outside: [],
  beyond: 0,
  small: [],
  overlapping: [],
};

/** What is seen of a page. */
export async function seen(page: ChromiumPage): Promise<object> {
  return {
    sideways: await page.value(looks.SIDEWAYS),
    wide: await page.value(looks.WIDE),
    foreign: await page.value(looks.FOREIGN),
    outside: await page.value(looks.OUTSIDE),
    beyond: await page.value(looks.BEYOND),
    small: await page.value(looks.SMALL),
    overlapping: await page.value(looks.OVERLAPPING),
  };
}

/** The addresses that it asked for. */
export function asked(page: ChromiumPage): readonly unknown[] {
  return page
    .said()
    .filter(({ method }) => method === 'Network.requestWillBeSent')
    .map(({ params }) => params.request?.url);
}

export function noiseOf(page: ChromiumPage): readonly unknown[] {
  return page.said().filter(({ method }) => NOISE.includes(method));
}
