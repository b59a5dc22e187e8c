// The texts that come with coach: what it is, what to read, whom to talk to.
import { BOUNDARY } from '../../pages/sitting/safety-notes.ts';
import { ownReadingsLine, readingsText } from '../../pages/banks/readings-text.ts';
import { parseReadings } from '../../formats/banks/readings-json.ts';
import { wrap } from '../../pages/text/wrap.ts';
import type { Context } from '../context.ts';

export function showAbout({ terminal, readText }: Context): Promise<void> {
  return terminal.page(wrap(readText('about.txt'), terminal.width));
}

export function showPeople({ terminal }: Context): void {
  terminal.out(`${wrap(BOUNDARY, terminal.width)}\n`);
}

/** The readings that come with coach, and the person's own. */
export function listReadings({ terminal, places, readText, readIfThere }: Context): void {
  const known = parseReadings(readText('readings.json'), 'readings.json');
  const own = readIfThere(places.ownReadings);
  const yours = own === undefined ? [] : parseReadings(own, places.ownReadings);
  terminal.out(readingsText(known, yours, terminal));
  if (terminal.screen && own === undefined) {
    const place = wrap(ownReadingsLine(places.ownReadings), terminal.width);
    terminal.out(`\n${terminal.style.dim(place)}\n`);
  }
}
