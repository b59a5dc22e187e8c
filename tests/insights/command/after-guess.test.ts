import { describe, expect, test } from 'vitest';
import { coach, HOUR, NOON, putEntry, settledHome, type Setting } from '../../cli/coach.ts';

const idOf = (number: number): string => String(number).padStart(10, '0');

/** A guess from 1 October, due in November; closed where it is said what became of it. */
function putGuess(home: string, number: number, feeling: string, became?: string): void {
  putEntry(home, {
    id: idOf(number),
    at: `2026-10-0${(number % 8) + 1}T10:00:00+02:00`,
    bank: 'member',
    front: 'role: member\nabout: D.\n',
    body: `\n## What do you expect?\n<!-- coach: member-prediction prediction -->\n\n- Expect: Hope ${number}\n- Likelihood: 70\n- Due: 2026-11-20\n- Feeling: ${feeling}\n`,
  });
  if (became === undefined) return;
  putEntry(home, {
    id: idOf(500 + number),
    at: '2026-11-01T10:00:00+01:00',
    bank: 'review',
    body: `\n## What happened?\n<!-- coach: review-outcome choice closes=${idOf(number)}/member-prediction -->\n\n${became}\n`,
  });
}

function homeWith(closed: readonly string[], feeling = 'feared'): string {
  const home = settledHome();
  for (const [at, became] of closed.entries()) putGuess(home, at, feeling, became);
  putGuess(home, 99, feeling);
  return home;
}

/** The end of a review: it did not happen, and today it would be called less likely; the last line saves. */
const DID_NOT = ['2', '', '', '25', '', '1'];

const review = (home: string, typed: readonly string[], more: Partial<Setting> = {}): Promise<string> =>
  coach(['review', '--plain'], { home, typed, ...more }).then(({ stdout }) => stdout);

const afterSaved = (stdout: string): string =>
  stdout.slice(stdout.lastIndexOf('Saved.')).replace(/^20.*\.md\n/m, '');

describe('after the review of a guess', () => {
  test('its likelihood stands before and after, and nothing is counted below five', async () => {
    expect(afterSaved(await review(homeWith(['yes', 'no', 'no']), DID_NOT))).toBe(
      'Saved.\n\nYour guess from 4 October about D.: 70% at the time, 25% looking back.\n' +
        '  0% .....*========o..... 100%\n\n',
    );
  });

  test('from five on it stands beside those like it', async () => {
    expect(afterSaved(await review(homeWith(['yes', 'no', 'no', 'partly', 'no']), DID_NOT))).toBe(
      'Saved.\n\nYour guess from 4 October about D.: 70% at the time, 25% looking back.\n' +
        '  0% .....*========o..... 100%\n\n' +
        'You feared 5 things and expected about 4 of them to happen; 1 did. Chance alone\n' +
        'would not usually produce a gap this big.\n' +
        '  ....*...=====|======  usual: 2 to 5\n' +
        '\nBars go from none to all: * how many it was, | how many you expected, = what is\n' +
        'usual if your numbers are right.\n\n',
    );
  });

  test('a likelihood that was not given again moves nothing, and all guesses are told where no kind has five', async () => {
    const home = homeWith(['yes', 'no', 'no', 'no'], 'neither');
    const text = afterSaved(await review(home, ['1', '', '', '', '', '1']));
    expect(text).toMatch(/^Saved\.\n\nOf 5 closed guesses, you expected about 4 to happen; 2 did\./);
    expect(text).not.toContain('at the time');
  });

  test.each([
    { case: 'partly', typed: ['3', '', '', '', '', '1'] },
    { case: 'never put to the test', typed: ['5', '', '1'] },
    { case: 'too early', typed: ['6', '2026-12-06', '1'] },
  ])('$case is not scored, and nothing is counted', async ({ typed }) => {
    const text = afterSaved(await review(homeWith(['yes', 'no', 'no', 'no', 'no']), typed));
    expect(text).toMatch(/^Saved\.\n/);
    expect(text).not.toMatch(/closed guesses|You feared/);
  });

  test('no bar is drawn where the screen is read aloud', async () => {
    const home = homeWith(['yes', 'no', 'no', 'no', 'no']);
    await coach(['config', 'set', 'plain', 'true'], { home });
    expect(afterSaved(await review(home, DID_NOT))).toBe(
      'Saved.\n\nYour guess from 4 October about D.: 70% at the time, 25% looking back.\n\n' +
        'You feared 6 things and expected about 4 of them to happen; 1 did. Chance alone\n' +
        'would not usually produce a gap this big. If your numbers are right, 3 to 6 is\nusual.\n\n',
    );
  });

  test('another file that cannot be read does not keep it from being saved', async () => {
    const home = homeWith([]);
    putEntry(home, { id: '9999999999', at: 'nonsense', bank: 'member' });
    expect(afterSaved(await review(home, DID_NOT))).toContain('70% at the time, 25% looking back.');
  });
});

test('a plan that was reviewed has no tally', async () => {
  const home = settledHome();
  const stdin = JSON.stringify({
    'member-commitment': { then: 'ask first', by: '2026-11-23', likelihood: 80 },
  });
  await coach(['reflect', 'member', '--answers', '-'], { home, stdin });
  const text = await review(home, ['1', '', '4', '1'], { epoch: NOON + 48 * HOUR });
  expect(afterSaved(text)).not.toMatch(/expected|at the time/);
});

test('whoever has answers from a file is not shown anything but that they are saved', async () => {
  const home = homeWith(['yes', 'no', 'no', 'no', 'no']);
  const stdin = JSON.stringify([
    { closes: `${idOf(99)}/member-prediction`, 'review-outcome': 'no', 'review-again': 25 },
  ]);
  expect((await coach(['review', '--answers', '-'], { home, stdin })).stdout).toBe('Saved 1 review.\n');
});

test('a debrief shows how the same guess has turned out each time', async () => {
  const home = settledHome('manager');
  for (let at = 0; at < 6; at++) {
    const epoch = NOON + at * 24 * HOUR;
    const day = new Date(epoch).toISOString().slice(0, 10);
    await coach(['reflect', 'prepare', '--about', 'D.', '--answers', '-'], {
      home,
      epoch,
      stdin: JSON.stringify({ 'prepare-when': day, 'prepare-prediction': { likelihood: 60 } }),
    });
    const given = JSON.stringify({ 'debrief-next-step': at % 2 === 0 ? 'doer' : 'none' });
    const asked = { home, epoch: epoch + 2 * HOUR, stdin: given, typed: [] };
    const { stdout } = await coach(['reflect', 'debrief', '--about', 'D.', '--answers', '-'], asked);
    const told = /^The same guess each time: Of (\d) closed guesses, you expected/m.exec(stdout);
    expect(told?.[1]).toBe(at < 4 ? undefined : String(at + 1));
  }
});
