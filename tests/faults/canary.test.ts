import { chmodSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { CTRL_D, CTRL_G, ENTER, filesBelow, freshHome, menu, openCoach } from '../terminal/coach.ts';

const CANARY = 'Kanarienvogel';

/** What can be read of all processes of this machine: their arguments. */
function argumentsOfAll(): string {
  const processes = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return processes.map((pid) => readIfThere(`/proc/${pid}/cmdline`)).join('\n');
}

function readIfThere(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

test.runIf(process.platform === 'linux')(
  'what was answered is in one file and in the index, and nowhere else',
  async () => {
    const home = freshHome();
    const editor = path.join(home.root, 'editor');
    writeFileSync(editor, '#!/bin/sh\nsed -i "s/$/, edited/" "$1"\n');
    chmodSync(editor, 0o700);
    const heard: string[] = [];
    const listening = setInterval(
      () => heard.push(...(argumentsOfAll().includes(CANARY) ? ['heard'] : [])),
      20,
    );
    onTestFinished(() => clearInterval(listening));

    const env = { VISUAL: `"${editor}"` };
    const terminal = openCoach(['reflect', 'member', '--short', '--about', ''], home, { env });
    const { when, types } = terminal;
    await when('What happened?', `The ${CANARY} sang`, CTRL_G);
    await when(`The ${CANARY} sang, edited`, ` by somebody who likes to hear it sing.${CTRL_D}`);
    await when('just before that moment, and just after?', `I heard the ${CANARY}`, CTRL_D);
    await when('> 1 Leave it as it is', ENTER);
    await when('not yours to change?', `The ${CANARY}`, CTRL_D);
    await when('staying so close?', `They like a ${CANARY}`, CTRL_D);
    await when('> 1 Leave it as it is', ENTER);
    await when('what would you notice first?', ENTER);
    await when('Which piece of work', `the ${CANARY}`, CTRL_D);
    await when(`keeps you from taking on "the ${CANARY}"?`, `Begun, ${CANARY}`);
    await menu(terminal, 'Skip: too close right now');
    await when('what you typed here will be lost', '2', ENTER);
    await when('how would you tell', ENTER);
    await when('What do you want to take', `That a ${CANARY} sings`, CTRL_D);
    await when('What will you try?', `the ${CANARY} sings`, ENTER);
    await when('I will', `listen to the ${CANARY}`, ENTER);
    await when('By when?', ENTER);
    await when('How likely is it that you will do it by then?', '60', ENTER);
    await when('What makes it that likely', `A ${CANARY} once did`, ENTER);
    await when('> 1 Leave it as it is', ENTER);
    await when('get in your own way?', `No ${CANARY}`, ENTER);
    await when('If so, I will', `call the ${CANARY}`, ENTER);
    await when('what do you expect to happen?', `The ${CANARY} sings`, ENTER);
    await when('How will you be able to tell?', `The ${CANARY} is heard`, ENTER);
    await when('How likely is it, in percent?', '70', ENTER);
    await when('When will you know?', ENTER);
    await when('Do you hope for it', '1', ENTER);
    await when('Who, if anyone, will you tell?', '1', ENTER);
    await when('Read through your answers before saving');
    expect(argumentsOfAll()).toContain('--short');
    await types(ENTER);
    expect(await terminal.exited).toEqual({ exitCode: 0 });

    expect(heard).toEqual([]);
    expect(terminal.written()).toContain(CANARY);
    // Neither a title of the window nor anything else that a terminal may log.
    // eslint-disable-next-line no-control-regex
    expect(terminal.written()).not.toMatch(/\u001b[\]PX^_]/);
    const sung = filesBelow(home.root).filter((file) =>
      readIfThere(path.join(home.root, file)).includes(CANARY),
    );
    expect(sung.filter((file) => !file.startsWith('coach/cache/index/'))).toEqual([
      expect.stringMatching(/^coach\/data\/journal\/\d{4}\/\d\d\/[^/]+-member-\w{10}\.md$/),
    ]);
  },
);
