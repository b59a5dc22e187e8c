import type { Act } from '../../../src/domain/sitting/act.ts';
import { beginSitting } from '../../../src/domain/sitting/sitting.ts';
import { bankOf, planOf, TODAY } from '../plans.ts';
import { after } from '../walks.ts';

// A bank of one's own, and a sitting with it at each place on the way.

export const LONG = 'one two three four five six seven eight';
export const mine = bankOf(`
- {id: mine-what, type: text, ask: "What happened?", nudge: "Who said what?"}
- {id: mine-kind, type: choice, ask: "Which kind?", options: [{value: one, label: One}, {value: two, label: Two}]}
- {id: mine-why-two, type: text, ask: "What for?", show_if: {mine-kind: [two]}}
- {id: mine-plan, type: commitment, ask: "What will you do?"}`);

export const answer = (value: string | number | null): Act => ({ kind: 'answer', value });
export const begun = beginSitting(planOf(mine), TODAY);
export const atKind = after(begun, answer(LONG));
export const atPlan = after(atKind, answer('one'));
export const offering = after(begun, answer('short'));
export const lookedOver = after(atPlan, answer(null), answer('ask first'), answer('2026-12-01'), answer(0.8));
export const changing = after(lookedOver, { kind: 'change', question: 'mine-kind' });
export const ended = after(lookedOver, { kind: 'save' });
