# Shortcuts for those who have `just`. Nothing needs it: each recipe is a line or two that can be typed as well.

# Lists the recipes.
_list:
    @{{ just_executable() }} --list --unsorted

# Everything that must be green before a change lands.
ci:
    .ci/run

# Writes all snapshots anew: the README and the gallery, the screens, the formats. Read the difference before committing.
bless:
    BLESS=1 INSTA_UPDATE=always INSTA_FORCE_PASS=1 cargo test --locked --no-fail-fast

# Builds the program as it is handed out.
dist *arguments:
    .ci/dist {{ arguments }}

# Makes what is handed out, in target/packages: an archive, a Debian package and their checksums.
packages:
    packaging/build

# Counts the instructions of a question, and the memory that it takes.
measure program="target/release/itkommun" *question="winners --county Skåne":
    valgrind --tool=callgrind --callgrind-out-file=/dev/null {{ program }} {{ question }} 2>&1 > /dev/null | grep refs
    /usr/bin/time -f "%M KiB at most" {{ program }} {{ question }} > /dev/null

# Fuzzes every target for a while.
fuzz seconds="60":
    for target in fuzz/fuzz_targets/*.rs; do fuzz/run.sh "$(basename "$target" .rs)" {{ seconds }} || exit 1; done
