// The browser of entries on the whole screen: a list to search, and pages to read.
import type { Browser, BrowsePlace } from '../../app/ports/browser.ts';
import type { StoredEntry } from '../../domain/entry/entry.ts';
import { newestAndOlderText, NO_MATCH } from '../../pages/journal/browse-text.ts';
import { screenText } from '../../pages/text/screen-text.ts';
import type { Page } from '../../pages/text/wrap.ts';
import { pagePrompt } from './page-prompt.ts';
import { takeScreen } from './screen.ts';
import { searchPrompt, type SearchResult } from './search-prompt.ts';

/** The part of the world that the browser needs. */
export interface BrowserTerminal {
  /** The screen as it is now; it may be resized meanwhile. */
  readonly page: () => Page;
  readonly rows: () => number;
  readonly out: (text: string) => void;
  readonly input: NodeJS.ReadableStream;
  /** Says that coach is to end. */
  readonly told: AbortSignal;
}

/** Takes the screen to look through entries: a list that is narrowed by typing, and pages to scroll through. */
export function screenBrowser({ page, rows, out, input, told }: BrowserTerminal): Browser {
  const screen = takeScreen(input, out, told);
  const size = () => ({ columns: page().width, rows: rows(), style: page().style });
  return {
    close: screen.close,
    choose(start, find, look) {
      let place: BrowsePlace = start;
      let shown: readonly StoredEntry[] = [];
      const source = async (typed: string, signal: AbortSignal): Promise<SearchResult> => {
        const { entries, more } = await find(typed, signal);
        if (!signal.aborted) shown = entries;
        const items = look.rows(entries, page()).map(({ row, heading, facts }, index) => ({
          value: entries[index]?.path ?? '',
          name: screenText(row),
          heading: screenText(heading),
          description: screenText(facts),
        }));
        const note = more ? newestAndOlderText(entries.length) : undefined;
        return { items, note: entries.length === 0 ? NO_MATCH : note };
      };
      return screen.show(async (signal) => {
        const answer = await searchPrompt(
          {
            start: { typed: place.typed, value: place.path },
            source,
            moved: ({ typed, value }) => (place = { typed, path: value }),
            ...size(),
          },
          { input, signal },
        );
        const opened = shown.find(({ path }) => path === answer?.value);
        return answer && opened && { typed: answer.typed, opened };
      });
    },
    read(text) {
      let from = 0;
      const moved = (to: number): void => void (from = to);
      return screen.show((signal) =>
        pagePrompt({ text: screenText(text(page())), from, moved, ...size() }, { input, signal }),
      );
    },
  };
}
