// Any files, as ripgrep searches them.
import { COMMON, RARE } from '../corpus.mjs';

export const ripgrep = {
  name: 'ripgrep',
  program: 'rg',
  differs:
    "it searches the files of coach's journal, and names those that have the word, all of them, in any order.",
  works(home, { journal }) {
    return {
      rare: { args: ['-il', RARE.word, journal], isRight: (out) => out !== '' },
      common: { args: ['-il', COMMON, journal], isRight: (out) => out !== '' },
    };
  },
};
