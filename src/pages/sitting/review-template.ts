// A list of plans and guesses to be filled in with what became of them: coach review --template.
import type { Day } from '../../domain/time/day.ts';
import type { Agenda } from '../../domain/sitting/agenda.ts';
import { answerText } from '../record/answer-text.ts';
import { templateOf } from './answers-template.ts';
import { itemLine } from '../record/item-text.ts';
import { seatText } from './sitting-text.ts';

/**
 * A commented list of plans and guesses, to say of each what became of it. What is left as it is stays due.
 *
 * @example
 * const agenda = reviewAgenda(review, openPlan, { notYet: 0 });
 * reviewTemplate([agenda], '2026-12-06').split('\n').at(-2) //=> '  review-next-plan:'
 */
export function reviewTemplate(plans: readonly Agenda[], today: Day): string {
  const head = [
    '# How your plans and guesses turned out',
    '# One item for each plan and guess. If you leave one empty, it stays due.',
    '# Long answers go under a "|", each line indented by four spaces.',
  ];
  const items = plans.flatMap(({ reviews, role, about, questions }) => {
    if (!reviews) return [];
    const whose = seatText(role, about);
    const words = answerText(reviews.answer, today).split('\n');
    return [
      '',
      `# ${[itemLine(reviews, today), whose].filter((part) => part !== '').join(' · ')}`,
      ...words.map((line) => `#   ${line}`.trimEnd()),
      `- closes: ${reviews.reference}`,
      ...questions.flatMap((planned) => templateOf(planned).map((line) => `  ${line}`.trimEnd())),
    ];
  });
  return `${[...head, ...items].join('\n')}\n`;
}
