// Somebody to ask: line by line, or with widgets on a screen; each loaded only where it is used.
import type { Prompter } from '../app/ports/prompter.ts';
import type { Terminal } from '../app/ports/terminal.ts';
import type { Page } from '../pages/text/wrap.ts';
import type { DraftPlace } from './kept-places.ts';

/** @returns Undefined where there is no terminal. */
export async function nodePrompter(
  plain: boolean | undefined,
  draftPlace: () => DraftPlace,
  env: NodeJS.ProcessEnv,
  terminal: Terminal,
): Promise<Prompter | undefined> {
  if (!terminal.interactive) return undefined;
  const page = (): Page => ({ width: terminal.width, style: terminal.style });
  if (plain ?? env['TERM'] === 'dumb') {
    const { linePrompter } = await import('../adapters/terminal/line-prompter.ts');
    const out = (text: string): void => terminal.out(text);
    return linePrompter({ page, out, input: process.stdin, signals: process });
  }
  const [{ inquirerPrompter }, { hearEscapeSoon, multilinePrompt }, { listPrompt }, editor] =
    await Promise.all([
      import('../adapters/terminal/inquirer-prompter.ts'),
      import('../adapters/terminal/multiline-prompt.ts'),
      import('../adapters/terminal/list-prompt.ts'),
      import('../adapters/machine/editor.ts'),
    ]);
  editor.sweepEditing(draftPlace().folder);
  hearEscapeSoon(process.stdin);
  // A file that may not grow is an error like a full disk. Inquirer would have the signal end the program.
  process.on('SIGXFSZ', () => undefined);
  const out = (text: string): void => terminal.out(text);
  const screen = { page, rows: () => terminal.rows, out, input: process.stdin };
  return inquirerPrompter({
    page,
    out,
    text: multilinePrompt,
    list: listPrompt(screen),
    browser: async () => (await import('../adapters/terminal/screen-browser.ts')).screenBrowser(screen),
    edit: async (text) => {
      const { folder, check } = draftPlace();
      check();
      return editor.editText(text, { env, folder });
    },
  });
}
