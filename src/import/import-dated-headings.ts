// Texts with many entries, each below a heading that says its day.
import { withoutBlankEnds } from '../domain/text/plain-text.ts';
import { type DateOrder, type SourceItem, titled } from './foreign-entry.ts';
import {
  type DatedOutline,
  datedOutline,
  isLikeDay,
  isSpan,
  type OutlineHeading,
} from './notes/dated-outline.ts';
import { headOfText, tagsOf } from './notes/note-head.ts';
import { shownIn, tagsWithin } from './notes/note-marks.ts';
import { eitherDay } from './notes/written-day.ts';

/** Lines from a heading to the next one that is not below it. */
interface Part {
  readonly heading: OutlineHeading | undefined;
  readonly start: number;
  readonly text: string;
}

/**
 * Reads a text in which each entry stands below a heading with its day. Deeper headings stay in the text, and so do those of the
 * same level that say no day, which are told. Headings further out that only say a year or a month stay out of it; all other
 * text that is below no day is told. Tags of the whole text are tags of each entry.
 *
 * @param order - Of day and month, where the person said it or other headings showed it.
 *
 * @example
 * [...readDatedHeadings('# 2023\n## 2023-01-05 Rain\nAll day.', 'a.md')]
 * //=> [{ place: 'a.md:2', foreign: { at: '2023-01-05', text: 'Rain\n\nAll day.', tags: [], lost: [], dated: 'heading' } }]
 */
export function* readDatedHeadings(source: string, name: string, order?: DateOrder): Generator<SourceItem> {
  const { front, isOrg } = headOfText(source, name);
  const outline = datedOutline(source, isOrg, order);
  const tags = typeof front === 'string' ? [] : tagsOf(front);
  let open: { readonly part: Part; readonly at: string; text: string } | undefined;
  const close = function* close(): Generator<SourceItem> {
    if (open) yield entryIn(open, `${name}:${open.part.start + 1}`, tags, isOrg);
    open = undefined;
  };
  for (const part of partsOf(outline)) {
    const place = `${name}:${part.start + 1}`;
    const { heading, text } = part;
    const day = heading?.level === outline.level ? heading?.day : undefined;
    if (day && 'at' in day) {
      yield* close();
      open = { part, at: day.at, text: titled(day.rest, text) };
    } else if (heading && heading.level === outline.level && !day && !isLikeDay(heading.words)) {
      yield { place, undated: true, because: open ? 'undated-heading' : 'outside' };
      if (open) open.text += `\n\n${outline.lines.slice(heading.line, heading.below).join('\n')}\n${text}`;
    } else {
      yield* close();
      if (heading && heading.level === outline.level) yield { place, mistake: mistakeOf(heading) };
      else if (text !== '' || (heading && !isSpan(heading.words)))
        yield { place: `${name}:${firstLine(part, outline) + 1}`, undated: true, because: 'outside' };
    }
  }
  yield* close();
}

function* partsOf({ lines, headings, level = 1 }: DatedOutline): Generator<Part> {
  let heading: OutlineHeading | undefined;
  const until = (end: number): Part => {
    const text = lines.slice(heading?.below ?? 0, end).join('\n');
    return { heading, start: heading?.line ?? 0, text: withoutBlankEnds(text) };
  };
  for (const next of headings) {
    if (next.level > level) continue;
    yield until(next.line);
    heading = next;
  }
  yield until(lines.length);
}

/** Where there is something to be told. */
function firstLine({ heading, start }: Part, { lines }: DatedOutline): number {
  if (heading && !isSpan(heading.words)) return start;
  const from = heading?.below ?? 0;
  return from + lines.slice(from).findIndex((line) => line.trim() !== '');
}

function entryIn(
  { part, at, text }: { readonly part: Part; readonly at: string; readonly text: string },
  place: string,
  tags: readonly string[],
  isOrg: boolean,
): SourceItem {
  const all = [...tags, ...(part.heading?.tags ?? []), ...tagsWithin(text, isOrg)];
  return {
    place,
    foreign: { at, text: withoutBlankEnds(text), tags: all, lost: shownIn(text, isOrg), dated: 'heading' },
  };
}

function mistakeOf({ day }: OutlineHeading): string {
  if (day && 'unclear' in day) return eitherDay(day.unclear);
  const said = day && 'wrong' in day ? `${day.wrong} is not a day` : 'this is not a date that coach can read';
  return `${said}; expected a heading such as "## 2026-11-22" or "## 22 November 2026"`;
}
