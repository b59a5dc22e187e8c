// The screens of coach challenge: one relationship in full, several side by side, or how to begin.
import { aboutWords, onDay } from '../pages/text/words.ts';
import type { ChallengeState, StepState } from '../domain/record/challenge.ts';
import { forRole, type QuestionBank, type Role } from '../domain/banks/question-bank.ts';
import { stepToRepeat } from '../domain/sitting/challenge-next.ts';
import { plainText } from '../domain/text/plain-text.ts';
import { type Day, dayWords } from '../domain/time/day.ts';
import { commandLines, told, type Page, wrap } from '../pages/text/wrap.ts';
import { nearAbout } from './choice-text.ts';
import { flagsNaming, placeText, whenText, whoseText } from './state-text.ts';
import { aboutFlag } from '../formats/text/shell-word.ts';

/**
 * Where one relationship is, on one screen: the steps, what to try, what to bring back, and how to go on.
 *
 * @param states - All there are, which decide what the commands have to name.
 *
 * @example
 * challengePage(challenge, trying, [trying], today, page).split('\n')[2] //=> 'Step 1 of 8, dependence: See the pattern.'
 */
export function challengePage(
  bank: QuestionBank,
  state: ChallengeState,
  states: readonly ChallengeState[],
  today: Day,
  { width, style }: Page,
): string {
  const put = (line: string): string => wrap(line, width);
  const others = states.filter((one) => one !== state).length;
  const more = others === 0 ? [] : told(othersText(others), 'coach challenge --about NAME', width);
  return [
    put(`${style.strong(plainText(bank.title))}${style.dim(` · ${whoseText(state)}`)}`),
    put(`${placeText(bank, state)}.`),
    style.dim(put(whenText(state, today))),
    '',
    ...state.steps.map((one, index) => put(stepLine(one, index, state, today, { width, style }))),
    ...withBlank(taskLines(state, { width, style }, '')),
    ...withBlank(state.scales.map((pair) => put(scaleText(pair, today)))),
    '',
    ...[...waysOn(state, flagsNaming(state, states), width), ...more].map((line) => style.dim(line)),
  ].join('\n');
}

/**
 * Several relationships side by side: of each where it is, what to try and how to go on; those at rest in a line each.
 *
 * @example
 * challengeOverview(challenge, [paused], today, page).split('\n')[0]
 * //=> 'D., member · Paused today at step 1, See the pattern.'
 */
export function challengeOverview(
  bank: QuestionBank,
  states: readonly ChallengeState[],
  today: Day,
  { width, style }: Page,
): string {
  const put = (line: string): string => wrap(line, width);
  const going = states.filter(({ standing }) => standing === 'under-way');
  const resting = states.filter(({ standing }) => standing !== 'under-way');
  const blocks = going.map((state) =>
    [
      put(`${style.strong(whoseText(state))}${style.dim(` · ${placeText(bank, state)}`)}`),
      put(`  ${trackText(state)}`),
      put(`  ${whenText(state, today)}`),
      ...taskLines(state, { width, style }, '  ').slice(0, 1),
      style.dim(put(`  coach challenge ready${flagsNaming(state, states)}`)),
    ].join('\n'),
  );
  const rest = resting.map((state) => put(`${style.strong(whoseText(state))} · ${whenText(state, today)}`));
  return [
    ...blocks,
    ...(rest.length > 0 ? [rest.join('\n')] : []),
    ...(states.length > 0
      ? [style.dim(told('To see one in full:', 'coach challenge --about NAME', width).join('\n'))]
      : []),
  ].join('\n\n');
}

function othersText(count: number): string {
  return count === 1
    ? 'There is one other challenge. To see it:'
    : `There are ${count} other challenges. To see one:`;
}

/** The words for where a step is. */
const PLACES = { done: 'done', passed: 'skipped', now: 'now', ahead: 'ahead' } as const;

function stepLine(
  { step, place, begun, broughtBack, repeats }: StepState,
  index: number,
  { standing }: ChallengeState,
  today: Day,
  { style }: Page,
): string {
  const again = repeats === 0 ? '' : repeats === 1 ? ', repeated once' : `, repeated ${repeats} times`;
  const days = place === 'done' ? [begun, broughtBack].flatMap((day) => day ?? []) : [];
  const when = [...new Set(days)].map((day) => dayWords(day, today)).join(' to ');
  const word = place === 'now' && standing !== 'under-way' ? standing : PLACES[place];
  const line = `  ${word.padEnd(7)} ${index + 1}  ${plainText(step.title)}`;
  const more = `${when === '' ? '' : ` · ${when}`}${again}`;
  return `${place === 'now' ? style.strong(line) : line}${style.dim(more)}`;
}

/** The task, the questions afterwards and the caution; nothing of them where it is over. */
function taskLines(
  { step, standing, phase, role }: ChallengeState,
  { width, style }: Page,
  indent: string,
): readonly string[] {
  if (standing === 'finished' || standing === 'stopped') return [];
  const put = (label: string, text: string): string =>
    wrap(`${style.strong(label)} ${plainText(text)}`, width, indent);
  // Whether there is a guess to be met, is not known here.
  const evidence = step.evidence
    .map(({ ask, askWithoutRecall }) => forRole(askWithoutRecall ?? ask, role))
    .join(' ');
  return [
    put(
      phase === 'waiting' ? 'What to try once you have answered the questions:' : 'What to try:',
      forRole(step.between, role),
    ),
    ...(evidence === '' || phase === 'brought' ? [] : [put('Afterwards you will be asked:', evidence)]),
    ...(step.caution === undefined ? [] : [put('Caution:', forRole(step.caution, role))]),
  ];
}

/** The steps in a line: `done 1, 2 · now 3 · ahead 4 to 8`. */
function trackText({ steps }: ChallengeState): string {
  const places = ['done', 'passed', 'now', 'ahead'] as const;
  return places
    .flatMap((place) => {
      const numbers = steps.flatMap((one, index) => (one.place === place ? [index + 1] : []));
      const [first] = numbers;
      const last = numbers.at(-1);
      if (first === undefined || last === undefined) return [];
      const isRun = last - first === numbers.length - 1 && numbers.length > 2;
      return [`${PLACES[place]} ${isRun ? `${first} to ${last}` : numbers.join(', ')}`];
    })
    .join(' · ');
}

function scaleText({ asked, baseline, closing }: ChallengeState['scales'][number], today: Day): string {
  return `${plainText(asked)} ${baseline.value} ${onDay(baseline.day, today)}, ${closing.value} ${onDay(closing.day, today)}.`;
}

/** The commands that lead on, each with what it does. */
function waysOn(state: ChallengeState, flags: string, width: number): readonly string[] {
  const { standing, phase, steps } = state;
  const ready = (does: string): readonly string[] =>
    commandLines(`coach challenge ready${flags}`, does, width);
  if (standing === 'finished') return ready('start another round');
  if (standing === 'stopped') return ready('resume the challenge');
  const does = {
    waiting: "answer this step's questions",
    trying: 'say how the step went, at any time',
    brought: "decide what's next",
  }[phase];
  const again = stepToRepeat(state);
  const isOther = again !== undefined && again !== state.step;
  const words = [
    ...(again === undefined || isOther ? [] : ['repeat']),
    ...(standing === 'paused' ? [] : ['pause']),
    'stop',
  ];
  const number = steps.findIndex(({ step }) => step === again) + 1;
  return [
    ...ready(standing === 'paused' ? 'resume the challenge' : does),
    ...(again && isOther
      ? commandLines(
          `coach challenge repeat${flags}`,
          `try step ${number}, ${plainText(again.title)}, once more`,
          width,
        )
      : []),
    ...(flags === ''
      ? told('or, at any time:', `coach challenge ${words.join(', ')}`, width)
      : [wrap(`or, at any time, instead of "ready": ${words.join(', ')}`, width)]),
  ];
}

function withBlank(lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ['', ...lines];
}

/** Whom somebody asks for, as far as they said. */
export interface NamedSeat {
  readonly about: string | undefined;
  readonly role: Role | undefined;
}

/**
 * The programme in short, where nothing of it is begun.
 *
 * @param named - What nothing is begun for, where that was said.
 * @param states - What is begun for others, one of whom may be meant.
 *
 * @example
 * notBegunText(challenge, { about: undefined, role: undefined }, [], page).split('\n').at(-1) //=> 'coach challenge ready   start with the first step'
 */
export function notBegunText(
  bank: QuestionBank,
  { about, role }: NamedSeat,
  states: readonly ChallengeState[],
  page: Page,
): string {
  const { width, style } = page;
  const meant = about === undefined ? undefined : nearAbout(states, about);
  const whom = `${aboutWords(about ?? null)}${role === undefined ? '' : ` for the role ${role}`}`;
  const flags = `${about === undefined ? '' : aboutFlag(about ?? '')}${role === undefined ? '' : ` --role ${role}`}`;
  return [
    ...(whom === ''
      ? []
      : [[withStop(`There is no challenge yet${whom}`), ...(meant ? [meant] : [])].join(' '), '']),
    style.strong(plainText(bank.title)),
    plainText(bank.intro),
    '',
    `You set the pace: you can repeat a step, and pause or stop at any time. To read all the questions: coach banks show ${bank.name}`,
    '',
  ]
    .map((line) => wrap(line, width))
    .concat(commandLines(`coach challenge ready${flags}`, 'start with the first step', width))
    .join('\n');
}

/** A name may end with a stop of its own. */
function withStop(text: string): string {
  return text.endsWith('.') ? text : `${text}.`;
}

/** Below the page, where a sitting of it was begun. */
export const BEGUN_ALREADY = 'You have started answering the questions. To go on: coach challenge ready';
