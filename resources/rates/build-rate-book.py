#!/usr/bin/env python3
"""Generates rate-book.json from the folder with the collected price facts.

Usage: build-rate-book.py FACTS_FOLDER OUTPUT

FACTS_FOLDER holds bedrock-models.json and supporting-services.json. The same facts give the same bytes. What a fact
means (sources, doubts, items, tiers) is in rate_models.py and rate_items.py; anything in the facts that they do not
know stops the run, so that nothing is dropped or guessed. Format and decisions: README.md.
"""
import json
import sys
from decimal import Decimal
from pathlib import Path

sys.dont_write_bytecode = True

import rate_items  # noqa: E402
import rate_models  # noqa: E402
from rate_sources import SOURCES  # noqa: E402

AS_OF = "2026-10-08"  # the newest price copy in the facts


def read(path):
    """Numbers keep the digits they are written with: no binary floating point in between."""
    with open(path, encoding="utf-8") as file:
        return json.load(file, parse_float=Decimal, parse_int=Decimal)


def check_names(models):
    """Ids, aliases and names are the keys people type: each may name one model only."""
    owners = {}
    for model in models:
        for key in {model["id"].lower(), model["name"].lower(), *(a.lower() for a in model["aliases"])}:
            assert owners.setdefault(key, model["id"]) == model["id"], f"two models answer to {key}"


def check_references(models, items):
    ids = [item["id"] for item in items]
    assert len(ids) == len(set(ids)), "two items share an id"
    for model in models:
        assert model.get("item") is None or model["item"] in ids, f"{model['id']} names no item"
    used = {row["source"] for model in models for row in model["rows"]}
    used |= {price["source"] for item in items for price in item["prices"]}
    assert used == set(SOURCES), f"sources without or beyond use: {used ^ set(SOURCES)}"


def compact(value):
    return json.dumps(value, ensure_ascii=False, separators=(", ", ": "))


def block(entries, inner):
    """One entry per line, and one line per element of its list `inner`: readable, and small differences stay small."""
    lines = []
    for entry in entries:
        head = compact({key: value for key, value in entry.items() if key != inner})[:-1]
        rows = ",\n".join("    " + compact(row) for row in entry[inner])
        lines.append(f'  {head}, "{inner}": [' + (f"\n{rows}\n  " if rows else "") + "]}")
    return "[\n" + ",\n".join(lines) + "\n]"


def render(models, items):
    head = {"format": "briefstack-rate-book", "version": 1, "id": f"briefstack-{AS_OF}", "asOf": AS_OF,
            "currency": "USD"}
    sources = ",\n".join(f"  {compact(key)}: {compact(text)}" for key, text in sorted(SOURCES.items()))
    return (compact(head)[:-1] + f',\n"sources": {{\n{sources}\n}},\n"models": ' + block(models, "rows")
            + ',\n"items": ' + block(items, "prices") + "}\n")


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__.splitlines()[2])
    facts, output = Path(sys.argv[1]), Path(sys.argv[2])
    model_facts = read(facts / "bedrock-models.json")
    models = rate_models.build(model_facts)
    items = sorted(rate_items.build(read(facts / "supporting-services.json")) + rate_models.image_items(model_facts)
                   + rate_models.reserved_items(model_facts),
                   key=lambda item: item["id"])
    check_names(models)
    check_references(models, items)
    text = render(models, items)
    json.loads(text)
    output.write_text(text, encoding="utf-8")
    print(f"{len(models)} models, {sum(len(model['rows']) for model in models)} rows, {len(items)} items, "
          f"{sum(len(item['prices']) for item in items)} item prices")


if __name__ == "__main__":
    main()
