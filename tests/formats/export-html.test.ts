import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { heldStream } from '../../src/app/entry-stream.ts';
import type { Entry } from '../../src/domain/entry.ts';
import { HTML_STYLE } from '../../src/formats/export-html-style.ts';
import { escaped, htmlPage } from '../../src/formats/export-html.ts';
import { hostileText, plainHostileEntry } from './entry-arbitrary.ts';
import { entryWith, textAnswer } from './entry-samples.ts';

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
<p class="facts"><time datetime="2026-11-22T09:14:05+01:00">Sunday 22 November 2026, 09:14</time> · member · about <bdi>D.</bdi> · <bdi>#drafts</bdi></p>
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
    expect(both).toContain('<p class="link">Looks back on <a href="#e-k3x8m2p9qa">22 November 2026</a></p>');
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
    { numRuns: 300 },
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
