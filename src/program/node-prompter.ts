// Somebody to ask: line by line, or with widgets on a screen; each loaded only where it is used.
import type { Leaving } from '../adapters/machine/leaving.ts';
import type { Editor } from '../app/ports/machine.ts';
import type { Prompter } from '../app/ports/prompter.ts';
import type { Terminal } from '../app/ports/terminal.ts';
import { asRun } from '../pages/text/as-run.ts';
import { screenText } from '../pages/text/screen-text.ts';
import { type Page, wrap } from '../pages/text/wrap.ts';
import type { CopyPlaces } from './node-editor.ts';

/** What a prompter needs of this process. */
export interface Process {
  readonly env: NodeJS.ProcessEnv;
  /** The same, with the editor that the settings name. */
  readonly editorEnv: () => NodeJS.ProcessEnv;
  readonly terminal: Terminal;
  readonly talk: (text: string) => void;
  readonly leaving: () => Promise<Leaving>;
  readonly editor: () => Promise<Editor>;
}

/** @returns Undefined where there is no terminal. */
export async function nodePrompter(
  plain: boolean | undefined,
  places: CopyPlaces,
  { env, editorEnv, terminal, talk, leaving: openLeaving, editor: openEditor }: Process,
): Promise<Prompter | undefined> {
  if (!terminal.interactive) return undefined;
  const leaving = await openLeaving();
  const { told } = leaving;
  const raw = (text: string): void => terminal.out(text);
  const out = (text: string): void => terminal.out(screenText(text));
  const isSimple = env['TERM'] === 'dumb';
  const { AS_BEFORE, Keyboard, SIMPLE } = await import('../adapters/terminal/keyboard.ts');
  const write = isSimple ? undefined : raw;
  const isPlain = plain ?? isSimple;
  // Line by line, the modes are changed once for all questions: the terminal keeps but one state to go back to.
  const input = new Keyboard({
    source: process.stdin,
    write: isPlain ? undefined : write,
    gone: () => leaving.gone(),
  });
  process.stdout.on('error', () => leaving.gone());
  leaving.onLend = () => input.rest();
  process.once('exit', () => input.rest());
  await nameLeftTexts(places, openEditor, talk);
  const asCalled = (sentence: string): string => asRun(sentence, env);
  const page = (): Page => ({ width: terminal.width, style: terminal.style, asCalled });
  if (isPlain) {
    const { linePrompter } = await import('../adapters/terminal/line-prompter.ts');
    write?.(SIMPLE);
    process.once('exit', () => write?.(AS_BEFORE));
    return owning(linePrompter({ page, out, input, told }), leaving);
  }
  const [{ inquirerPrompter }, { multilinePrompt }, { listPrompt }, editor] = await Promise.all([
    import('../adapters/terminal/inquirer-prompter.ts'),
    import('../adapters/terminal/multiline-prompt.ts'),
    import('../adapters/terminal/list-prompt.ts'),
    import('../adapters/machine/editor.ts'),
  ]);
  const screen = { page, rows: () => terminal.rows, out: raw, input, told };
  const prompter = inquirerPrompter({
    page,
    out,
    text: (config, context) => multilinePrompt(config, { ...context, input }),
    list: listPrompt(screen),
    browser: async () => {
      leaving.own();
      return (await import('../adapters/terminal/screen-browser.ts')).screenBrowser(screen);
    },
    edit: async (text) => {
      const folder = await places.fresh();
      return editor.editText(text, { env: editorEnv(), folder, mayStay: places.mayStay, leaving });
    },
    secret: async (message, context) => {
      const { secretPrompt } = await import('../adapters/terminal/secret-prompt.ts');
      return secretPrompt(wrap(message, terminal.width - 1), { ...context, input });
    },
    told,
  });
  return owning(prompter, leaving);
}

/** Names the texts that an editor has left since the last start. */
async function nameLeftTexts(
  { all }: CopyPlaces,
  openEditor: () => Promise<Editor>,
  err: (text: string) => void,
): Promise<void> {
  const { leftByEditors } = await import('../adapters/machine/own-folder.ts');
  if ((await all()).flatMap(leftByEditors).length === 0) return;
  const { rescuedText } = await import('../pages/journal/edit-text.ts');
  for (const file of await (await openEditor()).rescue()) err(`${rescuedText(file)}\n`);
}

/**
 * While a question stands there, and from the first one of a sitting on, nothing ends coach before what was answered is kept. After a
 * yes to anything else it can be ended at once.
 */
function owning(prompter: Prompter, leaving: Leaving): Prompter {
  return {
    ...prompter,
    choose: (message, choices) => leaving.while(() => prompter.choose(message, choices)),
    several: (message, choices, folded) => leaving.while(() => prompter.several(message, choices, folded)),
    line: (message) => leaving.while(() => prompter.line(message)),
    secret: (message) => leaving.while(() => prompter.secret(message)),
    text: (message, given) => leaving.while(() => prompter.text(message, given)),
    ask(step, sitting, typed) {
      leaving.own();
      return prompter.ask(step, sitting, typed);
    },
  };
}
