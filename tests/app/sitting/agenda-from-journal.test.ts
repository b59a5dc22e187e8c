import { describe, expect, test } from 'vitest';
import { looksBack, agendaFromJournal } from '../../../src/app/sitting/agenda-from-journal.ts';
import { addDays } from '../../../src/domain/time/day.ts';
import { FileMistakes } from '../../../src/domain/text/errors.ts';
import { scripted } from '../../cli/scripted.ts';
import { entryOn, given, guess, level, outcome, skipped, words } from '../../domain/journals.ts';
import { bankNamed, bankOf, idsOf, plannedOf, TODAY } from '../../domain/plans.ts';
import { newWorld, type World } from '../world.ts';

const plan = (
  world: World,
  name: string,
  about: string | null = null,
): ReturnType<typeof agendaFromJournal> =>
  agendaFromJournal(bankNamed(name), 'member', about, {}, TODAY, world.ports(scripted()));

describe('what is read', () => {
  const lately = { since: '2026-11-09' };
  test.each([
    { bank: 'member', queries: [{ banks: ['member', 'lookback'] }, lately], loads: 0 },
    { bank: 'checkin', queries: [{ banks: ['checkin', 'lookback'] }, lately], loads: 0 },
    { bank: 'prepare', queries: [{ banks: ['prepare', 'lookback'] }, lately], loads: 0 },
    {
      bank: 'debrief',
      queries: [{ banks: ['debrief', 'prepare', 'review', 'lookback'] }, lately],
      loads: 13,
    },
    { bank: 'moment', queries: [{ banks: ['moment', 'lookback'] }, lately], loads: 0 },
    { bank: 'challenge', queries: [{ banks: ['challenge', 'review'] }], loads: 0 },
    { bank: 'lookback', queries: [{}], loads: 0 },
  ])('for $bank: $queries', async ({ bank, queries, loads }) => {
    const world = newWorld();
    await plan(world, bank);
    expect(world.queries).toEqual(queries);
    expect(world.loaded).toHaveLength(loads);
    expect(world.loaded).not.toContain(bank);
  });

  test('for a question that is named: what changes its wording', async () => {
    const world = newWorld();
    const selection = { question: 'member-felt' };
    await agendaFromJournal(bankNamed('member'), 'member', null, selection, TODAY, world.ports(scripted()));
    expect(world.queries).toEqual([{ banks: ['member', 'lookback'], limit: 100 }]);
  });

  test.each([
    { bank: 'member', is: true },
    { bank: 'manager', is: true },
    { bank: 'debrief', is: true },
    { bank: 'prepare', is: false },
    { bank: 'checkin', is: false },
    { bank: 'challenge', is: true },
    { bank: 'lookback', is: true },
    { bank: 'moment', is: false },
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

describe('what rests', () => {
  const asks = async (world: World, name: string): Promise<readonly string[]> =>
    idsOf(await plan(world, name));

  test('a question that was retired long ago is not asked after a hundred more sittings', async () => {
    const retired = entryOn('2024-01-01', 'checkin', [skipped('checkin-trust', 'not-mine')]);
    const since = Array.from({ length: 120 }, (_, index) =>
      entryOn(addDays('2024-02-01', index), 'checkin', [level('checkin-autonomy')], { id: `later${index}` }),
    );
    expect(await asks(newWorld([retired, ...since]), 'checkin')).not.toContain('checkin-trust');
  });

  test('what was too close in one bank rests in others that share an idea', async () => {
    const close = entryOn('2026-11-20', 'member', [skipped('member-hold-back', 'too-close')]);
    const world = newWorld([close]);
    expect(await asks(world, 'checkin')).not.toContain('checkin-responsibility');
    expect(world.loaded).toContain('member');
    expect(await asks(newWorld([{ ...close, day: '2026-11-08' }]), 'checkin')).toContain(
      'checkin-responsibility',
    );
  });

  test('a look back decides, whomever it is about itself', async () => {
    const skips = ['2026-11-01', '2026-11-02', '2026-11-03'].map((day, index) =>
      entryOn(day, 'member', [skipped('member-felt')], { id: `skip${index}` }),
    );
    const decided = entryOn(
      '2026-11-04',
      'lookback',
      [given('lookback-stepped-past', { type: 'choice', value: 'keep' }, { continues: 'skip2/member-felt' })],
      { about: 'D.', role: 'manager', id: 'decided' },
    );
    expect(await asks(newWorld(skips), 'member')).not.toContain('member-felt');
    expect(await asks(newWorld([...skips, decided]), 'member')).toContain('member-felt');
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

  test('a debrief from a file, too, though a hundred reviews lie between', async () => {
    const reviews = Array.from({ length: 101 }, (_, index) =>
      entryOn('2026-11-21', 'review', [outcome('x/y')], { id: `review${index}` }),
    );
    const { ports } = newWorld([prepared, ...reviews]);
    const selection = { only: ['debrief-next-step'] };
    const debrief = bankNamed('debrief');
    const agenda = await agendaFromJournal(debrief, 'member', null, selection, TODAY, ports(scripted()));
    expect(plannedOf(agenda, 'debrief-next-step').closes).toBe('aaaaaaaaaa/prepare-member-prediction');
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
    const mine = await agendaFromJournal(bank, 'member', null, {}, TODAY, world.ports(scripted()));
    expect(mine.questions[0]).toMatchObject({
      recalled: [{ answer: { value: 'a thought' } }],
      earlier: [{ answer: { value: 'anger' } }],
    });
  });
});
