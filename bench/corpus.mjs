// Journals to measure on: as many entries as one likes, always the same ones, written by the product's own printer.
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = path.resolve(import.meta.dirname, '..');
const DAY = 24 * 60 * 60 * 1000;

/** A journal grows by two entries a day, and by more where it would become older than this. */
const LONGEST = 10 * 365;

/** The first paragraph is the credit. */
const TEXTS = readFileSync(path.join(import.meta.dirname, 'sample/pepys.txt'), 'utf8')
  .trim()
  .split('\n\n')
  .slice(1);

/**
 * Fills a folder with a journal.
 *
 * @param count - How many entries.
 * @param until - The day of the newest one, as milliseconds since 1970.
 */
export async function writeCorpus(folder, count, until) {
  const format = await entryFormat();
  const perDay = Math.max(2, Math.ceil(count / LONGEST));
  const made = new Set();
  for (let index = 0; index < count; index++) {
    const back = Math.floor((count - 1 - index) / perDay);
    const day = new Date(until - back * DAY).toISOString().slice(0, 10);
    const entry = entryAt(index, momentOf(day, (index % perDay) / perDay), format);
    const file = path.join(folder, format.entryPath(entry));
    if (!made.has(path.dirname(file))) mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
    made.add(path.dirname(file));
    writeFileSync(file, format.printEntry(entry), { mode: 0o600 });
  }
}

/** The printer of entries, as the product has it. */
async function entryFormat() {
  const folder = mkdtempSync(path.join(tmpdir(), 'coach-bench-'));
  const outfile = path.join(folder, 'entry-format.mjs');
  try {
    const contents = `
      export { printEntry } from './src/formats/entry-markdown.ts';
      export { entryPath, idFrom } from './src/domain/entry.ts';`;
    await build({
      stdin: { contents, resolveDir: root },
      bundle: true,
      platform: 'node',
      format: 'esm',
      outfile,
    });
    return await import(pathToFileURL(outfile).href);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Between eight in the morning and eight in the evening. */
function momentOf(day, share) {
  const minutes = 8 * 60 + Math.floor(share * 12 * 60);
  const [hour, minute] = [Math.floor(minutes / 60), minutes % 60].map((part) =>
    String(part).padStart(2, '0'),
  );
  return { day, at: `${day}T${hour}:${minute}:00+01:00` };
}

/** Check-ins and notes are the most frequent; of every five entries one makes a prediction, and the next closes it. */
const SITTINGS = [checkIn, note, checkIn, reflection, review];

function entryAt(index, { day, at }, { idFrom }) {
  const idOf = (number) => idFrom(createHash('sha256').update(`entry ${number}`).digest().subarray(0, 10));
  const texts = TEXTS.map((_text, number) => TEXTS[(index + number) % TEXTS.length]);
  const sitting = SITTINGS[index % SITTINGS.length];
  return {
    id: idOf(index),
    at,
    written: at,
    zone: 'Europe/Berlin',
    day,
    bankVersion: 1,
    role: 'member',
    about: index % 3 === 0 ? 'D.' : null,
    tags: index % 7 === 0 ? ['quarter'] : [],
    minutes: 2 + (index % 9),
    extra: { front: '', sections: [] },
    ...sitting({ texts, day, number: index, before: idOf(index - 1) }),
  };
}

function checkIn({ texts, number }) {
  const scale = (question, asked, value) => ({ question, asked, type: 'scale', value, skip: null });
  return {
    bank: 'checkin',
    title: 'Two minutes today',
    answers: [
      scale('checkin-trust', 'Today, how far could you count on the other person?', 1 + (number % 5)),
      scale('checkin-responsibility', 'Today, how much did you take on unasked?', 1 + (number % 4)),
      scale('checkin-autonomy', 'Today, how free were you to decide how to work?', 'na'),
      text('rot-m-waited', 'What did you wait for today?', texts[0]),
    ],
  };
}

function note({ texts }) {
  return {
    bank: 'note',
    title: 'A note',
    answers: [text('note-text', 'What do you want to write down?', `${texts[0]}\n\n${texts[1]}`)],
  };
}

function reflection({ texts, day, number }) {
  const [expect] = texts[3].split(/[,.;]/);
  const due = new Date(Date.parse(day) + DAY).toISOString().slice(0, 10);
  const likelihood = (10 + (number % 80)) / 100;
  return {
    bank: 'member',
    title: 'When your work is closely managed',
    answers: [
      text(
        'member-situation',
        'Think of one recent moment when your work felt watched. What happened?',
        texts[0],
      ),
      {
        question: 'member-felt',
        asked: 'What did you feel in that moment?',
        type: 'text',
        value: null,
        skip: 'passed',
      },
      text('member-other-seat', 'What might it have looked like from the other seat?', texts[1]),
      text('member-hold-back', 'What do you hold back?', texts[2]),
      {
        question: 'member-prediction',
        asked: 'If you said it, what would happen?',
        type: 'prediction',
        value: { expect, sign: 'They say so.', likelihood, due, feeling: 'feared' },
        skip: null,
      },
    ],
  };
}

function review({ texts, number, before }) {
  const closes = `${before}/member-prediction`;
  const value = number % 2 === 0 ? 'yes' : 'no';
  return {
    bank: 'review',
    title: 'What became of it',
    answers: [
      {
        question: 'review-outcome',
        asked: 'You expected this. What happened?',
        closes,
        type: 'choice',
        value,
        skip: null,
      },
      text('review-seen', 'What did you actually see or hear?', texts[0]),
    ],
  };
}

function text(question, asked, value) {
  return { question, asked, type: 'text', value, skip: null };
}
