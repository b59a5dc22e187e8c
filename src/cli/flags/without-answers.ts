// A flag that stands alone, without answers from a file.
import { Option } from 'commander';

/** A flag that goes with neither a file of answers nor a template for one. */
export function withoutAnswers(flag: string, description: string): Option {
  return new Option(flag, description).conflicts(['answers', 'template']);
}
