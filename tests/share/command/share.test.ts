import { existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  coach,
  entryFiles,
  failed,
  filesBelow,
  journalOf,
  put,
  putEntry,
  refused,
  settledHome,
} from '../../cli/coach.ts';
import { CTRL_C, type Move } from '../../cli/scripted.ts';
import { sit } from '../../cli/sitting.ts';

const CANARY = 'Kanarienvogel';

const answer = (id: string, type: string, text: string, asked = id): string =>
  `\n## ${asked}\n<!-- coach: ${id} ${type} -->\n\n${text}\n`;

const BODY = [
  answer('manager-situation', 'text', `I opened the draft, ${CANARY}.`),
  answer('manager-belief', 'scale', '4 (1 not willing, 5 very willing)'),
  answer(
    'manager-offer',
    'text',
    'Would you like to take over\nthe report, Jo?',
    'How could you offer D. "the raise"?',
  ),
  answer('manager-provide', 'text', '*passed*'),
  answer('manager-transparent', 'text', 'I have been opening your drafts, D. says.'),
  answer(
    'manager-commitment',
    'commitment',
    `- When: we meet\n- Then: ask\n- By: 2026-12-06\n- Likelihood: 80 %\n- Obstacle: ${CANARY}`,
  ),
  answer('manager-tell', 'choice', 'other (The person whose work it is)'),
  `\n## Later, by hand\n\n${CANARY}\n`,
].join('');

/** A home with an entry about D. and one about Jo. */
function homeToShareFrom(): string {
  const home = settledHome('manager');
  putEntry(home, { id: 'j0j0j0j0j0', at: '2026-11-20T18:00:00+01:00', front: 'about: Jo\n' });
  putEntry(home, {
    id: 'k3x8m2p9qa',
    at: '2026-11-21T18:00:00+01:00',
    bank: 'manager',
    front: `role: manager\nabout: D.\ntags: [${CANARY}]\nmood: ${CANARY}\n`,
    body: BODY,
  });
  return home;
}

const OFFER =
  'How could you offer them this piece of work so that they feel free to say no?\n\nWould you like to take over\nthe report, Jo?\n';
const NAMES = ' Only those are looked for: "she", "the client" or a date can tell as much.\n';

describe('without a terminal', () => {
  test('the answers that are named are printed, and the names in them are told', async () => {
    const home = homeToShareFrom();
    expect(await coach(['share', 'k3x8', '--question', 'manager-offer'], { home })).toEqual({
      stdout: OFFER,
      stderr: `Names from your journal are in it: Jo (once).${NAMES}`,
      exitCode: 0,
    });
  });

  test('in the order in which they are named, each once, without questions', async () => {
    const home = homeToShareFrom();
    const args = ['manager-commitment', 'manager-offer', 'manager-commitment'].flatMap((id) => [
      '--question',
      id,
    ]);
    expect(await coach(['share', 'last', ...args, '--without-questions'], { home })).toMatchObject({
      stdout: 'When we meet, I will ask.\n\nWould you like to take over\nthe report, Jo?\n',
      exitCode: 0,
    });
  });

  test.each([
    {
      args: ['k3x8', '--question', 'manager-belief'],
      is: refused(
        'coach: the answer to manager-belief is a number, and numbers are never shared\n  Nothing was shared.\n',
      ),
    },
    {
      args: ['k3x8', '--question', 'manager-provide'],
      is: refused('coach: the answer to manager-provide was skipped\n  Nothing was shared.\n'),
    },
    {
      args: ['k3x8', '--question', 'manager-ofer'],
      is: refused('coach: this entry has no answer to "manager-ofer"\n  Did you mean manager-offer?\n'),
    },
    {
      args: ['k3x8', '--question', 'rain'],
      is: refused(
        'coach: this entry has no answer to "rain"\n  It has answers to manager-situation, manager-offer, manager-transparent, and more.\n',
      ),
    },
    {
      args: ['k3x8'],
      is: failed(
        'coach: nothing was shared, because there is no terminal to ask you in\n  Choose at a terminal, or name the questions to print their answers: --question manager-offer --question manager-transparent --question manager-commitment\n',
      ),
    },
    {
      args: ['k3x8', '--question', 'manager-offer', '--to', 'note.txt'],
      is: failed(
        'coach: nothing was written, because there is no terminal to ask you in\n  What goes into a file is shown to you first. Run this at a terminal, or leave out --to to print the answers.\n',
      ),
    },
    {
      args: ['--to', ''],
      is: refused('coach: --to needs the name of a file\n  For example: --to note.txt\n'),
    },
    {
      args: ['2026-11'],
      is: refused(
        'coach: "2026-11" matches 2 entries, and only one can be shared at a time\n  Choose one: k3x8m2p9qa, j0j0j0j0j0\n',
      ),
    },
    { args: ['zzzz'], is: { exitCode: 2, stdout: '' } },
    {
      args: ['j0j0'],
      is: {
        stdout: 'There is nothing to share in this entry. Ratings, likelihoods and outcomes stay here.\n',
        exitCode: 0,
      },
    },
  ])('$args', async ({ args, is }) => {
    const home = homeToShareFrom();
    expect(await coach(['share', ...args], { home })).toMatchObject(is);
    expect(existsSync(path.join(home, 'note.txt'))).toBe(false);
  });

  test('on a narrow screen, that nothing can be shared ran over the edge', async () => {
    const { stdout } = await coach(['share', 'j0j0'], { home: homeToShareFrom(), screen: true, width: 40 });
    expect(stdout).toBe(
      'There is nothing to share in this entry.\nRatings, likelihoods and outcomes stay\nhere.\n',
    );
  });

  test('an entry that cannot be read is told', async () => {
    const home = homeToShareFrom();
    put(path.join(journalOf(home), 'broken.md'), '---\ncoach: 1\nid: [\n---\n');
    expect(await coach(['share', 'broken.md', '--question', 'a'], { home })).toEqual(
      failed(
        'coach: broken.md cannot be read as an entry, so nothing in it can be shared\n  See what is wrong: coach doctor\n',
      ),
    );
  });

  test('where a bank might say that an answer is private and cannot be read, nothing is printed', async () => {
    const home = homeToShareFrom();
    put(path.join(home, 'data/banks/mine.yaml'), 'bank: mine\nversion: [\n');
    putEntry(home, {
      id: 'm1m1m1m1m1',
      at: '2026-11-22T08:00:00+01:00',
      bank: 'mine',
      body: answer('mine-one', 'text', CANARY),
    });
    const ran = await coach(['share', 'm1m1', '--question', 'mine-one'], { home });
    expect(ran).toMatchObject({ stdout: '', exitCode: 1 });
  });

  test('what a bank of one’s own calls private is neither offered nor printed', async () => {
    const home = homeToShareFrom();
    const questions =
      '  - {id: mine-one, type: text, ask: "What?", private: true}\n  - {id: mine-two, type: text, ask: "And?"}\n';
    put(
      path.join(home, 'data/banks/mine.yaml'),
      `bank: mine\nversion: 1\nrole: none\ntitle: Mine\nintro: My own.\nquestions:\n${questions}`,
    );
    const body = answer('mine-one', 'text', CANARY) + answer('mine-two', 'text', 'Yes.');
    putEntry(home, { id: 'm1m1m1m1m1', at: '2026-11-22T08:00:00+01:00', bank: 'mine', body });
    expect(await coach(['share', 'm1m1', '--question', 'mine-one'], { home })).toEqual(
      refused(
        'coach: the answer to mine-one is marked as private in its question set\n  Nothing was shared.\n',
      ),
    );
    const { stdout } = await coach(['share', 'm1m1', '--plain'], { home, typed: ['1', ''] });
    expect(stdout).toContain('1. 1 answer, written for yourself');
    expect(stdout).not.toContain(CANARY);
  });
});

const OFFERED: Move = { ticks: ['How could you offer'] };
const YES = 'Yes, write it';
const file = (home: string): string => path.join(home, 'note.txt');
const written = (home: string): string => readFileSync(file(home), 'utf8');

describe('at a terminal', () => {
  test('chosen answers are shown, and written after a yes', async () => {
    const home = homeToShareFrom();
    const ran = await sit(home, ['share', 'k3x8', '--to', 'note.txt'], OFFERED, YES, 'No');
    expect(ran.seen).toEqual([
      'several A free page, 21 November 2026, about D.',
      'say ',
      'say What you share will be read by people who depend on you. Say what you did and what you will try. Do not ask for their notes in return. Or tell them in your own words, and send nothing.',
      'choose Do you want to share this?',
      'choose Keep a copy in your journal, as a note? It is easier to look back on what you told someone.',
    ]);
    expect(ran).toMatchObject({
      stdout: 'Wrote it to note.txt.\n',
      exitCode: 0,
    });
    expect(written(home)).toBe(OFFER);
    expect(statSync(file(home)).mode & 0o777).toBe(0o600);
    expect(entryFiles(home).length).toBe(2);
  });

  test('nothing of the rest of the entry is in the file', async () => {
    const home = homeToShareFrom();
    const all: Move = { ticks: ['How could you offer', 'What could you tell', 'What will you try'] };
    await sit(home, ['share', 'k3x8', '--to', 'note.txt'], all, YES, 'No');
    const text = written(home);
    for (const rest of [CANARY, 'k3x8', 'manager', '2026', '80', 'raise', 'other', '4'])
      expect(text).not.toContain(rest);
  });

  test('words, names and questions are changed, and the entry stays as it is', async () => {
    const home = homeToShareFrom();
    const [entry = '', other = ''] = entryFiles(home);
    const before = readFileSync(other, 'utf8');
    const ran = await sit(
      home,
      ['share', 'k3x8', '--question', 'manager-offer', '--question', 'manager-transparent'],
      'Leave out the questions',
      'Change the words',
      'How could you offer',
      'Jo, would you like to? D. agrees.',
      'Write something else for "D."',
      'my lead',
      'Write something else for "Jo"',
      '',
      'Yes, write it to a file',
      'note.txt',
      'No',
    );
    expect(ran.seen).toContain(
      'text How could you offer them this piece of work so that they feel free to say no?: Would you like to take over\nthe report, Jo?',
    );
    expect(written(home)).toBe(
      'Jo, would you like to? My lead agrees.\n\nI have been opening your drafts, my lead says.\n',
    );
    expect(readFileSync(other, 'utf8')).toBe(before);
    expect(entryFiles(home)).toEqual([entry, other]);
  });

  test('other answers can be chosen, and what was changed stays', async () => {
    const home = homeToShareFrom();
    await sit(
      home,
      ['share', '--to', 'note.txt'],
      OFFERED,
      'Change the words',
      'Shorter.',
      'Choose other answers',
      {
        ticks: ['manager-situation', 'How could you offer'].map((start) =>
          start.replace('manager-situation', 'Think of one'),
        ),
      },
      YES,
      'No',
    );
    expect(written(home)).toContain(
      'so that they feel free to say no?\n\nShorter.\n\nThink of one recent moment',
    );
  });

  test('it is printed, ready to copy', async () => {
    const ran = await sit(homeToShareFrom(), ['share'], OFFERED, 'Yes, print it', 'No');
    expect(ran.stdout).toBe(`\n${OFFER}\n`);
  });

  test('a copy is kept as a note about the same person', async () => {
    const home = homeToShareFrom();
    const ran = await sit(home, ['share', '--to', 'note.txt'], OFFERED, YES, 'Yes, keep a copy');
    expect(ran.stdout).toContain('Saved.');
    const { stdout } = await coach(['journal', '--tag', 'shared', '--json'], { home });
    expect(JSON.parse(stdout)).toMatchObject([
      { bank: 'note', about: 'D.', answers: [{ question: 'note-text', value: OFFER.trimEnd() }] },
    ]);
  });

  test.each([
    {
      how: 'nothing was ticked',
      moves: [{ ticks: [] }],
      says: 'Nothing was chosen, so nothing was shared.\n',
    },
    { how: 'of a no', moves: [OFFERED, 'No, share nothing'], says: 'Nothing was shared.\n' },
    {
      how: 'all words were taken away',
      moves: [OFFERED, 'Change the words', ' \n'],
      says: 'Nothing was chosen, so nothing was shared.\n',
    },
    { how: 'of Ctrl-C', moves: [OFFERED, CTRL_C], says: '\nNothing was shared.\n' },
    { how: 'of Ctrl-C at once', moves: [CTRL_C], says: '\nNothing was shared.\n' },
  ] as const)('nothing is written because $how', async ({ moves, says }) => {
    const home = homeToShareFrom();
    const before = filesBelow(home);
    const ran = await sit(home, ['share', 'k3x8', '--to', 'note.txt'], ...moves);
    expect(ran.stderr).toBe(says);
    expect(
      filesBelow(home).filter((name) => !before.includes(name) && !/^(?:cache|state)/.test(name)),
    ).toEqual([]);
  });

  test.each([
    {
      named: 'note.txt',
      says: 'coach: note.txt already exists\n  Nothing was written. Choose another name.\n',
    },
    { named: 'folder', says: 'coach: folder is a folder\n  Nothing was written. Choose another name.\n' },
    {
      named: 'data/journal/a.txt',
      says: 'coach: data/journal/a.txt is in the journal itself\n  Nothing was written. Choose another name.\n',
    },
    {
      named: '/dev/null',
      says: 'coach: /dev/null is not a file\n  Nothing was written. Choose another name.\n',
    },
  ])('$named is refused before anything is asked', async ({ named, says }) => {
    const home = homeToShareFrom();
    put(file(home), 'mine');
    mkdirSync(path.join(home, 'folder'));
    expect(await sit(home, ['share', 'k3x8', '--to', named])).toMatchObject(refused(says));
    expect(written(home)).toBe('mine');
  });

  test('a place that is refused later leads back to the choice', async () => {
    const home = homeToShareFrom();
    mkdirSync(path.join(home, 'folder'));
    put(path.join(home, 'taken'), '');
    const ran = await sit(
      home,
      ['share'],
      OFFERED,
      'Yes, write it to a file',
      'folder',
      'Yes, write it to a file',
      'taken/note.txt',
      'Yes, write it to a file',
      '',
      'No, share nothing',
    );
    const said = ran.seen.filter((line) => /^say (?!$|What you share)/.test(line));
    expect(said).toEqual(['say folder is a folder', expect.stringContaining('taken/note.txt')]);
  });
});

test('a bank whose answers are all meant for others says how they are passed on', async () => {
  const home = settledHome('member');
  put(path.join(home, 'with-me.yaml'), 'with-me-stuck: Quiet.\n');
  const args = ['reflect', 'with-me', '--answers', 'with-me.yaml'];
  expect((await coach(args, { home, screen: true })).stdout).toBe(
    'Saved.\nTo choose what to pass on: coach share\n',
  );
  const note = await coach(['reflect', 'note'], { home, screen: true, stdin: 'Rain.' });
  expect(note.stdout).not.toContain('coach share');
});
