// What is measured: command lines, each with the home it runs in and what a right answer looks like.
import { bulkWorks } from './bulk.mjs';
import { SAME_MOMENT } from './budgets.mjs';
import { ADDED, COMMON, RARE } from './corpus.mjs';
import { syncWorks } from './syncing.mjs';

const ANSWERS = JSON.stringify({
  'checkin-trust': 4,
  'checkin-responsibility': 2,
  'checkin-autonomy': 'na',
  'rot-m-waited': ADDED,
});

/** So many are asked for; the common word is in as many, wherever there are a hundred entries. */
export const NEWEST = 20;

/**
 * The work on any journal: it reads none.
 *
 * @returns For each piece of work its name, arguments and home, and `isRight` for its output.
 */
export function worksOnNone(home) {
  return [
    { name: '--version', args: ['--version'], home, isRight: (out) => /^\d+\.\d+\.\d+\S*\n$/.test(out) },
    { name: '--help', args: ['--help'], home, isRight: (out) => out.startsWith('Usage: coach') },
  ];
}

/**
 * The work on one journal.
 *
 * @param run - Runs a piece of work, to prepare others.
 * @returns As above, and where it needs them: standard input, what is done `before` and `after` each run, and whether it `syncs`
 *   what it writes.
 */
export function worksOn(home, entries, { run, isSealed = false }) {
  const saving = {
    name: 'checkin --answers -',
    args: ['checkin', '--role', 'member', '--answers', '-'],
    home,
    stdin: ANSWERS,
    syncs: true,
    isRight: (out) => out.startsWith('Saved'),
    after: () => home.clear(),
  };
  return [
    newest(home, entries),
    notCompiled(home, entries),
    { ...cron(home, () => run({ ...saving, after: undefined })), home },
    saving,
    { ...search(RARE.word, Math.min(RARE.entries, entries)), name: 'search, a rare word', home },
    { ...search(COMMON, entries < 100 ? undefined : NEWEST), name: 'search, a common word', home },
    { name: 'coach', args: [], home, isRight: (out) => out.includes('coach reflect') },
    { name: 'plans', args: ['plans'], home, isRight: (out) => out !== '' },
    { name: 'insights', args: ['insights'], home, isRight: (out) => out !== '' },
    { name: 'report', args: ['report'], home, isRight: (out) => entries === 0 || out.endsWith('</html>\n') },
    {
      name: 'journal --json',
      args: ['journal', '--json'],
      home,
      isRight: (out) => JSON.parse(out).length === entries,
    },
    {
      name: 'export, JSON',
      args: ['journal', 'export', '--format', 'json'],
      home,
      isRight: (out) => JSON.parse(out).length === entries,
    },
    ...(entries > 0 && !isSealed ? bulkWorks(home, entries, run) : []),
    ...(entries > 0 && !isSealed ? syncWorks(home, saving, run) : []),
    {
      ...search(RARE.word, Math.min(RARE.entries, entries)),
      name: 'index from nothing',
      home,
      before: () => home.forget(),
      // A search leaves the understanding of all entries to whoever needs it: that is not what the others are measured by.
      after: () => run({ args: ['insights'], home }),
    },
  ];
}

/** The same on an encrypted journal that is unlocked; imports and exports into folders are left out. What is locked is asked of cron alone. */
export function worksOnSealed(home, entries, { run }) {
  const locked = { name: 'checkin (cron), locked', args: ['checkin'], home: home.locked };
  const works = worksOn(home, entries, { run, isSealed: true });
  const { isRight } = works.find(({ name }) => name === 'coach');
  return works.flatMap((work) => {
    if (work.name !== 'checkin (cron)') return [work];
    // To both of them the check-in is new, and what is kept of the journal is in step but for it.
    const before = () => (run({ args: ['plans'], home }), work.before());
    return [{ ...work, before }, { ...work, name: SAME_MOMENT, args: [], isRight, before }, locked];
  });
}

/** The list of the newest. */
export function newest(home, entries) {
  return {
    name: 'journal',
    args: ['journal'],
    home,
    isRight: (out) => linesOf(out) === Math.min(entries, 10),
  };
}

/** The first start of all: what the others have compiled is out of its sight. */
function notCompiled(home, entries) {
  let putBack;
  return {
    ...newest(home, entries),
    name: 'journal, not compiled',
    before: () => void (putBack = home.forgetCode()),
    after: () => putBack(),
  };
}

/** As cron runs it on a day with a check-in: there is nothing to say. */
function cron(home, save) {
  save();
  const putBack = home.saved();
  home.clear();
  return {
    name: 'checkin (cron)',
    args: ['checkin'],
    isRight: (out) => out === '',
    before: putBack,
    after: () => home.clear(),
  };
}

/** @param lines - How many entries are listed; undefined where nobody knows. */
function search(word, lines) {
  const args = ['journal', '--search', word, '--limit', String(NEWEST)];
  return { args, isRight: (out) => lines === undefined || linesOf(out) === lines };
}

export function linesOf(out) {
  return out.split('\n').length - 1;
}
