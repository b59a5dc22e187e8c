import { dayWords } from '../domain/time/day-words.ts';
import { type Day, daysBetween } from '../domain/time/day.ts';
import { stepToRepeat } from '../domain/sitting/challenge-next.ts';
import { whatItDid } from '../domain/record/challenge-round.ts';
import { type ChallengeState, roundOn, stateAbout, type StepState } from '../domain/record/challenge.ts';
import type { Entry } from '../domain/entry/entry.ts';
import { forRole, type ProgrammeStep, type QuestionBank, type Role } from '../domain/banks/question-bank.ts';
import { plainText, sameAbout } from '../domain/text/plain-text.ts';
import { shellWord } from '../formats/text/shell-word.ts';
import type { Page } from '../pages/text/style.ts';
import { commandLines, told } from '../pages/text/command-lines.ts';
import { wrap } from '../pages/text/wrap.ts';

/** Whom somebody asks for, as far as they said. */
export interface Named {
  readonly about: string | undefined;
  readonly role: Role | undefined;
}

/**
 * What the programme is, where nothing of it is begun.
 *
 * @param named - What nothing is begun for, where that was said.
 *
 * @example
 * notBegunText(challenge, { about: undefined, role: undefined }, page).split('\n').at(-1) //=> 'coach challenge ready   begin with the first step'
 */
export function notBegunText(bank: QuestionBank, { about, role }: Named, page: Page): string {
  const { width, style } = page;
  const whom = `${about === undefined ? '' : ` about ${plainText(about)}`}${role === undefined ? '' : ` as ${role}`}`;
  const flags = `${about === undefined ? '' : aboutFlag(about)}${role === undefined ? '' : ` --role ${role}`}`;
  return [
    ...(whom === '' ? [] : [withStop(`Nothing is begun${whom}`), '']),
    style.strong(plainText(bank.title)),
    plainText(bank.intro),
    '',
    `You set the pace: a step may be repeated, and all of it paused or stopped at any time. ${wherePeopleRead(bank)}`,
    '',
  ]
    .map((line) => wrap(line, width))
    .concat(commandLines(`coach challenge ready${flags}`, 'begin with the first step', width))
    .join('\n');
}

function wherePeopleRead({ name }: QuestionBank): string {
  return `All of its questions: coach banks show ${name}`;
}

/**
 * Where one relationship is, on one screen: the steps, what to try, what to bring back, and how to go on.
 *
 * @param states - All there are, which decide what the commands have to name.
 *
 * @example
 * challengePage(challenge, state, [state], '2026-11-22', page).split('\n')[1] //=> 'Step 2 of 8, dependence: Borrow their eyes'
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
  return [
    put(`${style.strong(plainText(bank.title))}${style.dim(` · ${whose(state)}`)}`),
    put(`${placeText(bank, state)}.`),
    style.dim(put(whenText(state, today))),
    '',
    ...state.steps.map((one, index) => put(stepLine(one, index, state, today, { width, style }))),
    ...withBlank(taskLines(state, { width, style }, '')),
    ...withBlank(state.scales.map((pair) => put(scaleText(pair, today)))),
    '',
    ...waysOn(state, flagsFor(state, states), width).map((line) => style.dim(line)),
    ...(others === 0 ? [] : told(`${others} more, by name:`, 'coach challenge --about NAME', width)).map(
      (line) => style.dim(line),
    ),
  ].join('\n');
}

/**
 * Several relationships side by side: of each where it is, what to try and how to go on; those at rest in a line each.
 *
 * @example
 * challengeOverview(challenge, [], '2026-11-22', page) //=> ''
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
      put(`${style.strong(whose(state))}${style.dim(` · ${placeText(bank, state)}`)}`),
      put(`  ${trackText(state)}`),
      put(`  ${whenText(state, today)}`),
      ...taskLines(state, { width, style }, '  ').slice(0, 1),
      style.dim(put(`  coach challenge ready${flagsFor(state, states)}`)),
    ].join('\n'),
  );
  const rest = resting.map((state) => put(`${style.strong(whose(state))} · ${whenText(state, today)}`));
  return [
    ...blocks,
    ...(rest.length > 0 ? [rest.join('\n')] : []),
    ...(states.length > 0
      ? [style.dim(told('One of them in full:', 'coach challenge --about NAME', width).join('\n'))]
      : []),
  ].join('\n\n');
}

/**
 * What belongs after a sitting of the programme: what to try and until when, or what was chosen.
 *
 * @param states - All there are after it, which decide what the commands have to name.
 *
 * @example
 * afterStepText(challenge, paused, states, '2026-11-22', page) //=> 'Paused. To take it up again: coach challenge ready'
 */
export function afterStepText(
  bank: QuestionBank,
  entry: Pick<Entry, 'answers' | 'day' | 'about' | 'role'>,
  states: readonly ChallengeState[],
  today: Day,
  { width }: Page,
): string {
  const { asked, brought, chosen } = whatItDid(bank, entry);
  const step = asked ?? brought ?? bank.steps.find(({ id }) => entry.answers.some((one) => one.step === id));
  const state = stateAbout(states, entry.about, entry.role);
  const flags = state ? flagsFor(state, states) : '';
  return afterLines(bank, { step, asked, brought, chosen }, entry.day, today)
    .flatMap(({ text, command }) =>
      command === undefined
        ? wrap(plainText(text), width)
        : told(plainText(text), `${command}${flags}`, width),
    )
    .join('\n');
}

/** A line, and the command that it leads to; flags are added to that. */
interface AfterLine {
  readonly text: string;
  readonly command?: string;
}

function afterLines(
  { steps }: QuestionBank,
  { step, asked, brought, chosen }: { step: ProgrammeStep | undefined } & ReturnType<typeof whatItDid>,
  day: Day,
  today: Day,
): readonly AfterLine[] {
  const isLast = step !== undefined && step === steps.at(-1);
  const ready = (text: string): AfterLine => ({ text, command: 'coach challenge ready' });
  if (chosen === 'pause') return [ready('Paused. To take it up again:')];
  if (chosen === 'stop') return [ready('Stopped. Should you want to take it up again:')];
  if (chosen === 'repeat' && step) {
    return [{ text: `Once more: ${step.title}.` }, { text: step.between }, whereAfter(step, day, today)];
  }
  if (asked && isLast) return [{ text: asked.between }, { text: `That was the last step. ${WHERE}` }];
  if (chosen === 'next') {
    const next = step && steps[steps.indexOf(step) + 1];
    return next ? [ready(`Next: ${next.title}. To go on, now or later:`)] : [];
  }
  if (brought && isLast) return [{ text: `That was the last step. ${WHERE}` }];
  if (brought) return [ready('Where to from here is still open:')];
  return asked ? [{ text: asked.between }, whereAfter(asked, day, today)] : [];
}

function whereAfter(step: ProgrammeStep, day: Day, today: Day): AfterLine {
  return { text: `${timeText(step, day, today)} ${WHERE}` };
}

const WHERE = 'Where you are, at any time: coach challenge';

/** Whose seat, and about whom. */
function whose({ about, role }: ChallengeState): string {
  return [about === null ? 'about nobody by name' : plainText(about), role ?? '']
    .filter((part) => part !== '')
    .join(', ');
}

function placeText({ steps }: QuestionBank, { step, index, round }: ChallengeState): string {
  const again = round > 1 ? `, round ${round}` : '';
  return `Step ${index + 1} of ${steps.length}${again}, ${plainText(step.stage)}: ${plainText(step.title)}`;
}

/**
 * Since when it is where it is, and until when.
 *
 * @example
 * whenText(trying, '2026-11-22') //=> 'Since yesterday. The week is round on 28 November.'
 */
export function whenText(state: ChallengeState, today: Day): string {
  const { standing, phase, since, restsSince, step, begun } = state;
  const rests = restsSince === null ? '' : onDay(restsSince, today);
  switch (standing) {
    case 'paused':
      return `Paused ${rests} at step ${state.index + 1}, ${plainText(step.title)}.`;
    case 'stopped':
      return `Stopped ${rests} at step ${state.index + 1}, ${plainText(step.title)}.`;
    case 'finished':
      return `Begun ${onDay(begun, today)}, finished ${rests}.`;
    case 'under-way':
      if (phase === 'waiting') return 'Its questions come next.';
      if (phase === 'brought')
        return `Brought back ${onDay(since, today)}; where to from here is still open.`;
      return `Since ${dayWords(since, today)}. ${timeText(step, since, today)}`;
  }
}

function timeText(step: ProgrammeStep, since: Day, today: Day): string {
  const until = roundOn(step, since);
  const time = step.weeks === 1 ? 'The week is' : `The ${step.weeks} weeks are`;
  const past = step.weeks === 1 ? 'The week was' : `The ${step.weeks} weeks were`;
  return `${until < today ? past : time} round ${onDay(until, today)}${longAgo(until, today)}.`;
}

/** How long a day that is named by its date has passed; empty for one that has not. */
function longAgo(day: Day, today: Day): string {
  const days = daysBetween(day, today);
  if (days < 2) return '';
  return days < 14 ? `, ${days} days ago` : `, ${Math.floor(days / 7)} weeks ago`;
}

/**
 * Why nothing can be chosen for a day, in words for an error.
 *
 * @example
 * tooEarlyText('2026-01-01', begunOnTheFifth, '2026-01-08')
 * //=> '1 January is before what it would change: step 1, See the pattern, since 5 January'
 */
export function tooEarlyText(
  day: Day,
  { index, step, since, restsSince }: ChallengeState,
  today: Day,
): string {
  const from = restsSince ?? since;
  const words = day === from ? 'that time' : dayWords(day, today);
  return `${words} is before what it would change: step ${index + 1}, ${plainText(step.title)}, since ${dayWords(from, today)}`;
}

function onDay(day: Day, today: Day): string {
  const words = dayWords(day, today);
  return /^\d/.test(words) ? `on ${words}` : words;
}

function stepLine(
  { step, place, begun, broughtBack, repeats }: StepState,
  index: number,
  { standing }: ChallengeState,
  today: Day,
  { style }: Page,
): string {
  const again = repeats === 0 ? '' : repeats === 1 ? ', once more' : `, ${repeats} times more`;
  const days = place === 'done' ? [begun, broughtBack].flatMap((day) => day ?? []) : [];
  const when = [...new Set(days)].map((day) => dayWords(day, today)).join(' to ');
  const word = place === 'now' && standing !== 'under-way' ? standing : place;
  const line = `  ${word.padEnd(7)} ${index + 1}  ${plainText(step.title)}`;
  const more = `${when === '' ? '' : ` · ${when}`}${again}`;
  return `${place === 'now' ? style.strong(line) : line}${style.dim(more)}`;
}

/** What to try, what to bring back, and the caution; nothing of them where it is over. */
function taskLines(
  { step, standing, phase, role }: ChallengeState,
  { width, style }: Page,
  indent: string,
): readonly string[] {
  if (standing === 'finished' || standing === 'stopped') return [];
  const put = (label: string, text: string): string =>
    wrap(`${style.strong(label)} ${plainText(text)}`, width, indent);
  const evidence = step.evidence.map(({ ask }) => forRole(ask, role)).join(' ');
  return [
    put(phase === 'waiting' ? 'To try after its questions:' : 'To try:', step.between),
    ...(evidence === '' || phase === 'brought' ? [] : [put('To bring back:', evidence)]),
    ...(step.caution === undefined ? [] : [put('Caution:', step.caution)]),
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
      return [`${place} ${isRun ? `${first} to ${last}` : numbers.join(', ')}`];
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
  if (standing === 'finished') return ready('begin another round');
  if (standing === 'stopped') return ready('take it up again');
  const does = {
    waiting: 'answer its questions',
    trying: 'bring back what came of it, at any time',
    brought: 'choose where to from here',
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
    ...ready(standing === 'paused' ? 'take it up again' : does),
    ...(again && isOther
      ? commandLines(
          `coach challenge repeat${flags}`,
          `try step ${number}, ${plainText(again.title)}, once more`,
          width,
        )
      : []),
    ...(flags === ''
      ? told('or, at any time:', `coach challenge ${words.join(', ')}`, width)
      : [wrap(`or, at any time, in the place of ready: ${words.join(', ')}`, width)]),
  ];
}

/** What a command has to name, so that only this one is meant. */
function flagsFor(state: ChallengeState, states: readonly ChallengeState[]): string {
  const others = states.filter((one) => one !== state);
  if (others.length === 0 && state.standing !== 'finished' && state.standing !== 'stopped') return '';
  const about = aboutFlag(state.about);
  return others.some((one) => sameAbout(one.about, state.about)) ? `${about} --role ${state.role}` : about;
}

function aboutFlag(about: string | null): string {
  return ` --about ${shellWord(plainText(about ?? ''))}`;
}

/** A name may end with a stop of its own. */
function withStop(text: string): string {
  return text.endsWith('.') ? text : `${text}.`;
}

function withBlank(lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ['', ...lines];
}
