/**
 * What shells load. Each asks `fleet complete -- WORDS`, with the words typed so far after "fleet", for one candidate per
 * line, a tab and what it is; the last line says what else fits: ":files", ":folders" or ":none".
 */

/** Needs nothing but bash 4: no package of completions, and nothing of what is typed is evaluated. */
const bash = `# fleet completion for bash: source <(fleet complete bash)
_fleet() {
  local current=\${COMP_WORDS[COMP_CWORD]} word glue= line
  local -a words=()
  # Bash breaks words at : and =, which stand inside of addresses and flags.
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD}"; do
    if [[ \${#words[@]} -gt 0 && ( -n $glue || $word == [:=]* ) ]]; then
      words[\${#words[@]}-1]+=$word
    else
      words+=("$word")
    fi
    glue=
    [[ $word == [:=]* ]] && glue=1
  done
  COMPREPLY=()
  while IFS= read -r line; do
    case $line in
      :files) compopt -o default 2>/dev/null ;;
      :folders) compopt -o dirnames 2>/dev/null ;;
      :none) compopt +o default 2>/dev/null ;;
      *) COMPREPLY+=("\${line%%$'\\t'*}") ;;
    esac
  done < <("\${COMP_WORDS[0]}" complete -- "\${words[@]}" 2>/dev/null)
  return 0
}
complete -o default -F _fleet fleet
`;

const zsh = `#compdef fleet
# fleet completion for zsh: source <(fleet complete zsh), or as a file _fleet in a folder of $fpath
_fleet() {
  local line more=:none
  local -a candidates
  for line in "\${(@f)$(fleet complete -- "\${(@)words[2,CURRENT]}" 2>/dev/null)}"; do
    case $line in
      :*) more=$line ;;
      ?*) candidates+=("\${\${line%%$'\\t'*}//:/\\\\:}:\${line#*$'\\t'}") ;;
    esac
  done
  (( $#candidates )) && _describe -t commands fleet candidates
  case $more in
    :files) _files ;;
    :folders) _files -/ ;;
  esac
}
if [[ $funcstack[1] == _fleet ]]; then
  _fleet "$@"
else
  (( $+functions[compdef] )) || { autoload -Uz compinit && compinit }
  compdef _fleet fleet
fi
`;

const fish = `# fleet completion for fish: fleet complete fish | source
function __fleet_complete
    set -l words (commandline -opc)
    set -l current (commandline -ct)
    for line in (fleet complete -- $words[2..-1] "$current" 2>/dev/null)
        switch $line
            case :files
                __fish_complete_path "$current"
            case :folders
                __fish_complete_directories "$current"
            case ':*'
            case '*'
                echo $line
        end
    end
end
complete -c fleet -f -a '(__fleet_complete)'
`;

export const completionScripts = { bash, zsh, fish } as const;
