// Headings of a person's own text, moved below those of the page on which it stands.
import { fencedLines } from '../formats/entry/text-markdown.ts';

const DEEPEST = 6;

const headingSigns = /^( {0,3})(#{1,6})(?=[ \t]|$)/;

/**
 * A text whose headings go down together, if they have to.
 *
 * @param top - The level from which they may begin, by the highest one that the text has.
 *
 * @example
 * lowered('# Monday\n\n## Evening', () => 3) //=> '### Monday\n\n#### Evening'
 */
export function lowered(text: string, top: (highest: number) => number): string {
  if (!text.includes('#')) return text;
  const lines = text.split('\n');
  const code = fencedLines(lines);
  const levels = lines.map((line, index) =>
    code.has(index) ? 0 : (headingSigns.exec(line)?.[2]?.length ?? 0),
  );
  const highest = Math.min(...levels.filter((level) => level > 0), DEEPEST);
  const down = Math.max(0, top(highest) - highest);
  return lines
    .map((line, index) =>
      levels[index] === 0
        ? line
        : line.replace(headingSigns, (_heading, indent: string, signs: string) =>
            indent.concat('#'.repeat(Math.min(DEEPEST, signs.length + down))),
          ),
    )
    .join('\n');
}
