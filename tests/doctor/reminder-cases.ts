import path from 'node:path';
import { parseCrontab } from '../../src/reminders/crontab-text.ts';
import { printRecord } from '../../src/sync/sync-record.ts';
import { crontabOf, journalOf, put } from '../cli/coach.ts';
import type { Case } from './doctor-cases.ts';
import { CANARY } from './doctor-homes.ts';

const SINCE = '2026-11-20T09:14:05+01:00';

export const REMINDER_CASES: Readonly<Record<'reminder-lost' | 'sync-failing', Case>> = {
  'reminder-lost': {
    damage(home) {
      const line = '30 16 * * * /gone/node /usr/bin/coach checkin --notify\n';
      const [first, last] = parseCrontab('').marks;
      put(crontabOf(home), `# ${CANARY}\n${first}${line}${last}`);
      return { programs: { isThere: (file) => file !== '/gone/node' } };
    },
    paths: () => ['/gone/node'],
    says: 'A check-in reminder every day at 16:30',
    command: 'coach schedule add 16:30 --on daily',
  },
  'sync-failing': {
    damage(home) {
      const setup = {
        journal: journalOf(home),
        address: '/stick/journal.git',
        branch: 'main',
        readable: true,
      };
      const failed = { state: 'offline', message: 'it cannot be reached', in: 0, out: 0, copies: 0 };
      const last = { ...failed, at: SINCE, failedSince: SINCE };
      put(path.join(home, 'state/sync.json'), printRecord({ setup, last, named: [] }));
    },
    says: 'since 20 November 2026, 09:14: it cannot be reached',
    command: 'coach sync',
  },
};
