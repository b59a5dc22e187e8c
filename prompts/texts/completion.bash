# bash completion for coach
# The words on the line are handed to coach one by one, and nothing on it is run.
_coach_complete() {
  local tab=$'\t' cur=${COMP_WORDS[COMP_CWORD]} count=0 glue= word lead line
  local -a words
  COMPREPLY=()
  # bash parts words at these three signs. Each word has a colon before it, so that none is taken for a flag.
  for word in "${COMP_WORDS[@]:1:COMP_CWORD}"; do
    case $word in
      [=:@]*) ((count == 0)) || count=$((count - 1)); glue=1 ;;
      *) [[ -z $glue ]] || count=$((count - 1)); glue= ;;
    esac
    words[count]=${words[count]-:}$word
    count=$((count + 1))
  done
  [[ $cur == [=:@]* ]] && cur=
  lead=${words[count - 1]#:}
  lead=${lead%"$cur"}
  while IFS= read -r line; do
    if [[ $line == :files ]]; then
      compopt -o default 2>/dev/null
    elif [[ $line == *"$tab"* ]]; then
      line=${line%%"$tab"*}
      COMPREPLY[${#COMPREPLY[@]}]=$(printf %q "${line#"$lead"}")
    fi
  done < <(command coach complete "${words[@]}" </dev/null 2>/dev/null)
}
if type compopt >/dev/null 2>&1; then
  complete -F _coach_complete coach
else
  complete -o default -F _coach_complete coach
fi
