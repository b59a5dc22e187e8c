// The acts of a person in a sitting, and where each one leads.
import type { Answer, Skip } from '../entry/answer.ts';
import { type Field, fieldsOf, type FieldValue, isUnlikely, neededPart, type Parts } from './field.ts';
import { answerFrom, skippedAnswer } from './answer-from-parts.ts';
import { type Offer, offersFor } from './suggestions.ts';
import type { PlannedQuestion } from './agenda.ts';
import { helpWith } from './help.ts';
import { type Remark, remarksOn, remarksOnSkip } from './remarks.ts';
import { goBack, goToPlan, toLookOver, withAnswer, withTyped } from './moves.ts';
import { askAgain, AT_LOOK_OVER, nextStep, type Sitting } from './sitting.ts';
import { askable } from './asked-questions.ts';

/** One thing that the person does. `typed` is what stands in the field and was not sent off yet; it is kept. */
export type Act =
  | { readonly kind: 'answer'; readonly value: FieldValue | null }
  | { readonly kind: 'skip'; readonly skip: Skip }
  | { readonly kind: 'back'; readonly typed?: string }
  | { readonly kind: 'nudge'; readonly typed?: string }
  | { readonly kind: 'later'; readonly typed?: string }
  /** The questions before the plan at the end are not asked. */
  | { readonly kind: 'to-plan'; readonly typed?: string }
  | { readonly kind: 'accept' }
  | { readonly kind: 'decline' }
  | { readonly kind: 'change'; readonly question: string }
  | { readonly kind: 'save' };

/** A sitting after an act, and what to remark on it. */
export interface Advanced {
  readonly sitting: Sitting;
  readonly remarks: readonly Remark[];
}

/**
 * The sitting after one act of the person, and what to remark on it.
 *
 * An empty answer is a skip; to a part that is not needed, such as the sign of a guess, it leaves that part out. Back from
 * the first part goes to the question before, from the first question nowhere; what was begun is kept where it makes an
 * answer. An act that means nothing at this step changes nothing.
 *
 * @example
 * advance(sitting, { kind: 'skip', skip: 'not-today' }).remarks //=> [{ kind: 'passed' }]
 */
export function advance(sitting: Sitting, act: Act): Advanced {
  const step = nextStep(sitting);
  switch (step.kind) {
    case 'ask':
      return whenAsked(sitting, step.planned, step.field, act);
    case 'offer':
      return whenOffered(sitting, step.planned, step.offer, act);
    case 'look-over':
      return quietly(whenLookedOver(sitting, act));
    case 'end':
      return quietly(sitting);
  }
}

function whenAsked(sitting: Sitting, planned: PlannedQuestion, field: Field, act: Act): Advanced {
  switch (act.kind) {
    case 'answer':
      return answerField(sitting, planned, field, act.value);
    case 'skip':
      return skipQuestion(sitting, planned, act.skip);
    case 'back':
      return quietly(goBack(withTyped(sitting, field, act.typed), planned));
    case 'nudge':
      return nudge(withTyped(sitting, field, act.typed), planned);
    case 'later':
      return quietly({ ...withTyped(sitting, field, act.typed), ended: 'later' });
    case 'to-plan':
      return quietly(goToPlan(withTyped(sitting, field, act.typed), planned));
    case 'accept':
    case 'decline':
    case 'change':
    case 'save':
      return quietly(sitting);
  }
}

function whenOffered(sitting: Sitting, planned: PlannedQuestion, offer: Offer, act: Act): Advanced {
  const answered = { ...sitting, offer: null };
  const fields = fieldsOf(planned, sitting.parts);
  switch (act.kind) {
    case 'accept': {
      // A part is asked again, with what was given, to be changed.
      const part = fields.findIndex(({ name }) => name === offer.again);
      const field = fields[part];
      if (offer.gives !== undefined && field) return answerField(answered, planned, field, offer.gives);
      return quietly({ ...answered, field: Math.max(0, part) });
    }
    case 'decline':
      return offerOrGoOn(answered, planned, fields[sitting.field] ?? fields[0]);
    case 'back':
      return quietly(answered);
    case 'later':
      return quietly({ ...sitting, ended: 'later' });
    case 'answer':
    case 'skip':
    case 'nudge':
    case 'to-plan':
    case 'change':
    case 'save':
      return quietly(sitting);
  }
}

/** All questions are behind: save, change one of them, go back to the last, or leave it for later. */
function whenLookedOver(sitting: Sitting, act: Act): Sitting {
  const all = askable(sitting);
  switch (act.kind) {
    case 'save':
    case 'later':
      return { ...sitting, ended: act.kind };
    case 'change': {
      const chosen = all.find(({ question }) => question.id === act.question);
      return chosen ? { ...askAgain(sitting, chosen), changing: true } : sitting;
    }
    case 'back': {
      const last = all.at(-1);
      return last ? askAgain(sitting, last) : sitting;
    }
    case 'answer':
    case 'skip':
    case 'nudge':
    case 'to-plan':
    case 'accept':
    case 'decline':
      return sitting;
  }
}

function quietly(sitting: Sitting): Advanced {
  return { sitting, remarks: [] };
}

function answerField(
  sitting: Sitting,
  planned: PlannedQuestion,
  field: Field,
  value: FieldValue | null,
): Advanced {
  const given = typeof value === 'string' && value.trim() === '' ? null : value;
  if (given === null && field.name === neededPart(planned.question)) {
    const others = Object.entries(sitting.parts).some(
      ([name, part]) => name !== field.name && (part ?? null) !== null,
    );
    // What was given to the other parts is not thrown away by an empty one; skipping takes a choice then.
    return others ? { sitting, remarks: [{ kind: 'incomplete' }] } : skipQuestion(sitting, planned, 'passed');
  }
  const answered = { ...sitting, parts: withoutUnasked({ ...sitting.parts, [field.name]: given }, field) };
  return offerOrGoOn(answered, planned, field);
}

/** What was said of a likelihood or an obstacle goes with it. */
function withoutUnasked(parts: Parts, { name }: Field): Parts {
  const { because, response, ...rest } = parts;
  const isSaid = name !== 'likelihood' || isUnlikely(parts.likelihood);
  return {
    ...rest,
    ...(because !== undefined && isSaid && { because }),
    ...(response !== undefined && (parts.obstacle ?? null) !== null && { response }),
  };
}

/** Each kind of suggestion is made once to a question. */
function offerOrGoOn(sitting: Sitting, planned: PlannedQuestion, field: Field): Advanced {
  const { question } = planned;
  const offer = offersFor(planned, field.name, sitting.parts).find(
    ({ kind }) => !sitting.offered.includes(`${question.id} ${kind}`),
  );
  if (offer) return quietly({ ...withOffered(sitting, planned, offer.kind), offer });
  if (sitting.field + 1 < fieldsOf(planned, sitting.parts).length)
    return quietly({ ...sitting, field: sitting.field + 1 });
  return complete(sitting, planned, answerFrom(planned, sitting.parts, sitting.today, sitting.answers));
}

function withOffered(sitting: Sitting, { question }: PlannedQuestion, kind: Offer['kind']): Sitting {
  return { ...sitting, offered: [...new Set([...sitting.offered, `${question.id} ${kind}`])] };
}

function skipQuestion(sitting: Sitting, planned: PlannedQuestion, skip: Skip): Advanced {
  // What became of it stays open: there is nothing else to ask and nothing to keep.
  if (sitting.agenda.reviews && planned === sitting.agenda.questions[0]) {
    return { sitting: { ...sitting, answers: [], parts: {}, ended: 'later' }, remarks: [{ kind: 'passed' }] };
  }
  const after = complete(sitting, planned, skippedAnswer(planned, skip));
  const recap = after.remarks.filter(({ kind }) => kind === 'recap');
  return { ...after, remarks: [...remarksOnSkip(planned, skip, sitting.agenda), ...recap] };
}

/** Whoever asked for the nudge is not offered it again. */
function nudge(sitting: Sitting, planned: PlannedQuestion): Advanced {
  return { sitting: withOffered(sitting, planned, 'nudge'), remarks: [helpWith(planned.question)] };
}

function complete(sitting: Sitting, planned: PlannedQuestion, answer: Answer): Advanced {
  const answered: Sitting = { ...withAnswer(sitting, answer), ...AT_LOOK_OVER };
  const all = askable(answered);
  const following = all[all.indexOf(planned) + 1];
  // A change from the look over leads back there.
  const next = following && !sitting.changing ? askAgain(answered, following) : toLookOver(answered);
  return { sitting: next, remarks: remarksOn(planned, answer, sitting.agenda) };
}
