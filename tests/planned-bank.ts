/** A bank of one's own that asks for a guess, a plan, and a guess that depends on the plan; the ids are those of its questions. */
export function plannedBank(
  name: string,
  role: 'member' | 'both',
  ids: { readonly guess: string; readonly plan: string; readonly depends: string },
): string {
  return `bank: ${name}
version: 3
role: ${role}
title: What is planned
intro: A guess and a plan.
questions:
  - {id: ${ids.guess}, type: prediction, ask: "What do you expect?"}
closing:
  commitment: {id: ${ids.plan}, ask: "What will you try?"}
  prediction: {id: ${ids.depends}, ask: "If you do that, what do you expect to happen?"}
`;
}
