// What is looked at on a page, as expressions that run in it.

/** How many pixels of the page lie beside the screen. */
export const SIDEWAYS =
  'Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth)';

/** Opens all tables. */
export const OPEN_TABLES = "document.querySelectorAll('details').forEach((one) => { one.open = true; })";

/** Plots and bars that are wider than the text around them. */
export const WIDE = `(() => {
  const place = document.querySelector('main').getBoundingClientRect();
  return [...document.querySelectorAll('svg.plot, svg.bar')]
    .filter((svg) => svg.getBoundingClientRect().right > place.right + 0.5)
    .map((svg) => svg.getAttribute('class'));
})()`;

/** Scripts, links, pictures: whatever could lead out of the page. */
export const FOREIGN =
  "document.querySelectorAll('script, iframe, img, object, embed, link, use, image, a, form, [onload], [onclick], [style]').length";

/** Dots that lie outside their plot. */
export const OUTSIDE = `[...document.querySelectorAll('svg.plot circle, svg.bar circle')].filter((dot) => {
  const plot = dot.closest('svg.plot, svg.bar').getBoundingClientRect();
  const box = dot.getBoundingClientRect();
  const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
  return x < plot.left - 1 || x > plot.right + 1 || y < plot.top - 1 || y > plot.bottom + 1;
}).map((dot) => dot.outerHTML)`;

const SHOWN = "[...svg.querySelectorAll('text')].filter((text) => getComputedStyle(text).display !== 'none')";

/** Marks that lie beyond the screen. */
export const BEYOND = `[...document.querySelectorAll('svg.plot *')]
  .map((mark) => mark.getBoundingClientRect())
  .filter(({ width, right }) => width > 0 && right > document.documentElement.clientWidth + 0.5).length`;

/** Words in plots that are too small to read. */
export const SMALL = `[...document.querySelectorAll('svg.plot')].flatMap((svg) => ${SHOWN}
  .filter((text) => text.getBoundingClientRect().height < 10)
  .map((text) => text.textContent))`;

/** Words in plots that stand over each other. */
export const OVERLAPPING = `[...document.querySelectorAll('svg.plot')].flatMap((svg) => {
  const all = ${SHOWN}.map((text) => ({ words: text.textContent, box: text.getBoundingClientRect() }));
  return all.flatMap((one, at) => all.slice(at + 1).filter((other) =>
    one.box.right > other.box.left + 0.5 && other.box.right > one.box.left + 0.5 &&
    one.box.bottom > other.box.top + 2 && other.box.bottom > one.box.top + 2,
  ).map((other) => one.words + ' over ' + other.words));
})`;

/** The least contrast of all words with the paper. */
export const PALEST = `(() => {
  const light = (colour) => {
    const [red, green, blue] = colour.match(/[\\d.]+/g).slice(0, 3).map((part) => {
      const share = Number(part) / 255;
      return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const paper = light(getComputedStyle(document.body).backgroundColor);
  const all = document.querySelectorAll('p, li, td, th, h1, h2, h3, span, small, summary, code, dt, dd, caption, svg text');
  return Math.min(...[...all].map((one) => {
    const ink = light(getComputedStyle(one)[one instanceof SVGElement ? 'fill' : 'color']);
    return (Math.max(ink, paper) + 0.05) / (Math.min(ink, paper) + 0.05);
  }));
})()`;

const NUMBERS =
  '(all) => [...all].map((one) => Number(one.textContent.replace("+", ""))).reduce((sum, n) => sum + n, 0)';

/** Of each strip: how many ratings there are by the numbers at the ends of its rows. */
export const STRIPS = `[...document.querySelectorAll('svg.strip')].map((svg) => (${NUMBERS})(svg.querySelectorAll('text.count')))`;

/** The same by its dots and strokes, where these are as many as its table holds. */
export const DOTS_AND_TABLES = `[...document.querySelectorAll('svg.strip')].map((svg) => {
  const more = (${NUMBERS})(svg.querySelectorAll('text.more'));
  const dots = svg.querySelectorAll('circle.dot').length + more;
  const absent = svg.querySelectorAll('.absent').length;
  const rows = [...svg.closest('figure').querySelectorAll('tbody tr')].map((row) => [...row.cells].map((cell) => cell.textContent.trim()));
  const told = rows.flatMap(([, values]) => values.split(' ').filter(Boolean)).length;
  const left = rows.reduce((sum, [, , number]) => sum + Number(number ?? 0), 0);
  return told === dots && left === absent ? dots + absent : { dots, told, absent, left };
})`;

/** What is focused: the line that opens a table, by its number among all. */
export const FOCUSED = `(() => {
  const at = [...document.querySelectorAll('summary')].indexOf(document.activeElement);
  return at < 0 ? document.activeElement.tagName : at;
})()`;

/** The numbers of all lines that open a table, in order. */
export const SUMMARIES = "[...document.querySelectorAll('summary')].map((_, at) => at)";

/** Paper and ink. */
export const INK =
  '({ paper: getComputedStyle(document.body).backgroundColor, ink: getComputedStyle(document.body).color })';
