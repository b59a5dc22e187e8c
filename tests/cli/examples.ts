import path from 'node:path';
import { expect } from 'vitest';
import { bankTemplate } from '../../src/formats/banks/bank-template.ts';
import { printRecord } from '../../src/sync/sync-record.ts';
import { SEALED_FILE } from '../align/sealed-texts.ts';
import { coach, crontabOf, entryText, journalOf, put, putEntry, settledHome } from './coach.ts';
import type { KeySessions } from '../../src/app/ports/keys.ts';
import { memorySessions } from '../app/memory-sessions.ts';
import { CTRL_C, scripted } from './scripted.ts';
import { sealHome } from './sealed.ts';
import { shell } from './shell.ts';
import { newRemote } from '../sync/repositories.ts';

/** A home in which there is something to show, to answer and to check, but for what the example itself makes. */
function exampleHome(lines: readonly string[]): string {
  const home = settledHome();
  putEntry(home, { id: 'k3x8m2p9qa', at: '2026-11-20T18:00:00+01:00', front: 'about: D.\n' });
  putEntry(home, {
    id: 'c8p2m9q3kx',
    at: '2026-11-16T18:00:00+01:00',
    bank: 'challenge',
    front: 'role: member\nabout: D.\n',
    body: '\n## What do you get out of this pattern?\n<!-- coach: see-my-gain text step=step-see -->\n\nCalm.\n',
  });
  putEntry(home, {
    id: '5m9qa2p8xk',
    at: '2026-11-15T18:00:00+01:00',
    bank: 'align',
    front: 'role: member\nabout: D.\n',
    body: '\n## Which piece of work is it?\n<!-- coach: align-piece text -->\n\nThe rota.\n',
  });
  putEntry(home, {
    id: '2p8xk5m9qa',
    at: '2026-11-15T18:05:00+01:00',
    bank: 'align-sealed',
    front: 'role: member\nabout: D.\n',
    body: '\n## 1. Piece of work\n<!-- coach: align-sealed-1-piece text -->\n\nThe rota.\n',
  });
  put(path.join(home, 'from-lead.coach'), SEALED_FILE);
  put(
    path.join(journalOf(home), 'trash/2026/11/2026-11-19-180000-note-7q2m8k3x9b.md'),
    entryText({ id: '7q2m8k3x9b', at: '2026-11-19T18:00:00+01:00' }),
  );
  put(path.join(home, 'answers.yaml'), 'member-felt: Calm, for a while.\n');
  put(
    path.join(home, 'journal.json'),
    '{"tags":{},"entries":[{"title":"It rained.","body":"","date":"2026-11-18","time":"09:14","tags":[],"starred":false}]}',
  );
  put(path.join(home, 'old.jsonl'), '{"date": "2026-11-16", "text": "Up early."}\n');
  put(
    path.join(home, 'fatebook.csv'),
    'Question title,Forecast created by,Forecast (scale = 0-1),Forecast created at,Question created at,Question resolve by,Resolution,Resolved at\n' +
      '"Rain?","Ada",0.7,2026-11-15 09:14:5,2026-11-15 09:14:5,2026-12-01 00:00:0,,\n',
  );
  put(
    crontabOf(home),
    `# >>> coach schedule >>>\n0 18 * * * /usr/bin/node /usr/bin/coach checkin --notify\n# <<< coach schedule <<<\n`,
  );
  put(path.join(home, 'daily-notes/2026-11-17.md'), 'To the [[river]].\n');
  put(path.join(home, 'diary.md'), '## 03/04/2023\nRain.\n');
  if (lines.some((line) => / --version | history /.test(line))) {
    const file = '2026/11/2026-11-20-180000-note-k3x8m2p9qa.md';
    put(
      path.join(journalOf(home), `.history/versions/${file}/20261121T080000.000Z-4f1c09ab.md`),
      entryText({ id: 'k3x8m2p9qa', at: '2026-11-20T18:00:00+01:00', title: 'It was far away' }),
    );
  }
  if (lines.some((line) => line.startsWith('coach review'))) {
    const body =
      '\n## What will you try?\n<!-- coach: member-commitment commitment -->\n\n- Then: ask\n- By: 2026-11-20\n';
    putEntry(home, { id: '8f2q8m2p9q', at: '2026-11-06T18:00:00+01:00', bank: 'member', body });
  }
  if (lines.some((line) => /^coach (?:sync(?! setup)|schedule add --sync)/.test(line))) syncedHome(home);
  const made = lines.includes('coach banks new mine');
  for (const file of made ? [] : ['mine.yaml', 'data/banks/mine.yaml']) {
    put(path.join(home, file), bankTemplate('mine'));
  }
  return home;
}

/** Sets sync up with an empty repository. */
function syncedHome(home: string): void {
  const address = newRemote(home);
  const setup = { journal: journalOf(home), address, branch: 'main', readable: true };
  put(path.join(home, 'state/sync.json'), printRecord({ setup, named: [] }));
}

/**
 * Runs the lines of an example one after the other, in a home that is prepared for them. Each has to work: where it needs somebody to ask, it says so without a
 * terminal, and begins to ask with one. A template is filled in before the next line uses it.
 */
export async function expectToWork(lines: readonly string[]): Promise<void> {
  const home = exampleHome(lines);
  // What is about a key is shown in an encrypted journal.
  const isSealed = lines.some((line) => /^coach (?:unlock|lock|keys|decrypt|sync setup)\b|\.age$/.test(line));
  const sessions = isSealed ? (await sealHome(home)).sessions : memorySessions();
  for (const line of lines) {
    const ran = await shell(line, { home, sessions, env: { EDITOR: 'true' } });
    if (
      ran.exitCode === 1 &&
      /no terminal to (?:ask|browse|type)|without a terminal coach cannot|needs a terminal/.test(ran.stderr)
    )
      await expectToAsk(line, home, sessions);
    else expect({ line, ...ran }).toMatchObject({ line, exitCode: 0 });
    const [, file] = / --template >(\S+)$/.exec(line) ?? [];
    if (file !== undefined) await fillIn(line.replace(/ >\S+$/, ''), file, home);
  }
}

async function expectToAsk(line: string, home: string, sessions: KeySessions): Promise<void> {
  const prompter = scripted(CTRL_C);
  const ran = await shell(line, { home, sessions, prompter });
  expect({ line, exitCode: ran.exitCode, seen: prompter.seen }).toMatchObject({ line, exitCode: 130 });
}

async function fillIn(line: string, file: string, home: string): Promise<void> {
  const { stdout } = await coach(line.split(' ').slice(1), { home });
  const filled = stdout
    .replace(/^checkin-trust:$/m, 'checkin-trust: 4')
    .replace(/^( {2}review-status):$/m, '$1: kept')
    .replace(/^(align|agreement)-piece:$/m, '$1-piece: The rota')
    .replace(/^see-count:$/m, 'see-count: "7"')
    .replace(/^(\S+-felt):$/m, '$1: Calm.');
  put(path.join(home, file), filled);
}
