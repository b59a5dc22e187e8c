// Journals to measure on: as many entries as one likes, always the same ones, written by the product's own printer.
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { bundled } from './modules.mjs';
import { halfOf } from './texts.mjs';

const DAY = 24 * 60 * 60 * 1000;

/** The day of the newest entry; what the bench itself saves is of a later year. */
const LAST = Date.UTC(2025, 11, 31);

/** A journal grows by two entries a day, and by more where it would become older than this. */
const LONGEST = 10 * 365;

/** The words that are searched for: a name in so many entries, and a word in more than half of them. */
export const RARE = { word: 'Zennick', entries: 5 };
export const COMMON = 'with';

/** What is saved by the way. */
export const ADDED =
  'A word from the other office. It came at four, and by then I had done it the other way.';

/**
 * What is written down and when, from the oldest to the newest: for a journal of coach, and for one of any other program.
 *
 * @param count - How many entries.
 * @param texts - What they say, in pieces of about 400 bytes.
 */
export function* writings(count, texts) {
  const perDay = Math.max(2, Math.ceil(count / LONGEST));
  const rare = new Set(Array.from({ length: RARE.entries }, (_, part) => Math.floor((count * part) / 5)));
  for (let index = 0; index < count; index++) {
    const back = Math.floor((count - 1 - index) / perDay);
    const day = new Date(LAST - back * DAY).toISOString().slice(0, 10);
    const text = texts[index % texts.length];
    const said = rare.has(index) ? `${RARE.word} came. ${text}` : text;
    yield { index, said, ...momentOf(day, (index % perDay) / perDay) };
  }
}

/** Fills a folder with a journal of coach; the rest is as for `writings`. */
export async function writeCorpus(folder, count, texts) {
  const format = await entryFormat();
  const made = new Set();
  for (const writing of writings(count, texts)) {
    const entry = entryAt(writing, format);
    const file = path.join(folder, format.entryPath(entry));
    if (!made.has(path.dirname(file))) mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
    made.add(path.dirname(file));
    writeFileSync(file, format.printEntry(entry), { mode: 0o600 });
  }
}

/** The printer of entries, as the product has it. */
async function entryFormat() {
  return bundled(`
    export { printEntry } from './src/formats/entry/entry-markdown.ts';
    export { entryPath, idFrom } from './src/domain/entry/entry.ts';`);
}

/** Between eight in the morning and eight in the evening. */
function momentOf(day, share) {
  const seconds = 8 * 3600 + Math.floor(share * 12 * 3600);
  const clock = new Date(seconds * 1000).toISOString().slice(11, 19);
  return { day, at: `${day}T${clock}+00:00` };
}

/** Of ten entries five are check-ins, three notes, one makes a plan and a guess, and one looks back at those. */
const SITTINGS = [checkIn, note, checkIn, reflection, checkIn, note, checkIn, review, note, checkIn];
const FROM_REVIEW_TO_REFLECTION = SITTINGS.indexOf(review) - SITTINGS.indexOf(reflection);

function entryAt({ index, day, at, said }, { idFrom }) {
  const idOf = (number) => idFrom(createHash('sha256').update(`entry ${number}`).digest().subarray(0, 10));
  const sitting = SITTINGS[index % SITTINGS.length];
  return {
    id: idOf(index),
    at,
    written: at,
    zone: 'Etc/UTC',
    day,
    bankVersion: 1,
    role: 'member',
    about: index % 3 === 0 ? 'D.' : null,
    tags: index % 7 === 0 ? ['quarter'] : [],
    minutes: 2 + (index % 9),
    extra: { front: '', sections: [] },
    ...sitting({ said, day, number: index, looksBackAt: idOf(index - FROM_REVIEW_TO_REFLECTION) }),
  };
}

function checkIn({ said, number }) {
  return {
    bank: 'checkin',
    title: 'Two minutes today',
    answers: [
      scale(
        'checkin-trust',
        'Today, how far could you count on the other person to take care of their part?',
        1 + (number % 5),
        '1 not at all, 5 fully',
      ),
      scale(
        'checkin-responsibility',
        'Today, how much did you take on without waiting to be asked?',
        1 + (number % 4),
        '1 nothing, 5 everything I could',
      ),
      scale(
        'checkin-autonomy',
        'Today, how free were you to decide how to do your work?',
        'na',
        "I can't say for today",
      ),
      text('rot-m-waited', 'What did you wait for today?', said),
    ],
  };
}

function note({ said }) {
  return {
    bank: 'note',
    title: 'A note',
    answers: [text('note-text', 'What do you want to write down?', said)],
  };
}

function reflection({ said, day, number }) {
  const half = halfOf(said);
  const due = new Date(Date.parse(day) + 2 * DAY).toISOString().slice(0, 10);
  const likelihood = (10 + (number % 80)) / 100;
  return {
    bank: 'member',
    title: 'When your work is closely managed',
    answers: [
      text(
        'member-situation',
        'Think of one recent moment when your work felt watched or steered. What happened?',
        half,
      ),
      {
        question: 'member-felt',
        asked: 'What did you feel in that moment?',
        type: 'text',
        value: null,
        skip: 'passed',
      },
      text(
        'member-other-seat',
        'What might it have looked like from the other seat?',
        said.slice(half.length + 1),
      ),
      {
        question: 'member-prediction',
        asked: 'If you said it, what would happen?',
        type: 'prediction',
        value: {
          expect: 'The list goes out with two remarks at most',
          sign: 'The mail.',
          likelihood,
          due,
          feeling: 'feared',
        },
        skip: null,
      },
      {
        question: 'member-step',
        asked: 'What is one step you could take?',
        type: 'commitment',
        value: {
          when: 'the next version is ready',
          then: 'ask which two things must be right',
          by: due,
          likelihood,
        },
        skip: null,
      },
    ],
  };
}

/** Closes the guess; of ten plans one is never looked back at. */
function review({ said, number, looksBackAt }) {
  const answers = [
    {
      ...choice('review-outcome', 'You expected this. What happened?', number % 20 === 7 ? 'yes' : 'no'),
      closes: `${looksBackAt}/member-prediction`,
    },
    text('review-seen', 'What did you actually see or hear?', said),
  ];
  const plan = {
    ...choice('review-status', 'You planned this. What became of it?', 'kept'),
    closes: `${looksBackAt}/member-step`,
  };
  return {
    bank: 'review',
    title: 'What became of it',
    answers: number % 100 === 7 ? answers : [...answers, plan],
  };
}

function text(question, asked, value) {
  return { question, asked, type: 'text', value, skip: null };
}

function scale(question, asked, value, legend) {
  return { question, asked, type: 'scale', value, legend, skip: null };
}

function choice(question, asked, value) {
  return { question, asked, type: 'choice', value, skip: null };
}
