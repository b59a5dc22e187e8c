import { describe, expect, test } from 'vitest';
import { beginAnew, offerDrafts, waitingDrafts } from '../../../src/app/sitting/begin-sitting.ts';
import { type Draft, draftOf } from '../../../src/domain/sitting/draft.ts';
import { entryPath } from '../../../src/domain/entry/entry.ts';
import { Interrupted, UsageError } from '../../../src/domain/text/errors.ts';
import type { Act } from '../../../src/domain/sitting/act.ts';
import { beginSitting } from '../../../src/domain/sitting/sitting.ts';
import { CTRL_C, scripted } from '../../cli/scripted.ts';
import { bankNamed, planOf, TODAY } from '../../domain/plans.ts';
import { after, stepWords } from '../../domain/walks.ts';
import { HOUR, MORNING, newWorld, type World } from '../world.ts';

const LONG = 'one two three four five six seven eight';
const answer = (value: string): Act => ({ kind: 'answer', value });

/** A draft of the member's bank, left in its second question. */
function draftNamed(id: string, changes: Partial<Draft> = {}): Draft {
  const sitting = after(beginSitting(planOf(bankNamed('member'), { about: 'D.' }), TODAY), answer(LONG), {
    kind: 'later',
    typed: 'anger',
  });
  const head = { id, at: '2026-11-21T09:14:05+01:00', tags: [], backFilled: false };
  return { ...draftOf(sitting, head, { 'member-situation': 90 }), ...changes };
}

function worldWith(...drafts: readonly Draft[]): World {
  const world = newWorld();
  for (const draft of drafts) world.drafts.set(draft.id, draft);
  return world;
}

const one = draftNamed('aaaaaaaaaa');
const two = draftNamed('bbbbbbbbbb', { bank: 'manager', title: 'When you stay close', about: null });

describe('a new sitting', () => {
  const request = { role: 'member', about: 'D.', tags: ['q3'], selection: {} } as const;

  test('knows its id and its moment', async () => {
    const begun = await beginAnew({ ...request, bank: bankNamed('member') }, newWorld().ports(scripted()));
    expect(begun.head).toEqual({
      id: '0000000001',
      at: '2026-11-22T09:14:05+01:00',
      tags: ['q3'],
      backFilled: false,
    });
    expect(begun.spent).toEqual({});
    expect(stepWords(begun.sitting)).toBe('member-situation value');
  });

  test('back-filled, its moment is the one that was named, and dates count from today', async () => {
    const at = '2026-11-01T18:00:00+01:00';
    const begun = await beginAnew(
      { ...request, bank: bankNamed('member'), at },
      newWorld().ports(scripted()),
    );
    expect(begun).toMatchObject({ head: { at, backFilled: true }, sitting: { today: TODAY } });
  });

  test('before the day ends, it is still the day before', async () => {
    const world = newWorld();
    world.epoch = MORNING - 8 * HOUR;
    const begun = await beginAnew({ ...request, bank: bankNamed('member') }, world.ports(scripted()));
    expect(begun.sitting.today).toBe('2026-11-21');
  });

  test('is refused where nothing would be asked', async () => {
    const begun = beginAnew({ ...request, bank: bankNamed('review') }, newWorld().ports(scripted()));
    await expect(begun).rejects.toThrow('the question set review has nothing to ask here');
  });
});

describe('what was not finished', () => {
  const words = '"When your work is closely managed" about D. (2 answers).';

  test('is offered with the day it began and how much there is, never with a word of it', async () => {
    const prompter = scripted('Keep this draft');
    await offerDrafts(worldWith(one).ports(prompter));
    expect(prompter.seen).toEqual([`choose Unfinished from yesterday: ${words}`]);
  });

  test('can be finished: the sitting stands where it stood', async () => {
    const world = worldWith(one);
    const choice = await offerDrafts(world.ports(scripted('Finish it')));
    if (choice.kind !== 'finish') throw new Error('it was not taken up');
    const { sitting, head, spent } = choice.begun;
    expect(stepWords(sitting)).toBe('member-my-move value');
    expect(sitting).toMatchObject({ parts: { value: 'anger' }, agenda: { minutes: 14, about: 'D.' } });
    expect({ head, spent }).toMatchObject({
      head: { id: 'aaaaaaaaaa', at: one.at },
      spent: { 'member-situation': 90 },
    });
    expect(world.drafts.size).toBe(1);
  });

  test('can be kept as it is, with what was typed last', async () => {
    const world = worldWith(one);
    const choice = await offerDrafts(world.ports(scripted('Save what')));
    expect(choice).toMatchObject({ kind: 'kept', ends: [{ kind: 'saved' }] });
    expect(world.entries[0]?.entry.answers.map(({ value }) => value)).toEqual([LONG, 'anger']);
    expect(world.log).toEqual(['draft aaaaaaaaaa', 'entry aaaaaaaaaa', 'drop aaaaaaaaaa']);
  });

  test('can be kept though its bank is gone', async () => {
    const world = worldWith(one);
    world.banks.clear();
    await offerDrafts(world.ports(scripted('Save what')));
    expect(world.entries).toHaveLength(1);
    const finishing = offerDrafts(worldWith({ ...one, bank: 'gone' }).ports(scripted('Finish it')));
    await expect(finishing).rejects.toThrow(UsageError);
  });

  test('is not lost where keeping it fails', async () => {
    const world = worldWith(one);
    world.full.journal = true;
    await expect(offerDrafts(world.ports(scripted('Save what')))).rejects.toThrow('the disk is full');
    expect(world.drafts.size).toBe(1);
  });

  test('can be left for another time', async () => {
    const world = worldWith(one, two);
    expect(await offerDrafts(world.ports(scripted('Keep this draft')))).toEqual({ kind: 'kept', ends: [] });
    expect([world.drafts.size, world.log]).toEqual([2, []]);
  });

  test.each([
    { sure: 'Throw', left: 0 },
    { sure: 'Leave', left: 1 },
  ])('is thrown away only when the person is sure: $sure', async ({ sure, left }) => {
    const world = worldWith(one);
    await offerDrafts(world.ports(scripted('Throw it away', sure)));
    expect(world.drafts.size).toBe(left);
    expect(world.entries).toEqual([]);
  });

  test('is offered one after the other, or of one bank alone', async () => {
    const all = scripted('Save what', 'Save what');
    const choice = await offerDrafts(worldWith(one, two).ports(all));
    expect(choice).toMatchObject({
      ends: [{ entry: { id: 'aaaaaaaaaa' } }, { entry: { id: 'bbbbbbbbbb' } }],
    });
    const managers = scripted('Keep this draft');
    await offerDrafts(worldWith(one, two).ports(managers), 'manager');
    expect(managers.seen).toEqual(['choose Unfinished from yesterday: "When you stay close" (2 answers).']);
  });

  test('is dropped unasked where its entry is there already', async () => {
    const world = worldWith(one, two);
    world.entries.push({
      entry: {
        ...one,
        written: one.at,
        zone: null,
        day: '2026-11-21',
        minutes: 1,
        extra: { front: '', sections: [] },
      },
      path: entryPath(one),
    });
    const ports = world.ports(scripted());
    expect((await waitingDrafts(ports)).map(({ id }) => id)).toEqual(['bbbbbbbbbb']);
    expect([...world.drafts.keys()]).toEqual(['bbbbbbbbbb']);
  });

  test('is left alone where another window takes it up meanwhile', async () => {
    for (const choice of ['Finish it', 'Save what', 'Throw it away']) {
      const world = worldWith(one);
      const prompter = scripted(choice);
      const ports = world.ports({
        ...prompter,
        choose: (message, choices) => {
          world.drafts.clear();
          return prompter.choose(message, choices);
        },
      });
      expect(await offerDrafts(ports)).toEqual({ kind: 'kept', ends: [] });
      expect(prompter.seen.at(-1)).toBe('say Another window has taken over this draft.');
      expect(world.log).toEqual([]);
    }
  });

  test('stays where it is on Ctrl-C', async () => {
    const world = worldWith(one);
    await expect(offerDrafts(world.ports(scripted(CTRL_C)))).rejects.toThrow(Interrupted);
    expect(world.drafts.size).toBe(1);
  });
});
