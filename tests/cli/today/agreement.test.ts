import path from 'node:path';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Answer } from '../../../src/domain/entry/answer.ts';
import { type Entry, entryPath } from '../../../src/domain/entry/entry.ts';
import { ROLES } from '../../../src/domain/banks/question-bank.ts';
import { bankDue } from '../../../src/domain/record/bank-due.ts';
import { challengeStates } from '../../../src/domain/record/challenge.ts';
import { stepsDue } from '../../../src/domain/record/steps-due.ts';
import { conversationsOf, conversationsToDebrief } from '../../../src/domain/record/conversation.ts';
import { dueItems, type Followed, followedItems } from '../../../src/domain/record/followed-items.ts';
import { lookBackDue } from '../../../src/domain/record/look-back-due.ts';
import { addDays, type Day } from '../../../src/domain/time/day.ts';
import { printEntry } from '../../../src/formats/entry/entry-markdown.ts';
import { sameAbout } from '../../../src/domain/text/plain-text.ts';
import { challenge, did } from '../../domain/challenges.ts';
import { commitment, entryOn, given, guess, level, outcome, words } from '../../domain/journals.ts';
import { coach, journalOf, put, type Ran, settledHome } from '../coach.ts';
import { CTRL_C, scripted } from '../scripted.ts';

const FIRST: Day = '2026-01-10';

/** What somebody may do on a day: whom it is about and from which seat is drawn for each. */
type Act = (day: Day, id: string, whose: Pick<Entry, 'about' | 'role'>, earlier: readonly Entry[]) => Entry;

const sitting =
  (bank: string, answers: (day: Day) => readonly Answer[]): Act =>
  (day, id, whose) =>
    entryOn(day, bank, answers(day), { id, ...whose });

const date = (question: string, value: Day): Answer => given(question, { type: 'date', value });
const later = fc.integer({ min: -3, max: 30 });
const maybe = <Value>(some: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> =>
  fc.option(some, { nil: undefined });

const anyAct: fc.Arbitrary<Act> = fc.oneof(
  fc.record({ count: fc.constantFrom(1, 6), plan: maybe(later), due: maybe(later) }).map(
    (one): Act =>
      (day, id, whose, earlier) =>
        sitting(whose.role ?? 'member', () => [
          ...Array.from({ length: one.count }, (_, at) => words(`member-${'abcdef'.charAt(at)}`)),
          ...(one.plan === undefined ? [] : [commitment('member-commitment', addDays(day, one.plan))]),
          ...(one.due === undefined ? [] : [guess('member-prediction', addDays(day, one.due))]),
        ])(day, id, whose, earlier),
  ),
  fc
    .tuple(maybe(fc.integer({ min: 0, max: 120 })), fc.boolean())
    .map(([when, guesses]) =>
      sitting('prepare', (day) => [
        ...(when === undefined ? [] : [date('prepare-when', addDays(day, when))]),
        words('prepare-intent'),
        ...(guesses ? [commitment('prepare-closing-down', addDays(day, when ?? 5))] : []),
        ...(guesses ? [guess('prepare-prediction', addDays(day, when ?? 0))] : []),
      ]),
    ),
  fc.constant(sitting('debrief', () => [words('debrief-learned')])),
  fc
    .tuple(fc.nat(40), fc.constantFrom('kept', 'yes', 'wait', 'let-go'))
    .map(([back, value]): Act => (day, id, whose, earlier) => {
      const one = earlier.toReversed()[back % Math.max(1, earlier.length)];
      const open = one?.answers.find(({ type }) => type === 'commitment' || type === 'prediction');
      const about = one && open ? [outcome(`${one.id}/${open.question}`, value)] : [words('review-seen')];
      return sitting('review', () => about)(day, id, whose, earlier);
    }),
  fc
    .tuple(fc.constantFrom('see-prediction', 'view-question', 'own-prediction', 'run-prediction'), fc.nat(20))
    .map(([question, days]) =>
      sitting('challenge', (day) => [
        question === 'view-question'
          ? commitment(question, addDays(day, days))
          : guess(question, addDays(day, days)),
      ]),
    ),
  fc.constantFrom('ask 1', 'bring 1 next', 'ask 2', 'bring 2', 'pause 2', 'ask 3', 'stop 3').map(
    (act): Act =>
      (day, id, whose) =>
        did(day, act, { id, ...whose }),
  ),
  fc.constantFrom(
    sitting('checkin', () => [level('checkin-trust')]),
    sitting('lookback', () => [words('lookback-first-word')]),
    sitting('note', () => [words('note-text')]),
  ),
);

/** Half a year of somebody's life with coach. */
const life = fc
  .array(
    fc.record({
      gap: fc.integer({ min: 0, max: 25 }),
      act: anyAct,
      about: fc.constantFrom('D.', 'D.', 'K. and team', null),
      role: fc.constantFrom('member', 'member', 'manager'),
    }),
    { minLength: 3, maxLength: 25 },
  )
  .map((acts) => {
    const entries: Entry[] = [];
    let day = FIRST;
    for (const [at, { gap, act, about, role }] of acts.entries()) {
      day = addDays(day, gap);
      entries.push(act(day, `x${String(at).padStart(9, '0')}`, { about, role }, entries));
    }
    return { entries, last: day };
  });

/** What waits, as it is told, or as all entries tell it. */
interface Told {
  readonly plans: number;
  readonly guesses: number;
  readonly conversations: number;
  readonly steps: number;
  readonly lookBacks: number;
}

/** Runs a command in one home on one day, for the first time on that day. With somebody to ask, they leave at the first question. */
function runner(home: string, day: Day): (argv: readonly string[], isAsked?: true) => Promise<Ran> {
  return (argv, isAsked) => {
    put(path.join(home, 'state/shown.json'), '{"shown":["first-run","boundary","reminder"]}');
    const prompter = isAsked && scripted(CTRL_C);
    const epoch = Date.parse(`${day}T17:00:00Z`);
    return coach(argv, { home, epoch, width: 84, ...(prompter && { prompter }) });
  };
}

const wordsOf = (command: string): readonly string[] =>
  Array.from(command.matchAll(/'([^']*)'|(\S+)/g), ([, quoted, bare = '']) => quoted ?? bare).slice(1);

const OPTIONS = /(?: --about (?:'[^']*'|\S+))?(?: --role \w+)?/;

/** The commands of the screen that begin so; one that does not fit behind what leads to it has a line of its own. */
function commandsIn(screen: string, beginning: RegExp): readonly string[] {
  const command = new RegExp(`: (coach ${beginning.source}${OPTIONS.source})`, 'g');
  return Array.from(screen.replaceAll('\n', ' ').matchAll(command), ([, one = '']) => one);
}

/** The number before a word; `a look back` is one. */
function numberOf(line: string, word: RegExp): number {
  const [, number] = new RegExp(`(\\d+|a) ${word.source}`).exec(line) ?? [];
  return number === 'a' ? 1 : Number(number ?? 0);
}

function kindsOf(items: readonly { readonly kind: string }[]): Pick<Told, 'plans' | 'guesses'> {
  const plans = items.filter(({ kind }) => kind === 'commitment').length;
  return { plans, guesses: items.length - plans };
}

/** What the screen tells, with what `coach review` has of it, and the commands of the screen that are not accepted. */
async function onScreen(home: string, day: Day) {
  const run = runner(home, day);
  const screen = (await run([])).stdout;
  const due: readonly { readonly kind: string }[] = JSON.parse((await run(['review', '--json'])).stdout);
  const line = /^Due: .*$/m.exec(screen)?.[0] ?? '';
  const told = numberOf(line, /plans?\b/) + numberOf(line, /guess(?:es)?\b/);
  const debriefs = commandsIn(screen, /reflect debrief/);
  const steps = commandsIn(screen, /challenge ready/);
  const banks = commandsIn(screen, /reflect (?:member|manager)/);
  const lookBacks = commandsIn(screen, /reflect lookback/);
  const refused: string[] = [];
  for (const command of [
    ...debriefs,
    ...steps,
    ...banks,
    ...lookBacks,
    ...(told > 0 ? ['coach review'] : []),
  ]) {
    const asked = await run(wordsOf(command), true);
    if (asked.exitCode !== 130) refused.push(command);
  }
  return {
    due: told,
    ...kindsOf(due),
    conversations: debriefs.length,
    steps: steps.length,
    lookBacks: lookBacks.length,
    banks: banks.length,
    refused,
  };
}

/** What the line under cron tells; after the day's check-in it speaks only of conversations. */
async function underCron(home: string, day: Day): Promise<Told & { readonly isCheckedIn: boolean }> {
  const line = (await runner(home, day)(['checkin'])).stdout;
  return {
    isCheckedIn: !/^(?:A|Waiting: a) check-in/.test(line),
    plans: numberOf(line, /plans?\b/),
    guesses: numberOf(line, /guess(?:es)?\b/),
    conversations: numberOf(line, /conversations?\b/),
    steps: numberOf(line, /challenge steps?\b/),
    lookBacks: numberOf(line, /look back/),
  };
}

/** The pairs of the banks: what asks about a plan or a guess, by its question; of a step, with its place. */
const OF_CONVERSATIONS = ['prepare-prediction', 'prepare-member-prediction', 'prepare-closing-down'];
const OF_STEPS: Readonly<Record<string, string>> = {
  'see-prediction': 'step-see',
  'view-question': 'step-their-view',
  'own-prediction': 'step-own',
  'own-commitment': 'step-own',
  'run-prediction': 'step-run',
};

/** Read from the entries alone, without the rule of the program. */
function isAskedElsewhere(
  { entry, answer, reference }: Followed,
  entries: readonly Entry[],
  day: Day,
): boolean {
  if (OF_CONVERSATIONS.includes(answer.question)) {
    const conversation = conversationsOf(entries).find(({ prepared }) => prepared.id === entry.id);
    if (!conversation || conversation.debriefed) return false;
    return day <= addDays(conversation.day, 7) && conversation.day <= addDays(entry.day, 366);
  }
  const step = OF_STEPS[answer.question];
  const state = challengeStates(challenge, entries).find(
    ({ about, role }) => sameAbout(about, entry.about) && role === entry.role,
  );
  if (step === undefined || state?.step.id !== step || state.phase !== 'trying') return false;
  if (state.standing !== 'under-way' && state.standing !== 'paused') return false;
  const later = followedItems(entries).filter(
    (one) =>
      one.answer.question === answer.question &&
      one.outcomes.length === 0 &&
      sameAbout(one.entry.about, entry.about) &&
      one.entry.role === entry.role,
  );
  return later.at(-1)?.reference === reference;
}

function asEntriesTell(entries: readonly Entry[], day: Day): Told {
  const conversations = conversationsToDebrief(conversationsOf(entries), day);
  const due = dueItems(followedItems(entries), day);
  return {
    ...kindsOf(due.filter((item) => !isAskedElsewhere(item, entries, day))),
    conversations: conversations.length,
    steps: stepsDue(challengeStates(challenge, entries), day).length,
    lookBacks: lookBackDue(entries, day) ? 1 : 0,
  };
}

test('the screen, the reminders and the commands that they name tell what all entries tell', async () => {
  const days = fc.array(fc.nat(40), { minLength: 2, maxLength: 2 });
  await fc.assert(
    fc.asyncProperty(life, days, async ({ entries, last }, ahead) => {
      const home = settledHome();
      for (const entry of entries) put(path.join(journalOf(home), entryPath(entry)), printEntry(entry));
      for (const day of ahead.map((later) => addDays(last, later))) {
        const told = asEntriesTell(entries, day);
        expect(await onScreen(home, day)).toEqual({
          ...told,
          due: told.plans + told.guesses,
          banks: ROLES.flatMap((role) => bankDue(entries, role, day) ?? []).length,
          refused: [],
        });
        const isCheckedIn = entries.some((entry) => entry.bank === 'checkin' && entry.day === day);
        const { conversations } = told;
        expect(await underCron(home, day)).toEqual({
          isCheckedIn,
          ...(isCheckedIn ? { plans: 0, guesses: 0, conversations, steps: 0, lookBacks: 0 } : told),
        });
        const reminded = await runner(home, day)(['reflect', 'lookback', '--notify']);
        expect(reminded.stdout !== '').toBe(told.lookBacks > 0);
      }
    }),
    { numRuns: 25 },
  );
}, 120_000);
