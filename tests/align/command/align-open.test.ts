import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { coach, filesBelow, refused, settledHome } from '../../cli/coach.ts';
import { scripted } from '../../cli/scripted.ts';
import { filledHome, holding, LATER, SAID } from './sheet-homes.ts';

describe('both at one screen', () => {
  test('theirs are typed, then both are shown, and nothing of theirs is kept', async () => {
    const home = await filledHome();
    const before = filesBelow(home);
    const ran = await coach(['align', 'open', '--spoken'], { home, typed: [...SAID, '1'], ...LATER });
    expect(ran.stderr).toBe('');
    const [asked = '', shown = ''] = ran.stdout.split('Show both sheets');
    // Until all of theirs are typed, nothing of one's own shows but names and examples.
    expect(asked).not.toMatch(/The floor|the board|canary-last/);
    expect(shown).toContain(
      '               1     2     3     4     5     6     7\n' +
        '  today                    D           L                 2 steps apart\n' +
        '  wished for                           L     D           about the same\n' +
        '  You describe different days.',
    );
    expect(shown).toContain('  The doer needs: The floor\n  The lead gives: canary-means\n');
    expect(shown).toContain("the lead's is open\n  At least one step is still open. Start here.\n");
    expect(shown).toContain('\nOnly on your sheet: Rota.\n');
    expect(shown).not.toMatch(/canary-last|7 Own\./);
    expect(filesBelow(home).filter((file) => !file.startsWith('cache/'))).toEqual(before);
    expect(holding(home, 'canary-means')).toEqual([]);
    expect(holding(home, 'canary-look')).toEqual([]);
  });

  test('in words, where nobody looks at pictures', async () => {
    const home = await filledHome();
    const ran = await coach(['align', 'open', '--plain'], { home, typed: [...SAID, '1'], ...LATER });
    expect(ran.stdout).toContain('  today: doer 3 Heard, lead 5 Advised; 2 steps apart\n');
    expect(ran.stdout).not.toContain('1     2     3');
  });

  test('a number that is none is asked for again, and what was typed wrongly can be corrected', async () => {
    const home = await filledHome();
    const script = ['9', '5', '5', '', '', '', '', ''];
    const again = ['Correct', 'Client pricing: today 5 Advised', '3', 'own', '', '', '', 'Show'];
    const prompter = scripted(...script, ...again);
    const ran = await coach(['align', 'open'], { home, prompter, ...LATER });
    expect(prompter.seen.filter((line) => line.startsWith('say Type a number'))).toHaveLength(1);
    expect(prompter.left()).toEqual([]);
    expect(ran.stdout).toContain('  today                    DL                            the same\n');
    expect(ran.stdout).toContain('\nOnly on your sheet: Rota · Yearly plan.\n');
  });

  test('whoever chose to correct something could only type all of it again', async () => {
    const home = settledHome();
    await coach(['align', 'fill', '--about', 'D.', '--answers', '-'], { home, stdin: 'align-piece: Rota\n' });
    const prompter = scripted('5', '6', '', '', '', 'Correct', 'Leave all', 'Show');
    const ran = await coach(['align', 'open'], { home, prompter, ...LATER });
    expect(prompter.left()).toEqual([]);
    expect(ran.stdout).toContain('\n1 Rota\n');
  });

  test('whoever stops sees nothing, and nothing is kept', async () => {
    const home = await filledHome();
    const prompter = scripted('5', '5', '', '', '', '', '', 'Stop here');
    const ran = await coach(['align', 'open'], { home, prompter, ...LATER });
    expect(ran.stdout).toBe('Nothing was shown, and nothing that they said was kept.\n');
    const cut = await coach(['align', 'open'], { home, typed: ['5', '5'], ...LATER });
    expect(cut).toMatchObject({
      exitCode: 130,
      stderr: '\nNothing was shown, and nothing that they said was kept.\n',
    });
    expect(cut.stdout).not.toContain('steps apart');
  });

  test('no piece of work in common is nothing to compare', async () => {
    const ran = await coach(['align', 'open'], {
      home: await filledHome(),
      typed: ['', '', '', '1'],
      ...LATER,
    });
    expect(ran).toMatchObject({ exitCode: 0, stderr: '' });
    expect(ran.stdout).toMatch(/No piece of work is on both sheets, so there is nothing to compare\. /);
  });

  test('the one who leads is told not to ask for more', async () => {
    const prompter = scripted('', '', '', 'Stop');
    const said: string[] = [];
    const heard = { ...prompter, say: (text: string) => void said.push(text) };
    await coach(['align', 'open'], { home: await filledHome('manager'), prompter: heard, ...LATER });
    expect(said[0]).toContain('You are the lead here, they are the doer.');
    expect(said[0]).toContain('What they would rather keep stays theirs: do not ask for it.');
  });
});

describe('the page', () => {
  test('holds the same, without a name, and is for this person alone', async () => {
    const home = await filledHome();
    const ran = await coach(['align', 'open', '--html', 'both.html'], {
      home,
      typed: [...SAID, '1'],
      ...LATER,
    });
    expect(ran.stderr).toBe('');
    expect(ran.stdout).toContain('Wrote the comparison to both.html. ');
    const page = readFileSync(path.join(home, 'both.html'), 'utf8');
    expect(page).toContain('<p>Compared on 23 November 2026</p>');
    expect(page).toContain('<small>2 steps apart</small>');
    expect(page).toContain('<td><bdi lang="">canary-means</bdi></td>');
    expect(page).not.toMatch(/D\.|canary-last|<script|https?:/);
  });

  test.each([
    { case: 'a file that is there', html: 'there.html', says: 'there.html already exists', exitCode: 1 },
    { case: 'a folder', html: 'folder', says: 'folder is not a file', exitCode: 1 },
    { case: 'what is to be a folder', html: 'new/', says: 'new/ is not a file', exitCode: 1 },
    {
      case: 'the journal',
      html: 'data/journal/a.html',
      says: 'data/journal/a.html is in the journal',
      exitCode: 2,
    },
    { case: 'standard output', html: '-', says: '--html needs the name of a file', exitCode: 2 },
  ])('$case is refused before anything is asked', async ({ html, says, exitCode }) => {
    const home = await filledHome();
    writeFileSync(path.join(home, 'there.html'), 'mine');
    mkdirSync(path.join(home, 'folder'));
    const prompter = scripted();
    const ran = await coach(['align', 'open', '--html', html], { home, prompter });
    expect(ran.stderr).toMatch(new RegExp(`^coach: ${says.replaceAll('.', String.raw`\.`)}\n`));
    expect(ran.exitCode).toBe(exitCode);
    expect(prompter.seen).toEqual([]);
    expect(readFileSync(path.join(home, 'there.html'), 'utf8')).toBe('mine');
  });

  test('--force overwrites, and needs something to overwrite', async () => {
    const home = await filledHome();
    writeFileSync(path.join(home, 'there.html'), 'mine');
    const argv = ['align', 'open', '--html', 'there.html', '--force'];
    expect((await coach(argv, { home, typed: [...SAID, '1'], ...LATER })).exitCode).toBe(0);
    expect(readFileSync(path.join(home, 'there.html'), 'utf8')).toContain('<!doctype html>');
    expect(await coach(['align', 'open', '--force'], { home })).toEqual(
      refused('coach: --force needs a file to overwrite\n  Give it with --html.\n'),
    );
  });
});
