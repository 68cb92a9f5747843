#compdef itkommun
# Completion of itkommun in zsh. The program says which words can come, each with what is shown of it; they take the
# place of what was typed (-U), since a plain letter also begins names with å. Zsh quotes them.
_itkommun() {
    local program=${(Q)words[1]} typed
    local -a found texts shown one_a_line
    whence -p -- "$program" >/dev/null || program=itkommun
    typed="${(j: :)words[1,CURRENT-1]} $QIPREFIX$PREFIX"
    found=("${(@f)$(command "$program" __complete zsh "$typed" 2>/dev/null)}")
    case $found[1] in
        files | folders)
            # What stands before the path, as in --output=FILE.
            [[ -n $found[2] ]] && compset -P "${(b)found[2]}"
            if [[ $found[1] == files ]]; then _files; else _files -/; fi
            ;;
        words | described)
            [[ $found[1] == described ]] && one_a_line=(-l)
            shift found
            texts=("${(@)found%%$'\t'*}")
            shown=("${(@)found#*$'\t'}")
            compadd -U $one_a_line -d shown -a texts
            ;;
        *) return 1 ;;
    esac
}
# Loaded by its name from a folder of $fpath, or read as a file.
if [[ $funcstack[1] == _itkommun ]]; then
    _itkommun "$@"
else
    compdef _itkommun itkommun
fi
