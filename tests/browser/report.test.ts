import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import type { Entry } from '../../src/domain/entry/entry.ts';
import type { Day } from '../../src/domain/time/day.ts';
import { entryOn, level, words } from '../domain/journals.ts';
import { madePage, madeUpJournal } from '../insights/made-up-years.ts';
import { CHROMIUM, type ChromiumPage, withChromium } from './chromium.ts';
import * as looks from './looks.ts';
import { AS_IT_SHOULD, asked, noiseOf, seen } from './seen-page.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'coach-report-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Markup, marks that turn the direction, seventy letters without a blank, a script that runs from the right, control characters. */
const HOSTILE = `<script>alert(1)</script> \u202eevil\u202c ${'Donaudampfschiff'.repeat(5)} مرحبا "'&\u0007`;
const hostile = { about: HOSTILE, role: 'manager', share: 1 } as const;
const year = { first: '2025-12-01', days: 360 };

/** Thirty notes and twenty-five equal ratings of a day near the end, and one later. */
function crowdedDay(): readonly Entry[] {
  const of = (day: Day, at: number): readonly Entry[] => [
    entryOn(day, 'note', [words('note-text')], { id: `n${at}`, about: 'D.' }),
    entryOn(day, 'checkin', [level('checkin-trust')], { id: `c${at}`, about: 'D.' }),
  ];
  return [
    ...of('2026-09-01', 0),
    ...Array.from({ length: 30 }, (_, at) => of('2026-10-25', at + 1)).flat(),
    ...of('2026-10-31', 31),
  ];
}

const PAGES: Readonly<Record<string, string>> = {
  'a year of 213 entries about seven people': madePage(madeUpJournal({ entries: 206, ...year }), {}, true),
  'three entries': madePage(madeUpJournal({ entries: 3, first: '2026-11-20', days: 2 }).slice(-3)),
  'two months about one person': madePage(
    madeUpJournal({
      entries: 44,
      first: '2026-09-20',
      days: 60,
      people: [{ about: 'D.', role: 'member', share: 1 }],
    }),
  ),
  'hostile words in every place': madePage(
    madeUpJournal({ entries: 90, ...year, people: [hostile, { ...hostile, about: null }], words: HOSTILE }),
    {},
    true,
  ),
  'many marks of one day, which ran out of a phone’s screen': madePage(crowdedDay()),
  'ten years of 2,130 entries': madePage(madeUpJournal({ entries: 2123, first: '2016-12-01', days: 3600 })),
};

test.runIf(CHROMIUM === undefined)('there is no Chromium here: nobody looks at these pages', () => {
  expect(CHROMIUM).toBeUndefined();
});

describe.skipIf(CHROMIUM === undefined)('in a browser', () => {
  test.each(Object.entries(PAGES))('%s', async (name, html) => {
    const file = path.join(folder, `${name.replaceAll(/\W/g, '-')}.html`);
    writeFileSync(file, html);
    await withChromium(CHROMIUM ?? '', async (page) => {
      for (const width of [1000, 390, 320]) {
        for (const dark of name.startsWith('ten') ? [width === 320] : [false, true]) {
          await page.open(file, { width, dark });
          expect({ width, dark, ...(await seen(page)) }).toEqual({ width, dark, ...AS_IT_SHOULD });
          expect(await page.value(looks.PALEST)).toBeGreaterThanOrEqual(4.5);
          await page.value(looks.OPEN_TABLES);
          expect(await page.value(looks.SIDEWAYS)).toBe(0);
          expect(asked(page)).toEqual([String(pathToFileURL(file))]);
          expect(noiseOf(page)).toEqual([]);
        }
      }
      await page.open(file);
      expect(await page.value(looks.DOTS_AND_TABLES)).toEqual(await page.value(looks.STRIPS));
      expect(await stops(page)).toEqual(await page.value(looks.SUMMARIES));
      expect(await unnamed(page)).toEqual([]);
      await printed(page, file);
    });
  });
});

/** What Tab reaches, one after the other. */
async function stops(page: ChromiumPage): Promise<readonly unknown[]> {
  const found: unknown[] = [];
  const key = { key: 'Tab', code: 'Tab', windowsVirtualKeyCode: 9 };
  for (;;) {
    for (const type of ['keyDown', 'keyUp']) await page.send('Input.dispatchKeyEvent', { type, ...key });
    const at = await page.value(looks.FOCUSED);
    if (at === 'BODY' || found.length > 500) return found;
    found.push(at);
  }
}

interface TreeNode {
  readonly ignored?: boolean;
  readonly role?: { readonly value?: string };
  readonly name?: { readonly value?: string };
}

/** Pictures and tables without a name, as a screen reader has them. */
async function unnamed(page: ChromiumPage): Promise<readonly TreeNode[]> {
  const { nodes } = await page.send('Accessibility.getFullAXTree');
  const all: readonly TreeNode[] = Array.isArray(nodes) ? nodes : [];
  const pictures = all.filter(({ ignored, role }) => ignored !== true && role?.value === 'image');
  expect(pictures.length).toBeGreaterThan(0);
  return pictures.filter(({ name }) => (name?.value ?? '') === '');
}

async function printed(page: ChromiumPage, file: string): Promise<void> {
  const { data } = await page.send('Page.printToPDF', { paperWidth: 8.27, paperHeight: 11.69 });
  expect(String(data).length).toBeGreaterThan(10_000);
  await page.open(file, { dark: true, media: 'print' });
  expect(await page.value(looks.INK)).toEqual({ paper: 'rgb(255, 255, 255)', ink: 'rgb(0, 0, 0)' });
}
