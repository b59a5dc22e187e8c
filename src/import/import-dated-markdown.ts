// Notes of one day each, in Markdown, Org or plain text, dated by their names or their heads.
import { isDay } from '../domain/time/day.ts';
import { parseAt } from '../domain/time/moment.ts';
import { withoutBlankEnds } from '../domain/text/plain-text.ts';
import type { FrontMatter } from '../formats/entry/front-matter.ts';
import { type DateOrder, momentFrom, type SourceItem, titled } from './foreign-entry.ts';
import { isDrawing } from './notes/copies.ts';
import { noteParts, ownLines, tagsOf } from './notes/note-head.ts';
import { shownIn, tagsWithin } from './notes/note-marks.ts';
import { dayInName, nameOf, titleIn } from './notes/note-name.ts';
import { eitherDay, writtenDay } from './notes/written-day.ts';

/**
 * Reads a note that is dated by its name (`2026-11-22.md`), by its folders (`2026/11/22.txt`), or else by `date` or `created` in
 * its head; where that is the same day, with a time, the time counts, also where the name seems to have another one. Words in
 * the name beside the date are the title. The head is kept; what would be a key of coach's own gets `was-` in front. Links stay
 * as they are, and so do tags in the text (`#walk`), which are tags of the entry as well. A note of no day is no entry, and
 * nor is a drawing.
 *
 * @param path - Below the folder that is imported.
 * @param order - Of day and month in names such as `03-04-2023.md`.
 *
 * @example
 * readDatedMarkdown('---\ntags: [walk]\n---\nTo the [[river]].\n', 'Daily/2026-11-22.md')
 * //=> { place: 'Daily/2026-11-22.md', foreign: { at: '2026-11-22', text: 'To the [[river]].', tags: ['walk'], … } }
 */
export function readDatedMarkdown(source: string, path: string, order?: DateOrder): SourceItem {
  if (isDrawing(path)) return { place: path, undated: true, because: 'drawing' };
  const { front, body, plain, isOrg } = noteParts(source, path);
  const named = dayInName(path, order);
  if (typeof front === 'string') {
    return named ? { place: path, mistake: front } : { place: path, undated: true, because: 'unread' };
  }
  if (front.fields.has('excalidraw-plugin')) return { place: path, undated: true, because: 'drawing' };
  if (named && 'wrong' in named) {
    return {
      place: path,
      mistake: `the date in the file name does not exist; expected a name such as 2026-11-22.md`,
    };
  }
  if (named && 'unclear' in named) return { place: path, mistake: eitherDay(named.unclear) };
  const at = momentOf(named?.at, front);
  if (at === undefined) return { place: path, undated: true };
  const title = (isOrg ? orgTitle(front) : undefined) ?? named?.title ?? titleIn(path);
  const text = titled(title, withoutBlankEnds(body));
  // The properties of Logseq may hold tags and pictures, too.
  const words = isOrg ? body : plain.body;
  const tags = [...tagsOf(front), ...(named?.tags ?? []), ...tagsWithin(words, isOrg)];
  const lost = shownIn(words, isOrg);
  const dated = named?.by ?? 'head';
  const own = ownLines(front);
  const foreign = { at, text, tags, sourceFile: path, front: own, lost, dated } as const;
  if (isOrg || typeof plain.front === 'string') return { place: path, foreign };
  const former = [
    named && !isDay(named.at) ? (momentFrom(named.at) ?? at) : at,
    titled(named?.words ?? nameOf(path), withoutBlankEnds(plain.body)),
    ownLines(plain.front),
  ];
  const isSame = former.every((part, index) => part === [at, text, own][index]);
  return { place: path, foreign: isSame ? foreign : { ...foreign, formerKeys: [former] } };
}

/** The title that stands above a text of Org, where it is more than its day. */
function orgTitle({ fields }: FrontMatter): string | undefined {
  const title = fields.get('title')?.value;
  if (typeof title !== 'string' || title === '') return undefined;
  const written = writtenDay(title);
  return written && 'at' in written && written.rest === '' ? undefined : title;
}

/** @param named - The day or moment in its name. */
function momentOf(named: string | undefined, front: FrontMatter): string | undefined {
  const stated = ['date', 'created'].flatMap((key) => {
    const value = front.fields.get(key)?.value;
    return typeof value === 'string' ? (stateIn(value) ?? []) : [];
  });
  const day = dayIn(named ?? stated[0]);
  const ofDay = stated.filter(
    (one) => dayIn(one) === day && (named === undefined || isDay(named) || !isMidnight(one)),
  );
  const timed = ofDay.find((one) => !isDay(one));
  if (timed === undefined || (named !== undefined && isCutOff(timed, named)))
    return named === undefined ? day : momentFrom(named);
  return timed;
}

function stateIn(value: string): string | undefined {
  const written = writtenDay(value);
  return momentFrom(value) ?? (written && 'at' in written && written.rest === '' ? written.at : undefined);
}

/** Whether a moment is another one without its seconds, as Org writes those that are in the names of Denote. */
function isCutOff(moment: string, other: string): boolean {
  return moment.endsWith(':00') && moment.slice(0, 16) === other.slice(0, 16);
}

/** Many programs write a day so that has no time. */
function isMidnight(moment: string): boolean {
  return /T00:00:00/.test(moment);
}

function dayIn(moment = ''): string | undefined {
  return parseAt(moment)?.day;
}
