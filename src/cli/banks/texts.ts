// The texts that come with coach: what it is, what to read, whom to talk to.
import { plainText } from '../../domain/text/plain-text.ts';
import { BOUNDARY } from '../../pages/sitting/safety-notes.ts';
import { parseReadings, type Reading } from '../../formats/banks/readings-json.ts';
import { type Page, wrap } from '../../pages/text/wrap.ts';
import type { Context } from '../context.ts';

export function showAbout({ terminal, readText }: Context): void {
  terminal.out(wrap(readText('about.txt'), terminal.width));
}

export function showPeople({ terminal }: Context): void {
  terminal.out(`${wrap(BOUNDARY, terminal.width)}\n`);
}

/** The readings that come with coach, and the person's own. */
export function listReadings({ terminal, places, readText, readIfThere }: Context): void {
  const { style } = terminal;
  const known = parseReadings(readText('readings.json'), 'readings.json');
  const own = readIfThere(places.ownReadings);
  const groups: readonly (readonly [string, readonly Reading[]])[] = [
    ['From the articles', known.filter(({ from }) => from === 'articles')],
    ['Added', known.filter(({ from }) => from !== 'articles')],
    ['Yours', own === undefined ? [] : parseReadings(own, places.ownReadings)],
  ];
  const blocks = groups
    .filter(([, readings]) => readings.length > 0)
    .map(([heading, readings]) =>
      [style.strong(heading), ...readings.map((reading) => readingText(reading, terminal))].join('\n\n'),
    );
  terminal.out(`${blocks.join('\n\n')}\n`);
  if (terminal.screen && own === undefined) {
    const shape = '[{"title": "…", "by": "…", "line": "…"}]';
    terminal.out(
      `\n${style.dim(wrap(`Your own can stand in ${places.ownReadings} as ${shape}`, terminal.width))}\n`,
    );
  }
}

function readingText({ title, by, line }: Reading, { style, width }: Page): string {
  return [title, by, line]
    .map((text) => wrap(plainText(text), width, '  '))
    .map((text, index) => (index === 1 ? style.dim(text) : text))
    .join('\n');
}
