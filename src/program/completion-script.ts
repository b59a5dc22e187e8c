// The completion script for bash.

/**
 * The script that completes `coach` in bash.
 *
 * The words on the line are handed on one by one and never run; what comes back is compared here, since `compgen -W` would
 * run it, and quoted. It needs bash alone, and may be sourced again.
 *
 * @example
 * BASH_SCRIPT.includes('eval') //=> false
 */
export const BASH_SCRIPT = String.raw`# bash completion for coach
_coach_complete() {
  local tab=$'\t' line word words=()
  COMPREPLY=()
  for word in "$\{COMP_WORDS[@]:1:COMP_CWORD}"; do
    # bash takes --role=member for three words.
    [[ $word == = ]] || words+=("$word")
  done
  word=$\{COMP_WORDS[COMP_CWORD]}
  [[ $word == = ]] && word= && words+=('')
  while IFS= read -r line; do
    # A value has a description behind a tab. The last line is none: it is a sign for other shells.
    [[ $line == *"$tab"* ]] || continue
    line=$\{line%%"$tab"*}
    [[ $line == "$word"* ]] && COMPREPLY+=("$(printf '%q' "$line")")
  done < <(coach complete -- "$\{words[@]}" 2>/dev/null)
}
complete -o default -F _coach_complete coach
`.replaceAll('$\\{', '${');
