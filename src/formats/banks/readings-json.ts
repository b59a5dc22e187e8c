// The list of books, articles and podcasts that comes with coach.
import { FileMistakes } from '../../domain/text/errors.ts';

/** A book, an article or a podcast: who made it, and one line on what it is about. */
export interface Reading {
  readonly title: string;
  readonly by: string;
  readonly line: string;
  /** `articles`: named by the articles that the questions grew from. */
  readonly from?: string;
}

/**
 * Reads a list of readings.
 *
 * @throws FileMistakes where it is not a JSON list of `{title, by, line}`.
 *
 * @example
 * parseReadings('[{"title": "Insight", "by": "Tasha Eurich, 2017", "line": "…"}]', 'readings.json')[0].title
 * //=> 'Insight'
 */
export function parseReadings(source: string, file: string): readonly Reading[] {
  const mistake = (message: string): FileMistakes =>
    new FileMistakes(file, [{ line: 1, column: 1, message }]);
  let value: unknown;
  try {
    value = JSON.parse(source.replace(/^\ufeff/, ''));
  } catch {
    throw mistake('these readings are not JSON');
  }
  if (!Array.isArray(value)) throw mistake('expected a list, [{"title": "…", "by": "…", "line": "…"}]');
  return value.map((item: unknown, index) => {
    if (isReading(item)) return item;
    throw mistake(`reading ${index + 1}: expected {"title": "…", "by": "…", "line": "…"}`);
  });
}

function isReading(item: unknown): item is Reading {
  if (typeof item !== 'object' || item === null) return false;
  const texts = new Map(Object.entries(item).filter(([, value]) => typeof value === 'string'));
  return texts.has('title') && texts.has('by') && texts.has('line');
}
