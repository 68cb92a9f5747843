#!/usr/bin/env bash
# Fuzzes one target for a while: fuzz/run.sh <target> [<seconds>]. What is found stays in fuzz/artifacts/<target>.
set -euo pipefail
cd "$(dirname "$0")"
target=${1:?which target} seconds=${2:-60}

# What is learnt on the way lies with the build; the corpus that is kept grows by hand.
mkdir -p "target/corpus/$target" "artifacts/$target"
dictionary=dictionaries/$target.dict
limits=(-max_len=4096 -timeout=30 -rss_limit_mb=1024)
[ ! -f "$dictionary" ] || limits+=("-dict=$dictionary")
# `sql -` reads standard input, and must not wait for a person.
exec cargo run --quiet --release --bin "$target" -- "${limits[@]}" "-max_total_time=$seconds" \
    "-artifact_prefix=artifacts/$target/" "target/corpus/$target" "corpus/$target" </dev/null
