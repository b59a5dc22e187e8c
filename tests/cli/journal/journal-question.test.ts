import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { coach, journalOf, printed, put, putEntry, refused, settledHome } from '../coach.ts';

describe('--question', () => {
  const scale = (value: string): string =>
    `\n## Today, how far?\n<!-- coach: checkin-trust scale -->\n\n${value} (1 not at all, 5 fully)\n`;

  test('shows ratings month by month and one by one, and sums up no fewer than four', async () => {
    const home = settledHome();
    for (const [index, value] of ['4', '2', 'na', '5'].entries()) {
      const at = `2026-11-1${index}T09:00:00+01:00`;
      putEntry(home, { id: String(index).repeat(10), at, bank: 'checkin', body: scale(value) });
    }
    expect(await coach(['journal', '--question', 'checkin-trust'], { home })).toEqual(
      printed(
        'Today, how far?\ncheckin-trust · 4 answers\n\n1 not at all, 5 fully\n\n' +
          'Does not apply: 1.\n\n' +
          '  13 November 2026  5\n' +
          '  12 November 2026  does not apply\n' +
          '  11 November 2026  2\n' +
          '  10 November 2026  4\n',
      ),
    );
    for (const [id, value] of ['3', '900'].entries()) {
      const at = `2026-11-2${id}T09:00:00+01:00`;
      putEntry(home, { id: String(4 + id).repeat(10), at, bank: 'checkin', body: scale(value) });
    }
    expect((await coach(['journal', '--question', 'checkin-trust'], { home })).stdout).toContain(
      '\n4 ratings from 2 to 5, median 3. Too few to show a trend. Does not apply: 1. Not\n' +
        'on the scale, so not counted: 1.\n  Nov  4 2 - 5 3\n\n  21 November 2026  900\n',
    );
  });

  test('ratings of two people were summed up as if they were about one', async () => {
    const home = settledHome();
    for (const [index, value] of ['5', '5', '4', '5', '1', '2', '1', '1'].entries()) {
      putEntry(home, {
        id: String(index).repeat(10),
        at: `2026-11-1${index}T09:00:00+01:00`,
        bank: 'checkin',
        front: `about: ${index < 4 ? 'D.' : 'K.'}\n`,
        body: scale(value),
      });
    }
    const { stdout } = await coach(['journal', '--question', 'checkin-trust'], { home });
    expect(stdout).toContain(
      '\nD.: 4 ratings from 4 to 5, median 5. Too few to show a trend.\n  Nov  5 5 4 5\n' +
        '\nK.: 4 ratings from 1 to 2, median 1. Too few to show a trend.\n  Nov  1 2 1 1\n' +
        '\n  17 November 2026 · K.  1\n',
    );
  });

  test('the name of one person stood above the answers about several', async () => {
    const home = settledHome();
    for (const [index, about] of ['D.', 'K. (new)'].entries()) {
      putEntry(home, {
        id: String(index).repeat(10),
        at: `2026-11-1${index}T09:00:00+01:00`,
        bank: 'checkin',
        front: `about: "${about}"\n`,
        body: `\n## How far could you count on ${about} today?\n<!-- coach: checkin-trust scale -->\n\n3\n`,
      });
    }
    const { stdout } = await coach(['journal', '--question', 'checkin-trust'], { home });
    expect(stdout).toMatch(/^How far could you count on … today\?\ncheckin-trust · 2 answers\n/);
    const one = await coach(['journal', '--question', 'checkin-trust', '--about', 'D.'], { home });
    expect(one.stdout).toMatch(/^How far could you count on D\. today\?\n/);
  });

  test('a rating about a name of seventy letters was broken anywhere', async () => {
    const home = settledHome();
    putEntry(home, {
      id: 'k3x8m2p9qa',
      at: '2026-11-10T09:00:00+01:00',
      bank: 'checkin',
      front: `about: ${'x'.repeat(70)}\n`,
      body: scale('na'),
    });
    const { stdout } = await coach(['journal', '--question', 'checkin-trust'], { home, width: 40 });
    expect(Math.max(...stdout.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(40);
    expect(stdout).toMatch(/\n {2}10 November 2026 · *\n {2}x{38}\n {2}x{32}: does\n {2}not apply\n$/);
  });

  test('each half of a copied entry counted as a rating of its own', async () => {
    const home = settledHome();
    for (const [index, value] of ['4', '2', '3'].entries()) {
      const file = putEntry(home, {
        id: String(index).repeat(10),
        at: `2026-11-1${index}T09:00:00+01:00`,
        bank: 'checkin',
        body: scale(value),
      });
      put(
        path.join(journalOf(home), `${file.slice(0, -3)} (conflict).md`),
        readFileSync(path.join(journalOf(home), file)),
      );
    }
    const { stdout } = await coach(['journal', '--question', 'checkin-trust'], { home });
    expect(stdout).not.toContain('median');
  });

  test('lays the earlier answer beside the later one, or below it where there is no room', async () => {
    const home = settledHome();
    for (const [index, text] of ['One.', 'Two, which is\nlonger.', 'Three.'].entries()) {
      putEntry(home, {
        id: String(index).repeat(10),
        at: `2026-11-1${index}T09:00:00+01:00`,
        body: `\n## What is on your mind?\n<!-- coach: note-text text -->\n\n${text}\n`,
      });
    }
    const wide = await coach(['journal', '--question', 'note-text'], { home });
    expect(wide).toEqual(
      printed(
        'What is on your mind?\nnote-text · 3 answers\n\n' +
          '11 November 2026                          12 November 2026\n' +
          '  Two, which is                             Three.\n' +
          '  longer.\n' +
          '\n10 November 2026\n  One.\n',
      ),
    );
    const narrow = await coach(['journal', '--question', 'note-text'], { home, width: 40 });
    expect(narrow.stdout).toBe(
      'What is on your mind?\nnote-text · 3 answers\n\n' +
        '12 November 2026\n  Three.\n\n11 November 2026\n  Two, which is\n  longer.\n\n10 November 2026\n  One.\n',
    );
  });

  test('knows the questions of all banks, and names the near one', async () => {
    const home = settledHome();
    expect((await coach(['journal', '--question', 'checkin-trust'], { home })).stderr).toBe(
      'No entries match.\n',
    );
    expect(await coach(['journal', '--question', 'checkin-trst'], { home })).toEqual(
      refused(
        'coach: there is no question "checkin-trst" in any question set\n  Did you mean checkin-trust?\n',
      ),
    );
  });
});
