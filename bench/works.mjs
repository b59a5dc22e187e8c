// What is measured: command lines of coach, each with the home it runs in and what a right answer looks like.

/** The floor of every ratio. */
export const FLOOR = 'node -e 0';

const ANSWERS = JSON.stringify({
  'checkin-trust': 4,
  'checkin-responsibility': 2,
  'checkin-autonomy': 'na',
  'rot-m-waited': 'A word from the other office. It came at four, and by then I had done it the other way.',
});

/**
 * The work on one journal.
 *
 * @param home - Its home; what writes gets copies of its own.
 * @returns For each piece of work its name, arguments, home, standard input, `isRight` for its output, what to do
 *   `once` before the first run and `after` each.
 */
export function worksOn(home, entries) {
  const [checkedIn, growing] = [home.copy(), home.copy()];
  const saving = { args: ['checkin', '--role', 'member', '--answers', '-'], stdin: ANSWERS };
  return [
    { name: '--version', args: ['--version'], home, isRight: (out) => /^\d+\.\d+\.\d+\S*\n$/.test(out) },
    { name: '--help', args: ['--help'], home, isRight: (out) => out.startsWith('Usage: coach') },
    {
      name: 'journal',
      args: ['journal'],
      home,
      isRight: (out) => out.split('\n').length - 1 === Math.min(entries, 10),
    },
    {
      // As cron runs it on a day with a check-in: there is nothing to say.
      name: 'checkin (cron)',
      args: ['checkin'],
      home: checkedIn,
      once: [{ ...saving, home: checkedIn }],
      isRight: (out) => out === '',
    },
    {
      name: 'checkin --answers -',
      ...saving,
      home: growing,
      isRight: (out) => out.startsWith('Saved'),
      after: () => growing.restore(),
    },
    { name: 'coach', args: [], home, isRight: (out) => out.includes('coach reflect') },
  ];
}
