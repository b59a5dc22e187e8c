// What a terminal shows, as an SVG: still, or one picture after the other.
import xterm from '@xterm/headless';

/** One picture of several. */
export interface Frame {
  /** All that the program has written by then. */
  readonly written: string;
  /** For how long it is seen. */
  readonly milliseconds: number;
}

export interface Size {
  readonly columns: number;
  readonly rows: number;
}

const CELL = 8.4;
const LINE = 19;
const MARGIN = 16;

/** The looks that coach gives to words, by what a terminal calls them. */
const LOOKS = `text{font:14px ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace;fill:#1f2328;white-space:pre}
.bold{font-weight:700}.dim{fill:#59636e}.cyan{fill:#0b6b74}.cursor{fill:#8c959f}.page{fill:#fff;stroke:#d1d9e0}
@media(prefers-color-scheme:dark){text{fill:#e6edf3}.dim{fill:#9198a1}.cyan{fill:#56c8d2}.page{fill:#0d1117;stroke:#3d444d}}`;

/**
 * The screen of a terminal after all that was written by the end of each frame, as one SVG. With several frames it moves, for ever, in
 * CSS alone; where less motion is asked for, the last one stands.
 */
export async function svgOf(frames: readonly Frame[], size: Size): Promise<string> {
  const rowIds = new Map<string, string>();
  const idOf = (row: string): string => {
    const id = rowIds.get(row) ?? `r${rowIds.size}`;
    rowIds.set(row, id);
    return id;
  };
  const height = size.rows * LINE;
  const screens = (await screensOf(frames, size)).map((rows, index) => {
    const uses = rows.map((row, at) =>
      row === '' ? '' : `<use href="#${idOf(row)}" y="${index * height + at * LINE}"/>`,
    );
    return uses.filter(Boolean).join('\n');
  });
  const width = Math.ceil(size.columns * CELL);
  const outer = { width: width + 2 * MARGIN, height: height + 2 * MARGIN };
  return `<svg xmlns="http://www.w3.org/2000/svg" xml:space="preserve" viewBox="0 0 ${outer.width} ${outer.height}" width="${outer.width}" height="${outer.height}">
<style>${LOOKS}${frames.length > 1 ? motion(frames, height) : ''}</style>
<defs>
${Array.from(rowIds, ([row, id]) => `<g id="${id}">${row}</g>`).join('\n')}
</defs>
<rect class="page" x=".5" y=".5" width="${outer.width - 1}" height="${outer.height - 1}" rx="8"/>
<svg x="${MARGIN}" y="${MARGIN}" width="${width}" height="${height}"><g class="film">
${screens.join('\n')}
</g></svg>
</svg>
`;
}

/** The film goes up by one screen at a time. */
function motion(frames: readonly Frame[], height: number): string {
  const whole = frames.reduce((sum, { milliseconds }) => sum + milliseconds, 0);
  let since = 0;
  const stops = frames.map(({ milliseconds }, index) => {
    const at = ((100 * since) / whole).toFixed(2);
    since += milliseconds;
    return `${at}%{transform:translateY(${-index * height}px)}`;
  });
  const last = `transform:translateY(${-(frames.length - 1) * height}px)`;
  return `
.film{animation:film ${whole / 1000}s step-end infinite}
@keyframes film{${stops.join('')}100%{${last}}}
@media(prefers-reduced-motion:reduce){.film{animation:none;${last}}}`;
}

/** The rows of each screen as they are drawn; an empty one is ''. */
async function screensOf(frames: readonly Frame[], { columns, rows }: Size): Promise<readonly string[][]> {
  const terminal = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true, scrollback: 1000 });
  const screens: string[][] = [];
  let shown = '';
  for (const { written } of frames) {
    await new Promise<void>((resolve) => terminal.write(written.slice(shown.length), resolve));
    shown = written;
    const { baseY, cursorX, cursorY } = terminal.buffer.active;
    const isHidden = written.lastIndexOf('\u001b[?25l') > written.lastIndexOf('\u001b[?25h');
    screens.push(
      Array.from({ length: rows }, (_, row) => {
        const line = terminal.buffer.active.getLine(baseY + row);
        const words = line === undefined ? '' : drawn(line);
        return row === cursorY && !isHidden ? words + cursorAt(cursorX) : words;
      }),
    );
  }
  terminal.dispose();
  return screens;
}

function cursorAt(column: number): string {
  return `<rect class="cursor" x="${place(column)}" y="2" width="${CELL}" height="16"/>`;
}

/** Words that look alike are drawn at once, each at its column whatever the font. */
function drawn(line: NonNullable<ReturnType<xterm.Terminal['buffer']['active']['getLine']>>): string {
  const runs: { text: string; look: string; at: number }[] = [];
  for (let column = 0; column < line.length; column += 1) {
    const cell = line.getCell(column);
    const text = cell?.getChars() ?? '';
    if (cell === undefined || cell.getWidth() === 0) continue;
    const look = [cell.isBold() ? 'bold' : '', cell.isDim() ? 'dim' : '', colourOf(cell)]
      .filter(Boolean)
      .join(' ');
    const last = runs.at(-1);
    if (last?.look === look) last.text += text || ' ';
    else runs.push({ text: text || ' ', look, at: column });
  }
  return runs
    .map((run) => ({ ...run, text: run.text.trimEnd() }))
    .filter(({ text }) => text !== '')
    .map(({ text, look, at }) => {
      const indent = text.length - text.trimStart().length;
      const words = text.trimStart().replaceAll('&', '&amp;').replaceAll('<', '&lt;');
      const length = place(text.length - indent);
      return `<text${look && ` class="${look}"`} x="${place(at + indent)}" y="15" textLength="${length}">${words}</text>`;
    })
    .join('');
}

function colourOf(cell: { isFgDefault(): boolean; getFgColor(): number; isInverse(): number }): string {
  if (cell.isInverse()) throw new Error('no look is there yet for what is inverse');
  if (cell.isFgDefault()) return '';
  if (cell.getFgColor() !== 6) throw new Error(`no look is there yet for the colour ${cell.getFgColor()}`);
  return 'cyan';
}

function place(column: number): string {
  return String(Math.round(column * CELL * 10) / 10);
}
