import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { heldStream } from '../../src/app/journal/entry-stream.ts';
import type { Entry } from '../../src/domain/entry/entry.ts';
import { escaped } from '../../src/pages/text/html-page.ts';
import { HTML_STYLE } from '../../src/pages/text/html-style.ts';
import { htmlPage } from '../../src/export/export-html.ts';
import { hostileText, plainHostileEntry } from '../formats/entry/entry-arbitrary.ts';
import { entryWith, textAnswer } from '../formats/entry/entry-samples.ts';

function page(...entries: readonly Entry[]): string {
  const { entries: inOrder } = heldStream({
    entries: entries.map((entry) => ({ entry, path: 'a.md' })).toReversed(),
    unreadable: [],
  });
  return [...htmlPage(inOrder('oldest'), inOrder('months'))].join('');
}

/** Every tag of a page, in order, without what stands in quotes; and the text between them. */
function takenApart(html: string): { readonly tags: readonly string[]; readonly texts: readonly string[] } {
  const tags: string[] = [];
  const texts = html
    .replace(HTML_STYLE, '')
    .split(/(<[^<>]*>)/)
    .filter((part) => {
      const isTag = /^<[^<>]*>$/.test(part);
      if (isTag) tags.push(part.replace(/"[^"]*"/g, '""'));
      return !isTag;
    });
  return { tags, texts };
}

const KNOWN =
  /^<(?:!doctype html|\/?(?:html|head|title|style|body|header|h[1-4]|p|nav|ul|li|small|span|main|section|article|div|time|bdi|a)(?: (?:lang|id|class|dir|href|datetime|aria-label|aria-labelledby)="")*|meta(?: (?:charset|http-equiv|content|name)="")+)>$/;

describe('the page', () => {
  const html = page(
    entryWith({ id: 'a1', day: '2025-12-31', at: '2025-12-31T09:00:00+01:00' }),
    entryWith({ answers: [textAnswer('Small.\n\n  Then <b>angry</b>.')], tags: ['drafts'] }),
  );

  test('needs nothing but itself', () => {
    expect(html).toMatch(/^<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n/);
    expect(html).toContain(
      `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    );
    expect(html).toContain('<meta name="viewport" content="width=device-width, initial-scale=1">');
    expect(html).not.toMatch(/<script|<link|<img|\son\w+=|url\(|@import|https?:/i);
    expect(html).toMatch(/@media \(prefers-color-scheme: dark\)/);
    expect(html).toMatch(/@media print/);
  });

  test('lists its months, each with a heading, and says how much it holds', () => {
    expect(html).toContain('<p>2 entries, 31 December 2025 to 22 November 2026</p>');
    for (const month of ['m-2025-12', 'm-2026-11']) {
      expect(html).toContain(`<a href="#${month}">`);
      expect(html).toContain(`<h2 id="${month}">`);
    }
    expect(html.indexOf('December 2025</h2>')).toBeLessThan(html.indexOf('November 2026</h2>'));
  });

  test('shows an entry with its facts, and words as they were typed', () => {
    expect(html).toContain(`<h3 dir="auto">When your work is closely managed</h3>
<p class="facts"><time datetime="2026-11-22T09:14:05+01:00">Sunday 22 November 2026, 09:14</time> · member · about <bdi>D.</bdi> · <bdi class="tag">#drafts</bdi></p>
<section class="answer">
<h4 dir="auto">What did you feel in that moment?</h4>
<div class="words" lang="" dir="auto">Small.

  Then &lt;b&gt;angry&lt;/b&gt;.</div>
</section>`);
  });

  test('of nothing says so', () => {
    expect(page()).toContain('<p>No entries</p>\n</header>\n<main>\n</main>');
  });

  test('links an answer to the entry that it looks back on, where that is on the page', () => {
    const closing = entryWith({
      id: 'b2',
      answers: [
        { ...textAnswer('It rained.'), closes: 'k3x8m2p9qa/member-guess' },
        { ...textAnswer('Ask.', 'two'), continues: 'gone/x' },
      ],
    });
    const both = page(entryWith({}), closing);
    expect(both).toContain(
      '<p class="link">About the entry from <a href="#e-k3x8m2p9qa">22 November 2026</a></p>',
    );
    expect(both.match(/class="link"/g)).toHaveLength(1);
  });

  test('has an id only once, whatever copies there are', () => {
    expect(page(entryWith({}), entryWith({})).match(/ id="e-k3x8m2p9qa"/g)).toHaveLength(1);
  });

  test('keeps what was added by hand', () => {
    const extra = { front: 'mood: <3', sections: [{ after: null, text: '## Mine\n\nA & b' }] };
    expect(page(entryWith({ extra }))).toContain(
      '<div class="own front" lang="" dir="auto">mood: &lt;3</div>\n<div class="own" lang="" dir="auto">## Mine\n\nA &amp; b</div>',
    );
  });
});

describe('the style', () => {
  /** Of a colour such as `#1f5f6b`, as WCAG 2.2 defines its relative luminance. */
  function luminance(colour: string): number {
    const digits = colour.length === 4 ? colour.replace(/[^#]/g, '$&$&') : colour;
    const [red = 0, green = 0, blue = 0] = [1, 3, 5]
      .map((at) => Number.parseInt(digits.slice(at, at + 2), 16) / 255)
      .map((share) => (share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  }

  const palettes = Array.from(HTML_STYLE.matchAll(/:root \{([^}]*--paper[^}]*)\}/g), ([, colours = '']) =>
    Object.fromEntries(
      Array.from(colours.matchAll(/--(\w+): (#\w+)/g), ([, name = '', colour = '']) => [name, colour]),
    ),
  );

  test('has enough contrast by day, in the dark and in print', () => {
    expect(palettes).toHaveLength(3);
    for (const { paper = '', ink = '', quiet = '', accent = '' } of palettes) {
      for (const text of [ink, quiet, accent]) {
        const [dark = 0, light = 0] = [luminance(paper), luminance(text)].toSorted(
          (one, other) => one - other,
        );
        expect((light + 0.05) / (dark + 0.05)).toBeGreaterThan(4.5);
      }
    }
  });

  test('lets a printed answer go on over a page, and leaves no heading alone at the end of one', () => {
    const rules = Array.from(
      HTML_STYLE.matchAll(/^ *([^{}\n]+) \{ *([^{}]*?) *\}/gm),
      ([, who = '', what = '']) => ({
        who: who.split(', '),
        what,
      }),
    );
    const those = (what: string): readonly string[] =>
      rules.filter((rule) => rule.what.includes(what)).flatMap(({ who }) => who);
    expect(those('break-after: avoid')).toEqual(
      expect.arrayContaining(['h2', 'h3', 'h4', '.facts', '.front']),
    );
    for (const long of ['article', 'section', '.answer', '.words', '.own', '.front']) {
      expect(those('break-inside: avoid')).not.toContain(long);
    }
  });
});

test('whatever entries hold, the tags are the page’s own', () => {
  const withoutWords = (entry: Entry): Entry => ({
    ...entry,
    title: 'x',
    about: entry.about === null ? null : 'x',
    tags: entry.tags.map(() => 'x'),
  });
  fc.assert(
    fc.property(fc.array(plainHostileEntry, { maxLength: 3 }), (entries) => {
      const { tags, texts } = takenApart(page(...entries));
      expect(tags.filter((tag) => !KNOWN.test(tag))).toEqual([]);
      expect(texts.filter((text) => /[<>]|&(?!(?:amp|lt|gt|quot|#39);)/.test(text))).toEqual([]);
      expect(tags).toEqual(takenApart(page(...entries.map(withoutWords))).tags);
    }),
    { numRuns: 150 },
  );
});

test('escaping can be undone, and leaves nothing that means something to HTML', () => {
  const meant: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
  fc.assert(
    fc.property(hostileText, (text) => {
      const html = escaped(text);
      expect(html).not.toMatch(/[<>"']/);
      const back = html.replace(/&([^;]+);/g, (_entity, name: string) => meant[name] ?? '?');
      expect(escaped(back)).toBe(html);
    }),
  );
});
