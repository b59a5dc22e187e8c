import displayWidth from 'fast-string-width';
import { expect, test } from 'vitest';
import { talkText } from '../../../src/pages/text/talk.ts';

test.each([
  {
    what: 'words',
    text: '  Install it to stay, and say this again with the coach that is installed.',
    is: ['  Install it to stay, and say this again', '  with the coach that is installed.'],
  },
  {
    what: 'a sentence about coach behind a colon, which was taken for a command',
    text: 'Locked. You can still write: coach asks for the passphrase only to read.',
    is: ['Locked. You can still write: coach asks', 'for the passphrase only to read.'],
  },
  {
    what: 'coach within words, whose next words were taken for a command',
    text: 'There will be no lines from coach left in your crontab.',
    is: ['There will be no lines from coach left in', 'your crontab.'],
  },
  {
    what: 'a command within words',
    text: '  Bring it back with coach journal restore, or delete it permanently with --forever.',
    is: ['  Bring it back with', '  coach journal restore, or delete it', '  permanently with --forever.'],
  },
  {
    what: 'a command at the end',
    text: 'To start over there: coach config set journal x y',
    is: ['To start over there:', 'coach config set journal x y'],
  },
  {
    what: 'a command that is too long for any line',
    text: '  To start over there: coach config set journal /home/somebody/diary',
    is: ['  To start over there:', '  coach config set journal /home/somebody/diary'],
  },
  {
    what: 'several commands',
    text: '  For example: coach pause 14d, coach pause until 2026-12-10',
    is: ['  For example:', '  coach pause 14d,', '  coach pause until 2026-12-10'],
  },
  {
    what: 'a place with blanks',
    text: '  What you edited is beside it: /home/somebody/my own journal/2026/11/entry.md',
    is: ['  What you edited is beside it:', '  /home/somebody/my own journal/2026/11/entry.md'],
  },
  {
    what: 'a message that begins with a place',
    text: 'coach: /home/somebody/bad.yaml:1:1: expected a number from 1 to 5',
    is: ['coach: /home/somebody/bad.yaml:1:1:', 'expected a number from 1 to 5'],
  },
  {
    what: 'a command with a time and a system',
    text: '  Without crontab, coach schedule add 16:30 --print systemd prints units.',
    is: ['  Without crontab,', '  coach schedule add 16:30 --print systemd', '  prints units.'],
  },
  {
    what: 'a place within words',
    text: 'coach: cannot write /home/somebody/state/coach/shown.json: it is a folder',
    is: ['coach: cannot write', '/home/somebody/state/coach/shown.json: it', 'is a folder'],
  },
  {
    what: 'a line of help',
    text: '  --since <day>          only entries on or after this day',
    is: ['  --since <day>', '    only entries on or after this day'],
  },
  {
    what: 'an example',
    text: '  $ coach journal --since "last month" --role manager',
    is: ['  $ coach journal --since "last month" --role manager'],
  },
  {
    what: 'words in quotes',
    text: '  Write it as YYYY-MM-DD, "today" or, "2 hours ago" or "last monday".',
    is: ['  Write it as YYYY-MM-DD, "today" or,', '  "2 hours ago" or "last monday".'],
  },
])('what one is to do was broken in the middle of a word or of a command: $what', ({ text, is }) => {
  expect(talkText(text, 41).split('\n')).toEqual(is);
});

test('what fits stays as it is, and no line is wider than can be read', () => {
  expect(talkText('coach: no\n  Say  so.\n', 40)).toBe('coach: no\n  Say  so.\n');
  const rows = talkText('word '.repeat(60), 300).split('\n');
  expect(Math.max(...rows.map((row) => displayWidth(row)))).toBe(84);
});
