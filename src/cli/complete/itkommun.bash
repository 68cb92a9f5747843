# Completion of itkommun in bash. The program says which words can come, each as it goes in at the cursor: quoted, and
# without what bash keeps of the word (what stands before = or : there).
_itkommun() {
    local program=$1 kind='' word
    type -P "$program" >/dev/null || program=itkommun
    COMPREPLY=()
    {
        IFS= read -r kind
        while IFS= read -r word; do COMPREPLY+=("$word"); done
    } < <(command "$program" __complete bash "${COMP_LINE:0:COMP_POINT}" "$COMP_WORDBREAKS" 2>/dev/null)
    # Bash itself knows how to complete files, which it does where no word was found.
    case $kind in
        files) COMPREPLY=() && compopt -o default 2>/dev/null ;;
        folders) COMPREPLY=() && compopt -o dirnames 2>/dev/null ;;
    esac
    return 0
}
complete -F _itkommun itkommun
