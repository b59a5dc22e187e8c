import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { BOUNDARY } from '../../../src/pages/sitting/safety-notes.ts';
import { coach, failed, freshHome, printed, put, refused, ROOT } from '../coach.ts';

/** Words without their line breaks, which depend on the screen. */
const flat = (text: string): string => text.replace(/\s+/g, ' ').trim();

describe('about', () => {
  test('says the idea, and what the numbers are not', async () => {
    const { stdout, stderr, exitCode } = await coach(['about'], { home: freshHome() });
    expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 });
    expect(flat(stdout)).toBe(flat(readFileSync(path.join(ROOT, 'prompts/texts/about.txt'), 'utf8')));
    expect(flat(stdout)).toContain('They have not been validated.');
    expect(stdout).toMatch(/[^\n]\n$/);
  });
});

describe('help-people', () => {
  test('is the note that comes before the first sitting', async () => {
    const { stdout } = await coach(['help-people'], { home: freshHome() });
    expect(flat(stdout)).toBe(flat(BOUNDARY));
  });
});

describe('readings', () => {
  test('lists those that come with coach', async () => {
    const { stdout, stderr, exitCode } = await coach(['readings'], { home: freshHome() });
    expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 });
    expect(stdout).toMatch(/^From the articles\n\n {2}\S/);
    expect(stdout).toMatch(/\n\nAdded\n\n {2}\S/);
    expect(stdout).not.toContain('Yours');
  });

  test('lists one’s own, and says on a screen where they can stand', async () => {
    const home = freshHome();
    const place = path.join(home, 'data/readings.json');
    const before = await coach(['readings'], { home, screen: true });
    expect(before.stdout.replace(/\s/g, '')).toContain(`Addyourownin${place}:[{"title"`);
    put(place, '[{"title": "A book", "by": "Somebody\\u001b[31m", "line": "On letting go."}]');
    const { stdout } = await coach(['readings'], { home, screen: true });
    expect(stdout).toMatch(/\n\nYours\n\n {2}A book\n {2}Somebody\n {2}On letting go\.\n$/);
  });

  test('names what is wrong with one’s own', async () => {
    const home = freshHome();
    const place = put(path.join(home, 'data/readings.json'), '[{"title": 3}]');
    expect(await coach(['readings'], { home })).toEqual(
      failed(expect.stringMatching(new RegExp(`^coach: ${place}:1:\\d+: `))),
    );
  });
});

test.each(['about', 'readings', 'help-people'])(
  '%s fits 40 columns, and takes no arguments',
  async (name) => {
    const home = freshHome();
    const { stdout } = await coach([name], { home, screen: true, width: 40 });
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(40);
    expect(await coach([name, 'x'], { home })).toEqual(
      refused(
        `coach: too many arguments for '${name}'. Expected 0 arguments but got 1.\n  To see how to use it: coach ${name} --help\n`,
      ),
    );
    expect(await coach([name], { home, screen: false })).toEqual(printed(expect.any(String)));
  },
);
