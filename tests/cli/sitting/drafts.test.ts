import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { coach, DAY, filesBelow, journalJson, NOON, put, settledHome } from '../coach.ts';
import { CTRL_C } from '../scripted.ts';
import { LATER, SAVE, sit, sitAt } from '../sitting.ts';

/** All questions of the role, about nobody in particular. */
const REFLECT = ['reflect', '--full', '--about', ''];
const MEMBER = ['reflect', 'member', '--full', '--about', ''];

describe('a draft', () => {
  const LONG = 'Calm and then not calm at all, for a while.';
  const LINE = 'choose Unfinished from today: "When your work is closely managed" (2 answers).';

  /** A home with a draft of two questions, one of them half answered. */
  async function interrupted(): Promise<string> {
    const home = settledHome();
    const ran = await sit(home, REFLECT, LONG, { interrupted: 'half a' });
    expect(ran.stderr).toBe('\nYour answers are kept. Run coach reflect to go on.\n');
    expect(ran.exitCode).toBe(130);
    expect(filesBelow(path.join(home, 'state'))).toEqual(['drafts/001k3x8m2p.json', 'shown.json']);
    return home;
  }

  test('is offered, and finished where it was left', async () => {
    const home = await interrupted();
    const ran = await sit(home, ['reflect'], 'Finish it', LATER);
    expect(ran.seen).toEqual([LINE, 'ask member-my-move']);
    expect(ran.stdout).toMatch(/\nYour answers are kept\. To go on: coach reflect\n$/);
    expect((await coach([], { home })).stdout).toMatch(/^Unfinished from today: /);
  });

  test('that was left in the middle of a plan went on behind its moment, out of sight', async () => {
    const home = settledHome();
    const plan = ['reflect', 'member', '--question', 'member-commitment'];
    const begun = await sit(home, plan, { value: 'it rings' }, CTRL_C);
    expect(begun.seen).toEqual(['ask member-commitment when', 'ask member-commitment then']);
    const { seen } = await sit(home, ['reflect'], 'Finish it', { value: 'it rings' }, LATER);
    expect(seen.slice(1)).toEqual(['ask member-commitment when', 'ask member-commitment then']);
  });

  test('is kept as it is', async () => {
    const home = await interrupted();
    const ran = await sit(home, ['reflect'], 'Save what');
    expect(ran.stdout).toBe('\nSaved.\n2026/11/2026-11-22-091405-member-001k3x8m2p.md\n');
    expect(await journalJson(home)).toMatchObject([{ id: '001k3x8m2p', answers: [{ value: LONG }, {}] }]);
    expect(filesBelow(path.join(home, 'state'))).toEqual(['shown.json']);
  });

  test('waits while another sitting is begun', async () => {
    const home = await interrupted();
    const ran = await sit(home, MEMBER, 'Keep this draft', LATER);
    expect(ran.seen[0]).toBe(LINE);
    expect((await sit(home, REFLECT, 'Keep this draft', LATER)).seen[0]).toBe(LINE);
  });

  test('of one bank opened a menu before any other sitting', async () => {
    const home = await interrupted();
    const ran = await sit(home, ['reflect', 'note'], LONG, SAVE);
    expect(ran.seen).toEqual(['ask note-text', 'look over']);
    const line =
      /\nUnfinished from today: "When your work [^"]+" \(2\sanswers\)\.\sTo\sfinish\sit:\scoach\sreflect\n$/;
    expect(ran.stdout).toMatch(line);
    expect((await sit(home, ['reflect', '--question', 'note-text'], LONG, SAVE)).stdout).toMatch(line);
    expect((await sit(home, ['checkin'], CTRL_C)).stdout).not.toMatch(/unfinished/i);
    // A draft of its own comes first, the others are told of as well.
    await sit(home, ['reflect', 'note'], LONG, { interrupted: 'half a' });
    const own = await sit(home, ['reflect', 'note'], 'Save what');
    expect(own.seen).toEqual(['choose Unfinished from today: "A free page" (1 answer).']);
    expect(own.stdout).toMatch(line);
    await sit(home, ['reflect', 'note'], LONG, { interrupted: 'half a' });
    expect((await sit(home, ['reflect'], CTRL_C)).seen[0]).toMatch(/^choose Unfinished from today/);
    expect((await sit(home, ['reflect', 'prepare', '--about', ''], { value: 'x' }, LATER)).stdout).toMatch(
      /\n2 sittings are unfinished\. To finish them: coach reflect\n$/,
    );
  });

  test('is thrown away when that is said twice', async () => {
    const home = await interrupted();
    const sure = "choose A draft that you throw away can't be brought back.";
    const kept = await sit(home, MEMBER, 'Throw', 'Leave it', LATER);
    expect(kept.seen.slice(0, 2)).toEqual([LINE, sure]);
    await sit(home, MEMBER, 'Throw', 'Throw', LATER);
    expect((await sit(home, MEMBER, LATER)).seen).not.toContain(LINE);
  });

  test('of a check-in is the only one that a check-in offers', async () => {
    const home = await interrupted();
    const { seen } = await sit(home, ['checkin'], { value: 4 }, CTRL_C);
    expect(seen).toEqual(['ask checkin-trust', 'ask checkin-responsibility']);
    const next = await sit(home, ['checkin'], 'Finish it', LATER);
    expect(next.seen).toEqual([
      'choose Unfinished from today: "Two minutes today" (1 answer).',
      'ask checkin-responsibility',
    ]);
  });

  test('finished on another day is about that day', async () => {
    const home = await interrupted();
    const ran = await sitAt(NOON + DAY, home, ['reflect'], 'Save what');
    expect(ran.seen).toEqual([LINE.replace('today', 'yesterday')]);
    expect(ran.stdout).toContain('2026/11/2026-11-23-091405-member-001k3x8m2p.md');
  });

  test('is dropped unasked when its entry is there already', async () => {
    const home = await interrupted();
    const draft = path.join(home, 'state/drafts/001k3x8m2p.json');
    const text = readFileSync(draft, 'utf8');
    await sit(home, ['reflect'], 'Save what');
    put(draft, text);
    expect((await sit(home, REFLECT, LATER)).seen).toEqual(['ask member-situation']);
    expect(existsSync(draft)).toBe(false);
  });
});
