#compdef coach
# zsh completion for coach
# The words on the line are handed to coach one by one, and nothing on it is run.
_coach() {
  local tab=$'\t' line files=
  local -a asked offers
  ((CURRENT == 2)) || asked=("${(@Q)words[2,CURRENT-1]}")
  asked+=("${(Q)PREFIX}")
  # Each word has a colon before it, so that none is taken for a flag.
  for line in "${(@f)$(command coach complete "${(@)asked/#/:}" </dev/null 2>/dev/null)}"; do
    if [[ $line == :files ]]; then
      files=1
    elif [[ $line == *$tab ]]; then
      offers+=("${${line%$tab}//:/\\:}")
    elif [[ $line == *$tab* ]]; then
      offers+=("${${line%%$tab*}//:/\\:}:${line#*$tab}")
    fi
  done
  ((${#offers} == 0)) || _describe coach offers
  if [[ -n $files ]]; then
    [[ $PREFIX == --*=* ]] && compset -P 1 '*='
    _files
  fi
}
# A file in the folders of zsh is run as the function that it holds.
if [[ ${funcstack[1]} == _coach ]]; then
  _coach "$@"
else
  (($+functions[compdef])) || { autoload -Uz compinit && compinit -i; }
  compdef _coach coach
fi
