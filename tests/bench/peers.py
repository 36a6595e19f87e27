#!/usr/bin/env python3
"""The cost model's work in other tools: 1,000 cases x 20 lines x 24 months, one workload per line, cents per month.

    peers.py [--cases 1000]

Python with exact integers, the same with floats, SQLite in SQL, LibreOffice Calc (hard recalculation while it converts a
sheet of formulas). Growth compounds monthly and is rounded to 12 decimals as ours is; requests and cents are rounded
half-even where the tool can (SQLite and Calc round halves up). Prints line-months per second, and why a peer is missing.
Put it beside bench_projection of the same run: the machine's noise is in both.
"""

import argparse
import csv
import pathlib
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time

LINES, MONTHS = 20, 24
SCALE = 10**12
INPUT, OUTPUT = 3_300_000, 16_500_000  # micro-dollars per million tokens


def lines(cases):
    rng = random.Random(1)
    return [(rng.randint(100, 50_000), rng.randint(3000, 12_000), rng.randint(50, 950),
             rng.randrange(0, 120) * 1000) for _ in range(cases * LINES)]


def half_even(numerator, denominator):
    quotient, rest = divmod(numerator, denominator)
    doubled = 2 * rest
    return quotient + (doubled > denominator or (doubled == denominator and quotient & 1))


def python_exact(data):
    total = 0
    for per_day, tokens_in, tokens_out, growth in data:
        factor = SCALE
        cost = tokens_in * INPUT + tokens_out * OUTPUT
        for _ in range(MONTHS):
            calls = half_even(per_day * 30 * factor, SCALE)
            total += half_even(calls * cost, 10**10)
            factor = half_even(factor * (10**6 + growth), 10**6)
    return total


def python_floats(data):
    total = 0.0
    for per_day, tokens_in, tokens_out, growth in data:
        volume = per_day * 30.0
        cost = (tokens_in * INPUT + tokens_out * OUTPUT) / 1e12
        step = 1 + growth / 1e6
        for _ in range(MONTHS):
            total += round(round(volume) * cost, 2)
            volume *= step
    return total


def sqlite(data):
    base = sqlite3.connect(":memory:")
    base.execute("CREATE TABLE line (per_day INTEGER, tokens_in INTEGER, tokens_out INTEGER, growth REAL) STRICT")
    base.executemany("INSERT INTO line VALUES (?, ?, ?, ?)", [(*row[:3], row[3] / 1e6) for row in data])
    return base.execute(
        "WITH RECURSIVE month(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM month WHERE n < ?) "
        "SELECT sum(round(round(per_day * 30 * power(1 + growth, n)) * (tokens_in * 3.3 + tokens_out * 16.5) / 1e6, 2)) "
        "FROM line, month", (MONTHS - 1,)).fetchone()[0]


def formula_sheet(path, data):
    """Comma-separated values whose cells are formulas: LibreOffice computes them when it loads the file."""
    with open(path, "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        for index, (per_day, tokens_in, tokens_out, growth) in enumerate(data, start=1):
            cells = [f"=ROUND(ROUND($A{index}*30*(1+$D{index})^{month};0)*($B{index}*3.3+$C{index}*16.5)/1000000;2)"
                     for month in range(MONTHS)]
            writer.writerow([per_day, tokens_in, tokens_out, growth / 1e6, *cells])


def calc(office, data):
    with tempfile.TemporaryDirectory() as folder:
        sheet = pathlib.Path(folder) / "lines.csv"
        formula_sheet(sheet, data)
        started = time.perf_counter()
        run = subprocess.run(
            [office, f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "ods",
             "--infilter=CSV:44,34,76,1,,0,false,true,false,false,false,-1", "--outdir", folder, str(sheet)],
            capture_output=True, timeout=600, check=False)
        seconds = time.perf_counter() - started
        if run.returncode != 0 or not (pathlib.Path(folder) / "lines.ods").exists():
            return None
        return seconds


def timed(name, function, data):
    started = time.perf_counter()
    function(data)
    show(name, len(data), time.perf_counter() - started)


def show(name, count, seconds):
    print(f"{name:<44}{count * MONTHS / seconds / 1e6:10.3f} million line-months/s")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--cases", default=1000, type=int)
    arguments = parser.parse_args()
    data = lines(arguments.cases)
    timed("Python, exact integers", python_exact, data)
    timed("Python, floats", python_floats, data)
    try:
        timed("SQLite in SQL", sqlite, data)
    except sqlite3.OperationalError as reason:
        print(f"SQLite in SQL: left out, {reason}")
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        print("LibreOffice Calc: left out, neither soffice nor libreoffice is installed (package libreoffice-calc)")
        return 0
    part = data[:2000]  # a tenth: loading takes most of it
    seconds = calc(office, part)
    if seconds is None:
        print("LibreOffice Calc: left out, LibreOffice is here but loads no sheet (package libreoffice-calc)")
    else:
        show("LibreOffice Calc, load, compute and convert", len(part), seconds)
    return 0


if __name__ == "__main__":
    sys.exit(main())
