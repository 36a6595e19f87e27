#!/usr/bin/env python3
"""A second reading of the Selling API's fields: checks requests against the raw table of its model, without the program's
rules. Usage: acefields.py FIELDS FOLDER. Prints, as JSON, per file of FOLDER (*.create.json, *.update.json,
*.engagement.json) the paths that are wrong, each with one word.
"""
import json
import re
import sys
from pathlib import Path

OPERATIONS = {"create": "CreateOpportunity", "update": "UpdateOpportunity", "engagement": "StartEngagementFromOpportunityTask"}
TYPES = {"string": str, "list": list, "structure": dict}


class Check:
    def __init__(self, rows, states):
        self.rows = {row["path"]: row for row in rows}
        self.states = states
        self.wrong = []

    def say(self, path, word):
        self.wrong.append([path, word])

    def value(self, value, pattern_path, path):
        row = self.rows.get(pattern_path)
        if row is None:
            self.say(path, "unknown")
            return
        wanted = TYPES.get(row["type"])
        if wanted and not isinstance(value, wanted):
            if not (value is None and pattern_path.endswith("Amount")):
                self.say(path, "type")
            return
        if isinstance(value, str):
            self.text(value, row, path)
        elif isinstance(value, list):
            if not row.get("minItems", 0) <= len(value) <= row.get("maxItems", 10 ** 6):
                self.say(path, "items")
            for index, entry in enumerate(value):
                self.value(entry, pattern_path + "[]", f"{path}[{index}]")
        elif isinstance(value, dict):
            self.members(value, pattern_path, path)

    def text(self, text, row, path):
        length = len(text)  # code points
        if not row.get("minLength", 0) <= length <= row.get("maxLength", 10 ** 6):
            self.say(path, "length")
        if "enum" in row and text not in row["enum"]:
            self.say(path, "enum")
        # \p{..} is not known to this module; tags are not sent by the program.
        if "pattern" in row and "\\p{" not in row["pattern"] and not re.fullmatch(row["pattern"], text, re.S | re.A):
            self.say(path, "pattern")

    def members(self, holder, pattern_path, path):
        prefix = pattern_path + "." if pattern_path else ""
        for key, value in holder.items():
            self.value(value, prefix + key, f"{path}.{key}" if path else key)
        for child, row in self.rows.items():
            if not child.startswith(prefix) or "." in child[len(prefix):] or "[" in child[len(prefix):]:
                continue
            key = child[len(prefix):]
            needed = row["required"] or row.get("requiredForCreate") == "always"
            if needed and key not in holder and key:
                self.say(f"{path}.{key}" if path else key, "missing")

    def address(self, request):
        address = request.get("Customer", {}).get("Account", {}).get("Address", {})
        if isinstance(address, dict) and address.get("CountryCode") == "US":
            if address.get("StateOrRegion") not in self.states:
                self.say("Customer.Account.Address.StateOrRegion", "state")


def main(fields, folder):
    facts = json.loads(Path(fields).read_text(encoding="utf-8"))
    found = {}
    for file in sorted(Path(folder).iterdir()):
        operation = OPERATIONS[file.name.split(".")[-2]]
        check = Check(facts[operation], facts["usStates"])
        request = json.loads(file.read_text(encoding="utf-8"))
        check.members(request, "", "")
        if operation != "StartEngagementFromOpportunityTask":
            check.address(request)
        found[file.name] = check.wrong
    print(json.dumps(found))


if __name__ == "__main__":
    main(*sys.argv[1:])
