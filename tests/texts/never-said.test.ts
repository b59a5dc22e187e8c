import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { parseReadings } from '../../src/formats/readings-json.ts';

// What coach says to nobody (docs/method.md, "What is never said"), and where it might be said: in the texts of the program
// and in those that come with it.

const ROOT = path.resolve(import.meta.dirname, '../..');

/** What is never said, with sentences that would say it. */
const NEVER: readonly {
  readonly what: string;
  readonly pattern: RegExp;
  readonly caught: readonly string[];
}[] = [
  {
    what: 'that somebody is a kind of person',
    pattern:
      /\b(?:are|is|was|were|being) (?:an? )?(?:micromanager|bully|control freak|controlling (?:boss|manager|person))s?\b|\bnarcissis|\btoxic\b/i,
    caught: [
      'You are a micromanager.',
      'Your boss is a narcissist.',
      'This looks toxic.',
      'They were bullies, or she is a bully.',
    ],
  },
  {
    what: 'that somebody lacks or avoids something',
    pattern: /\byou (?:lack|avoid|resist|tend to|seem to|always|never)\b|\btrust issues\b/i,
    caught: ['You lack confidence.', 'you seem to avoid this one', 'You have trust issues.'],
  },
  {
    what: 'that it is up to somebody',
    pattern: /\b(?:it|this|that)(?:['’]s| is) (?:all )?(?:up to you|your (?:own )?fault)\b/i,
    caught: ['It is up to you.', 'It’s all up to you', 'This is your fault.'],
  },
  {
    what: 'praise',
    pattern:
      /\bwell done\b|\b(?:great|good|nice|excellent|amazing) (?:job|work|going|progress)\b|\bcongrat|\bkeep it up\b|\bproud of you\b|\bbravo\b|\byou (?:did it|rock)\b/i,
    caught: ['Well done.', 'Great job, D.', 'Congratulations', 'Good work today.', 'You did it'],
  },
  {
    what: 'blame',
    pattern: /\byou(?:['’]ve| have)? (?:failed|missed|forgot|broke)\b|\byour (?:failures?|mistakes?)\b/i,
    caught: ['You failed again.', "you've missed three days", 'You have failed', 'Your mistake was waiting.'],
  },
  {
    what: 'orders',
    pattern: /(?<!\ball )\byou (?:should|must|ought to|need to|had better)\b/i,
    caught: ['You should talk to them.', 'then you must decide', 'You need to rest.'],
  },
  {
    what: 'that a plan is late or broken',
    pattern:
      /\boverdue\b|\b(?:plan|commitment|promise)s? (?:(?:is|are|was|were|has been|have been) )?(?:broken|failed)\b|\b(?:broken|failed) (?:plan|commitment|promise)s?\b/i,
    caught: ['3 plans are overdue', 'Your plan was broken.', 'two broken plans', 'commitments failed: 2'],
  },
  {
    what: 'a count of days, a grade or a share of kept plans',
    pattern:
      /\bstreaks?\b|\bbadges?\b|\bdays? in a row\b|\bdays? missed\b|\bmissed days: |\b(?:trust|your) score\b|\b(?:percent|%) of (?:your |all |the )?(?:plans|commitments)\b|(?:%|percent) kept\b|\bkept (?:\d|\$\{)[^ ]* ?(?:%|percent)/i,
    caught: [
      'A streak of 5',
      'five days in a row',
      '3 days missed',
      'Your trust score dropped 12 %.',
      '43 percent of your plans',
      'Plans: 43 % kept',
      'kept ${share} % of them',
    ],
  },
  {
    what: 'what absent people think',
    pattern:
      /\b(?:team|boss|manager|lead|they|people|nobody|he|she) (?:(?:do|does)(?:n['’]t| not) )?(?:trusts?|likes?|respects?|believes? in) you\b/i,
    caught: ['Your team does not trust you.', "Your manager doesn't respect you", 'They trust you.'],
  },
  {
    what: 'what everyone does and research has proved',
    pattern:
      /\bresearch (?:proves|shows)\b|\b(?:studies|scientists) (?:prove|show|say)\b|\beveryone (?:knows|does|feels|else)\b|\b\d+ ?(?:%|percent) of (?:people|fears|worries|managers)\b|\bmost people\b/i,
    caught: ['Research proves it.', '91 % of fears are wrong', 'Everyone knows that.', 'Most people find'],
  },
  {
    what: 'conclusions',
    pattern:
      /\bthis (?:shows|proves|means) that\b|\byou(?:['’]re| are) (?:getting|becoming) (?:better|worse)\b/i,
    caught: ['This shows that you trust less.', 'You are getting better.'],
  },
  {
    what: 'a claim to treat, and advice on law or leaving',
    pattern:
      /\bdiagnos|\b(?:I am|I['’]m|as|be) your (?:coach|therapist)\b|\bwe recommend\b|\byou could (?:sue|resign)\b|\bfile a (?:complaint|grievance)\b|\bhand in your notice\b/i,
    caught: ['A diagnosis', 'As your coach I would', 'We recommend a break.', 'you could sue them'],
  },
  {
    what: 'anything with an exclamation mark or an emoji',
    pattern: /(?<!\bsilent)(?<=[\p{L}\p{N}])!+(?=[\s"'’”`)]|$)|\p{Emoji_Presentation}/u,
    caught: ['Saved!', 'Welcome back! One question.', 'Saved 🎉'],
  },
];

/** Sentences that come near, and may be said. */
const SAID: readonly string[] = [
  'Kept. What helped?',
  'Not yet. What got in the way?',
  'A missed day is only a missed day; nothing is counted against you.',
  'If the agreement was broken, what happened just before?',
  'From outside, a caring look into the details and a controlling one can seem the same.',
  'Which role? manager, member, micromanager or micromanaged.',
  'What would you need from others to carry it well?',
  'If the closeness stopped tonight, what would you have to do that you do not do now?',
  'The line must begin with a dash.',
  'Plans: 3 kept, 2 partly, 1 not yet, 1 let go.',
  'It is not a coach and not a therapist.',
  'How well does it work today?',
  'the file could not be read; writing failed',
  'is all you need to say.',
  'Only you know which.',
];

/** Where a text stands, and what it says. */
interface Said {
  readonly where: string;
  readonly text: string;
}

const comments = /\/\*[\s\S]*?\*\/|^\s*\/\/.*$|(?<=[;,{})\]]\s*)\/\/ .*$/gm;

/** The lines of a source without its comments: every literal is in one, and no line of code reads like these sentences. */
function codeOf(source: string): readonly string[] {
  return source.replaceAll(comments, '').split('\n');
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** What is said about books; their titles are their own. */
function linesOfReadings(text: string): readonly string[] {
  return parseReadings(text, 'readings.json').map(({ line }) => line);
}

function filesBelow(folder: string, ending: string): readonly string[] {
  return readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => `${folder}/${name}`);
}

function saidIn(folder: string, ending: string, read: (text: string) => readonly string[]): readonly Said[] {
  return filesBelow(folder, ending).flatMap((where) =>
    read(readFileSync(path.join(ROOT, where), 'utf8')).map((text) => ({ where, text })),
  );
}

const offences = (text: string): readonly string[] =>
  NEVER.filter(({ pattern }) => pattern.test(text)).map(({ what }) => what);

describe.each([
  { place: 'the program', said: saidIn('src', '.ts', codeOf), atLeast: 5000 },
  { place: 'the banks', said: saidIn('prompts', '.yaml', (text) => textsIn(parse(text))), atLeast: 800 },
  {
    place: 'the readings',
    said: saidIn('prompts/texts', '.json', linesOfReadings),
    atLeast: 16,
  },
  { place: 'the other texts', said: saidIn('prompts', '.txt', (text) => text.split('\n')), atLeast: 10 },
])('in $place', ({ said, atLeast }) => {
  test('nothing is said that is never said', () => {
    const found = said.flatMap(({ where, text }) =>
      offences(text).map((what) => `${where}: ${what}: ${text}`),
    );
    expect(found).toEqual([]);
  });

  test('there was something to look at', () => expect(said.length).toBeGreaterThan(atLeast));
});

describe('the list', () => {
  test.each(NEVER)('knows $what', ({ what, caught }) => {
    for (const sentence of caught) expect(offences(sentence)).toContain(what);
  });

  test.each(SAID)('lets pass: %s', (sentence) => expect(offences(sentence)).toEqual([]));

  test('is held against every text of a source, and not against comments', () => {
    const source = [
      "say('Well done.'); // You should see this",
      '/** You failed. */',
      'say("Great job"); say(`Your ${what} is overdue`);',
      '// streak',
      "const pattern = /it's/; say('You must go.');",
    ].join('\n');
    expect(codeOf(source).flatMap(offences)).toEqual([
      'praise',
      'praise',
      'that a plan is late or broken',
      'orders',
    ]);
  });
});
