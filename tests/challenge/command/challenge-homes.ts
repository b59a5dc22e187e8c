// Homes in which somebody has got as far as a step of the challenge, and what the page says there.
import { expect } from 'vitest';
import { challenge } from '../../domain/challenges.ts';
import { coach, DAY, NOON, putEntry, settledHome } from '../../cli/coach.ts';

export const READY = ['challenge', 'ready'];

/** Words that are not asked for any more. */
export const WORDS = 'Twelve marks, of which I would not have believed a single one.';

/** The scales, passed. */
const PASSED = 'challenge-baseline-trust: null\nchallenge-baseline-room: null\n';

/** A home with some steps behind it, answered from files, a day apart, each step beginning with its questions. */
export async function homeAt(
  steps: number,
  { about = 'D.', role = 'member', home = settledHome() } = {},
): Promise<string> {
  const argv = [...READY, '--about', about, '--role', role, '--answers', '-'];
  for (let step = 0; step < steps; step++) {
    const epoch = NOON - (steps - step) * 10 * DAY;
    const { questions, evidence } = challenge.steps[step] ?? { questions: [], evidence: [] };
    const asked = questions.find(({ type }) => type === 'text')?.id;
    const brought = evidence.find(({ type }) => type === 'text')?.id;
    const begun = await coach(argv, { home, epoch, stdin: `${step === 0 ? PASSED : ''}${asked}: Calm.\n` });
    expect(begun).toMatchObject({ exitCode: 0, stderr: '' });
    if (step === steps - 1) break;
    const stdin = `${brought}: Twelve.\nchallenge-next: next\n`;
    expect(await coach(argv, { home, epoch: epoch + 7 * DAY, stdin })).toMatchObject({ exitCode: 0 });
  }
  return home;
}

export async function page(home: string, ...more: readonly string[]): Promise<string> {
  const { stdout, stderr, exitCode } = await coach(['challenge', ...more], { home });
  expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 });
  return stdout;
}

/** At step 2, whose questions wait. */
export async function waitingHome(home = settledHome(), role = 'member'): Promise<string> {
  await homeAt(1, { home, role });
  const argv = [...READY, '--about', 'D.', '--role', role, '--answers', '-'];
  await coach(argv, { home, stdin: 'see-count: Twelve.\nchallenge-next: next\n', epoch: NOON - DAY });
  return home;
}

/** A home in which somebody chose to go on from a step whose questions they never answered. */
export function untriedHome(): string {
  const home = settledHome();
  putEntry(home, {
    id: 'c8p2m9q3kx',
    at: '2026-11-20T18:00:00+01:00',
    bank: 'challenge',
    front: 'role: member\nabout: D.\n',
    body: '\n## Where to?\n<!-- coach: challenge-next choice step=step-see -->\n\nnext (On to the next step)\n',
  });
  return home;
}
