#!/bin/sh
# Check a draft that has a slip of every family, see the repairs, make them in a copy, and have it reviewed in Word.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cp "$here/school-meals.md" "$here/school-meals.docx" "$folder"
cd "$folder"

show() {
  printf '\n$ %s\n\n' "$*"
  "$@" || [ $? -eq 1 ] # 1 says that there are findings, which a demonstration is about
}

show resolint check school-meals.md
show resolint fix --suggested --diff school-meals.md
show resolint fix --suggested school-meals.md
show resolint outline school-meals.md
show resolint review school-meals.docx
