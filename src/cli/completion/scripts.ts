/** Shells that can be taught. */
export const shells = ['bash', 'zsh', 'fish'] as const
export type Shell = (typeof shells)[number]

/**
 * What makes a shell ask `manil complete` for words. It knows no command itself, so it stays right when the program changes. An
 * answer is a word, a tab and what it means, a line each; `:files` asks the shell for paths.
 */
export const scripts: Readonly<Record<Shell, string>> = {
  bash: `_manil() {
  local line typed="\${COMP_WORDS[COMP_CWORD]}"
  COMPREPLY=()
  while IFS= read -r line; do
    if [[ $line == :files ]]; then
      compopt -o filenames 2>/dev/null
      while IFS= read -r line; do COMPREPLY+=("$line"); done < <(compgen -f -- "$typed")
    else
      COMPREPLY+=("\${line%%$'\\t'*}")
    fi
  done < <(manil complete -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
}
complete -F _manil manil
`,
  zsh: `#compdef manil
_manil() {
  local line
  local -a described
  for line in "\${(@f)$(manil complete -- "\${(@)words[2,CURRENT]}" 2>/dev/null)}"; do
    if [[ $line == :files ]]; then
      _files
    elif [[ -n $line ]]; then
      described+=("\${\${line%%$'\\t'*}//:/\\\\:}:\${line#*$'\\t'}")
    fi
  done
  (( $#described )) && _describe manil described
}
if [[ $funcstack[1] == _manil ]]; then _manil "$@"; else compdef _manil manil; fi
`,
  fish: `function __manil_complete
  set -l typed (commandline -ct)
  set -l words (commandline -opc) "$typed"
  for line in (manil complete -- $words[2..-1] 2>/dev/null)
    if test "$line" = ':files'
      __fish_complete_path "$typed"
    else
      printf '%s\\n' $line
    end
  end
end
complete -c manil -f -a '(__manil_complete)'
`,
}
