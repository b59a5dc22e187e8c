import { countsOf } from '../../src/domain/record/journal-counts.ts';
import type { Day } from '../../src/domain/time/day.ts';
import type { Entry } from '../../src/domain/entry/entry.ts';
import { closedReferences } from '../../src/domain/record/open-entries.ts';
import { historyOf } from '../../src/domain/record/history.ts';
import { restingCommitment } from '../../src/domain/record/lookback.ts';
import { drawUpAgenda } from '../../src/domain/sitting/draw-up-agenda.ts';
import type { PlannedQuestion, Selection, Agenda } from '../../src/domain/sitting/agenda.ts';
import type { QuestionBank, Role } from '../../src/domain/banks/question-bank.ts';
import { questionsOf } from '../../src/domain/banks/bank-questions.ts';
import { type IdeasOf, standingsOf, waitingQuestions } from '../../src/domain/record/question-standing.ts';
import { parseBank } from '../../src/formats/banks/bank-yaml.ts';
import { builtInBanks } from '../prompts/banks.ts';

/** A Sunday. */
export const TODAY: Day = '2026-11-22';

/** A built-in bank by its name. */
export function bankNamed(name: string): QuestionBank {
  const found = builtInBanks.find(({ bank }) => bank.name === name);
  if (!found) throw new Error(`there is no bank ${name}`);
  return found.bank;
}

/** A bank of one's own, from the questions as they stand in a bank's file. */
export function bankOf(questions: string, rest = ''): QuestionBank {
  const list = questions.replaceAll(/^(?=.)/gm, '  ');
  return parseBank(
    `bank: mine\nversion: 1\nrole: both\ntitle: Mine\nintro: My own.\nquestions:\n${list}\n${rest}`,
    'mine.yaml',
  );
}

const ideas = new Map(
  builtInBanks.flatMap(({ bank }) => questionsOf(bank).map((question) => [question.id, question.ideas])),
);

/** The ideas of the questions of the built-in banks. */
export const builtInIdeas: IdeasOf = (question) => ideas.get(question) ?? [];

/** How a sitting is planned; by default a member's whole one about nobody, on an empty journal. */
export interface Planned {
  readonly role?: Role | null;
  readonly about?: string | null;
  readonly selection?: Selection;
  readonly entries?: readonly Entry[];
  readonly today?: Day;
}

/** The plan of a sitting, with what the entries say. */
export function planOf(
  bank: QuestionBank,
  { role = 'member', about = null, selection = {}, entries = [], today = TODAY }: Planned = {},
): Agenda {
  return drawUpAgenda(bank, role, about, selection, {
    history: historyOf(entries, about, role),
    closed: closedReferences(entries),
    counts: countsOf(entries, today),
    resting: restingCommitment(entries, today),
    steppedPast: waitingQuestions(entries, today)[0],
    standings: standingsOf(entries, about, role, today, builtInIdeas),
    today,
  });
}

/** The ids of the questions that a plan asks. */
export function idsOf({ questions }: Agenda): readonly string[] {
  return questions.map(({ question }) => question.id);
}

/** One question of a plan. */
export function plannedOf({ questions }: Agenda, id: string): PlannedQuestion {
  const found = questions.find(({ question }) => question.id === id);
  if (!found) throw new Error(`the plan does not ask ${id}`);
  return found;
}

/** Everything that a bank can ask, with conditions upon conditions. */
export const thicket: QuestionBank = bankOf(
  `
- {id: mine-when, type: date, ask: "When is it?"}
- {id: mine-kind, type: choice, ask: "Which kind?", options: [{value: one, label: One}, {value: two, label: Two}]}
- id: mine-next
  type: choice
  ask: What next?
  show_if: {mine-kind: [two]}
  options: [{value: nobody, label: Nobody}, {value: some, label: Some}]
  follow: Whom exactly?
- {id: mine-deep, type: text, ask: "What then?", nudge: "And then?", show_if: {mine-next: [some]}}
- {id: mine-level, type: scale, ask: "How much?", na: Not today, scale: {min: 1, max: 5, low: little, high: much}}
- {id: mine-chance, type: percent, ask: "How likely?"}
- {id: mine-guess, type: prediction, ask: "What do you expect?"}
- {id: mine-standing, type: prediction, ask: "How likely?", fixed: It rains.}
- {id: mine-plan, type: commitment, ask: "What will you do?", when: If I notice, then: I will say}
- {id: mine-last, type: text, ask: "What else?", show_if: {mine-kind: [two]}}`,
  'minutes: {full: 12}\n',
);

/** Every sitting that the built-in banks offer on an empty journal: both roles, short and whole, each step, all they ask. */
export const allPlans: readonly (Agenda & { readonly name: string })[] = builtInBanks
  .flatMap(({ bank }) => {
    const roles: readonly (Role | null)[] =
      bank.role === 'none' ? [null] : bank.role === 'both' ? ['member', 'manager'] : [bank.role];
    const selections: readonly Selection[] = [
      ...bank.steps.map(({ id }) => ({ step: id })),
      {},
      { short: true },
      { only: questionsOf(bank).map(({ id }) => id) },
    ];
    return roles.flatMap((role) =>
      selections.map((selection) => ({
        name: [bank.name, role, selection.step, selection.short && 'short', selection.only && 'all']
          .filter(Boolean)
          .join(' '),
        ...planOf(bank, { role, selection }),
      })),
    );
  })
  .filter(({ questions }) => questions.length > 0);
