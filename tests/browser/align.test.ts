import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { compare } from '../../src/align/comparison.ts';
import { comparisonHtml } from '../../src/align/comparison-html.ts';
import type { Side } from '../../src/align/piece.ts';
import { NO_SIDE } from '../align/sheets.ts';
import { CHROMIUM, withChromium } from './chromium.ts';
import * as looks from './looks.ts';
import { AS_IT_SHOULD, asked, noiseOf, seen } from './seen-page.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'coach-align-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Markup, marks that turn the direction, seventy letters without a blank, a script that runs from the right, control characters. */
const HOSTILE = `<script>alert(1)</script> \u202eevil\u202c ${'W'.repeat(70)} مرحبا "'&\u0007`;

const side = (today: number | null, wanted: number | null, words: string | null): Side => ({
  today,
  wanted,
  means: words,
  limits: words,
  look: words,
});

const pair = (title: string, example: string | null, mine: Side, theirs: Side) => ({
  piece: { title, example, mine },
  theirs,
});

const PAGES: Readonly<Record<string, string>> = {
  'four pieces of work': comparisonHtml(
    compare('member', [
      pair('Client pricing', 'A discount', side(3, 6, 'The price floor'), side(5, 5, 'By Monday')),
      pair('Rota', null, side(null, 5, null), side(4, 7, null)),
      pair('Yearly plan', null, side(1, 7, 'A slot'), side(1, 7, null)),
      pair('Offers', null, NO_SIDE, NO_SIDE),
    ]),
    '2026-11-29',
  ),
  'hostile words in every place': comparisonHtml(
    compare('manager', [pair(HOSTILE, HOSTILE, side(1, 7, HOSTILE), side(7, 1, HOSTILE))]),
    '2026-11-29',
  ),
};

test.runIf(CHROMIUM === undefined)(
  'there is no Chromium here: nobody looks at the page of coach align',
  () => {
    expect(CHROMIUM).toBeUndefined();
  },
);

describe.skipIf(CHROMIUM === undefined)('in a browser', () => {
  test.each(Object.entries(PAGES))('%s', async (name, html) => {
    const file = path.join(folder, `${name.replaceAll(/\W/g, '-')}.html`);
    writeFileSync(file, html);
    await withChromium(CHROMIUM ?? '', async (page) => {
      for (const width of [1000, 769, 390, 320]) {
        for (const dark of [false, true]) {
          await page.open(file, { width, dark });
          expect({ width, dark, ...(await seen(page)) }).toEqual({ width, dark, ...AS_IT_SHOULD });
          expect(await page.value(looks.PALEST)).toBeGreaterThanOrEqual(4.5);
          expect(asked(page)).toEqual([String(pathToFileURL(file))]);
          expect(noiseOf(page)).toEqual([]);
        }
      }
      expect(await page.value(MARKS_TWICE)).toBe(true);
      const tab = { type: 'keyDown', key: 'Tab', code: 'Tab', windowsVirtualKeyCode: 9 };
      await page.send('Input.dispatchKeyEvent', tab);
      // There is nothing on it to press.
      expect([await page.value(looks.FOCUSED), await page.value(looks.SUMMARIES)]).toEqual(['BODY', []]);
      await page.open(file, { dark: true, media: 'print' });
      expect(await page.value(looks.INK)).toEqual({ paper: 'rgb(255, 255, 255)', ink: 'rgb(0, 0, 0)' });
    });
  });
});

/** As many marks are drawn as are told in words beside them. */
const MARKS_TWICE = `[...document.querySelectorAll('.row')].filter((row) => row.querySelector('.marks')).every((row) =>
  row.querySelectorAll('svg.bar circle, svg.bar rect').length ===
  (row.querySelector('.marks').textContent.match(/: [1-7] [A-Z]/g) ?? []).length)`;
