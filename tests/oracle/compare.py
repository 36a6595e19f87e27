#!/usr/bin/env python3
"""Compares a CLI with the oracle on every worksheet of a folder, in both orders, to the cent.

    compare.py CLI FOLDER... [--rates BOOK] [--as-of DATE] [--jobs 2] [--show 8]

`CLI project FILE --format json --as-of DATE --order ORDER` must give the oracle's figures and exit status: 2 where the
contract has an error, otherwise 0, or 1 exactly when its own findings hold one of severity error. Prints each
difference with the rule it concerns, and a summary. Exit status 1 when anything differs.
"""

import argparse
import collections
import concurrent.futures
import datetime
import functools
import json
import pathlib
import subprocess
import sys

import oracle

HERE = pathlib.Path(__file__).resolve().parent
BOOK = HERE.parents[1] / "resources" / "rates" / "rate-book.json"
MISSING = "(nothing)"
LINE_KEYS = ("id", "useCase", "name", "service", "model", "creditEligible", "monthly", "total")
POOL_KEYS = ("id", "programme", "eligible", "rawAsk", "ask", "fromMonth", "months", "pays", "forfeited", "unspent",
             "exhaustedInMonth")
HELD_KEYS = ("programme", "pays", "forfeited", "unspent")
SERVICE_KEYS = ("monthly", "total", "average", "peak", "full")
TOP_KEYS = ("format", "version", "currency", "evaluatedOn", "startMonth", "months", "rateBook", "customer",
            "notEligible")
RULES = {
    "id": "CONTRACT 1 default ids", "model": "4", "monthly": "3.2-3.8", "total": "3.6", "average": "3.9",
    "peak": "3.9", "full": "3.9", "eligible": "3 table", "rawAsk": "3.12", "ask": "3.12", "pays": "3.13/3.15",
    "forfeited": "3.11/3.14", "unspent": "3.14", "exhaustedInMonth": "3.14", "customer": "3.13",
    "notEligible": "3.13", "startMonth": "1", "service": "2", "name": "4", "useCase": "4"}


def first_difference(mine, theirs, path=""):
    """(path, oracle's value, CLI's value) of the first place where two JSON values differ, or None."""
    if isinstance(mine, dict) and isinstance(theirs, dict):
        for key in mine:
            found = first_difference(mine[key], theirs.get(key, MISSING), f"{path}.{key}")
            if found:
                return found
        return None
    if isinstance(mine, list) and isinstance(theirs, list):
        for index, (left, right) in enumerate(zip(mine, theirs)):
            found = first_difference(left, right, f"{path}[{index + 1}]")
            if found:
                return found
        mine, theirs, path = len(mine), len(theirs), path + ".length"
    return None if mine == theirs and type(mine) is type(theirs) else (path, mine, theirs)


def by_key(where, keys, mine, theirs):
    """Differences of two objects, one per key."""
    for key in keys:
        found = first_difference(mine.get(key, MISSING), theirs.get(key, MISSING), key)
        if found:
            yield RULES.get(key, "4"), f"{where}{found[0]}", found[1], found[2]


def lists(where, keys, mine, theirs, rule):
    if len(mine) != len(theirs):
        yield rule, where + ".length", len(mine), len(theirs)
    for left, right in zip(mine, theirs):
        name = left.get("id", left.get("service", left.get("programme")))
        yield from by_key(f"{where}[{name}].", keys, left, right)


def services(mine, theirs):
    """The contract does not order services: by name."""
    theirs = {entry.get("service"): entry for entry in theirs}
    for entry in mine:
        other = theirs.pop(entry["service"], None)
        if other is None:
            yield "2", f"services[{entry['service']}]", entry["total"], MISSING
        else:
            yield from by_key(f"services[{entry['service']}].", SERVICE_KEYS, entry, other)
    for name, entry in theirs.items():
        yield "2", f"services[{name}]", MISSING, entry.get("total")


def held(mine, theirs):
    """The contract does not order held credits, and they have no id: sorted by content."""
    def content(entry):
        return json.dumps({key: entry.get(key) for key in HELD_KEYS}, sort_keys=True)

    yield from lists("heldCredits", HELD_KEYS, sorted(mine, key=content), sorted(theirs, key=content), "3.11")


def ledger_amounts(entries):
    amounts = collections.OrderedDict()
    for entry in entries:
        key = (entry.get("month"), entry.get("line"), entry.get("pool"))
        amounts.setdefault(key, []).append(entry.get("amount"))
    return amounts


def ledgers(mine, theirs):
    mine, theirs = ledger_amounts(mine), ledger_amounts(theirs)
    for key in list(mine) + [key for key in theirs if key not in mine]:
        if mine.get(key) != theirs.get(key):
            yield "3.13/3.15", "ledger month {} {} {}".format(*key), mine.get(key), theirs.get(key)
    if mine == dict(theirs) and list(mine) != list(theirs):
        place = next(pair for pair in zip(mine, theirs) if pair[0] != pair[1])
        yield "4", "ledger order", place[0], place[1]


def differences(mine, theirs):
    yield from by_key("", TOP_KEYS, mine, theirs)
    yield from lists("lines", LINE_KEYS, mine["lines"], theirs.get("lines", []), "3")
    yield from services(mine["services"], theirs.get("services", []))
    yield from by_key("total.", SERVICE_KEYS, mine["total"], theirs.get("total", {}))
    yield from lists("pools", POOL_KEYS, mine["pools"], theirs.get("pools", []), "3.12")
    yield from held(mine["heldCredits"], theirs.get("heldCredits", []))
    yield from ledgers(mine["ledger"], theirs.get("ledger", []))


def expected(path, book, as_of, order):
    try:
        return oracle.project(path.read_bytes(), book, as_of, order), None
    except oracle.ERRORS as error:
        return None, str(error)


def compare_one(path, order, options):
    """Differences of one worksheet in one order as (rule, place, oracle, CLI)."""
    mine, error = expected(path, book_of(options.rates), options.as_of, order)
    command = [options.cli, "project", str(path), "--format", "json", "--as-of", options.as_of.isoformat(),
               "--order", order]
    if options.give_rates:
        command += ["--rates", str(options.rates)]
    run = subprocess.run(command, capture_output=True, timeout=60, check=False)
    says = run.stderr.decode(errors="replace").strip().splitlines()
    if error is not None or run.returncode not in (0, 1):
        if error is None or run.returncode != 2:
            wanted = f"2 ({error})" if error is not None else "0 or 1"
            return [("exit", "exit status", wanted, f"{run.returncode} ({' '.join(says)[:160]})")]
        return []
    try:
        theirs = json.loads(run.stdout)
    except ValueError as reason:
        return [("4", "standard output", "JSON", str(reason))]
    found = list(differences(mine, theirs))
    severe = any(finding.get("severity") == "error" for finding in theirs.get("findings", []))
    if severe != (run.returncode == 1):
        found.append(("4", "exit status against its own findings", int(severe), run.returncode))
    return found


@functools.lru_cache(maxsize=1)
def book_of(path):
    return oracle.load_book(path)


def compare_file(job):
    path, options = job
    return [(order, compare_one(path, order, options)) for order in ("planned", "aws")]


def report(path, found, options):
    for order, differing in found:
        for rule, place, mine, theirs in differing[:options.show]:
            print(f"{path.name} [{order}] rule {rule}: {place}: oracle {mine}, CLI {theirs}")
        if len(differing) > options.show:
            print(f"{path.name} [{order}] and {len(differing) - options.show} more")


def parse():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("cli")
    parser.add_argument("folders", nargs="+", type=pathlib.Path, help="folders or single worksheets")
    parser.add_argument("--rates", help="a rate book for both; default the shipped one, which the CLI has built in")
    parser.add_argument("--as-of", default="2026-11-22", type=datetime.date.fromisoformat)
    parser.add_argument("--jobs", default=2, type=int)
    parser.add_argument("--show", default=8, type=int, help="differences shown per worksheet and order")
    options = parser.parse_args()
    options.give_rates = options.rates is not None
    options.rates = options.rates or BOOK
    return options


def main():
    options = parse()
    paths = []
    for folder in options.folders:
        paths += sorted(folder.glob("*.worksheet.json")) if folder.is_dir() else [folder]
    differing = errors = 0
    rules = collections.Counter()
    with concurrent.futures.ProcessPoolExecutor(options.jobs) as pool:
        for path, found in zip(paths, pool.map(compare_file, [(path, options) for path in paths], chunksize=4)):
            report(path, found, options)
            errors += "-error-" in path.name
            differing += any(differences_ for _, differences_ in found)
            rules.update({rule for _, differences_ in found for rule, *_ in differences_})
    shown = ", ".join(f"{rule}: {count}" for rule, count in rules.most_common())
    print(f"{len(paths)} worksheets ({errors} to be refused), {differing} differ" + (f" (by rule: {shown})" if shown
                                                                                  else ""))
    return 1 if differing or not paths else 0


if __name__ == "__main__":
    sys.exit(main())
