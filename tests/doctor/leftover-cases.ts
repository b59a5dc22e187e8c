import { statSync, utimesSync } from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import type { FindingCode } from '../../src/doctor/finding.ts';
import { HOUR, journalOf, put } from '../cli/coach.ts';
import type { Case } from './doctor-cases.ts';
import { CANARY } from './doctor-homes.ts';

const putIn = (home: string, file: string, text: string): string =>
  put(path.join(journalOf(home), file), text);
const inHome = (file: string) => (home: string) => [path.join(home, file)];

/** What processes leave behind that are killed. */
export const LEFTOVER_CASES = {
  'leftover-file': {
    damage(home) {
      const file = putIn(home, '2026/11/.2026-11-20.md.coach-4711', CANARY);
      utimesSync(file, new Date(Date.now() - 2 * HOUR), new Date(Date.now() - 2 * HOUR));
      putIn(home, '2026/11/.2026-11-21.md.4712', CANARY);
      const act = putIn(home, '.history/acts/.20261120T080000.000Z-4f1c09ab-edit.json.coach-4711', CANARY);
      utimesSync(act, new Date(Date.now() - 2 * HOUR), new Date(Date.now() - 2 * HOUR));
    },
    paths: () => [
      '.history/acts/.20261120T080000.000Z-4f1c09ab-edit.json.coach-4711',
      '2026/11/.2026-11-20.md.coach-4711',
    ],
    command: 'rm /',
  },
  'leftover-editing': {
    damage(home) {
      put(path.join(home, 'state/drafts/editing-99999999-x/answer.md'), CANARY);
      put(path.join(home, `state/drafts/editing-${process.pid}-x/answer.md`), CANARY);
    },
    paths: inHome('state/drafts/editing-99999999-x'),
    command: 'rm -r /',
  },
  'leftover-page': {
    damage(home) {
      const page = put(path.join(home, 'coach-report-k3x8m2p9.html'), CANARY);
      const inode = String(statSync(page).ino);
      const holder = { pid: 99_999_999, started: '1', host: hostname() };
      put(path.join(home, 'state/page-k3x8m2p9.json'), JSON.stringify({ file: page, inode, holder }));
      // Another file has that name by now: nobody knows what it is.
      const file = put(path.join(home, 'other.html'), CANARY);
      put(path.join(home, 'state/page-k3x8m2p8.json'), JSON.stringify({ file, inode, holder }));
    },
    paths: inHome('coach-report-k3x8m2p9.html'),
    command: 'rm /',
  },
} satisfies { readonly [Code in FindingCode]?: Case };
