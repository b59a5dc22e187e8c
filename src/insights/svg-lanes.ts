// The lanes of one relationship: marks on the axis that all plots share, a lane for each kind.
import { percentOf } from '../domain/entry/answer.ts';
import { groupedBy } from '../domain/record/grouped-by.ts';
import { type Day, longDay, monthTitle } from '../domain/time/day.ts';
import { commitmentText } from '../pages/record/answer-text.ts';
import type { Relationship, Stretch, Talk, Track } from './relationships.ts';
import type { Cell, ReportTable } from './report-parts.ts';
import { becameSign, becameWords, isOpen, talkSign } from '../pages/plots/svg-signs.ts';
import {
  across,
  aside,
  axisBelow,
  closerFrom,
  down,
  fewBeside,
  hint,
  inTurn,
  moreText,
  oneAfterAnother,
  svgPlot,
} from '../pages/plots/svg-plot.ts';
import type { TimeAxis } from '../pages/plots/time-axis.ts';

/** One kind of things on their days: how many, as a picture and as a table. */
export interface Lane {
  readonly label: string;
  readonly count: number;
  /** @param name - What the picture is called. */
  readonly picture: (name: string) => Iterable<string>;
  readonly table: ReportTable;
}

/** How lanes are drawn: their axis, what banks are called, and whether the person's own words are told. */
export interface LaneOptions {
  readonly axis: TimeAxis;
  readonly titleOf: (bank: string) => string;
  readonly ownWords: boolean;
}

/**
 * The lanes of a relationship; those in which nothing is are left out.
 *
 * @example
 * const own = { checkIns: ['2026-11-20'], sittings: [], talks: [], plans: [], guesses: [], steps: [] };
 * const axis = timeAxis('2026-11-02', '2026-11-22');
 * lanesOf(own, { axis, titleOf: (bank) => bank, ownWords: false }).map(({ label, count }) => `${label} ${count}`) //=> ['Check-ins 1']
 */
export function lanesOf(
  own: Omit<Relationship, 'about' | 'role' | 'entries'>,
  { axis, titleOf, ownWords }: LaneOptions,
): readonly Lane[] {
  return [
    stepLane(own.steps, axis),
    sittingLane(own.sittings, axis, titleOf),
    talkLane(own.talks, axis),
    trackLane('Plans', own.plans, axis, ownWords),
    trackLane('Guesses', own.guesses, axis, ownWords),
    checkInLane(own.checkIns, axis),
  ].filter(({ count }) => count > 0);
}

/**
 * Only the ticks, to stand below lanes.
 *
 * @example
 * lanesAxis(timeAxis('2026-11-02', '2026-11-22')).slice(0, 22) //=> '<svg class="plot lane"'
 */
export function lanesAxis(axis: TimeAxis): string {
  return `<svg class="plot lane" width="100%" height="32" aria-hidden="true" focusable="false">${axisBelow(axis, 1).join('')}</svg>`;
}

/** Two steps that begin nearer to each other leave no room for their numbers: on a phone, or anywhere; in percent. */
const NUMBERS_APART = { phone: 6, anywhere: 2 };

function stepLane(steps: readonly Stretch[], { place }: TimeAxis): Lane {
  const nearest = Math.min(
    ...steps.slice(1).map(({ from }, at) => place(from) - place(steps[at]?.from ?? from)),
  );
  const kind = nearest < NUMBERS_APART.phone ? 'wide number' : 'number';
  const parts = steps.map(({ number, title, from, to }) => {
    const [x, width] = [place(from), Math.max(0.6, place(to) - place(from))];
    const label =
      nearest < NUMBERS_APART.anywhere
        ? ''
        : `<text class="${kind}" x="${x}%" dx="3.5" y="14">${number}</text>`;
    const words = `Step ${number}, ${title}: ${longDay(from)} to ${longDay(to)}`;
    return `<rect class="step" x="${x}%" width="${Math.round(width * 100) / 100}%" y="3" height="14" rx="2">${hint(words, steps.length)}</rect>${label}`;
  });
  return {
    label: 'Challenge',
    count: steps.length,
    picture: (name) => svgPlot('lane', name, 20, parts),
    table: {
      caption: 'Steps of the challenge',
      head: ['Step', 'Title', 'From', 'To'],
      rows: steps.map(({ number, title, from, to }) => [number, title, longDay(from), longDay(to)]),
    },
  };
}

function sittingLane(
  sittings: Relationship['sittings'],
  axis: TimeAxis,
  titleOf: LaneOptions['titleOf'],
): Lane {
  const shape = '<rect class="sat" x="-3.5" y="-3.5" width="7" height="7">';
  return {
    label: 'Sittings',
    count: sittings.length,
    picture: (name) =>
      marks(
        name,
        sittings,
        axis,
        ({ day, bank }) => `${shape}${hint(`${longDay(day)}: ${titleOf(bank)}`, sittings.length)}</rect>`,
      ),
    table: {
      caption: 'Sittings',
      head: ['Day', 'Questions'],
      rows: inTurn(sittings, ({ day, bank }) => [longDay(day), titleOf(bank)]),
    },
  };
}

function talkLane(talks: readonly Talk[], axis: TimeAxis): Lane {
  const wordsOf = ({ day, planned, isLookedBackOn }: Talk): string =>
    `${isLookedBackOn ? 'looked back on' : 'prepared'}${day === planned ? '' : `, for ${longDay(planned)}`}`;
  return {
    label: 'Conversations',
    count: talks.length,
    picture: (name) =>
      marks(name, talks, axis, (talk) =>
        talkSign(talk.isLookedBackOn, hint(`${longDay(talk.day)}: ${wordsOf(talk)}`, talks.length)),
      ),
    table: {
      caption: 'Conversations',
      head: ['Day', 'Conversation'],
      rows: inTurn(talks, (talk) => [longDay(talk.day), wordsOf(talk)]),
    },
  };
}

/** Small shapes on their days. */
function marks<Value extends { readonly day: Day }>(
  name: string,
  values: readonly Value[],
  { place }: TimeAxis,
  shapeOf: (value: Value) => string,
): Iterable<string> {
  const { shown, more } = fewBeside(values, ({ day }) => day);
  const parts = [
    inTurn(shown, ({ value, beside }) => placed(place(value.day), beside, shapeOf(value))),
    inTurn(more, ({ value, count }) => moreText(place(value.day), 8, count)),
  ];
  return svgPlot('lane', name, 16, oneAfterAnother(parts));
}

/** A small shape at its place across, beside those of the same day. */
function placed(at: number, beside: number, shape: string): string {
  const own = beside === 0 ? shape : `<g transform="translate(${aside(at, beside)} 0)">${shape}</g>`;
  return `<svg x="${at}%" y="8" overflow="visible">${own}</svg>`;
}

function checkInLane(days: readonly Day[], { place }: TimeAxis): Lane {
  return {
    label: 'Check-ins',
    count: days.length,
    picture: (name) =>
      svgPlot(
        'lane',
        name,
        14,
        inTurn(days, (day) => down('checkin', place(day), 2, 12, hint(longDay(day), days.length))),
      ),
    table: {
      caption: 'Check-ins',
      head: ['Month', 'On these days'],
      rows: inTurn(groupedBy(days, (day) => day.slice(0, 7)).values(), (own) => [
        monthTitle(own[0] ?? ''),
        own.map((day) => Number(day.slice(8))).join(', '),
      ]),
    },
  };
}

/** How far apart the rows of plans and guesses are, in pixels, and what has to lie between two in a row, in percent. */
const ROW = 13;
const GAP = 2.2;

function trackLane(label: string, tracks: readonly Track[], { place }: TimeAxis, ownWords: boolean): Lane {
  const ends: number[] = [];
  const inRows = tracks.map((track) => {
    const [begin, end] = [place(track.from), place(track.to)];
    const free = ends.findIndex((before) => before + GAP < begin);
    const row = free < 0 ? ends.length : free;
    ends[row] = end;
    return { track, begin, end, row };
  });
  const apart = closerFrom(ROW, ends.length);
  const parts = inTurn(inRows, ({ track: { from, to, likelihood, became }, begin, end, row }) => {
    const y = 8 + Math.round(row * apart);
    const called = likelihood === null ? '' : `, ${percentOf(likelihood)}%`;
    const words = `${longDay(from)}${called}: ${becameWords(became)}, ${isOpen(became) ? 'due ' : ''}${longDay(to)}`;
    return `<g>${hint(words, tracks.length)}${across(`span${isOpen(became) ? ' still' : ''}`, begin, end, y)}${down('start', begin, y - 3, y + 3)}${becameSign(became, end, y)}</g>`;
  });
  const height = 6 + ROW + Math.round(Math.max(0, ends.length - 1) * apart);
  return {
    label,
    count: tracks.length,
    picture: (name) => svgPlot('lane', name, height, parts),
    table: {
      caption: label,
      head: ['Made', 'Called', 'What became of it', 'On', ...(ownWords ? ['In your words'] : [])],
      rows: inTurn(tracks, ({ from, to, likelihood, became, item }): readonly Cell[] => [
        longDay(from),
        likelihood === null ? '' : `${percentOf(likelihood)}%`,
        becameWords(became),
        `${isOpen(became) ? 'due ' : ''}${longDay(to)}`,
        ...(ownWords
          ? [{ own: item.kind === 'prediction' ? item.guess.expect : commitmentText(item.commitment, null) }]
          : []),
      ]),
    },
  };
}

/**
 * What the picture of a lane is called.
 *
 * @example
 * laneName({ label: 'Plans', count: 2 }, 'D.') //=> 'Plans over time, D.: 2'
 */
export function laneName({ label, count }: Pick<Lane, 'label' | 'count'>, whom: string): string {
  return `${label} over time, ${whom}: ${count}`;
}
