import { expect, test } from 'vitest';
import { takenForJrnl } from '../../src/import/jrnl/taken-for-jrnl.ts';

const CHAT = 'a chat from WhatsApp or another messenger';
const LOG = 'a log of a program';
const TITLES = 'a list of titles, as jrnl --format short prints it';
const SCREEN = 'a journal as jrnl shows it on the screen, with its lines broken';

test.each([
  ['WhatsApp', '[22.11.26, 09:14:05] Anna: Good morning\n[22.11.26, 09:15:00] Ben: Oh\nwell\n', CHAT],
  ['WhatsApp in English', '[11/22/26, 9:14:05\u202fAM] Anna: \u200eimage omitted\n', CHAT],
  ['WhatsApp in Swedish', '[2026-11-22, 09:14:05] Anna: Hej\n\u200e[2026-11-22, 09:15:00] Ben: x\n', CHAT],
  ['WhatsApp in Dutch', '[22-11-2026 09:14:05] Anna: Dag\n[22-11-2026 09:15:00] Ben: x\n', CHAT],
  ['IRC', '[2026-11-22 09:14:05] <anna> hi\n[2026-11-22 09:14:09] * ben waves\n', CHAT],
  ['a log', '[2026-11-22 09:14:05] INFO started\n[2026-11-22 09:14:06] ERROR no disk\n', LOG],
  ['a log of Laravel', '[2026-11-22 09:14:05] local.ERROR: no disk\n#0 main\n', LOG],
  ['a log of Python', '[2026-11-22 09:14:05] [main] DEBUG start\n[2026-11-22 09:14:05] [x.y] INFO go\n', LOG],
  ['a log of Rust', '[2026-11-22T09:14:05Z INFO app] started\n', LOG],
  ['a log of Apache', '[Sun Nov 22 09:14:05 2026] [core:error] no disk\n', LOG],
  ['a log without brackets', '2026-11-22 09:14:05 INFO started\n2026-11-22 09:14:05 WARN x\n', LOG],
  ['jrnl --format short', '2026-11-22 09:14 Rain.\n2026-11-23 09:14 Sun.\n', TITLES],
  ['jrnl on the screen', '2026-11-22 09:14 Rain.\n| All day, and\n| all night\n', SCREEN],
  [
    'jrnl on the screen, with a long title',
    '2026-11-22 09:14:00 AM A title that goes on\nand on.\n| All day\n\n2026-11-23 09:14:00 AM x\n',
    SCREEN,
  ],
])('%s was called a journal of jrnl', (_what, text, is) => {
  expect(takenForJrnl(text)?.is).toBe(is);
  expect(takenForJrnl(`\ufeff${text.replaceAll('\n', '\r\n')}`)?.is).toBe(is);
});

test.each([
  ['entries', '[2026-11-22 09:14] Rain.\nAll day.\n\n[2026-11-23 09:14] Sun.\n'],
  ['subjects before colons', '[2026-11-22 09:14] Work: rain.\n\n[2026-11-23 09:14] Home: sun.\n'],
  ['one subject before a colon', '[2026-11-22 09:14] Work: rain.\n'],
  ['no blank lines', '[2026-11-22 09:14] Rain.\n[2026-11-23 09:14] Sun.\n'],
  [
    'a log within an entry',
    '[2026-11-22 09:14] Rain.\n2026-11-22 09:14:05 INFO started\n\n[2026-11-23 09:14] Sun.\n',
  ],
  ['jrnl 1', '2026-11-22 09:14 Rain.\n\n2026-11-23 09:14 Sun.\nWarm.\n\n'],
  ['jrnl 1, by hand', '2026-11-22 09:14 Rain.\nWet.\n2026-11-23 09:14 Sun.\nWarm.\n'],
  ['one entry of jrnl 1', '2026-11-22 09:14 Rain.\n'],
  ['a table in jrnl 1', '2026-11-22 09:14 Rain.\n\n| a | b |\n| 1 | 2 |\n'],
  ['nothing of jrnl', '22.11.26, 09:14 - Anna: Good morning\n'],
])('a journal with %s stays one', (_what, text) => {
  expect(takenForJrnl(text)).toBeUndefined();
});
