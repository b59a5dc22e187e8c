import { describe, expect, test } from 'vitest';
import { beginAnew, offerDrafts } from '../../../src/app/sitting/begin-sitting.ts';
import { holdSitting, type SittingEnd } from '../../../src/app/sitting/hold-sitting.ts';
import { CoachError, Interrupted } from '../../../src/domain/text/errors.ts';
import type { QuestionBank } from '../../../src/domain/banks/question-bank.ts';
import { CTRL_C, type Move, type Scripted, scripted } from '../../cli/scripted.ts';
import { bankNamed, bankOf } from '../../domain/plans.ts';
import { HOUR, newWorld, type World } from '../world.ts';

const mine = bankOf(`
- {id: mine-one, type: text, ask: "What happened?"}
- {id: mine-two, type: text, ask: "What else?"}
- {id: mine-plan, type: commitment, ask: "What will you do?"}`);
const SAVE: Move = { kind: 'save' };
const LATER: Move = { kind: 'later' };
const PASS: Move = { kind: 'skip', skip: 'passed' };
const SOUND: readonly Move[] = ['rain', 'hail', PASS, SAVE];
const ID = '0000000001';

interface Held {
  readonly end?: SittingEnd;
  readonly error?: unknown;
  readonly seen: Scripted['seen'];
}

/** Holds a sitting to its end, or to what stopped it. */
async function hold(
  world: World,
  moves: readonly Move[],
  more: { readonly at?: string; readonly bank?: QuestionBank } = {},
): Promise<Held> {
  const prompter = scripted(...moves);
  const ports = world.ports(prompter);
  const { bank = mine, at } = more;
  try {
    const begun = await beginAnew(
      { bank, role: 'member', about: null, tags: ['q3'], selection: {}, ...(at !== undefined && { at }) },
      ports,
    );
    return { end: await holdSitting(begun, ports), seen: prompter.seen };
  } catch (error) {
    return { error, seen: prompter.seen };
  } finally {
    expect(prompter.left()).toEqual([]);
  }
}

/** Takes up the one draft there is. */
async function takeUp(world: World, moves: readonly Move[]): Promise<SittingEnd> {
  world.banks.set('mine', mine);
  const ports = world.ports(scripted('Finish it', ...moves));
  const choice = await offerDrafts(ports);
  if (choice.kind !== 'finish') throw new Error('no draft was taken up');
  return holdSitting(choice.begun, ports);
}

const valuesOf = (world: World): readonly unknown[] | undefined =>
  world.entries[0]?.entry.answers.map(({ value }) => value);

describe('what is written, and when', () => {
  test('a draft after every act, then the entry, and only then the draft goes', async () => {
    const world = newWorld();
    const { end } = await hold(world, SOUND);
    expect(world.log).toEqual([
      ...Array.from({ length: 3 }, () => `draft ${ID}`),
      `entry ${ID}`,
      `drop ${ID}`,
    ]);
    expect(end).toMatchObject({ kind: 'saved', path: `2026/11/2026-11-22-091405-mine-${ID}.md` });
    expect(world.entries[0]?.entry).toMatchObject({
      id: ID,
      at: '2026-11-22T09:14:05+01:00',
      written: '2026-11-22T09:14:45+01:00',
      tags: ['q3'],
      answers: [{ value: 'rain' }, { value: 'hail' }, { skip: 'passed' }],
    });
  });

  test('each part of an answer is in the draft', async () => {
    const world = newWorld();
    await hold(world, [PASS, PASS, 'it rains', 'take the bus', LATER]);
    expect(world.drafts.get(ID)).toMatchObject({
      current: 'mine-plan',
      parts: { when: 'it rains', then: 'take the bus' },
      field: 2,
      unfinished: { value: { when: 'it rains', then: 'take the bus' } },
    });
  });

  test('the old answer is remarked on once the draft is on disk', async () => {
    const world = newWorld();
    const { seen } = await hold(world, [
      'rain',
      PASS,
      'it rains',
      'walk',
      { value: null },
      { value: 0.8 },
      SAVE,
    ]);
    expect(seen.filter((line) => line.startsWith('remark'))).toEqual(['remark passed']);
  });
});

describe('nothing answered leaves nothing', () => {
  test.each<{ case: string; moves: readonly Move[]; is: string; written: readonly string[] }>([
    { case: 'left at once', moves: [LATER], is: 'nothing', written: [] },
    { case: 'passed and left', moves: [PASS, PASS, LATER], is: 'nothing', written: [] },
    {
      case: 'walked to the end',
      moves: [PASS, PASS, PASS, SAVE],
      is: 'saved',
      written: [`entry ${ID}`, `drop ${ID}`],
    },
    {
      case: 'a kind of skip was chosen',
      moves: [{ kind: 'skip', skip: 'not-mine' }, LATER],
      is: 'later',
      written: [`draft ${ID}`, `draft ${ID}`],
    },
    {
      case: 'a word was typed',
      moves: [{ kind: 'later', typed: 'r' }],
      is: 'later',
      written: [`draft ${ID}`],
    },
  ])('$case: $is', async ({ moves, is, written }) => {
    const world = newWorld();
    const { end } = await hold(world, moves);
    expect(end?.kind).toBe(is);
    expect(world.log).toEqual(written);
  });

  test('what took back everything takes back the draft on disk too', async () => {
    const world = newWorld();
    const { end } = await hold(world, ['rain', { kind: 'back' }, PASS, LATER]);
    expect(end?.kind).toBe('later');
    expect(JSON.stringify(world.drafts.get(ID))).not.toContain('rain');
  });

  test('and in a later part of the sitting as well', async () => {
    const world = newWorld();
    await hold(world, ['rain', LATER]);
    expect(await takeUp(world, [{ kind: 'back' }, PASS, LATER])).toEqual({ kind: 'later' });
    expect(JSON.stringify(world.drafts.get(ID))).not.toContain('rain');
  });
});

describe('Ctrl-C', () => {
  test('keeps what was typed', async () => {
    const world = newWorld();
    const { error } = await hold(world, ['rain', { interrupted: 'hai' }]);
    expect(error).toBeInstanceOf(Interrupted);
    expect(error).toHaveProperty('message', 'Your answers are kept. Run coach reflect to go on.');
    expect(world.drafts.get(ID)).toMatchObject({ current: 'mine-two', parts: { value: 'hai' } });
    await takeUp(world, ['hail', PASS, SAVE]);
    expect(valuesOf(world)).toEqual(['rain', 'hail', null]);
  });

  test('keeps nothing where there is nothing', async () => {
    const world = newWorld();
    const { error } = await hold(world, [CTRL_C]);
    expect(error).toHaveProperty('message', 'Nothing was answered, so nothing was saved.');
    expect(world.log).toEqual([]);
  });

  test('in the look over, with an offer, and where it asks what to do about a full disk', async () => {
    const lookingOver = newWorld();
    await hold(lookingOver, ['rain', PASS, PASS, CTRL_C]);
    expect(lookingOver.drafts.get(ID)).toMatchObject({ current: null, answers: [{ value: 'rain' }, {}, {}] });

    const offered = newWorld();
    await hold(offered, [PASS, PASS, 'soon', CTRL_C]);
    expect(offered.drafts.get(ID)).toMatchObject({ offer: { kind: 'moment' }, parts: { when: 'soon' } });

    const full = newWorld();
    full.full.journal = true;
    const { error } = await hold(full, [...SOUND, CTRL_C]);
    expect(error).toHaveProperty('message', 'Your answers are kept. Run coach reflect to go on.');
    expect(full.drafts.size).toBe(1);
  });

  test('without room for the draft shows what would be lost', async () => {
    const world = newWorld();
    world.full.drafts = true;
    const { error, seen } = await hold(world, ['rain', { interrupted: 'hai' }]);
    expect(error).toHaveProperty('message', 'Your answers could not be saved. Copy them from above.');
    expect(seen).toEqual(['ask mine-one', 'say The disk is full', 'ask mine-two', 'say ---']);
  });

  test('a bug is not taken for it', async () => {
    const world = newWorld();
    const ports = world.ports({ ...scripted(), ask: () => Promise.reject(new TypeError('a bug')) });
    const begun = await beginAnew({ bank: mine, role: null, about: null, tags: [], selection: {} }, ports);
    await expect(holdSitting(begun, ports)).rejects.toThrow(TypeError);
  });
});

describe('a full disk', () => {
  test('while drafting is told once, and nothing is lost', async () => {
    const world = newWorld();
    world.full.drafts = true;
    const { end, seen } = await hold(world, SOUND);
    expect(end?.kind).toBe('saved');
    expect(seen.filter((line) => line === 'say The disk is full')).toHaveLength(1);
    expect(valuesOf(world)).toEqual(['rain', 'hail', null]);
  });

  test('is told again when there was room in between', async () => {
    const world = newWorld();
    const prompter = scripted('rain', 'hail', PASS, SAVE);
    let asked = 0;
    const ports = world.ports({
      ...prompter,
      ask: (...step) => {
        world.full.drafts = ++asked % 2 === 1;
        return prompter.ask(...step);
      },
    });
    const begun = await beginAnew({ bank: mine, role: null, about: null, tags: [], selection: {} }, ports);
    await holdSitting(begun, ports);
    expect(prompter.seen.filter((line) => line === 'say The disk is full')).toHaveLength(2);
  });

  test('while leaving asks before anything is given up', async () => {
    const world = newWorld();
    world.full.drafts = true;
    const { error, seen } = await hold(world, ['rain', LATER, 'Show all my', 'Try again', 'Leave, and lose']);
    expect(error).toBeInstanceOf(CoachError);
    expect(error).toHaveProperty('message', 'your last answers could not be saved');
    expect(seen.slice(-4)).toEqual([
      "choose Your answers can't be saved yet.",
      'say ---',
      "choose Your answers can't be saved yet.",
      "choose Your answers can't be saved yet.",
    ]);
  });

  test.each<{ choice: string; moves: readonly Move[]; is: object }>([
    { choice: 'try again', moves: ['Try again'], is: { end: { kind: 'saved' } } },
    {
      choice: 'print it, then try again',
      moves: ['Show all my', 'Try again'],
      is: { end: { kind: 'saved' } },
    },
    { choice: 'leave it as a draft', moves: ['Keep it'], is: { end: { kind: 'later' } } },
  ])('while saving: $choice', async ({ moves, is }) => {
    const world = newWorld();
    world.full.journal = true;
    const prompter = scripted(...SOUND, ...moves);
    const ports = world.ports({
      ...prompter,
      choose: (message, choices) => {
        world.full.journal = moves.length > 1 && !prompter.seen.includes('say ---');
        return prompter.choose(message, choices);
      },
    });
    const begun = await beginAnew(
      { bank: mine, role: 'member', about: null, tags: [], selection: {} },
      ports,
    );
    const end = await holdSitting(begun, ports);
    expect({ end }).toMatchObject(is);
    expect(world.drafts.size).toBe(end.kind === 'later' ? 1 : 0);
    expect(world.entries.length).toBe(end.kind === 'later' ? 0 : 1);
    expect(prompter.seen).toContain('say The disk is full');
  });

  test('for both, left as a draft, is not taken for kept', async () => {
    const world = newWorld();
    world.full.journal = true;
    world.full.drafts = true;
    const { error } = await hold(world, [...SOUND, 'Keep it', 'Leave, and lose']);
    expect(error).toHaveProperty('message', 'your last answers could not be saved');
  });
});

describe('the time that it took', () => {
  test.each([
    { secondsAPart: 0, is: null },
    { secondsAPart: 4, is: 1 },
    { secondsAPart: 120, is: 8 },
    { secondsAPart: 3600, is: 40 },
    { secondsAPart: -60, is: null },
  ])('$secondsAPart seconds at each of four steps: $is minutes', async ({ secondsAPart, is }) => {
    const world = newWorld();
    world.secondsAPart = secondsAPart;
    await hold(world, SOUND);
    expect(world.entries[0]?.entry.minutes).toBe(is);
  });

  test('at most ten minutes a question, however many parts and returns', async () => {
    const world = newWorld();
    world.secondsAPart = 500;
    await hold(world, ['rain', { kind: 'back' }, 'rain', PASS, PASS, SAVE]);
    expect(world.entries[0]?.entry.minutes).toBe(Math.round((600 + 600 + 500 + 500) / 60));
  });

  test('also of a question that is taken up again', async () => {
    const world = newWorld();
    world.secondsAPart = 550;
    await hold(world, ['rain', LATER]);
    world.secondsAPart = 60;
    await takeUp(world, [{ kind: 'back' }, 'rain', 'hail', PASS, SAVE]);
    expect(world.entries[0]?.entry.minutes).toBe(Math.round((600 + 600 + 60 + 60) / 60));
  });

  test('of all parts of a sitting together', async () => {
    const world = newWorld();
    world.secondsAPart = 120;
    await hold(world, ['rain', LATER]);
    await takeUp(world, ['hail', PASS, SAVE]);
    expect(world.entries[0]?.entry.minutes).toBe(10);
  });
});

describe('finished later', () => {
  test('on the same day it keeps its moment, on another it is about that day', async () => {
    for (const { hours, at } of [
      { hours: 10, at: '2026-11-22T09:14:05+01:00' },
      { hours: 24, at: '2026-11-23T09:14:55+01:00' },
    ]) {
      const world = newWorld();
      await hold(world, ['rain', LATER]);
      world.epoch += hours * HOUR;
      await takeUp(world, ['hail', PASS, SAVE]);
      expect(world.entries[0]?.entry).toMatchObject({ at, id: ID });
      expect(world.drafts.size).toBe(0);
    }
  });

  test('back-filled, it keeps the moment that was named', async () => {
    const world = newWorld();
    const at = '2026-11-20T18:00:00+01:00';
    await hold(world, ['rain', LATER], { at });
    world.epoch += 48 * HOUR;
    await takeUp(world, ['hail', PASS, SAVE]);
    expect(world.entries[0]?.entry).toMatchObject({ at, day: '2026-11-20' });
  });

  test('the draft learns the moment of its entry before the entry is there', async () => {
    const world = newWorld();
    await hold(world, ['rain', LATER]);
    world.epoch += 24 * HOUR;
    world.full.journal = true;
    world.banks.set('mine', mine);
    const prompter = scripted('Finish it', 'hail', PASS, SAVE, 'Keep it');
    const moments: unknown[] = [];
    const ports = world.ports({
      ...prompter,
      choose: (message, choices) => {
        moments.push(world.drafts.get(ID)?.at);
        return prompter.choose(message, choices);
      },
    });
    const choice = await offerDrafts(ports);
    expect(choice.kind === 'finish' && (await holdSitting(choice.begun, ports))).toEqual({ kind: 'later' });
    expect(moments).toEqual(['2026-11-22T09:14:05+01:00', '2026-11-23T09:14:55+01:00']);
  });

  test('it is as long as it was', async () => {
    const world = newWorld();
    const member = bankNamed('member');
    await hold(world, ['one two three four five six seven eight', LATER], { bank: member });
    const ports = world.ports(scripted('Finish it'));
    const choice = await offerDrafts(ports);
    expect(choice).toMatchObject({ kind: 'finish', begun: { sitting: { agenda: { minutes: 14 } } } });
  });
});
