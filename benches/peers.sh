#!/usr/bin/env bash
# The same questions asked of itkommun and of those of its peers that the machine has, over a package of millions of rows:
# whether the answers agree, and how long each took.
#
#     benches/peers.sh [ROWS]
#
# It prints the table that the README quotes; ROWS are 10 million unless told otherwise. The package is written to
# target/peers, once. Each is asked three times, in turn with the others, and the fastest is told; what takes more than
# half a minute is asked once. The files are in memory before. An answer that is not ours ends it with 1, and stands in
# target/peers/answers beside ours.
#
# What is asked of a peer is what its users would type, with its first choice of threads. Where it has no answer but to
# hold all the table as objects in memory (csvkit's sorting and counting), it is not asked.
set -euo pipefail
cd "$(dirname "$0")/.."

rows=${1:-10000000}
folder=target/peers/$rows
answers=$PWD/target/peers/answers
benches=$PWD/benches
# Seconds after which an answer is not waited for.
longest=900
# A small question takes less than the clock sees.
times=100

cargo build --quiet --release --locked
PATH=$PWD/target/release:$PATH
if [ ! -e "$folder" ]; then
    mkdir -p target/peers
    rm -rf "$folder.part"
    benches/package.py "$folder.part" "$rows"
    mv "$folder.part" "$folder"
fi
rm -rf "$answers"
mkdir -p "$answers"

# awk knows no quotes: where a line has any, commas within them are put out of its way.
# shellcheck disable=SC2016 # It is awk that expands them.
export CELLS='function cells(    parts, at, n) {
    line = $0
    if (index(line, "\"")) {
        n = split(line, parts, /"/)
        $0 = parts[1]
        for (at = 2; at <= n; at++) {
            if (at % 2 == 0) gsub(/,/, "\001", parts[at])
            $0 = $0 parts[at]
        }
    }
    return 1
}'
# The first ten of an order, kept in order as they come.
# shellcheck disable=SC2016
export TOP='NR == 1 { print; next }
cells() && $11 != "" && (held < 10 || $11 + 0 > value[held]) {
    if (held < 10) held++
    for (at = held; at > 1 && value[at - 1] < $11 + 0; at--) { value[at] = value[at - 1]; row[at] = row[at - 1] }
    value[at] = $11 + 0
    row[at] = line
}
END { for (at = 1; at <= held; at++) print row[at] }'
# What they read, in their own words.
duck="duckdb -csv -nullvalue '' -c"
table="read_csv('metrics.csv', all_varchar = true)"
sqlite="sqlite3 -csv -header '' '.import --csv metrics.csv metrics'"

declare -A asked=(
    # The figures of a municipality within years and values, all columns.
    [filter,itkommun]="itkommun --package . metrics --municipality Falkenberg --value 90.. --year 2009..2013 --format csv"
    [filter,xan]="xan filter 'municipality eq \"Falkenberg\" and value >= 90 and year >= 2009 and year <= 2013' metrics.csv"
    [filter,duckdb]="$duck \"SELECT * FROM $table WHERE municipality = 'Falkenberg' AND value::DOUBLE >= 90 AND year::INT BETWEEN 2009 AND 2013\""
    [filter,sqlite3]="$sqlite \"SELECT * FROM metrics WHERE municipality = 'Falkenberg' AND CAST(value AS REAL) >= 90 AND CAST(year AS INTEGER) BETWEEN 2009 AND 2013\""
    [filter,mlr]="mlr --csv filter '\$municipality == \"Falkenberg\" && \$value >= 90 && \$year >= 2009 && \$year <= 2013' metrics.csv"
    [filter,mawk]="mawk -F, \"\$CELLS\"' cells() && (NR == 1 || \$2 == \"Falkenberg\" && \$11 >= 90 && \$1 >= 2009 && \$1 <= 2013) { print line }' metrics.csv"
    [filter,csvkit]="csvgrep -c municipality -r '^Falkenberg\$' metrics.csv | csvgrep -c value -r '^(9[0-9]|100)' | csvgrep -c year -r '^(2009|201[0-3])\$'"

    # How many rows each municipality has.
    [count,itkommun]="itkommun --package . metrics --count-by municipality --format csv"
    [count,xan]="xan frequency -s municipality -A metrics.csv"
    [count,duckdb]="$duck \"SELECT municipality, count(*) FROM $table GROUP BY municipality\""
    [count,sqlite3]="$sqlite 'SELECT municipality, count(*) FROM metrics GROUP BY municipality'"
    [count,mlr]="mlr --csv count-distinct -f municipality metrics.csv"
    [count,mawk]="mawk -F, \"\$CELLS\"' NR > 1 && cells() { count[\$2]++ } END { print \"municipality,count\"; for (name in count) print name \",\" count[name] }' metrics.csv"

    # The ten rows with the largest values.
    [top,itkommun]="itkommun --package . metrics --sort=-value --limit 10 --format csv"
    [top,xan]="xan top value -l 10 metrics.csv"
    [top,duckdb]="$duck \"SELECT * FROM $table ORDER BY value::DOUBLE DESC LIMIT 10\""
    [top,sqlite3]="$sqlite 'SELECT * FROM metrics ORDER BY CAST(value AS REAL) DESC LIMIT 10'"
    [top,mlr]="mlr --csv top -n 10 -f value -a metrics.csv"
    [top,mawk]="mawk -F, \"\$CELLS\"\" \$TOP\" metrics.csv"

    # What is wrong with the package where no keys are declared. None of the others reads a package.
    [check,itkommun]="itkommun check keyless"

    # A small question, to which two tables of the bundled package are joined.
    [small,itkommun]="itkommun winners --county 'Skåne' --columns year,municipality --format csv"
    [small,xan]="xan join municipality winners.csv name municipalities.csv | xan filter 'county eq \"Skåne län\"' | xan select year,municipality"
    [small,duckdb]="$duck \"SELECT year, municipality FROM 'winners.csv' JOIN 'municipalities.csv' ON municipality = name WHERE county = 'Skåne län'\""
    [small,sqlite3]="sqlite3 -csv -header '' '.import --csv winners.csv winners' '.import --csv municipalities.csv municipalities' \"SELECT year, municipality FROM winners JOIN municipalities ON municipality = name WHERE county = 'Skåne län'\""
    [small,mlr]="mlr --csv join -j municipality -l municipality -r name -f winners.csv then filter '\$county == \"Skåne län\"' then cut -o -f year,municipality municipalities.csv"
    [small,mawk]="mawk -F, \"\$CELLS\"' !cells() { next } FNR == NR { county[\$2] = \$3; next } FNR == 1 || county[\$2] == \"Skåne län\" { print \$1 \",\" \$2 }' municipalities.csv winners.csv"
    [small,csvkit]="csvjoin -I -y 0 -c municipality,name winners.csv municipalities.csv | csvgrep -c county -m 'Skåne län' | csvcut -c year,municipality"
)
questions=(filter count top check small)

has() { if [ "$1" = csvkit ]; then command -v csvgrep; else command -v "$1"; fi > /dev/null; }
version() {
    case $1 in
    itkommun | xan | duckdb | mlr) "$1" --version | head -1 | grep -o '[0-9][0-9.]*[0-9]' | head -1 ;;
    sqlite3) sqlite3 --version | cut -d ' ' -f 1 ;;
    mawk) { mawk -W version 2>&1 || true; } | sed -n '1s/^mawk \([0-9.]*\).*/\1/p' ;;
    csvkit) csvgrep --version | grep -o '[0-9][0-9.]*' ;;
    esac
}

tools=()
for tool in itkommun xan duckdb sqlite3 mlr mawk csvkit; do
    if has "$tool"; then tools+=("$tool"); else echo "$tool is not here" >&2; fi
done

# Beside the package the table alone, without keys and what rests on them.
python3 - "$folder" <<'PYTHON'
import json
import os
import sys
from pathlib import Path

folder = Path(sys.argv[1])
keyless = folder / "keyless"
package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
table = next(resource for resource in package["resources"] if resource["name"] == "metrics")
known = ["name", "type", "format", "delimiter", "constraints"]
fields = [{key: field[key] for key in known if key in field} for field in table["schema"]["fields"]]
resource = {"name": table["name"], "type": "table", "path": table["path"], "schema": {"fields": fields}}
keyless.mkdir(exist_ok=True)
(keyless / "datapackage.json").write_text(json.dumps({"resources": [resource]}), encoding="utf-8")
if not (keyless / table["path"]).exists():
    os.link(folder / table["path"], keyless / table["path"])
PYTHON
cat "$folder"/*.csv > /dev/null

# Asks once: the answer into a file, and `wall user system kilobytes` into another.
ask() {
    local question=$1 tool=$2 command=$3 where=$folder
    if [ "$question" = small ]; then
        where=data
        command="for _ in {2..$times}; do $command > /dev/null; done; $command"
    fi
    (cd "$where" && /usr/bin/time -f '%e %U %S %M' -o "$answers/$question.$tool.once" \
        timeout "$longest" bash -o pipefail -c "$command" > "$answers/$question.$tool.csv")
}

declare -A best
for round in 1 2 3; do
    for question in "${questions[@]}"; do
        for tool in "${tools[@]}"; do
            command=${asked[$question,$tool]-}
            before=${best[$question,$tool]-}
            if [ -z "$command" ] || { [ -n "$before" ] && [ "$(echo "$before" | cut -d . -f 1)" -ge 30 ]; }; then
                continue
            fi
            echo "round $round: $question, $tool" >&2
            if ! ask "$question" "$tool" "$command"; then
                echo "$tool did not answer: $command" >&2
                exit 1
            fi
            now=$(tail -1 "$answers/$question.$tool.once")
            if [ -z "$before" ] || [ "$(printf '%s\n%s\n' "$before" "$now" | sort -n | head -1)" = "$now" ]; then
                best[$question,$tool]=$now
            fi
            python3 "$benches/agree.py" "$question" "$answers/$question.itkommun.csv" "$answers/$question.$tool.csv"
        done
    done
done

echo "| $(echo "$rows" | sed -E ':more; s/([0-9])([0-9]{3})($| )/\1 \2\3/; t more') rows | filter | count | top | check | small |"
echo "|---|--:|--:|--:|--:|--:|"
for tool in "${tools[@]}"; do
    printf '| %s %s |' "$tool" "$(version "$tool")"
    for question in "${questions[@]}"; do
        echo "${best[$question,$tool]-}" | awk -v times="$([ "$question" != small ] || echo "$times")" '
            NF == 0 { printf " – |"; next }
            times { printf " %.1f / %.1f ms, %.0f MB |", $1 * 1000 / times, ($2 + $3) * 1000 / times, $4 / 1024; next }
            { printf " %.2f / %.2f s, %.0f MB |", $1, $2 + $3, $4 / 1024 }'
    done
    echo
done
echo
echo "$(nproc) cores of $(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -1)"
