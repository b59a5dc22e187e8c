import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { parseReadings } from '../../src/formats/banks/readings-json.ts';

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
      /\b(?:are|is|was|were|being) (?:an? )?(?:micromanager|bully|control freak|controlling (?:boss|manager|person))s?\b|\bnarcissis|\btoxic\b|\b(?:you|boss|manager|lead|they|he|she) (?:is|are|was|were|seems?) (?:so |too |very |quite )?(?:controlling|insecure|distrustful|weak)\b/i,
    caught: [
      'Your boss is controlling.',
      'They seem very distrustful.',
      'You are too controlling',
      'You are a micromanager.',
      'Your boss is a narcissist.',
      'This looks toxic.',
      'They were bullies, or she is a bully.',
    ],
  },
  {
    what: 'that somebody lacks or avoids something',
    pattern:
      /\byou (?:lack|avoid|resist|tend to|seem to|always|never)\b|\byou(?:['’]re| are) (?:avoiding|resisting|lacking|afraid|not ready)\b|\btrust issues\b/i,
    caught: [
      'You are avoiding this one.',
      'You’re lacking trust',
      'You lack confidence.',
      'you seem to avoid this one',
      'You have trust issues.',
    ],
  },
  {
    what: 'that it is up to somebody',
    pattern: /\b(?:it|this|that)(?:['’]s| is) (?:all )?(?:up to you|your (?:own )?fault)\b/i,
    caught: ['It is up to you.', 'It’s all up to you', 'This is your fault.'],
  },
  {
    what: 'praise',
    pattern:
      /\bwell done\b|\b(?:great|good|nice|excellent|amazing) (?:job|work|going|progress)\b|\bcongrat|\bkeep it up\b|\bproud of you\b|\bbravo\b|\byou (?:did it|rock)\b|\b(?:good for you|way to go|keep going|impressive|fantastic|awesome)\b/i,
    caught: [
      'Good for you.',
      'Keep going',
      'Well done.',
      'Great job, D.',
      'Congratulations',
      'Good work today.',
      'You did it',
    ],
  },
  {
    what: 'blame',
    pattern:
      /\byou(?:['’]ve| have)? (?:failed|missed|forgot|broke)\b|\byou (?:did not|didn['’]t) (?:keep|manage|do|finish|follow)\b|\byour (?:failures?|mistakes?)\b/i,
    caught: [
      'You did not keep the plan.',
      "You didn't manage it",
      'You failed again.',
      "you've missed three days",
      'You have failed',
      'Your mistake was waiting.',
    ],
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
      /\bstreaks?\b|\bbadges?\b|\bdays? in a row\b|\bdays? missed\b|\bmissed days: |\b(?:trust|your) score\b|\b(?:percent|%) of (?:your |all |the )?(?:plans|commitments)\b|(?:%|percent) kept\b|\bkept (?:\d|\$\{)[^ ]* ?(?:%|percent)|\b(?:dropped|rose|fell|grew|improved|increased|decreased|declined|up|down) (?:by )?(?:\d|\$\{)[^ ]* ?(?:%|percent)|[↑↓▲▼] ?(?:\d|\$\{)/i,
    caught: [
      'Trust fell by 12 %',
      'improved ${share} % since May',
      'Load ▲ 3',
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
      /\bresearch (?:proves|shows)\b|\b(?:studies|scientists) (?:prove|show|say)\b|\beveryone (?:knows|does|feels|else)\b|\b\d+ ?(?:%|percent) of (?:people|fears|worries|managers)\b|\bmost people\b|\bleaderboards?\b|\b(?:compared (?:with|to)|(?:better|worse|more|less|higher|lower) than) (?:the average|most|others|other (?:people|managers|members|teams))\b/i,
    caught: [
      'The leaderboard',
      'Higher than most',
      'That is less than other teams',
      'Compared with others, ',
      'Research proves it.',
      '91 % of fears are wrong',
      'Everyone knows that.',
      'Most people find',
    ],
  },
  {
    what: 'conclusions',
    pattern:
      /\bthis (?:shows|proves|means|suggests|indicates) that\b|\byou(?:['’]re| are) (?:getting|becoming) (?:better|worse)\b|\b(?:you|they|he|she)(?:['’]re| (?:are|is|were|was)) (?:in the )?(?:right|wrong)\b/i,
    caught: [
      'This suggests that they trust you less.',
      'They were wrong, and you were right.',
      'This shows that you trust less.',
      'You are getting better.',
    ],
  },
  {
    what: 'a claim to treat, and advice on law or leaving',
    pattern:
      /\bdiagnos|\b(?:I am|I['’]m|as|be) your (?:coach|therapist)\b|\bwe recommend\b|\byou could (?:sue|resign)\b|\bfile a (?:complaint|grievance)\b|\bhand in your notice\b|\b(?:talk to|see|call) a lawyer\b|\bwe (?:advise|suggest)\b|\byour legal rights\b|\byou have (?:symptoms|a disorder|burn-?out)\b/i,
    caught: [
      'Talk to a lawyer.',
      'We suggest that',
      'You have burnout.',
      'A diagnosis',
      'As your coach I would',
      'We recommend a break.',
      'you could sue them',
    ],
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
  'If you miss a day, nothing is held against you.',
  'If the agreement was broken, what happened just before?',
  'From the outside, caring about the details and controlling them can look the same.',
  'Which role? manager, member, micromanager or micromanaged.',
  'What would you need from others to do it well?',
  "If the close attention stopped tonight, what would you have to do that you don't do now?",
  'The line must begin with a dash.',
  'Plans: 3 kept, 2 partly, 1 not yet, 1 let go.',
  'It is not a coach and not a therapist.',
  'How well does it work today?',
  'the file could not be read; writing failed',
  'is all you need to say.',
  'Only you know which.',
  'You planned this. What became of it?',
  'You have now said "not yet" three times. Do you want to let the plan go?',
  'You have now said "too early to say" 4 times. Do you want to let the guess go, since nobody can tell?',
  'The answer shows what to change in the plan. It says nothing about you.',
  "I didn't think of it at the time",
  'One way to change the plan: halve it.',
  'It was never put to the test',
  'Compared with what you expected, how was it for you?',
  'Resting: coach review --all',
  'Nothing was answered, so nothing was closed.',
  'A plan from 22 November about D., due yesterday.',
  'Trust: 22 ratings from 2 to 5, median 3. The last ten are much like all the earlier ones.',
  'After 30 ratings, on 11 May, the last ten were higher than all the earlier ones, by a point or more; something may have shifted.',
  'By chance alone, about 1 set in 10 would stand out at some point. You know more than the numbers do.',
  'Of 9 closed guesses, you expected about 6 to happen; 4 did. Chance alone often produces a gap like this.',
  'On average, your numbers were better than a flat 50% every time, but there are only a few of them so far.',
  'Of 6 plans with a likelihood, you expected to keep about 5; four were kept.',
  'What got in the way twice in a row: It was too big.',
  'Your guess from 3 November: 70% at the time, 40% looking back.',
  'Written. coach schedule lists your reminders, and coach schedule remove deletes them.',
  'Waiting: a check-in, 1 plan, 1 guess. Run: coach',
  '"See the pattern" (D.): time to look at what came of it: coach challenge ready',
  'This step runs until 29 November.',
  'Paused. To resume: coach challenge ready',
  'You set the pace: you can repeat a step, and pause or stop at any time.',
];

/** Where a text stands, and what it says. */
interface Said {
  readonly where: string;
  readonly text: string;
}

const comments = /\/\*[\s\S]*?\*\/|^\s*\/\/.*$|(?<=[;,{})\]]\s*)\/\/ .*$/gm;

/**
 * The lines of a source without its comments, and each together with the next: every literal is in one, no line of code reads
 * like these sentences, and a sentence may go on behind the end of a line.
 */
function codeOf(source: string): readonly string[] {
  const lines = source.replaceAll(comments, '').split('\n');
  const joined = lines.slice(1).map((line, index) => joinedAt(lines[index] ?? '', line));
  return [...lines, ...joined];
}

/** Two lines as they are read: what begins and ends a literal between them is left out. */
function joinedAt(line: string, next: string): string {
  return `${line.replace(/\s*['"`]?\s*[+,]?\s*$/, '')} ${next.replace(/^\s*(?:\+\s*)?['"`]?/, '')}`;
}

/** What the blocks of a transcript show: sentences as they are put together, and in lines of a screen. */
function shownIn(transcript: string): readonly string[] {
  const blocks = Array.from(transcript.matchAll(/^```console\n([\s\S]*?)^```$/gm), ([, block = '']) => block);
  return blocks.flatMap(paragraphsOf);
}

/** The paragraphs of a text, each as one line. */
function paragraphsOf(text: string): readonly string[] {
  return text.split(/\n{2,}/).map((paragraph) => paragraph.replaceAll('\n', ' '));
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
  { place: 'the other texts', said: saidIn('prompts', '.txt', paragraphsOf), atLeast: 4 },
  { place: 'the transcripts', said: saidIn('tests/transcripts', '.md', shownIn), atLeast: 100 },
  {
    place: 'what an editor shows of the schema of banks',
    said: saidIn('prompts', '.schema.json', (text) => textsIn(JSON.parse(text))),
    atLeast: 100,
  },
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
    const whats = ['praise', 'that a plan is late or broken', 'orders'];
    expect(new Set(codeOf(source).flatMap(offences))).toEqual(new Set(whats));
  });

  test.each([
    { how: 'a list of lines', source: "say([\n  'So then you',\n  'should rest.',\n])" },
    { how: 'a sum', source: "say('So then you ' +\n  'should rest.')" },
    { how: 'a template', source: 'say(`So then you\nshould rest.`)' },
  ])('is held against a sentence that goes on in the next line: $how', ({ source }) => {
    expect(codeOf(source).flatMap(offences)).toEqual(['orders']);
    expect(paragraphsOf('So then you\nshould rest.\n\nOr not.').flatMap(offences)).toEqual(['orders']);
  });
});
