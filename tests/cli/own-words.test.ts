import { describe, expect, test } from 'vitest';
import { addDays } from '../../src/domain/time/day.ts';
import { coach, DAY, NOON, settledHome } from './coach.ts';

// A word that stands in everything a person writes: it is in no page that somebody else may see.

const CANARY = 'kakapo';
const NAME = 'Zuzanna';
const HOSTILE = `${CANARY} {member-piece|x} {about|y} "q" \`c\` <b> \u001b[31m`;

const member = JSON.stringify({
  about: NAME,
  'member-situation': `The ${CANARY} sat on my desk.`,
  'member-piece': HOSTILE,
  'member-hold-back': `The ${CANARY}.`,
  'member-expect': `A ${CANARY}.`,
  'member-decisions-clear': 2,
  'member-say-it': `Dear ${CANARY}.`,
  'member-take': `My ${CANARY}.`,
  'member-commitment': {
    when: `the ${CANARY} calls`,
    then: `feed the ${CANARY}`,
    by: '2026-11-24',
    likelihood: 60,
    because: `I like the ${CANARY}`,
    obstacle: `another ${CANARY}`,
    response: `call the ${CANARY}`,
  },
  'member-commitment-prediction': {
    expect: `The ${CANARY} eats`,
    sign: `${CANARY} noise`,
    likelihood: 70,
    due: '2026-11-24',
  },
});

const ON_DAY = (days: number): number => NOON + days * DAY;

/** A journal with a plan and a guess on each of seven days, all of them reviewed but the last, and a step and a conversation. */
async function written(): Promise<string> {
  const home = settledHome();
  const run = async (days: number, argv: readonly string[], stdin: string): Promise<void> => {
    const ran = await coach([...argv, '--answers', '-'], { home, stdin, epoch: ON_DAY(days) });
    expect(ran).toMatchObject({ stderr: '', exitCode: 0 });
  };
  for (let days = 0; days < 7; days++) {
    const by = addDays('2026-11-22', days);
    await run(days, ['reflect', 'member'], member.replaceAll('2026-11-24', by));
    if (days === 6) break;
    const listed = await coach(['review', '--json'], { home, epoch: ON_DAY(days) });
    const items: readonly { closes: string; kind: string }[] = JSON.parse(listed.stdout);
    const said = items.map(({ closes, kind }) =>
      kind === 'prediction'
        ? { closes, 'review-outcome': 'yes', 'review-seen': `A ${CANARY}.` }
        : { closes, 'review-status': 'kept', 'review-kept': `The ${CANARY}.` },
    );
    await run(days, ['review'], JSON.stringify(said));
  }
  const step = { 'see-three-pieces': CANARY, 'see-prediction': { expect: CANARY, due: '2026-11-26' } };
  await run(3, ['challenge', 'ready', '--about', NAME], JSON.stringify(step));
  const talk = { about: NAME, 'prepare-together': CANARY, 'prepare-when': '2026-11-28' };
  await run(3, ['reflect', 'prepare', '--role', 'manager'], JSON.stringify(talk));
  return home;
}

const LISTS = [
  ['journal'],
  ['journal', '--limit', 'all', '--reverse'],
  ['insights'],
  ['insights', '--about', NAME],
  ['report'],
  [],
  ['challenge'],
  ['doctor'],
  ['doctor', '--verbose'],
  ['doctor', '--json'],
  ['banks'],
  ['config'],
  ['schedule'],
  ['reflect', 'member', '--template', '--about', NAME],
] as const;
const MACHINE = [
  ['checkin'],
  ['checkin', '--notify'],
  ['reflect', 'lookback', '--notify'],
  ['doctor', '--verbose'],
];

describe('what somebody wrote', () => {
  test('is in no list, no insight, no page of the machine and no reminder', async () => {
    const home = await written();
    for (const days of [6, 7, 12, 40]) {
      for (const argv of [...LISTS, ...MACHINE]) {
        const { stdout, stderr } = await coach(argv, { home, epoch: ON_DAY(days) });
        const said = `${stdout}${stderr}`;
        expect({ argv, days, said }).toEqual({ argv, days, said: expect.not.stringMatching(/kakapo/i) });
      }
    }
    // It is there where it is asked for.
    expect((await coach(['journal', '--full'], { home, epoch: ON_DAY(7) })).stdout).toContain(CANARY);
    for (const command of ['insights', 'report'])
      expect((await coach([command, '--words'], { home, epoch: ON_DAY(7) })).stdout).toContain(CANARY);
  });

  test('and no name is in a reminder or on a page of the machine', async () => {
    const home = await written();
    const desktop: string[] = [];
    for (const days of [6, 7, 12, 40]) {
      for (const argv of MACHINE) {
        const { stdout, stderr } = await coach(argv, { home, epoch: ON_DAY(days), desktop });
        const said = `${stdout}${stderr}${desktop.join(' ')}`;
        expect({ argv, days, said }).toEqual({
          argv,
          days,
          said: expect.not.stringMatching(/zuzanna|kakapo/i),
        });
      }
    }
  });
});
