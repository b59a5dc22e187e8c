# fish completion for coach
# The words on the line are handed to coach one by one, and nothing on it is run.
function __coach_complete
    set -l words (commandline -opc)
    set -e words[1]
    set -l word (commandline -ct | string collect)
    # Each word has a colon before it, so that none is taken for a flag.
    command coach complete ":"$words ":$word" </dev/null 2>/dev/null
end
function __coach_offers
    __coach_complete | string match -r '^[^:].*'
end
function __coach_takes_files
    __coach_complete | string match -q :files
end
complete -c coach -e
complete -c coach -f -a '(__coach_offers)'
complete -c coach -n __coach_takes_files -F
