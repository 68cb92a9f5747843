#!/usr/bin/env bash
# Whether DuckDB and Spark answer the questions of docs/beyond.md as itkommun does, by the commands of that page; 1 if not.
#
# It installs DuckDB and PySpark, some 500 MB, in target/beyond, and needs a Java runtime (default-jre-headless).
set -euo pipefail

cd "$(dirname "$0")/.."

command -v java > /dev/null || { echo "Spark needs a Java runtime, such as default-jre-headless" >&2; exit 1; }
if [ ! -x target/beyond/bin/pyspark ]; then
    python3 -m venv target/beyond
    target/beyond/bin/pip install --quiet --disable-pip-version-check 'duckdb==2.*' 'pyspark==4.*'
fi
cargo build --quiet --release --locked
PATH=$PWD/target/release:$PATH PYSPARK_PYTHON=$PWD/target/beyond/bin/python \
    target/beyond/bin/python benches/beyond.py
