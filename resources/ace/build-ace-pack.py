#!/usr/bin/env python3
"""Generates api-pack.json, the rules of the Partner Central Selling API, from the folder with the collected facts.

Usage: build-ace-pack.py FACTS_FOLDER OUTPUT

FACTS_FOLDER holds create-opportunity.fields.json, operations.fields.json, enums.json, rules.json, postal-codes.json and
aws-products.json. The same facts give the same bytes. Rules, messages and special cases are ours, in ace_rules.py and
ace_fields.py; a fact that they neither carry nor name as left out stops the run. Format: README.md.
"""
import json
import re
import sys
from pathlib import Path

sys.dont_write_bytecode = True

from ace_fields import ADD, ELSEWHERE, FIELDS, PROSE, SHAPES, STORED, STRAYS  # noqa: E402
from ace_rules import RULES  # noqa: E402
from ace_sources import SOURCES, stamped  # noqa: E402

VERSION = 1
TYPES = {"string": "text", "list": "list", "structure": "object", "timestamp": "timestamp"}
DATE_PATTERN = "[1-9][0-9]{3}-(0[1-9]|1[012])-(0[1-9]|[12][0-9]|3[01])"
OWN_VOCABULARIES = ["Catalog", "UsStateOrRegion"]
LENGTH_ONLY = re.compile(r"(\(\?s\))?\.\{\d+,\d+\}")
LENGTH_AHEAD = re.compile(r"^\(\?=\.\{\d+,\d+\}\$\)")


def demand(fact, field):
    """When a field is needed: by the model, to file the record, or to submit it."""
    if "required" in field:
        return field["required"]
    if fact["required"]:
        return "model"
    if fact.get("requiredForCreate") == "always":
        return "filing"
    return "submission" if fact.get("requiredForSubmission") == "always" else None


def pattern_of(fact):
    """The schema's pattern, without what the lengths say already; None when nothing is left."""
    pattern = fact.get("pattern")
    if not pattern or LENGTH_ONLY.fullmatch(pattern):
        return None
    return LENGTH_AHEAD.sub("", pattern)


def vocabulary_of(fact, enums):
    if "enum" in fact:
        name = fact.get("shape", SHAPES.get(fact["path"]))
        assert enums[name] == fact["enum"], f"{fact['path']}: the enumeration has two readings"
        return name
    name = fact.get("enumRef", "").removeprefix("enums.json#/")
    return name if name and name != "UsStateOrRegion" else None


def field_entry(fact, operations, enums):
    own = FIELDS.get(fact["path"], {})
    entry = {"path": fact["path"], "type": TYPES[fact["type"]], "operations": operations}
    pattern = own.get("pattern", pattern_of(fact))
    if pattern == DATE_PATTERN:
        entry["type"], pattern = "date", None
    values = {
        "required": demand(fact, own),
        "least": fact.get("minLength", fact.get("minItems")),
        "most": fact.get("maxLength", fact.get("maxItems")),
        "leastTrimmed": own.get("leastTrimmed"),
        "pattern": pattern,
        "form": own.get("form"),
        "vocabulary": own.get("vocabulary", vocabulary_of(fact, enums)),
        "outside": own.get("outside"),
        "tolerated": own.get("tolerated"),
        "nullable": own.get("nullable"),
        "mayBeBlank": own.get("mayBeBlank"),
        "says": own.get("says"),
        "fix": own.get("fix"),
        "add": ADD.get(fact["path"]),
    }
    entry.update({key: value for key, value in values.items() if value is not None})
    assert "form" in entry or ("pattern" not in entry and entry["type"] != "date"), f"{fact['path']}: no words for its pattern"
    named = "required" in entry and entry["type"] != "object"
    assert named == ("add" in entry), f"{fact['path']}: how to fill it is said exactly where it is required"
    return stamped(entry, "schema")


def fields_of(facts):
    enums = facts["enums"]
    create = {fact["path"]: fact for fact in facts["create-opportunity.fields"]}
    update = {fact["path"]: fact for fact in facts["operations.fields"]["operations"]["UpdateOpportunity"]["request"]}
    submit = {fact["path"]: fact for fact in
              facts["operations.fields"]["operations"]["StartEngagementFromOpportunityTask"]["request"]}
    requests = {"create": create, "update": update, "submit": submit}
    paths = list(dict.fromkeys([*create, *update, *submit]))
    entries = []
    for path in paths:
        known = [request[path] for request in requests.values() if path in request]
        for key in ("type", "required", "minLength", "maxLength", "minItems", "maxItems", "enum"):
            assert len({str(fact.get(key)) for fact in known}) == 1, f"{path}: {key} differs between the operations"
        entries.append(field_entry(known[0], [name for name, request in requests.items() if path in request], enums))
    entries += [stamped({"path": path, "type": kind, "operations": ["stored"]}, "schema") for path, kind in STORED]
    unknown = set(FIELDS) - {entry["path"] for entry in entries}
    assert not unknown, f"special cases of fields that do not exist: {unknown}"
    return entries


def mask_pattern(mask):
    """9 and N are digits, A is a letter of either case, (X) may be missing, A/N is either; the rest stands for itself."""
    mask = mask.replace("(A)", "[A-Za-z]?").replace("(A/N)", "[A-Za-z0-9]?")
    out, at = "", 0
    while at < len(mask):
        if mask[at] == "[":
            end = mask.index("]", at) + 2  # the class and its question mark
            out, at = out + mask[at:end], end
            continue
        out += {"9": "[0-9]", "N": "[0-9]", "A": "[A-Za-z]"}.get(mask[at], re.escape(mask[at]))
        at += 1
    return out.replace("\\-", "-").replace("\\ ", " ")


# The list gives an example here where it gives a mask elsewhere; these are the masks that the examples stand for.
EXAMPLES = {"NL": ["9999 AA", "9999AA"], "BN": ["AA9999"], "SZ": ["A999"], "SV": ["9999"], "VA": ["999", "99999"]}


def postal_codes(facts):
    entries = []
    for fact in facts["postal-codes"]["countriesWithFormat"]:
        if not fact["code"] or fact["country"] == "Great Britain":
            continue  # a country that is no more; the row of the United Kingdom has the mask
        masks = EXAMPLES.get(fact["code"], fact["formats"])
        entry = {"country": fact["code"], "name": fact["country"], "masks": masks,
                 "pattern": "|".join(mask_pattern(mask) for mask in masks)}
        entries.append(stamped(entry, "postal"))
    return sorted(entries, key=lambda entry: entry["country"])


def vocabularies(facts, fields, postal):
    names = {field["vocabulary"] for field in fields if "vocabulary" in field} | set(OWN_VOCABULARIES)
    entries = [stamped({"name": name, "values": facts["enums"][name]}, "schema") for name in sorted(names)]
    without = sorted(country["code"] for country in facts["postal-codes"]["countriesWithoutPostalCode"])
    entries.append(stamped({"name": "CountryWithPostalCode", "values": [entry["country"] for entry in postal]}, "postal"))
    entries.append(stamped({"name": "CountryWithoutPostalCode", "values": without}, "postal"))
    for entry in entries:
        assert len(entry["values"]) == len(set(entry["values"])) > 0, f"{entry['name']} repeats a value"
    return entries


def rules_of(facts):
    """Our rules, once it is certain that they and ACE's fields carry every collected fact."""
    collected = {rule["id"] for rule in facts["rules"]["rules"]}
    carried = {name for _, _, covers in RULES for name in covers}
    assert carried - PROSE <= collected, f"rules cover what was not collected: {carried - PROSE - collected}"
    assert collected <= carried | set(ELSEWHERE), f"collected and not carried: {collected - carried - set(ELSEWHERE)}"
    entries = [stamped(entry, source) for entry, source, _ in RULES]
    ids = [entry["id"] for entry in entries]
    assert len(ids) == len(set(ids)), "two rules share an id"
    return entries


def products(facts):
    """AWS's products by code; source and date stand once, above the list."""
    entries = [{"code": item["Identifier"], "name": item["Name"], "family": item["Family"]}
               for item in facts["aws-products"]["items"]]
    assert len(entries) == facts["aws-products"]["count"]
    return sorted(entries, key=lambda entry: entry["code"])


def compact(value):
    return json.dumps(value, ensure_ascii=False, separators=(", ", ": "))


def block(entries):
    """One entry per line, so that small differences stay small."""
    return "[\n" + ",\n".join("  " + compact(entry) for entry in entries) + "\n]"


def main(folder, output):
    names = ("create-opportunity.fields", "operations.fields", "enums", "rules", "postal-codes", "aws-products")
    facts = {name: json.loads((Path(folder) / f"{name}.json").read_text(encoding="utf-8")) for name in names}
    fields, postal, rules = fields_of(facts), postal_codes(facts), rules_of(facts)
    codes = products(facts)
    lists = {"vocabularies": vocabularies(facts, fields, postal), "fields": fields, "strays": STRAYS, "rules": rules,
             "postalCodes": postal}
    newest = max(date for date, _ in SOURCES.values() if len(date) == 10 and date != SOURCES["vendor"][0])
    head = {"format": "briefstack-ace-pack", "version": VERSION, "id": f"ace-api-{newest}", "channel": "api",
            "asOf": newest, "sources": {key: f"{text} ({date})" for key, (date, text) in SOURCES.items()}}
    used = {entry["source"] for name, entries in lists.items() if name != "strays" for entry in entries} | {"products"}
    assert used == set(SOURCES), f"sources without or beyond use: {used ^ set(SOURCES)}"
    text = compact(head)[:-1] + "".join(f',\n"{name}": {block(entries)}' for name, entries in lists.items())
    text += f',\n"products": {compact(stamped({}, "products"))[:-1]}, "list": {block(codes)}}}}}\n'
    json.loads(text)
    Path(output).write_text(text, encoding="utf-8", newline="\n")
    print(", ".join(f"{len(entries)} {name}" for name, entries in lists.items()), f"{len(codes)} products",
          f"{len(text)} characters", sep="; ")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
