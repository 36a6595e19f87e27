"""Reads a worksheet file strictly: CONTRACT 1, for the oracle.

`read(bytes)` gives the worksheet as dicts, lists, ints and strings, exactly as written, after every check of types,
limits and references. Decimals stay strings; `number()` turns one into a Fraction. Nothing here is fast.
"""

import datetime
import json
import re
from fractions import Fraction

MAX_BYTES = 4 * 1024 * 1024
DECIMAL = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?")
PROGRAMMES = ("bedrock-poc", "activate-founders", "activate-portfolio", "genai-accelerator", "enterprise-poc")
STAGES = ("individual", "pre-seed", "seed", "series-a", "series-b-plus", "established")


class SheetError(Exception):
    """What CONTRACT 1 calls an error; the text starts with the JSON path."""


def number(text):
    return Fraction(text)


# --- kinds of values: each takes (value, path) and raises -------------------------------------------------------------


def fail(path, value, allowed):
    raise SheetError(f"{path}: {json.dumps(value)[:60]}: {allowed}")


def text(low=0, high=255, pattern=None):
    def check(value, path):
        if not isinstance(value, str):
            fail(path, value, "text expected")
        if not low <= len(value) <= high:
            fail(path, value, f"{low} to {high} signs")
        if pattern and not re.fullmatch(pattern, value):
            fail(path, value, f"must match {pattern}")

    return check


def one_of(*words):
    def check(value, path):
        if not isinstance(value, str) or value not in words:
            fail(path, value, "one of " + " ".join(words))

    return check


def integer(low, high):
    def check(value, path):
        if isinstance(value, bool) or not isinstance(value, int):
            fail(path, value, "whole number expected")
        if not low <= value <= high:
            fail(path, value, f"{low} to {high}")

    return check


def boolean(value, path):
    if not isinstance(value, bool):
        fail(path, value, "true or false")


def decimal(low, high, places, above=False):
    def check(value, path):
        if not isinstance(value, str) or not DECIMAL.fullmatch(value):
            fail(path, value, "decimal string expected")
        fraction = value.partition(".")[2]
        if len(fraction) > places:
            fail(path, value, f"at most {places} decimals")
        exact = number(value)
        if exact > high or exact < low or (above and exact == low):
            fail(path, value, f"{low} to {high}")

    return check


def date(value, path):
    try:
        if not isinstance(value, str) or not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
            raise ValueError
        datetime.date.fromisoformat(value)
    except ValueError:
        fail(path, value, "YYYY-MM-DD")


def month(value, path):
    if not isinstance(value, str) or not re.fullmatch(r"[0-9]{4}-(0[1-9]|1[0-2])", value) or value < "0001":
        fail(path, value, "YYYY-MM")


def listing(item, high=100):
    def check(value, path):
        if not isinstance(value, list):
            fail(path, value, "list expected")
        if len(value) > high:
            fail(path, len(value), f"at most {high} entries")
        for index, entry in enumerate(value):
            item(entry, f"{path}[{index}]")

    return check


def record(required=(), **keys):
    def check(value, path):
        if not isinstance(value, dict):
            fail(path, value, "object expected")
        for key, entry in value.items():
            where = f"{path}.{key}" if path else key
            if key not in keys:
                fail(where, key, "unknown key")
            keys[key](entry, where)
        for key in required:
            if key not in value:
                fail(f"{path}.{key}" if path else key, None, "required")

    return check


def bounds(item):
    def check(value, path):
        listing(item, 2)(value, path)
        if len(value) != 2:
            fail(path, value, "[low, high]")
        if value[0] > value[1]:
            fail(path, value, "low exceeds high")

    return check


def facts(value, path):
    if not isinstance(value, dict):
        fail(path, value, "object expected")
    entry = record(status=one_of("stated", "implied", "assumed", "unknown"), note=text(0, 2000))
    for key, fact in value.items():
        entry(fact, f"{path}.{key}")


MONEY = decimal(0, 10**12, 2)
SHARE = decimal(0, 1, 6)
GROWTH = decimal(Fraction(-9, 10), 5, 6)
QUANTITY = decimal(0, 10**15, 6)
COUNT = integer(0, 10**9)
TOKENS = integer(0, 10**7)
MONTH_NUMBER = integer(1, 36)
ID = text(1, 40, r"[a-z0-9-]+")
REGION = text(1, 40, r"[a-z]{2}(-[a-z]+)+-[0-9]+")
ACCOUNT = text(0, 12, r"([0-9]{12})?")
LONG = text(0, 2000)
ANY = text()

SERVICE = record(
    ("service",), id=ANY, service=text(1), item=text(), quantity=QUANTITY, monthlyUsd=MONEY, growthPerMonth=GROWTH,
    fromMonth=MONTH_NUMBER, toMonth=MONTH_NUMBER, creditEligible=boolean)
WORKLOAD = record(
    ("id",), id=ID, name=text(1, 120), model=text(), alternatives=listing(text()), scope=one_of("regional", "global"),
    tier=one_of("standard", "priority", "flex"), requestsPerDay=COUNT, users=COUNT,
    actionsPerUserPerDay=decimal(0, 10**6, 6), callsPerRequest=integer(1, 1000),
    daysPerMonth=decimal(0, 31, 6, above=True), inputTokens=TOKENS, outputTokens=TOKENS, cachedPrefixTokens=TOKENS,
    cacheHitRate=SHARE, cacheTtl=one_of("5m", "1h"), batchShare=SHARE, growthPerMonth=GROWTH, fromMonth=MONTH_NUMBER,
    toMonth=MONTH_NUMBER,
    steps=listing(record(("month", "multiplier"), month=MONTH_NUMBER, multiplier=decimal(0, 1000, 6))),
    provisioned=record(modelUnits=integer(1, 1000), commitment=one_of("none", "1-month", "6-month")),
    range=record(requestsPerDay=bounds(COUNT), inputTokens=bounds(TOKENS), outputTokens=bounds(TOKENS)))
USE_CASE = record(
    ("id",), id=ID, title=text(1, 120), problem=LONG, solution=LONG, scope=LONG, outOfScope=LONG, successMetric=LONG,
    baseline=LONG, evaluation=LONG, whyNow=LONG, whyBedrock=LONG, users=LONG, proofOfConcept=boolean, startsOn=date,
    endsOn=date, goLiveOn=date, accountId=ACCOUNT, region=REGION, workloads=listing(WORKLOAD),
    services=listing(SERVICE))
POOL = record(
    ("programme",), id=ID, programme=one_of(*PROGRAMMES), useCases=listing(ID), route=one_of("ace", "org-id"),
    fromMonth=MONTH_NUMBER, months=MONTH_NUMBER, issuedMonth=MONTH_NUMBER, validMonths=integer(1, 60), amountUsd=MONEY)
CREDIT = record(("programme", "amountUsd"), programme=text(1), amountUsd=MONEY, grantedOn=date, expiresOn=date,
                remainingUsd=MONEY)
PERSON = dict(firstName=text(0, 80), lastName=text(0, 80), title=text(0, 80), email=text(0, 80), phone=text(0, 80))
RECORD = record(
    ("pool",), pool=ID, title=ANY, phase=ANY, problem=LONG, scope=LONG, successMetric=LONG, stage=ANY,
    targetCloseDate=date, nextSteps=ANY, primaryNeeds=listing(ANY), salesActivities=listing(ANY),
    deliveryModels=listing(ANY), opportunityType=ANY, engagementType=ANY, estimationUrl=ANY, comments=ANY,
    opportunityId=ANY, status=ANY)
COMPANY = record(
    ("name",), name=text(1, 120), website=text(4, 255), description=ANY, city=ANY, street=ANY,
    postalCode=text(0, 20), state=ANY, industry=ANY, otherIndustry=ANY, country=text(2, 2, "[A-Z]{2}"),
    duns=text(9, 9, "[0-9]{9}"), headcount=integer(1, 10**7), foundedYear=integer(1800, 2100), stage=one_of(*STAGES),
    institutionallyFunded=boolean, competesWithAws=boolean, aiFirst=boolean, incorporated=boolean,
    lastRound=record(name=ANY, amountUsd=MONEY, closedOn=date, leadInvestor=ANY), activateOrgId=text(0, 32),
    consentToShare=boolean)
PARTNER = record(
    name=ANY, tier=one_of("registered", "select", "advanced", "premier"), aceAccess=boolean,
    solutionId=ANY, solutionIds=listing(ANY), owner=record(**PERSON))
WORKSHEET = record(
    ("format", "version", "company"), format=one_of("briefstack-worksheet"), version=integer(1, 1), company=COMPANY,
    contacts=listing(record(role=one_of("founder", "technical", "budget", "other"), **PERSON)),
    aws=record(accountId=ACCOUNT, payerAccountId=ACCOUNT, region=REGION, monthlySpendUsd=MONEY,
               bedrockMonthlySpendUsd=MONEY, spendChangeReason=text(0, 500), priorCredits=listing(CREDIT)),
    useCases=listing(USE_CASE, 20), footprint=listing(SERVICE),
    funding=record(startMonth=month, months=MONTH_NUMBER, headroom=decimal(0, 2, 6), fullVolumeMonth=MONTH_NUMBER,
                   pools=listing(POOL, 10)),
    records=listing(RECORD), partner=PARTNER, facts=facts)


# --- rules that tie values together -----------------------------------------------------------------------------------


def unique(values, path):
    seen = set()
    for value in values:
        if value in seen:
            fail(path, value, "stands there twice")
        seen.add(value)


def both(entry, first, second, path):
    if first in entry and second in entry:
        fail(path, first, f"not together with {second}")


def months_in_order(entry, path):
    if "fromMonth" in entry and "toMonth" in entry and entry["fromMonth"] > entry["toMonth"]:
        fail(path, entry["fromMonth"], "fromMonth after toMonth")


def check_workload(load, path):
    both(load, "requestsPerDay", "users", path)
    months_in_order(load, path)
    unique([step["month"] for step in load.get("steps", [])], path + ".steps")
    if "inputTokens" in load and load.get("cachedPrefixTokens", 0) > load["inputTokens"]:
        fail(path + ".cachedPrefixTokens", load["cachedPrefixTokens"], "at most inputTokens")


def check_service(service, path):
    both(service, "item", "monthlyUsd", path)
    months_in_order(service, path)


def stated_ids(sheet):
    for case in sheet.get("useCases", []):
        yield from (load["id"] for load in case.get("workloads", []))
        yield from (service["id"] for service in case.get("services", []) if service.get("id"))
    yield from (service["id"] for service in sheet.get("footprint", []) if service.get("id"))


def default_ids(entries, slug_of, taken):
    """Ids in order: the stated one, or the slug with -2, -3 when taken; stated ids are taken first."""
    taken = set(taken)
    ids = []
    for entry in entries:
        found = entry.get("id")
        if not found:
            base = found = slug_of(entry)
            count = 2
            while found in taken:
                found, count = f"{base}-{count}", count + 1
        taken.add(found)
        ids.append(found)
    return ids


def pool_ids(sheet):
    pools = sheet.get("funding", {}).get("pools", [])
    stated = [pool["id"] for pool in pools if "id" in pool]
    return default_ids(pools, lambda pool: pool["programme"], stated)


def check_funding(sheet):
    funding = sheet.get("funding", {})
    months = funding.get("months", 12)
    if funding.get("fullVolumeMonth", 1) > months:
        fail("funding.fullVolumeMonth", funding["fullVolumeMonth"], "beyond the projection")
    cases = {case["id"] for case in sheet.get("useCases", [])}
    pools = funding.get("pools", [])
    unique([pool["id"] for pool in pools if "id" in pool], "funding.pools")
    for index, pool in enumerate(pools):
        path = f"funding.pools[{index}]"
        if pool.get("id") in ("held", "customer"):
            fail(path + ".id", pool["id"], "reserved")
        if pool.get("fromMonth", 1) > months:
            fail(path + ".fromMonth", pool["fromMonth"], "beyond the projection")
        for case in pool.get("useCases", []):
            if case not in cases:
                fail(path + ".useCases", case, "no such use case")
        if "route" in pool and pool["programme"] in ("activate-founders", "genai-accelerator"):
            fail(path + ".route", pool["route"], "this programme takes none")
    named = [entry["pool"] for entry in sheet.get("records", [])]
    unique(named, "records")
    for name in named:
        if name not in pool_ids(sheet):
            fail("records", name, "no such pool")


def check_references(sheet):
    unique([case["id"] for case in sheet.get("useCases", [])], "useCases")
    unique(stated_ids(sheet), "useCases")
    for index, case in enumerate(sheet.get("useCases", [])):
        for inner, load in enumerate(case.get("workloads", [])):
            check_workload(load, f"useCases[{index}].workloads[{inner}]")
        for inner, service in enumerate(case.get("services", [])):
            check_service(service, f"useCases[{index}].services[{inner}]")
    for index, service in enumerate(sheet.get("footprint", [])):
        check_service(service, f"footprint[{index}]")
    check_funding(sheet)


# --- the file ---------------------------------------------------------------------------------------------------------


def no_duplicates(pairs):
    keys = [key for key, _ in pairs]
    unique(keys, "object")
    return dict(pairs)


def no_number(text_):
    raise SheetError(f"{text_}: decimals are strings")


def read(data):
    if len(data) > MAX_BYTES:
        raise SheetError("file: more than 4 MiB")
    try:
        decoded = data.decode("utf-8").removeprefix("\ufeff")
        sheet = json.loads(decoded, object_pairs_hook=no_duplicates, parse_float=no_number, parse_constant=no_number)
    except (UnicodeDecodeError, json.JSONDecodeError, RecursionError) as error:
        raise SheetError(f"file: {error}") from error
    if re.search("[\0\ud800-\udfff]", json.dumps(sheet, ensure_ascii=False)) or "\\u0000" in json.dumps(sheet):
        raise SheetError("file: NUL or lone surrogate")
    WORKSHEET(sheet, "")
    check_references(sheet)
    return sheet
