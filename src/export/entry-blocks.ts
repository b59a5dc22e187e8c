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
 * What an entry says below its title, block by block: a free page is its text; of any other come whose seat it is and whom it is
 * about, the questions with their answers in words, and what the person added between them.
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
  const blocks = [
    oneLine(seatText(role, about)),
    ...added(null),
    ...answers.flatMap((one) => [
      free === undefined ? answer(oneLine(one.asked), plain(answerText(one, null))) : words(plain(free)),
      ...added(one.question),
    ]),
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

/**
 * Whether an entry had a star where it came from.
 *
 * @example
 * isStarred({ front: 'imported-from: jrnl\nstarred: true', sections: [] }) //=> true
 */
export function isStarred({ front }: Entry['extra']): boolean {
  return /^starred: *true *$/m.test(front);
}

/**
 * The id that an entry had in the program from which it came.
 *
 * @example
 * sourceIdOf({ front: 'imported-from: day-one\nsource-id: A1', sections: [] }, 'day-one') //=> 'A1'
 */
export function sourceIdOf({ front }: Entry['extra'], from: string): string | undefined {
  if (!front.split('\n').includes(`imported-from: ${from}`)) return undefined;
  return /^source-id: "?([\w-]+)"?$/m.exec(front)?.[1];
}
