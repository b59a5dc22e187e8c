import { EventEmitter } from 'node:events';
import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { Leaving } from '../../../src/adapters/machine/leaving.ts';
import { linePrompter } from '../../../src/adapters/terminal/line-prompter.ts';
import { Interrupted } from '../../../src/domain/text/errors.ts';
import { nextStep } from '../../../src/domain/sitting/sitting.ts';
import { plainStyle } from '../../../src/pages/text/style.ts';
import { sittingNamed } from '../../domain/walks.ts';

test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
  '%s between two lines ended coach without what was typed',
  async (signal) => {
    const input = new PassThrough();
    const signals = new EventEmitter();
    const leaving = new Leaving({ signals, status: () => undefined, exit: () => undefined });
    leaving.own();
    const out = (text: string): void => {
      // As it comes while the answer to a command is being written, before the next line is waited for.
      if (text.startsWith('Commands: ')) signals.emit(signal);
    };
    const page = { width: 80, style: plainStyle };
    const prompter = linePrompter({ page: () => page, out, input, told: leaving.told });
    const sitting = sittingNamed('member member');
    const step = nextStep(sitting);
    if (step.kind !== 'ask') throw new Error('the sitting begins with a question');
    const heard: string[] = [];
    const asked = prompter.ask(step, sitting, (text) => heard.push(text));
    input.write('One line\nTwo lines\n:help\n');
    await expect(asked).rejects.toBeInstanceOf(Interrupted);
    expect(heard.at(-1)).toBe('One line\nTwo lines');
  },
);
