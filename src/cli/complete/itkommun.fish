# Completion of itkommun in fish. The program says which words can come, each with a description. Fish quotes them, and
# leaves out what does not begin as it was typed.
function __itkommun_complete
    set -l program (commandline -opc)[1]
    command -sq -- "$program"; or set program itkommun
    set -l found (command $program __complete fish (commandline -cp | string collect) 2>/dev/null)
    switch "$found[1]"
        case files
            # What stands before the path, as in --output=FILE, and the path.
            printf '%s\n' $found[2](__fish_complete_path $found[3])
        case folders
            printf '%s\n' $found[2](__fish_complete_directories $found[3])
        case words
            printf '%s\n' $found[2..]
    end
end
complete -c itkommun -f -a '(__itkommun_complete)'
