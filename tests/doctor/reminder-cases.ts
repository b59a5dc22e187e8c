import { parseCrontab } from '../../src/reminders/crontab-text.ts';
import { crontabOf, put } from '../cli/coach.ts';
import type { Case } from './doctor-cases.ts';
import { CANARY } from './doctor-homes.ts';

export const REMINDER_CASES: Readonly<Record<'reminder-lost', Case>> = {
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
};
