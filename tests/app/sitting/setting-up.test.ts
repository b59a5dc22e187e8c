import { describe, expect, test } from 'vitest';
import { bankAsking, checkSelection, roleFor, settleRole } from '../../../src/app/sitting/setting-up.ts';
import { FileMistakes, UsageError } from '../../../src/domain/text/errors.ts';
import type { Role } from '../../../src/domain/banks/question-bank.ts';
import type { Settings } from '../../../src/domain/banks/settings.ts';
import { scripted } from '../../cli/scripted.ts';
import { bankNamed } from '../../domain/plans.ts';
import { newWorld } from '../world.ts';

/** What an error says, and its hint. */
async function complaint(act: () => unknown): Promise<readonly unknown[]> {
  try {
    await act();
  } catch (error) {
    if (error instanceof UsageError) return [error.message, error.hint];
    throw error;
  }
  throw new Error('nothing was wrong');
}

describe('whose seat it is', () => {
  test.each<{
    case: string;
    said?: Role;
    settings?: Settings;
    last?: Role;
    moves?: readonly string[];
    is: Role;
    writes?: string[];
  }>([
    { case: 'what is said counts first', said: 'manager', settings: { role: 'member' }, is: 'manager' },
    { case: 'then what is remembered', settings: { role: 'member' }, is: 'member' },
    {
      case: 'a set role counts before the last one',
      settings: { role: 'member' },
      last: 'manager',
      is: 'member',
    },
    { case: 'the role of the last sitting is taken without a question', last: 'manager', is: 'manager' },
    { case: 'both asks each time', settings: { role: 'both' }, moves: ['I stay close'], is: 'manager' },
    {
      case: 'the first time it is remembered',
      moves: ['My work'],
      is: 'member',
      writes: ['set role member'],
    },
    { case: 'or that it is both', moves: ['Both', 'I stay close'], is: 'manager', writes: ['set role both'] },
  ])('$case', async ({ said, settings = {}, last, moves = [], is, writes = [] }) => {
    const { settingsFile, log } = newWorld();
    const prompter = scripted(...moves);
    expect(await settleRole(said, settings, settingsFile, prompter, async () => last)).toBe(is);
    expect(prompter.left()).toEqual([]);
    expect(log).toEqual(writes);
  });

  test('says where settings that could not be read are kept', async () => {
    const file = { ...newWorld().settingsFile, set: () => Promise.resolve('settings.json.broken-1') };
    const prompter = scripted('My work');
    await settleRole(undefined, {}, file, prompter);
    expect(prompter.seen.at(-1)).toBe(
      'say The settings could not be read. The file is kept as settings.json.broken-1.',
    );
  });

  test.each([{ settings: {} }, { settings: { role: 'both' } as const }])(
    'cannot be known where nobody can be asked: $settings',
    async ({ settings }) => {
      const { settingsFile } = newWorld();
      expect(await complaint(() => settleRole(undefined, settings, settingsFile, undefined))).toEqual([
        'which role?',
        'Add --role member or --role manager, or run: coach config set role member',
      ]);
    },
  );

  test.each<{ bank: string; said?: Role; is: Role | null; settles: boolean }>([
    { bank: 'note', is: null, settles: false },
    { bank: 'note', said: 'manager', is: null, settles: false },
    { bank: 'checkin', is: 'member', settles: true },
    { bank: 'manager', is: 'manager', settles: false },
    { bank: 'manager', said: 'manager', is: 'manager', settles: false },
  ])('of a sitting with $bank, said $said: $is', async ({ bank, said, is, settles }) => {
    let settled = false;
    const settle = (): Promise<Role> => {
      settled = true;
      return Promise.resolve('member');
    };
    expect(await roleFor(bankNamed(bank), said, settle)).toBe(is);
    expect(settled).toBe(settles);
  });

  test('a bank for the other side is refused', async () => {
    const settle = (): Promise<Role> => Promise.resolve('member');
    expect(await complaint(() => roleFor(bankNamed('manager'), 'member', settle))).toEqual([
      'the question set manager is for the role manager, not member',
      'Leave out --role, or run: coach reflect member',
    ]);
  });
});

describe('the bank that asks a question', () => {
  const banksOf = (world = newWorld()) => world.answersPorts(bankNamed('note')).banks;

  test.each([
    { question: 'manager-prevent', is: 'manager' },
    { question: 'rot-m-rest', is: 'checkin' },
    { question: 'see-count', is: 'challenge' },
    { question: 'member-tell-follow', is: 'member' },
  ])('$question: $is', async ({ question, is }) => expect(await bankAsking(question, banksOf())).toBe(is));

  test('is found beside a broken bank, and a bug is told', async () => {
    const world = newWorld();
    world.banks.clear();
    world.banks.set('broken', new FileMistakes('broken.yaml', []));
    world.banks.set('note', bankNamed('note'));
    expect(await bankAsking('note-text', banksOf(world))).toBe('note');
    world.banks.set('broken', new TypeError('a bug'));
    await expect(bankAsking('note-gone', banksOf(world))).rejects.toThrow('a bug');
  });

  test('an unknown one is answered with the near one', async () => {
    expect(await complaint(() => bankAsking('manager-prevnt', banksOf()))).toEqual([
      'there is no question "manager-prevnt" in any question set',
      'Did you mean manager-prevent?',
    ]);
    expect(await complaint(() => bankAsking('nothing', banksOf()))).toEqual([
      'there is no question "nothing" in any question set',
      'coach banks show member lists its questions.',
    ]);
  });
});

describe('a question or a step of a bank', () => {
  test.each([
    { bank: 'member', selection: {} },
    { bank: 'member', selection: { question: 'member-felt' } },
    { bank: 'challenge', selection: { step: 'step-see' } },
  ])('$selection is there', ({ bank, selection }) => {
    expect(() => checkSelection(bankNamed(bank), selection)).not.toThrow();
  });

  test.each([
    {
      bank: 'member',
      selection: { question: 'member-fel' },
      is: ['there is no question "member-fel" in the question set member', 'Did you mean member-felt?'],
    },
    {
      bank: 'note',
      selection: { question: 'member-felt' },
      is: [
        'there is no question "member-felt" in the question set note',
        'coach banks show note lists its questions.',
      ],
    },
    {
      bank: 'challenge',
      selection: { step: 'step-se' },
      is: ['there is no step "step-se" in the question set challenge', 'Did you mean step-see?'],
    },
    {
      bank: 'member',
      selection: { step: 'step-see' },
      is: ['there is no step "step-see" in the question set member', 'The question set member has no steps.'],
    },
    {
      bank: 'challenge',
      selection: { step: 'beginning' },
      is: [
        'there is no step "beginning" in the question set challenge',
        'The steps are step-see, step-their-view, step-own, step-name, step-clear, step-run, step-both, step-carry.',
      ],
    },
  ])('$selection of $bank is not', async ({ bank, selection, is }) => {
    expect(await complaint(() => checkSelection(bankNamed(bank), selection))).toEqual(is);
  });
});
