import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { htmlText, isHtml } from '../../src/import/html/html-text.ts';

describe('notes in HTML keep what Markdown can say', () => {
  test.each([
    ['paragraphs', '<p dir="auto">One,</p>\n<p>two.</p>', 'One,\n\ntwo.'],
    ['line ends', 'One<br>two<br/><br />three', 'One\ntwo\n\nthree'],
    ['lines that are divisions', '<div>a</div><div>b</div><div><br></div><div>c</div>', 'a\nb\n\nc'],
    [
      'signs that are spelt out',
      'A&nbsp;&amp; &lt;b&gt; &eacute; &#128512; &unknown;',
      'A & <b> é 😀 &unknown;',
    ],
    ['headings', '<h1>Rain</h1>All day.<h3>Later</h3>', '# Rain\n\nAll day.\n\n### Later'],
    [
      'lists',
      '<ul><li>a</li><li><p>b</p><ol><li>c</li><li>d</li></ol></li></ul>e',
      '- a\n- b\n  1. c\n  2. d\n\ne',
    ],
    [
      'boxes that are ticked',
      '<ul><li data-checked="true"><label><input type="checkbox" checked></label><p>a</p></li><li data-checked="false">b</li></ul>',
      '- [x] a\n- [ ] b',
    ],
    ['boxes in a list', '<ul><li><input type="checkbox"> a</li></ul>', '- [ ] a'],
    [
      'lists that go on behind a picture',
      '<ol><li>a</li></ol><img src="x"><ol start="2"><li>b</li><li>c</li></ol>',
      '1. a\n\n[picture]\n\n2. b\n3. c',
    ],
    ['quotes', '<blockquote><p>a</p><p>b</p></blockquote>c', '> a\n>\n> b\n\nc'],
    [
      'links',
      '<a href="https://a.org/x">there</a>, <a href="https://b.org">https://b.org</a>',
      '[there](https://a.org/x), https://b.org',
    ],
    [
      'bold and italic words',
      'a <b>bold </b>one, <strong><b>two</b></strong>, <i></i><em>three</em>',
      'a **bold** one, **two**, *three*',
    ],
    ['bold words over two lines', '<b>one<br>two</b>', '**one**\n**two**'],
    ['blanks that count', '<pre>a\n  b\n\nc</pre>', 'a\n  b\n\nc'],
    ['tables', '<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>', 'a b\nc'],
    ['elements that have names of JavaScript', '<constructor>a</constructor><toString>b', 'ab'],
    ['half of it', '<p>one <b>two', 'one **two**'],
    ['nothing of a program or a style', '<style>p {}</style><script>alert("x")</script><p>a</p>', 'a'],
  ])('%s', (_what, html, is) => {
    expect(htmlText(html)?.text).toBe(is);
  });
});

describe('line ends that were typed do not become blanks where there is an element', () => {
  test.each([
    [
      'in Markdown',
      '# Rain\nAll *day*. <br> Then\n\n- <u>bread</u>\n- milk',
      '# Rain\nAll *day*.\nThen\n\n- bread\n- milk',
    ],
    ['in text without any', 'one &amp; two\r\nthree', 'one & two\nthree'],
    ['behind bold words', '<b>one</b>\n<b>two</b>', '**one**\n**two**'],
    [
      'beside those of HTML',
      'one<br>\ntwo\n<ul>\n<li>a</li>\n<li>b\n</li>\n</ul>\nthree',
      'one\ntwo\n\n- a\n- b\n\nthree',
    ],
    ['where blanks count', 'one\n<pre>a\n  b</pre>', 'one\n\na\n  b'],
  ])('%s', (_what, html, is) => {
    expect(htmlText(html)?.text).toBe(is);
  });
});

test('pictures, recordings and videos are marked, and counted', () => {
  expect(
    htmlText('<p>a <img src="x.png"></p><audio src="y"></audio><video></video><img alt="a bridge">'),
  ).toEqual({
    text: 'a [picture]\n\n[audio][video][picture: a bridge]',
    lost: ['pictures', 'audio recordings', 'videos', 'pictures'],
  });
});

test.each([
  ['<p>Rain.</p>', true],
  ['one<br>two', true],
  ['a < b and c > d, <3', false],
  ['<name> of a thing', false],
  ['see <https://a.org>', false],
  ['if a <i and j> k', false],
  ['<br />', true],
  ['<p dir="auto">', true],
])('whether %j is HTML', (text, is) => expect(isHtml(text)).toBe(is));

test('no words are lost, whatever elements stand between them', () => {
  const tag = fc.constantFrom(
    'p',
    'b',
    'i',
    'li',
    'ul',
    'ol',
    'blockquote',
    'pre',
    'div',
    'a',
    'h2',
    'br',
    'td',
    'unknown',
  );
  const piece = fc.oneof(
    tag.map((name) => `<${name}>`),
    tag.map((name) => `</${name}>`),
    fc.constantFrom('one', 'two', ' ', '\n', '&amp;'),
  );
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const words = (text = ''): readonly string[] => text.match(/one|two|&/g) ?? [];
      expect(words(htmlText(pieces.join(''))?.text)).toEqual(words(pieces.join('').replaceAll('&amp;', '&')));
    }),
  );
});

test('elements within each other without end took minutes', () => {
  expect(htmlText('<div>'.repeat(200_000))).toBeUndefined();
  expect(htmlText('<ul><li>a'.repeat(100_000))).toBeUndefined();
  expect(htmlText('w <b>x</b> '.repeat(100_000))?.text).toHaveLength(799_999);
});
