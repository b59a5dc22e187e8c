// Values that the examples of src/domain name.
import { countsOf } from '../../../src/domain/record/journal-counts.ts';
import { historyOf } from '../../../src/domain/record/history.ts';
import type { BankKnowledge } from '../../../src/domain/record/insight.ts';
import { OWN_MEANINGS } from '../../../src/domain/record/outcomes.ts';
import { standingsOf } from '../../../src/domain/record/question-standing.ts';
import type { Background } from '../../../src/domain/sitting/agenda.ts';
import { draftOf } from '../../../src/domain/sitting/draft.ts';
import { drawUpAgenda } from '../../../src/domain/sitting/draw-up-agenda.ts';
import { beginSitting } from '../../../src/domain/sitting/sitting.ts';
import type { Zone } from '../../../src/domain/time/moment.ts';
import { did } from '../../domain/challenges.ts';
import { commitment, entryOn, given, guess, level, outcome, skipped, words } from '../../domain/journals.ts';
import { bankNamed } from '../../domain/plans.ts';
import { after } from '../../domain/walks.ts';

/** Berlin in 2026: summer time from 29 March to 25 October. */
export const berlin: Zone = {
  name: 'Europe/Berlin',
  offsetAt: (epoch) => (epoch >= Date.UTC(2026, 2, 29, 1) && epoch < Date.UTC(2026, 9, 25, 1) ? 120 : 60),
};

export const debrief = bankNamed('debrief');

const aboutD = { about: 'D.', role: 'manager' } as const;

/** A manager's whole sitting about D. on 8 November, with a plan and a guess for the 15th. */
export const planned = entryOn(
  '2026-11-08',
  'manager',
  [
    ...['situation', 'trigger', 'prevent', 'identity', 'offer'].map((name) => words(`manager-${name}`)),
    guess('manager-prediction', '2026-11-15'),
    commitment('manager-commitment', '2026-11-15'),
  ],
  { ...aboutD, id: 'k3x8m2p9qa' },
);

/** The review of 16 November: it happened, and the plan was kept. */
export const reviewed = entryOn(
  '2026-11-16',
  'review',
  [outcome('k3x8m2p9qa/manager-prediction', 'yes'), outcome('k3x8m2p9qa/manager-commitment', 'kept')],
  { ...aboutD, id: '2hebjg7c1x' },
);

/** Another one instead: the plan was not yet. */
export const putOff = { ...reviewed, answers: [outcome('k3x8m2p9qa/manager-commitment', 'not-yet')] };

/** A conversation with D. that was prepared on 20 November with a guess, and looked back on a day later. */
export const prepared = entryOn('2026-11-20', 'prepare', [guess('prepare-prediction')], {
  ...aboutD,
  id: '8f2qm7c1xy',
});
export const debriefed = entryOn(
  '2026-11-21',
  'debrief',
  [
    given(
      'debrief-next-step',
      { type: 'choice', value: 'doer' },
      { closes: '8f2qm7c1xy/prepare-prediction' },
    ),
  ],
  { ...aboutD, id: '9w4tz0k6rb' },
);

export const entries = [planned, reviewed, prepared, debriefed];

/** A member's question that was passed on 18, 19 and 20 November. */
export const passedThrice = ['18', '19', '20'].map((date) =>
  entryOn(`2026-11-${date}`, 'member', [skipped('member-felt')], { id: `k3x8m2p9${date}`, about: 'D.' }),
);

/** A sitting in which three questions were too close. */
export const tooClose = entryOn(
  '2026-11-22',
  'member',
  ['member-situation', 'member-felt', 'member-needs'].map((question) => skipped(question, 'too-close')),
);

/** Two check-ins, with a trust of 3 and of 4. */
export const checkIns = [3, 4].map((trust) =>
  entryOn(`2026-11-2${trust}`, 'checkin', [level('checkin-trust', trust)]),
);

/** The first step about D.: begun on 22 November, and brought back on the 29th with the choice to go on. */
export const stepBegun = did('2026-11-22', 'ask 1');
export const stepBroughtBack = did('2026-11-29', 'bring 1 next');

/** No bank is asked what its choices and questions mean. */
export const knowledge: BankKnowledge = {
  meanings: OWN_MEANINGS,
  obstacles: new Set(),
  again: new Set(),
  asksNothing: new Set(),
  repeats: new Map(),
  scales: new Map(),
};

/** Nothing is written yet. */
export const background: Background = {
  history: historyOf([], null, null),
  closed: new Set(),
  counts: countsOf([], '2026-11-22'),
  standings: standingsOf([], null, null, '2026-11-22', () => []),
  today: '2026-11-22',
};

/** A sitting about D. with three questions: one is answered, one is left for another day, and the third is begun. */
export const agenda = drawUpAgenda(
  bankNamed('member'),
  'member',
  'D.',
  { only: ['member-situation', 'member-felt', 'member-needs'] },
  background,
);
export const sitting = {
  ...after(
    beginSitting(agenda, '2026-11-22'),
    { kind: 'answer', value: 'They went through my draft line by line before anybody else saw it.' },
    { kind: 'skip', skip: 'not-today' },
  ),
  parts: { value: 'A slip in front of' },
};

/** That sitting, left for later. */
export const draft = draftOf(
  sitting,
  { id: 'k3x8m2p9qa', at: '2026-11-22T09:14:05+01:00', tags: [], backFilled: false },
  { 'member-situation': 90 },
);
