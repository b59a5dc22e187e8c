// The prompt for a text of many lines, as inquirer runs it.
import { createPrompt, makeTheme, useEffect, useKeypress, usePrefix, useState } from '@inquirer/core';
import type { MultilineAnswer, MultilineConfig } from './multiline-config.ts';
import { TextField } from './text-field.ts';

interface FieldConfig extends MultilineConfig {
  readonly ending: (ended: MultilineAnswer['ended']) => void;
}

const fieldPrompt = createPrompt<MultilineAnswer, FieldConfig>((config, done) => {
  const theme = makeTheme(config.theme);
  const [, setDrawings] = useState(0);
  const [field] = useState(() => new TextField(config, () => setDrawings((count) => count + 1)));
  const prefix = usePrefix({ status: field.status, theme });
  field.done = (answer) => {
    config.ending(answer.ended);
    done(answer);
  };
  useEffect((readline) => field.open(readline), []);
  useKeypress((key) => field.press(key));
  return field.draw(theme, prefix);
});

/**
 * An inquirer prompt for a text of many lines, typed and pasted in place.
 *
 * Ctrl-C rejects with inquirer's ExitPromptError, as in every prompt. After Esc nothing of it stays on the screen, since it is
 * asked again, or given up.
 *
 * @example
 * await multilinePrompt({ message: 'What happened?' })
 * //=> { text: 'They asked.\nI waited.', ended: 'done' }
 */
export function multilinePrompt(
  config: MultilineConfig,
  context: Parameters<typeof fieldPrompt>[1] = {},
): ReturnType<typeof fieldPrompt> {
  const asked = { ...context };
  const ending = (ended: MultilineAnswer['ended']): void => {
    if (ended === 'escape') asked.clearPromptOnDone = true;
  };
  return fieldPrompt({ ...config, ending }, asked);
}
