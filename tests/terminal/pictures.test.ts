import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { addDays, DAY_LENGTH, dayAt } from '../../src/domain/time/day.ts';
import { entryText } from '../cli/coach.ts';
import { freshHome, type Home, openCoach } from './coach.ts';
import type { TerminalOptions } from './terminal.ts';

const TODAY = dayAt(Date.now() - DAY_LENGTH) ?? '';

/** Forty check-ins and six guesses of which it is known what became of them. */
function homeWithAYear(): Home {
  const home = freshHome();
  const put = (day: string, id: string, bank: string, body: string): void => {
    const file = path.join(home.journal, day.slice(0, 4), day.slice(5, 7), `${day}-100000-${bank}-${id}.md`);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, entryText({ id, at: `${day}T10:00:00+01:00`, bank, front: 'about: D.\n', body }));
  };
  for (let at = 0; at < 40; at++) {
    const value = at % 9 === 8 ? 'na (We had no contact today)' : `${2 + (at % 3)} (1 not at all, 5 fully)`;
    const body = `\n## How far?\n<!-- coach: checkin-trust scale -->\n\n${value}\n`;
    put(addDays(TODAY, (at - 40) * 9), `c${String(at).padStart(9, '0')}`, 'checkin', body);
  }
  for (let at = 0; at < 6; at++) {
    const id = `g${String(at).padStart(9, '0')}`;
    const guess = `\n## What?\n<!-- coach: member-prediction prediction -->\n\n- Expect: Rain\n- Likelihood: ${60 + at * 5} %\n`;
    put(addDays(TODAY, at - 30), id, 'member', guess);
    const became = `\n## So?\n<!-- coach: review-outcome choice closes=${id}/member-prediction -->\n\n${at < 4 ? 'yes' : 'no'}\n\n## Again?\n<!-- coach: review-again percent -->\n\n40 %\n`;
    put(addDays(TODAY, at - 20), `r${id.slice(1)}`, 'review', became);
  }
  return home;
}

const FINE = /[●○│━·┼]/;

test.each<{ case: string; options: TerminalOptions; shows: RegExp; isFine: boolean }>([
  { case: '80 columns', options: { columns: 80 }, shows: /^ {2}4 {2}[·●2]{40,60} {2,5}\d+$/m, isFine: true },
  { case: '60 columns', options: { columns: 60 }, shows: /^ {2}4 {2}[·●\d]{20,50} {2,5}\d+$/m, isFine: true },
  {
    case: '40 columns',
    options: { columns: 40 },
    shows: /^ {2}[A-Z][a-z]{2} (?:20\d\d)? {1,6}[-2-4]/m,
    isFine: false,
  },
  {
    case: 'no colours',
    options: { columns: 80, env: { NO_COLOR: '1' } },
    shows: /\*.*usual: /,
    isFine: false,
  },
  {
    case: 'Japanese',
    options: { columns: 80, env: { LANG: 'ja_JP.UTF-8' } },
    shows: /^ {2}0% \.*\*=+o\.* 100%$/m,
    isFine: false,
  },
])('$case: pictures fit, in insights and for one question', async ({ options, shows, isFine }) => {
  const home = homeWithAYear();
  const insights = openCoach(['insights'], home, { rows: 60, ...options });
  expect((await insights.exited).exitCode).toBe(0);
  const text = insights.everything();
  expect(text).toMatch(shows);
  expect(FINE.test(text)).toBe(isFine);
  expect(insights.brokenRows()).toEqual([]);
  const question = openCoach(['journal', '--question', 'checkin-trust'], home, { rows: 60, ...options });
  expect((await question.exited).exitCode).toBe(0);
  expect(question.brokenRows()).toEqual([]);
  expect(question.everything()).toMatch(/36 ratings from 2 to 4,\s+median 3\./);
});
