import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { PageShow } from '../../../src/insights/page-show.ts';
import { coach, failed, filesBelow, freshHome, printed, put, putEntry, refused } from '../../cli/coach.ts';
import { CTRL_C, type Move, scripted } from '../../cli/scripted.ts';

/** A browser of the test's own, and all that it was asked for. */
function browser(more: Partial<PageShow> = {}): PageShow & { readonly did: string[] } {
  const did: string[] = [];
  return {
    did,
    canOpen: true,
    open: (file) => Promise.resolve(did.push(`opened ${file}`) > 0),
    async show(page, look) {
      did.push([...page].join('').slice(0, 15));
      await look({ place: '/home/d/coach-report-1.html', isOpen: true }).finally(
        () => void did.push('taken away'),
      );
    },
    sweep: () => [],
    ...more,
  };
}

/** A home with a note about D. on some days. */
function homeWith(...days: readonly string[]): string {
  const home = freshHome();
  for (const [at, day] of days.entries()) {
    const body = '\n## What?\n<!-- coach: note-text text -->\n\nRain.\n';
    putEntry(home, {
      id: String(at).padStart(10, '0'),
      at: `${day}T10:00:00+01:00`,
      front: 'about: D.\n',
      body,
    });
  }
  return home;
}

const TODAY = '2026-11-22';

describe('in a pipe', () => {
  test('the page is printed', async () => {
    const { stdout, ...rest } = await coach(['report'], { home: homeWith(TODAY) });
    expect(rest).toEqual({ stderr: '', exitCode: 0 });
    expect(stdout).toMatch(
      /^<!doctype html>\n[\s\S]*<h1>What your entries show so far<\/h1>\n<p>1 entry, 22 November 2026<\/p>[\s\S]*<\/html>\n$/,
    );
  });

  test('of nothing it says so, and prints no page', async () => {
    const { stdout, stderr, exitCode } = await coach(['report'], { home: freshHome() });
    expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 0 });
    expect(stderr).toMatch(
      /^Nothing to show yet\. Ratings come from coach checkin, plans and guesses from coach reflect\./,
    );
    const home = homeWith(TODAY);
    expect(await coach(['report', '--about', 'K.'], { home })).toEqual({
      stdout: '',
      stderr: 'No entries match.\n',
      exitCode: 0,
    });
  });

  test('with --words, the two latest answers to a question that came back are there in full', async () => {
    const home = freshHome();
    for (const [at, text] of ['Rain.', 'Sun &\nwind.', 'Snow.', 'Of K.'].entries()) {
      const body = `\n## What?\n<!-- coach: member-felt text -->\n\n${text}\n`;
      const front = `about: ${text === 'Of K.' ? 'K.' : 'D.'}\n`;
      const moment = `2026-11-1${at}T10:00:00+01:00`;
      putEntry(home, { id: String(at).padStart(10, '0'), at: moment, bank: 'member', front, body });
    }
    const { stdout } = await coach(['report', '--words'], { home });
    expect(Array.from(stdout.matchAll(/<dd [^>]*>([^<]*)<\/dd>/g), ([, words]) => words)).toEqual([
      'Sun &amp;\nwind.',
      'Snow.',
    ]);
    expect((await coach(['report'], { home })).stdout).not.toContain('Snow.');
  });

  test('a file that cannot be read is named, and the page says that it is missing', async () => {
    const home = homeWith(TODAY);
    putEntry(home, { id: '9999999999', at: 'nonsense' });
    const { stdout, stderr, exitCode } = await coach(['report'], { home });
    expect(stderr).toContain('This file was skipped and left as it was.');
    expect(stdout).toContain('1 file could not be read and is not in it.');
    expect(exitCode).toBe(0);
  });
});

describe('a journal of more than 14 months', () => {
  const home = (): string => homeWith('2024-03-01', '2025-11-18', '2025-11-19', '2026-11-18');

  test('is shown from a year before its last entry on', async () => {
    const { stdout, stderr } = await coach(['report'], { home: home() });
    expect(stdout).toContain(
      '<p>2 entries, 19 November 2025 to 18 November 2026 · since 19 November 2025</p>',
    );
    expect(stderr).toBe('The page starts on 19 November 2025. For all of it, add --all.\n');
  });

  test.each([
    { flags: ['--all'], shown: '4 entries, 1 March 2024 to 18 November 2026</p>' },
    {
      flags: ['--since', '2024-01-01'],
      shown: '4 entries, 1 March 2024 to 18 November 2026 · since 1 January 2024</p>',
    },
    {
      flags: ['--until', '2025-11-18'],
      shown: '2 entries, 1 March 2024 to 18 November 2025 · until 18 November 2025</p>',
    },
  ])('is shown as $flags says', async ({ flags, shown }) => {
    const { stdout, stderr } = await coach(['report', ...flags], { home: home() });
    expect(stdout).toContain(shown);
    expect(stderr).toBe('');
  });

  test.each(['--since', '--until'])('--all and %s say different things', async (flag) => {
    expect(await coach(['report', '--all', flag, '2026-01-01'], { home: home() })).toEqual(
      refused(
        `coach: --all and ${flag} cannot go together\n  --all stands for the whole journal. Leave out one of them.\n`,
      ),
    );
  });
});

describe('at a terminal', () => {
  const at = (more: Partial<PageShow> = {}, ...keys: readonly Move[]) => {
    const pages = browser(more);
    const prompter = scripted(...keys);
    return { pages, prompter, setting: { home: homeWith(TODAY), screen: true, pages, prompter } };
  };

  test('the page is shown, and deleted once it was looked at', async () => {
    const { pages, prompter, setting } = at({}, '');
    expect(await coach(['report'], setting)).toEqual({
      stdout: '',
      stderr:
        'Opened in your browser: /home/d/coach-report-1.html\nTo keep a page: coach report --to report.html\n',
      exitCode: 0,
    });
    expect(prompter.seen).toEqual(['line Press Enter when you are done. The page is then deleted.']);
    expect(pages.did).toEqual(['<!doctype html>', 'taken away']);
  });

  test('it is deleted on Ctrl-C, too', async () => {
    const { pages, setting } = at({}, CTRL_C);
    expect((await coach(['report'], setting)).exitCode).toBe(130);
    expect(pages.did.at(-1)).toBe('taken away');
  });

  test('where no browser came up, the page can be opened by hand', async () => {
    const { setting } = at({ show: (_, look) => look({ place: '/home/d/a.html', isOpen: false }) }, '');
    expect((await coach(['report'], setting)).stderr).toBe(
      'No browser opened. Open the page yourself: /home/d/a.html\nTo keep a page: coach report --to report.html\n',
    );
  });

  test('without a browser or a keyboard nothing is written', async () => {
    const { setting } = at({ canOpen: false });
    expect(await coach(['report'], setting)).toEqual(
      failed(
        'coach: there is no browser here to open the page in\n  Write it to a file: coach report --to report.html\n',
      ),
    );
    expect(await coach(['report'], { home: setting.home, screen: true, pages: browser() })).toEqual(
      failed(
        'coach: the page is deleted when you press Enter, but there is no keyboard here\n  Write it to a file: coach report --to report.html\n',
      ),
    );
  });

  test('what an earlier run left is deleted, and named', async () => {
    const { setting } = at({ sweep: () => ['/home/d/coach-report-0.html'] }, '');
    expect((await coach(['report'], setting)).stderr).toMatch(
      /^Deleted a page that an earlier coach report left behind:\n\/home\/d\/coach-report-0\.html\n/,
    );
  });

  test('of nothing nothing is opened', async () => {
    const pages = browser();
    const { stderr } = await coach(['report'], {
      home: freshHome(),
      screen: true,
      pages,
      prompter: scripted(),
    });
    expect(stderr).toMatch(/^Nothing to show yet\./);
    expect(pages.did).toEqual([]);
  });
});

describe('--to', () => {
  test('keeps the page in a file for this person alone, and opens it only where somebody sits', async () => {
    const home = homeWith(TODAY);
    const pages = browser();
    expect(await coach(['report', '--to', 'r.html'], { home, pages })).toEqual({
      stdout: '',
      stderr: 'Wrote r.html\n',
      exitCode: 0,
    });
    expect(readFileSync(path.join(home, 'r.html'), 'utf8')).toMatch(/<\/html>\n$/);
    expect(statSync(path.join(home, 'r.html')).mode & 0o777).toBe(0o600);
    expect(pages.did).toEqual([]);
    const there = { home, pages, screen: true, prompter: scripted() };
    await coach(['report', '--to', 'r.html', '--force', '--no-open'], there);
    expect(pages.did).toEqual([]);
    await coach(['report', '--to', 'r.html', '--force'], there);
    expect(pages.did).toEqual(['opened r.html']);
  });

  test('- is standard output', async () => {
    const home = homeWith(TODAY);
    const { stdout } = await coach(['report', '--to', '-'], {
      home,
      screen: true,
      pages: browser({ canOpen: false }),
    });
    expect(stdout).toMatch(/^<!doctype html>/);
  });

  test.each([
    { flags: ['--to', ''], says: '--to needs a path\n  For example: --to report.html' },
    { flags: ['--force'], says: '--force needs a file to overwrite\n  Give it with --to.' },
    { flags: ['--to', '-', '--force'], says: '--force needs a file to overwrite\n  Give it with --to.' },
    { flags: ['--no-open'], says: '--no-open needs a file to write to\n  For example: --to report.html' },
    {
      flags: ['--to', 'out/'],
      says: 'out/ is a folder, but the report is one file\n  Give the name of a file in that folder.',
    },
    {
      flags: ['--to', 'data'],
      says: 'data is a folder, but the report is one file\n  Give the name of a file in that folder.',
    },
    {
      flags: ['--to', 'data/journal/r.html'],
      says: 'data/journal/r.html is in the journal itself\n  Write the page to a place outside it.',
    },
  ])('$flags is refused', async ({ flags, says }) => {
    const home = homeWith(TODAY);
    const before = filesBelow(home);
    expect(await coach(['report', ...flags], { home, pages: browser() })).toEqual(
      refused(`coach: ${says}\n`),
    );
    expect(filesBelow(home)).toEqual(before);
  });

  test('what is there stays there', async () => {
    const home = homeWith(TODAY);
    put(path.join(home, 'r.html'), 'mine');
    expect(await coach(['report', '--to', 'r.html'], { home, pages: browser() })).toEqual(
      failed(
        'coach: r.html already exists\n  Nothing was written. Overwrite the file with --force, or choose another name.\n',
      ),
    );
    expect(await coach(['report', '--to', '/dev/null'], { home, pages: browser() })).toEqual(
      failed(
        'coach: /dev/null is not a file\n  Choose another place, or leave out --to for standard output.\n',
      ),
    );
    expect(readFileSync(path.join(home, 'r.html'), 'utf8')).toBe('mine');
  });
});

test('a person’s own bank has its title and its scale on the page, and nothing that was written', async () => {
  const home = freshHome();
  put(
    path.join(home, 'data/banks/mine.yaml'),
    'bank: mine\nversion: 1\nrole: both\ntitle: My hours\nintro: Mine.\nquestions:\n  - {id: mine-hours, type: scale, ask: "How late?", name: How late it got, scale: {min: 1, max: 10, low: early, high: midnight}}\n',
  );
  for (let at = 1; at <= 4; at++) {
    putEntry(home, {
      id: String(at).padStart(10, '0'),
      at: `2026-11-1${at}T10:00:00+01:00`,
      bank: 'mine',
      body: `\n## How late did the secret get?\n<!-- coach: mine-hours scale -->\n\n${at * 2} (1 a secret, 10 another)\n`,
    });
  }
  const { stdout } = await coach(['report'], { home });
  expect(stdout).toContain(
    '<h3 id="r0" dir="auto">How late it got</h3>\n<p class="quiet">How late? 1 early, 10 midnight</p>',
  );
  expect(stdout).toContain('<title>11 November 2026: My hours</title>');
  expect(stdout).not.toContain('secret');
  expect(await coach(['report', '--role', 'manager'], { home })).toEqual({
    ...printed(''),
    stderr: 'No entries match.\n',
  });
});
