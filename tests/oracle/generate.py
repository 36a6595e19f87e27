#!/usr/bin/env python3
"""Writes worksheets that are valid by CONTRACT 1 but nasty, the same ones for the same seed and rate book.

    generate.py --seed N --count K --out DIR [--rates BOOK] [--as-of DATE] [--errors PERCENT]

Files are NNNNN.worksheet.json; those that must be refused are NNNNN-error-KIND.worksheet.json. The oracle is asked
about each one, so that no valid worksheet is an error by accident (say by overflow) and no error is harmless.
"""

import argparse
import copy
import datetime
import json
import pathlib
import random
import sys

import mistakes
import oracle
from sheet import PROGRAMMES, STAGES

HERE = pathlib.Path(__file__).resolve().parent
BOOK = HERE.parents[1] / "resources" / "rates" / "rate-book.json"
GROWTHS = ("-0.9", "-0.5", "-0.05", "-0.000001", "0", "0.000001", "0.04", "0.15", "0.333333", "0.5", "1.5", "2.5")
SHARES = ("0", "0.000001", "0.1", "0.25", "0.333333", "0.5", "0.8", "0.999999", "1", "1.000000")
SERVICES = (
    "Amazon S3", "Amazon EC2", "Amazon RDS", "AWS Lambda", "Amazon Bedrock", "Amazon OpenSearch Serverless",
    "Amazon Bedrock AgentCore", "amazon s3", "Ünïcode Sérvice (beta)", "AWS  --  Glue!", "+++",
    "A service whose name is much longer than the sixty signs that its slug may have before any number")
MULTIPLIERS = ("0", "0.000001", "0.5", "0.333333", "1", "1.5", "2.5", "3", "10", "1000")
DAYS = ("0.000001", "0.5", "1", "2.5", "20", "21.75", "22", "30", "30.416667", "31")
ITEM_WORDS = {"guardrails": "Amazon Bedrock Guardrails", "agentcore": "AgentCore", "rerank": "Cohere Rerank"}


class Maker:
    """One worksheet from one random stream."""

    def __init__(self, rng, book, as_of):
        self.rng, self.book, self.as_of = rng, book, as_of
        self.months = 12
        self.used = set()
        self.wild = self.chance(25)  # extreme sizes; most worksheets are of a size at which credits run out
        self.stack = not self.wild and self.chance(55)  # an eligible company with real spend and several credits

    def chance(self, percent):
        return self.rng.random() * 100 < percent

    def decimal(self, low, high, places):
        digits = self.rng.choice((0, 1, 2, places))
        units = self.rng.randint(low * 10**digits, high * 10**digits)
        if digits == 0:
            return str(units)
        return f"{units // 10**digits}.{units % 10**digits:0{digits}d}"

    def money(self, high=100_000):
        return self.decimal(0, self.rng.choice((0, 1, 100, 5_000, high)), 2)

    def maybe(self, entry, percent, key, value):
        """Sets a key now and then; `value` is called only if needed so that defaults get tried too."""
        if self.chance(percent):
            entry[key] = value()

    def new_id(self, stem):
        while True:
            name = self.rng.choice((stem, stem + "-2", "amazon-s3", "amazon-s3-2", "aws-lambda", "case", "x",
                                    f"{stem}-{self.rng.randint(1, 999)}", "-", "0"))
            if name not in self.used:
                self.used.add(name)
                return name

    def growth(self):
        if not self.wild and self.chance(70):
            return self.rng.choice(("-0.05", "0", "0.02", "0.04", "0.15", "-0.000001", "0.033333"))
        if self.chance(70):
            return self.rng.choice(GROWTHS)
        return f"-0.{self.rng.randint(1, 899_999):06d}" if self.chance(50) else self.decimal(0, 1, 6)

    def share(self):
        return self.rng.choice(SHARES) if self.chance(60) else self.decimal(0, 1, 6)

    def active(self, entry, percent):
        first = self.rng.randint(1, 36) if self.chance(10) else self.rng.randint(1, self.months)
        self.maybe(entry, percent, "fromMonth", lambda: first)
        low = entry.get("fromMonth", 1)
        self.maybe(entry, percent, "toMonth", lambda: self.rng.randint(low, 36 if self.chance(20) else
                                                                       max(low, self.months)))

    # --- workloads ---

    def model_and_region(self):
        """A model that is billed by tokens, in a region that its rows have."""
        odd = [m for m in self.book["models"] if m["billedBy"] == "token"
               and any(set(r["rates"]) - {"input", "output"} or "provisioned" in r for r in m["rows"])]
        model = self.rng.choice(odd) if self.chance(75) else self.rng.choice(
            [m for m in self.book["models"] if m["billedBy"] == "token"])
        return model, self.rng.choice(model["rows"])["region"]

    def model_in(self, region):
        fitting = [m for m in self.book["models"] if m["billedBy"] == "token"
                   and any(r["region"] == region for r in m["rows"])]
        special = [m for m in fitting if any("longPrompt" in r or "provisioned" in r or "flexInput" in r["rates"]
                                             for r in m["rows"] if r["region"] == region)]
        return self.rng.choice(special if special and self.chance(40) else fitting)

    def volume(self, load):
        size = self.rng.choice(("tiny", "real", "real", "huge") if self.wild else ("tiny", "real", "real", "real"))
        size = "real" if self.stack and self.chance(80) else size
        top = {"tiny": 15, "real": 20_000, "huge": 10**9}[size]
        if self.chance(20):
            load["users"] = self.rng.randint(0, top)
            self.maybe(load, 90, "actionsPerUserPerDay", lambda: self.decimal(0, self.rng.choice((1, 9)), 6))
        else:
            self.maybe(load, 95, "requestsPerDay", lambda: self.rng.randint(0 if self.chance(5) else 1, top))
        self.maybe(load, 25, "callsPerRequest", lambda: self.rng.choice((1, 2, 3, 7, 1000 if self.wild else 4)))
        self.maybe(load, 60 if size == "tiny" else 30, "daysPerMonth", lambda: self.rng.choice(DAYS))
        self.maybe(load, 40, "growthPerMonth", self.growth)
        self.maybe(load, 30, "steps", self.steps)

    def steps(self):
        months = self.rng.sample(range(1, 37), self.rng.randint(0, 4))
        return [{"month": month, "multiplier": self.rng.choice(MULTIPLIERS if self.wild else MULTIPLIERS[2:-2])}
                for month in months]

    def tokens(self, load, row):
        marks = [0, 1, 7, 500, 1000, 2500, 4000, 18_000, self.rng.randint(0, 30_000)]
        if "longPrompt" in row:
            edge = row["longPrompt"]["thresholdTokens"]
            marks = [edge, edge + 1, edge - 1, 2 * edge, 4000]
        if self.wild and self.chance(10):
            marks = [10**7]
        self.maybe(load, 97, "inputTokens", lambda: self.rng.choice(marks))
        self.maybe(load, 97, "outputTokens", lambda: self.rng.choice((0, 0, 1, 300, 600, 2500, 10**5)))
        if "inputTokens" in load and self.chance(50):
            edge = row.get("cacheMinimumTokens", 1024)
            wanted = self.rng.choice((edge, edge - 1, edge + 1, load["inputTokens"], 2000, 0))
            load["cachedPrefixTokens"] = min(wanted, load["inputTokens"])
        self.maybe(load, 55, "cacheHitRate", self.share)
        self.maybe(load, 30, "cacheTtl", lambda: self.rng.choice(("5m", "1h", "1h")))
        self.maybe(load, 40, "batchShare", self.share)
        self.maybe(load, 40, "tier", lambda: self.rng.choice(("standard", "priority", "flex")))

    def workload(self, region):
        load = {"id": self.new_id("load")}
        self.maybe(load, 90, "name", lambda: "Workload " + load["id"])
        model = self.model_in(region)
        rows = [r for r in model["rows"] if r["region"] == region]
        row = self.rng.choice(rows)
        self.maybe(load, 97, "model", lambda: self.rng.choice([model["id"]] * 4 + [model["name"]] + model["aliases"]))
        self.maybe(load, 60, "scope", lambda: self.rng.choice(("regional", "global")))
        self.volume(load)
        self.tokens(load, row)
        self.active(load, 20)
        if all("provisioned" in r for r in rows) and self.chance(60):
            load["provisioned"] = {"modelUnits": self.rng.choice((1, 2, 7, 1000) if self.wild else (1, 1, 3)),
                                   "commitment": self.rng.choice(sorted(row["provisioned"]))}
        return load

    # --- services ---

    def item(self, region):
        """A priced item and a quantity, often at the edge of a tier."""
        fitting = [(item, price) for item in self.book["items"] for price in item["prices"]
                   if price["region"] in (region, "default")]
        tiered = [entry for entry in fitting if len(entry[1]["tiers"]) > 1 or "upTo" in entry[1]["tiers"][-1]]
        item, price = self.rng.choice(tiered if tiered and self.chance(35) else fitting)
        edges = [tier["upTo"] for tier in price["tiers"] if "upTo" in tier]
        quantity = self.decimal(0, self.rng.choice((3, 10_000, 10**7)), 6)
        if edges and self.chance(70):
            edge = self.rng.choice(edges)
            quantity = self.rng.choice(("3.000001", edge, edge + ".000001" if "." not in edge else edge, edge))
        elif self.wild and self.chance(20):
            quantity = self.rng.choice(("1000000000000000", "999999999999999.999999", "0.000001"))
        return item, quantity

    def service(self, region):
        entry = {"service": self.rng.choice(SERVICES)}
        fitting = any(p["region"] in (region, "default") for item in self.book["items"] for p in item["prices"])
        if fitting and self.chance(45):
            item, quantity = self.item(region)
            entry["service"] = ITEM_WORDS.get(item["id"].split("/")[0], item["service"])
            entry["item"] = item["id"]
            self.maybe(entry, 97, "quantity", lambda: quantity)
        else:
            self.maybe(entry, 97, "monthlyUsd", lambda: self.money(1_000_000 if self.wild else 2_000))
        self.maybe(entry, 25, "id", lambda: self.new_id("service"))
        self.maybe(entry, 30, "growthPerMonth", self.growth)
        self.maybe(entry, 15, "creditEligible", lambda: self.chance(20))
        self.active(entry, 12)
        return entry

    def use_case(self, home):
        case = {"id": self.new_id("case")}
        _, region = self.model_and_region()
        if self.chance(30) or not any(r["region"] == home for m in self.book["models"] for r in m["rows"]):
            case["region"] = region
        where = case.get("region", home)
        self.maybe(case, 85, "proofOfConcept", lambda: self.chance(90))
        self.maybe(case, 70, "title", lambda: "Use case " + case["id"])
        self.maybe(case, 60, "scope", lambda: "A scope")
        self.maybe(case, 60, "successMetric", lambda: "A metric")
        self.maybe(case, 90, "workloads", lambda: [self.workload(where) for _ in range(self.rng.choice((0, 1, 1, 2, 2, 3, 4)))])
        self.maybe(case, 70, "services", lambda: [self.service(where) for _ in range(self.rng.randint(0, 4))])
        return case

    # --- company, credits, funding ---

    def date(self, low, high):
        """A day around the projection, mostly the first or last of a month."""
        month = self.start + self.rng.randint(low, high)
        first = datetime.date(month // 12, month % 12 + 1, 1)
        return self.rng.choice((first, first - datetime.timedelta(days=1), first + datetime.timedelta(days=13)))

    def credit(self):
        entry = {"programme": self.rng.choice(PROGRAMMES), "amountUsd": self.money()}
        self.maybe(entry, 95, "remainingUsd", lambda: self.rng.choice((entry["amountUsd"], "0", self.money(20_000), "1500.05")))
        granted = self.date(-20, 2) if self.chance(70) else self.date(0, self.months + 2)
        expires = self.rng.choice(self.ties) if self.chance(40) else self.date(-3, self.months + 4)
        self.maybe(entry, 70, "grantedOn", granted.isoformat)
        if not granted > expires:
            self.maybe(entry, 80, "expiresOn", expires.isoformat)
        return entry

    def company(self):
        company = {"name": "Generated Example"}
        if self.stack:
            stage = self.rng.choice(("seed", "series-a", "series-b-plus"))
            return {**company, "stage": stage, "institutionallyFunded": True, "aiFirst": True}
        self.maybe(company, 85, "stage", lambda: self.rng.choice(STAGES + ("seed", "series-a") * 3))
        self.maybe(company, 90, "institutionallyFunded", lambda: self.chance(90))
        self.maybe(company, 90, "aiFirst", lambda: self.chance(80))
        self.maybe(company, 50, "competesWithAws", lambda: self.chance(6))
        self.maybe(company, 20, "incorporated", lambda: self.chance(50))
        return company

    def pool(self, cases):
        programme = self.rng.choice(PROGRAMMES + ("bedrock-poc", "bedrock-poc", "activate-portfolio"))
        pool = {"programme": programme}
        if self.stack and cases and self.chance(40):
            pool["useCases"] = [self.rng.choice(cases)]
        self.maybe(pool, 20, "id", lambda: self.new_id(self.rng.choice(PROGRAMMES)))
        if cases and "useCases" not in pool:
            self.maybe(pool, 55, "useCases", lambda: self.rng.sample(cases, self.rng.choice((0, 1, 1, len(cases)))))
        self.maybe(pool, 30, "fromMonth", lambda: self.rng.randint(1, self.months))
        self.maybe(pool, 50, "months", lambda: self.rng.randint(1, 36))
        self.maybe(pool, 30, "issuedMonth", lambda: self.rng.randint(1, min(36, self.months + 3)))
        self.maybe(pool, 40, "validMonths", lambda: self.rng.choice((1, 2, 3, 4, 6, 12, 24, 60)))
        self.maybe(pool, 15, "amountUsd", lambda: self.money(20_000))
        return pool

    def funding(self, cases):
        funding = {"months": self.months}
        if self.months == 12 and self.chance(40):
            del funding["months"]
        if not self.default_start:
            funding["startMonth"] = oracle.month_name(self.start)
        self.maybe(funding, 60, "headroom", lambda: self.rng.choice(("0", "0.2", "0.333333", "2", "0.000001", "1.15")))
        self.maybe(funding, 30, "fullVolumeMonth", lambda: self.rng.randint(1, self.months))
        count = self.rng.choice((2, 3, 4, 5) if self.stack else (0, 1, 1, 2, 2, 2, 3, 3, 4, 6, 10))
        self.maybe(funding, 95, "pools", lambda: [self.pool(cases) for _ in range(count)])
        return funding

    def worksheet(self):
        self.months = self.rng.choice((1, 2, 3, 6, 12, 12, 12, 12, 18, 24, 36))
        next_month = self.as_of.year * 12 + self.as_of.month
        self.default_start = self.chance(30)
        self.start = next_month + (0 if self.default_start else self.rng.choice((-14, -3, -1, 0, 0, 1, 1, 2, 7)))
        self.ties = [self.date(0, self.months), self.date(0, self.months)]
        home = self.model_and_region()[1] if self.chance(40) else "us-east-1"
        count = self.rng.choice((0, 0, 1, 2, 3, 4) if self.stack else (0, 0, 0, 1, 1, 2, 4))
        aws = {"priorCredits": [self.credit() for _ in range(count)]}
        if home != "us-east-1" or self.chance(50):
            aws["region"] = home
        cases = [self.use_case(home) for _ in range(self.rng.choice((0, 1, 1, 1, 2, 2, 2, 3, 3)))]
        sheet = {"format": "briefstack-worksheet", "version": 1, "company": self.company(), "aws": aws,
                 "useCases": cases, "footprint": [self.service(home) for _ in range(self.rng.choice((0, 1, 2, 4)))]}
        self.maybe(sheet, 97, "funding", lambda: self.funding([case["id"] for case in cases]))
        for key in ("aws", "useCases", "footprint"):
            if not sheet[key] or sheet[key] == {"priorCredits": []}:
                del sheet[key]
        return sheet


def accepted(sheet, book, as_of):
    try:
        oracle.project(json.dumps(sheet).encode(), book, as_of)
        return True
    except oracle.ERRORS:
        return False


def make(seed, index, book, as_of, errors):
    """(kind of mistake or None, bytes) of worksheet number `index`."""
    rng = random.Random(f"{seed}/{index}")
    kind = rng.choice(sorted(mistakes.KINDS)) if rng.random() * 100 < errors else None
    while True:
        sheet = Maker(rng, book, as_of).worksheet()
        if not accepted(sheet, book, as_of):
            continue
        if kind is None:
            return None, encode(sheet)
        spoiled = mistakes.KINDS[kind](copy.deepcopy(sheet), rng, book)
        if spoiled is not None and not accepted(spoiled, book, as_of):
            return kind, encode(spoiled)


def encode(sheet):
    return (json.dumps(sheet, indent=1, ensure_ascii=False) + "\n").encode()


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seed", required=True)
    parser.add_argument("--count", required=True, type=int)
    parser.add_argument("--out", required=True, type=pathlib.Path)
    parser.add_argument("--rates", default=BOOK)
    parser.add_argument("--as-of", default="2026-11-22", type=datetime.date.fromisoformat)
    parser.add_argument("--errors", default=5, type=int, help="percent that must be refused")
    arguments = parser.parse_args()
    book = oracle.load_book(arguments.rates)
    arguments.out.mkdir(parents=True, exist_ok=True)
    for index in range(arguments.count):
        kind, data = make(arguments.seed, index, book, arguments.as_of, arguments.errors)
        name = f"{index:05d}" + (f"-error-{kind}" if kind else "") + ".worksheet.json"
        (arguments.out / name).write_bytes(data)
    return 0


if __name__ == "__main__":
    sys.exit(main())
