import path from 'node:path';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Answer } from '../../../src/domain/entry/answer.ts';
import { type Entry, entryPath } from '../../../src/domain/entry/entry.ts';
import { addDays, type Day, daysBetween } from '../../../src/domain/time/day.ts';
import { printEntry } from '../../../src/formats/entry/entry-markdown.ts';
import { did } from '../../domain/challenges.ts';
import { commitment, entryOn, given, guess, outcome, words } from '../../domain/journals.ts';
import { coach, journalOf, put, settledHome } from '../coach.ts';

// Plans under way, what became of each, and reminders: the commands agree with one another, and with what was written.

const FIRST: Day = '2026-01-10';

type Kind = 'commitment' | 'prediction';

/** A plan or a guess as the life was lived; nothing of it goes by the rules of the program but the 21 days. */
interface Lived {
  readonly reference: string;
  readonly kind: Kind;
  readonly written: Day;
  due: Day;
  outcome?: string;
  next?: Lived;
}

const anyAct = fc.record({
  gap: fc.integer({ min: 0, max: 12 }),
  what: fc.constantFrom('plan', 'guess', 'look', 'look', 'look', 'step', 'pause', 'conversation', 'note'),
  days: fc.integer({ min: 0, max: 25 }),
  which: fc.nat(50),
  plan: fc.constantFrom('kept', 'not-yet', 'partly', 'let-go'),
  guess: fc.constantFrom('yes', 'no', 'untested', 'wait'),
  goesOn: fc.boolean(),
  about: fc.constantFrom('D.', 'd.', null),
});

/** The days of somebody's life with coach, in which they look at any plan at any time. */
const life = fc.array(anyAct, { minLength: 5, maxLength: 40 }).map((acts) => {
  const entries: Entry[] = [];
  const lived: Lived[] = [];
  let day = FIRST;
  for (const [at, { gap, what, days, which, about, goesOn, ...chosen }] of acts.entries()) {
    day = addDays(day, gap);
    const id = `x${String(at).padStart(9, '0')}`;
    const later = addDays(day, days);
    const begin = (question: string, kind: Kind): Lived => {
      const one = { reference: `${id}/${question}`, kind, written: day, due: later };
      lived.push(one);
      return one;
    };
    const write = (bank: string, answers: readonly Answer[]): unknown =>
      entries.push(entryOn(day, bank, answers, { id, about, role: 'member' }));
    const item = lived.filter((one) => one.outcome === undefined)[which % Math.max(1, lived.length)];
    if (what === 'plan') {
      begin('moment-commitment', 'commitment');
      write('moment', [commitment('moment-commitment', later)]);
    } else if (what === 'guess') {
      begin('member-commitment-prediction', 'prediction');
      write('member', [guess('member-commitment-prediction', later)]);
    } else if (what === 'step') {
      begin('own-commitment', 'commitment');
      write('challenge', [words('own-share'), commitment('own-commitment', later)]);
    } else if (what === 'pause') {
      entries.push(did(day, 'pause 3', { id, about }));
    } else if (what === 'conversation') {
      begin('prepare-member-prediction', 'prediction');
      const when = given('prepare-when', { type: 'date', value: later });
      write('prepare', [when, guess('prepare-member-prediction', later)]);
    } else if (what === 'look' && item?.kind === 'commitment') {
      item.outcome = chosen.plan;
      if (goesOn) item.next = begin('review-next-plan', 'commitment');
      const next = { ...commitment('review-next-plan', later), continues: item.reference };
      write('review', [outcome(item.reference, chosen.plan), ...(goesOn ? [next] : [])]);
    } else if (what === 'look' && item) {
      if (chosen.guess === 'wait') item.due = later;
      else item.outcome = chosen.guess;
      const until = given('review-wait-until', { type: 'date', value: later }, { continues: item.reference });
      write('review', [outcome(item.reference, chosen.guess), ...(chosen.guess === 'wait' ? [until] : [])]);
    } else {
      write('note', [words('note-text')]);
    }
  }
  return { entries, lived, last: day };
});

/** What became of one, and of those in its place. */
function chainOf(one: Lived): readonly string[] {
  return one.outcome === undefined ? [] : [one.outcome, ...(one.next ? chainOf(one.next) : [])];
}

/** So many plans and guesses, as the screen says it. */
function counted(items: readonly { readonly kind: Kind }[]): string {
  const plans = items.filter(({ kind }) => kind === 'commitment').length;
  const guesses = items.length - plans;
  const parts = [
    plans === 0 ? '' : `${plans} plan${plans === 1 ? '' : 's'}`,
    guesses === 0 ? '' : `${guesses} guess${guesses === 1 ? '' : 'es'}`,
  ];
  return parts.filter((part) => part !== '').join(' and ');
}

interface Told {
  readonly closes: string;
  readonly kind: Kind;
  readonly standing: string;
  readonly due: Day;
  readonly became: readonly { readonly closes: string; readonly value: string }[];
}

const references = (items: readonly { readonly closes: string }[]): readonly string[] =>
  items.map(({ closes }) => closes).toSorted();

test('coach, its plans, its review and its insights tell the same of every plan and guess', async () => {
  await fc.assert(
    fc.asyncProperty(life, fc.nat(40), async ({ entries, lived, last }, later) => {
      const home = settledHome();
      for (const entry of entries) put(path.join(journalOf(home), entryPath(entry)), printEntry(entry));
      const day = addDays(last, later);
      const epoch = Date.parse(`${day}T17:00:00Z`);
      const say = async (...argv: readonly string[]): Promise<string> =>
        (await coach(argv, { home, epoch })).stdout;
      const list = async (...argv: readonly string[]): Promise<readonly Told[]> =>
        JSON.parse(await say(...argv, '--json'));
      const all = await list('plans', '--all');
      const told = new Set(all.flatMap(({ closes, became }) => [closes, ...references(became)]));
      expect([...told].toSorted()).toEqual(lived.map(({ reference }) => reference).toSorted());
      const byReference = new Map(lived.map((one) => [one.reference, one]));
      for (const { closes, standing, due, became } of all) {
        const one = byReference.get(closes);
        const isOld = one && addDays(one.due > one.written ? one.due : one.written, 21) < day;
        const open = one && one.due > day ? ['coming'] : ['elsewhere', isOld ? 'resting' : 'due'];
        expect(one?.outcome === undefined ? open : ['closed']).toContain(standing);
        expect({ due, became: became.map(({ value }) => value) }).toEqual({
          due: one?.due,
          became: one && chainOf(one),
        });
      }
      const are = (...standings: readonly string[]): readonly Told[] =>
        all.filter(({ standing }) => standings.includes(standing));
      expect(references(await list('plans'))).toEqual(references(are('due', 'elsewhere', 'coming')));
      expect(references(await list('plans', '--resting'))).toEqual(references(are('resting')));
      expect(references(await list('review'))).toEqual(references(are('due')));
      const screen = await say();
      expect(/^(.*) under way: coach plans$/m.exec(screen)?.[1] ?? '').toBe(counted(are('coming')));
      expect(/^Due: (.*?)(?: about .*?)?,? (?:from|the first from) /m.exec(screen)?.[1] ?? '').toBe(
        counted(are('due')),
      );
      const { plans, guesses } = JSON.parse(await say('insights', '--json'));
      const open = are('due', 'elsewhere', 'coming');
      const ofKind = (items: readonly Told[], which: Kind): number =>
        items.filter(({ kind }) => kind === which).length;
      expect([plans, guesses.aboutOthers]).toMatchObject([
        { open: ofKind(open, 'commitment'), resting: ofKind(are('resting'), 'commitment') },
        { open: ofKind(open, 'prediction'), resting: ofKind(are('resting'), 'prediction') },
      ]);
      const kept = (what: string): number => lived.filter((one) => one.outcome === what).length;
      expect([plans.kept, plans.notYet, plans.letGo]).toEqual([
        kept('kept'),
        kept('not-yet'),
        kept('let-go'),
      ]);
    }),
    { numRuns: 12 },
  );
}, 120_000);

test('reminders become fewer and end where nothing is written, and begin again with the next entry', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 2 }),
      async (gaps) => {
        const home = settledHome();
        let day = FIRST;
        let reminded = FIRST;
        for (const [at, gap] of gaps.entries()) {
          const entry = entryOn(day, 'note', [words('note-text')], { id: `x${String(at).padStart(9, '0')}` });
          put(path.join(journalOf(home), entryPath(entry)), printEntry(entry));
          const written = day;
          for (const end = addDays(day, gap); day < end; day = addDays(day, 1)) {
            const epoch = Date.parse(`${day}T17:00:00Z`);
            const { stdout } = await coach(['checkin', '--notify'], { home, epoch });
            const silence = daysBetween(written, day);
            const isLast = silence >= 42 && daysBetween(written, reminded) < 42;
            const isSaid = silence < 14 || (silence < 42 && daysBetween(reminded, day) >= 7);
            expect(stdout).toMatch(isLast ? /^No more/ : isSaid ? /^(?:A|Waiting: a) check-in/ : /^$/);
            if (stdout !== '') reminded = day;
          }
        }
      },
    ),
    { numRuns: 3 },
  );
}, 120_000);
