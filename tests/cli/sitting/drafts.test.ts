import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { coach, DAY, filesBelow, journalJson, NOON, put, settledHome } from '../coach.ts';
import { CTRL_C } from '../scripted.ts';
import { LATER, SAVE, sit, sitAt } from '../sitting.ts';

describe('a draft', () => {
  const LONG = 'Calm and then not calm at all, for a while.';
  const LINE = 'choose Begun today and not finished: "When your work is closely managed", 2 answers.';

  /** A home with a draft of two questions, one of them half answered. */
  async function interrupted(): Promise<string> {
    const home = settledHome();
    const ran = await sit(home, ['reflect'], LONG, { interrupted: 'half a' });
    expect(ran.stderr).toBe('\nWhat you answered is kept. "coach reflect" offers to finish it.\n');
    expect(ran.exitCode).toBe(130);
    expect(filesBelow(path.join(home, 'state'))).toEqual(['drafts/001k3x8m2p.json', 'shown.json']);
    return home;
  }

  test('is offered, and finished where it was left', async () => {
    const home = await interrupted();
    const ran = await sit(home, ['reflect'], 'Finish it', LATER);
    expect(ran.seen).toEqual([LINE, 'ask member-felt']);
    expect(ran.stdout).toMatch(/\nKept as a draft\. "coach reflect" offers to finish it\.\n$/);
    expect((await coach([], { home })).stdout).toMatch(/^Begun today and not finished: /);
  });

  test('is kept as it is', async () => {
    const home = await interrupted();
    const ran = await sit(home, ['reflect'], 'Keep it');
    expect(ran.stdout).toBe('\nSaved.\n2026/11/2026-11-22-091405-member-001k3x8m2p.md\n');
    expect(await journalJson(home)).toMatchObject([{ id: '001k3x8m2p', answers: [{ value: LONG }, {}] }]);
    expect(filesBelow(path.join(home, 'state'))).toEqual(['shown.json']);
  });

  test('waits while another sitting is begun', async () => {
    const home = await interrupted();
    const ran = await sit(home, ['reflect', 'note'], 'Start fresh', LONG, SAVE);
    expect(ran.seen).toEqual([LINE, 'ask note-text', 'look over']);
    expect((await sit(home, ['reflect', 'note'], 'Start fresh', LATER)).seen[0]).toBe(LINE);
  });

  test('is thrown away when that is said twice', async () => {
    const home = await interrupted();
    const sure = 'choose It cannot be brought back.';
    const kept = await sit(home, ['reflect', 'note'], 'Throw', 'Leave it', LATER);
    expect(kept.seen).toEqual([LINE, sure, 'ask note-text']);
    await sit(home, ['reflect', 'note'], 'Throw', 'Throw', LATER);
    expect((await sit(home, ['reflect', 'note'], LATER)).seen).toEqual(['ask note-text']);
  });

  test('of a check-in is the only one that a check-in offers', async () => {
    const home = await interrupted();
    const { seen } = await sit(home, ['checkin'], { value: 4 }, CTRL_C);
    expect(seen).toEqual(['ask checkin-trust', 'ask checkin-responsibility']);
    const next = await sit(home, ['checkin'], 'Finish it', LATER);
    expect(next.seen).toEqual([
      'choose Begun today and not finished: "Two minutes today", 1 answer.',
      'ask checkin-responsibility',
    ]);
  });

  test('finished on another day is about that day', async () => {
    const home = await interrupted();
    const ran = await sitAt(NOON + DAY, home, ['reflect'], 'Keep it');
    expect(ran.seen).toEqual([LINE.replace('today', 'yesterday')]);
    expect(ran.stdout).toContain('2026/11/2026-11-23-091405-member-001k3x8m2p.md');
  });

  test('is dropped unasked when its entry is there already', async () => {
    const home = await interrupted();
    const draft = path.join(home, 'state/drafts/001k3x8m2p.json');
    const text = readFileSync(draft, 'utf8');
    await sit(home, ['reflect'], 'Keep it');
    put(draft, text);
    expect((await sit(home, ['reflect'], LATER)).seen).toEqual(['ask member-situation']);
    expect(existsSync(draft)).toBe(false);
  });
});
