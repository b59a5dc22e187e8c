import { describe, expect, test } from 'vitest';
import { looksBack, planFromJournal } from '../../src/app/plan-sitting.ts';
import { FileMistakes } from '../../src/domain/errors.ts';
import { scripted } from '../cli/scripted.ts';
import { entryOn, given, guess, outcome, words } from '../domain/journals.ts';
import { bankNamed, bankOf, idsOf, plannedOf, TODAY } from '../domain/plans.ts';
import { newWorld, type World } from './world.ts';

const plan = (world: World, name: string, about: string | null = null): ReturnType<typeof planFromJournal> =>
  planFromJournal(bankNamed(name), 'member', about, {}, TODAY, world.ports(scripted()));

describe('what is read', () => {
  test.each([
    { bank: 'member', query: { banks: ['member'], limit: 100 }, loads: 0 },
    { bank: 'checkin', query: { banks: ['checkin'], limit: 100 }, loads: 0 },
    { bank: 'prepare', query: { banks: ['prepare'], limit: 100 }, loads: 0 },
    { bank: 'debrief', query: { banks: ['debrief', 'prepare', 'review'], limit: 100 }, loads: 8 },
    { bank: 'challenge', query: { banks: ['challenge'] }, loads: 0 },
    { bank: 'lookback', query: {}, loads: 0 },
  ])('for $bank: $query', async ({ bank, query, loads }) => {
    const world = newWorld();
    await plan(world, bank);
    expect(world.queries).toEqual([query]);
    expect(world.loaded).toHaveLength(loads);
    expect(world.loaded).not.toContain(bank);
  });

  test.each([
    { bank: 'member', is: true },
    { bank: 'manager', is: true },
    { bank: 'debrief', is: true },
    { bank: 'prepare', is: false },
    { bank: 'checkin', is: false },
    { bank: 'challenge', is: false },
    { bank: 'lookback', is: true },
    { bank: 'note', is: false },
  ])('what $bank asks depends on what was answered before: $is', ({ bank, is }) => {
    expect(looksBack(bankNamed(bank))).toBe(is);
  });

  test('a broken bank of one’s own does not stand in the way, a bug does', async () => {
    const world = newWorld();
    world.banks.set('broken', new FileMistakes('broken.yaml', []));
    await expect(plan(world, 'debrief')).resolves.toBeDefined();
    world.banks.set('broken', new TypeError('a bug'));
    await expect(plan(world, 'debrief')).rejects.toThrow('a bug');
  });
});

describe('what it comes to', () => {
  const prepared = entryOn(
    '2026-11-20',
    'prepare',
    [words('prepare-want', 'a date'), guess('prepare-member-prediction')],
    { id: 'aaaaaaaaaa' },
  );

  test('a debrief recalls and closes what was prepared', async () => {
    const debrief = await plan(newWorld([prepared]), 'debrief');
    expect(plannedOf(debrief, 'debrief-aim').recalled).toMatchObject([{ answer: { value: 'a date' } }]);
    expect(plannedOf(debrief, 'debrief-next-step').closes).toBe('aaaaaaaaaa/prepare-member-prediction');
  });

  test('but not what was prepared about somebody else, nor what a review has closed', async () => {
    const other = await plan(newWorld([prepared]), 'debrief', 'D.');
    expect(plannedOf(other, 'debrief-aim').recalled).toEqual([]);
    const reviewed = entryOn('2026-11-21', 'review', [outcome('aaaaaaaaaa/prepare-member-prediction')]);
    const debrief = await plan(newWorld([prepared, reviewed]), 'debrief');
    expect(plannedOf(debrief, 'debrief-next-step').closes).toBeUndefined();
  });

  test('a look back counts over the whole journal', async () => {
    const closed = entryOn('2026-11-21', 'debrief', [
      given(
        'debrief-next-step',
        { type: 'choice', value: 'doer' },
        { closes: 'aaaaaaaaaa/prepare-member-prediction' },
      ),
    ]);
    expect(idsOf(await plan(newWorld([prepared, closed]), 'lookback'))).toContain('lookback-guesses');
    expect(idsOf(await plan(newWorld([prepared]), 'lookback'))).not.toContain('lookback-guesses');
  });

  test('a question may recall one of any bank', async () => {
    const bank = bankOf(
      '- {id: mine-one, type: text, ask: "What now?", recall: [note-text], repeats: member-felt}',
    );
    const world = newWorld([
      entryOn('2026-11-20', 'note', [words('note-text', 'a thought')]),
      entryOn('2026-11-20', 'member', [words('member-felt', 'anger')], { id: 'k3x8m2p9qb' }),
    ]);
    const mine = await planFromJournal(bank, 'member', null, {}, TODAY, world.ports(scripted()));
    expect(mine.questions[0]).toMatchObject({
      recalled: [{ answer: { value: 'a thought' } }],
      earlier: [{ answer: { value: 'anger' } }],
    });
  });
});
