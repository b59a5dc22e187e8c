// An entry as a person reads it, in blocks, for the formats of other programs.
import type { Entry } from '../domain/entry/entry.ts';
import { oneLine, plainText, withoutBlankEnds } from '../domain/text/plain-text.ts';
import { answerText } from '../pages/record/answer-text.ts';
import { freeText } from '../pages/record/entry-title.ts';
import { seatText } from '../pages/sitting/sitting-text.ts';

/** How the parts of an entry look. */
export interface BlockForms {
  /** A question, with its answer below it. */
  readonly answer: (asked: string, words: string) => string;
  /** A text that stands on its own, such as a free page. */
  readonly words: (text: string) => string;
  /** What a person added between the questions. */
  readonly own: (text: string) => string;
}

/**
 * What an entry says below its title, block by block: of a free page first its text, since that begins with the title; of any other
 * come whose seat it is and whom it is about, the questions with their answers in words, and what the person added between them.
 *
 * @example
 * const forms = { answer: (asked, words) => `${asked} ${words}`, words: (text) => text, own: (text) => text };
 * entryBlocks(entry, forms)[0] //=> 'member, about D.'
 */
export function entryBlocks(entry: Entry, { answer, words, own }: BlockForms): readonly string[] {
  const { role, about, answers, extra } = entry;
  const plain = (text: string): string => withoutBlankEnds(plainText(text));
  const added = (place: string | null): readonly string[] =>
    extra.sections.filter(({ after }) => after === place).map(({ text }) => own(plain(text)));
  const free = freeText(entry);
  const seat = words(oneLine(seatText(role, about)));
  const blocks = [
    ...(free === undefined ? [seat] : []),
    ...added(null),
    ...answers.flatMap((one) => [
      free === undefined ? answer(oneLine(one.asked), plain(answerText(one, null))) : words(plain(free)),
      ...added(one.question),
    ]),
    ...(free === undefined ? [] : [seat]),
  ];
  return blocks.filter((block) => block !== '');
}

/** The lines of a front matter that an import added, and those that other formats have a place for. */
const ofImport = /^(?:imported-from|source-id|source-file|starred):/;

/**
 * The lines of a front matter that are the person's own.
 *
 * @example
 * ownFront({ front: 'imported-from: jrnl\nweather: rain', sections: [] }) //=> 'weather: rain'
 */
export function ownFront({ front }: Entry['extra']): string {
  const lines = plainText(front).split('\n');
  return withoutBlankEnds(lines.filter((line) => !ofImport.test(line)).join('\n'));
}

/** The lines that an import from Day One added beside those, which say nothing to anybody who reads. */
const ofDayOne = /^(?:pinned|modified|source-journal):/;

/**
 * The same where they stand in the text of an entry: without what Day One knows of its own entries.
 *
 * @example
 * frontInText({ front: 'imported-from: day-one\npinned: true\nweather: rain', sections: [] }) //=> 'weather: rain'
 */
export function frontInText(extra: Entry['extra']): string {
  const own = ownFront(extra);
  if (!isFrom(extra, 'day-one')) return own;
  return own
    .split('\n')
    .filter((line) => !ofDayOne.test(line))
    .join('\n');
}

function isFrom({ front }: Entry['extra'], from: string): boolean {
  return front.split('\n').includes(`imported-from: ${from}`);
}

/**
 * Whether an entry had a star where it came from.
 *
 * @example
 * isStarred({ front: 'imported-from: jrnl\nstarred: true', sections: [] }) //=> true
 */
export function isStarred({ front }: Entry['extra']): boolean {
  return /^starred: *true *$/m.test(front);
}

/** What Day One knew of an entry that came from it. */
interface DayOneFacts {
  readonly id: string | undefined;
  readonly isPinned: boolean;
  /** When it was last changed there, as the front matter says it. */
  readonly modified: string | undefined;
}

/**
 * What Day One knew of an entry; nothing where it came from elsewhere.
 *
 * @example
 * dayOneFacts({ front: 'imported-from: day-one\nsource-id: A1\nmodified: "2026-11-22T08:14:05Z"', sections: [] })
 * //=> { id: 'A1', isPinned: false, modified: '2026-11-22T08:14:05Z' }
 */
export function dayOneFacts(extra: Entry['extra']): DayOneFacts | undefined {
  if (!isFrom(extra, 'day-one')) return undefined;
  const { front } = extra;
  return {
    id: /^source-id: "?([\w-]+)"?$/m.exec(front)?.[1],
    isPinned: /^pinned: *true *$/m.test(front),
    modified: /^modified: "?([^\s"]+)/m.exec(front)?.[1],
  };
}
