"""Spend by line and month: rules 1 to 10 of CONTRACT 3, one exact fraction at a time."""

import re
from fractions import Fraction

import pricing
import sheet as sheets
from sheet import number

MAX_REQUESTS = 10**15
MAX_LINE_CENTS = 10**12 * 100
MAX_TOTAL_CENTS = 10**15 * 100


class TooLarge(Exception):
    """Above the limits of rule 10."""


class Line:
    """One workload or service: whole cents per month, in worksheet order."""

    def __init__(self, id_, use_case, name, service, model, eligible, monthly):
        self.id, self.use_case, self.name, self.service = id_, use_case, name, service
        self.model, self.eligible, self.monthly = model, eligible, monthly


def whole(value):
    """Half-even to a whole number. round() of a Fraction is exactly that."""
    return round(value)


def places(value, count):
    return Fraction(whole(value * 10**count), 10**count)


def cents(dollars):
    return whole(dollars * 100)


def growth_factors(entry, months):
    """Month -> f of rule 2, for the active months of the projection only."""
    first = entry.get("fromMonth", 1)
    last = min(entry.get("toMonth", months), months)
    factors = {}
    factor = Fraction(1)
    for month in range(first, last + 1):
        factors[month] = factor
        factor = places(factor * (1 + number(entry.get("growthPerMonth", "0"))), 12)
    return factors


def requests_per_day(load):
    if "users" in load:
        return whole(load["users"] * number(load.get("actionsPerUserPerDay", "0")))
    return load.get("requestsPerDay", 0)


def requests_in(load, month, factor):
    multiplier = Fraction(1)
    for step in load.get("steps", []):
        if step["month"] <= month:
            multiplier *= number(step["multiplier"])
    requests = whole(requests_per_day(load) * load.get("callsPerRequest", 1) * number(load.get("daysPerMonth", "30"))
                     * factor * multiplier)
    if requests > MAX_REQUESTS:
        raise TooLarge(f"{load['id']}: more than 10^15 requests in month {month}")
    return requests


def prefix_tokens(load, row):
    """The cached prefix P of rule 5, 0 when nothing is cached."""
    prefix = min(load.get("cachedPrefixTokens", 0), load.get("inputTokens", 0))
    if prefix < row.get("cacheMinimumTokens", 0) or number(load.get("cacheHitRate", "0")) == 0:
        return 0
    return prefix


def token_charge(load, row, requests):
    """Exact dollars for one month's requests."""
    fresh, out = load.get("inputTokens", 0), load.get("outputTokens", 0)
    rates = pricing.rates_for(row, fresh)
    prefix = prefix_tokens(load, row)
    batch = whole(requests * number(load.get("batchShare", "0")))
    demand = requests - batch
    hits = whole(demand * number(load.get("cacheHitRate", "0")))
    tier = load.get("tier", "standard")
    input_key, output_key = ("input", "output") if tier == "standard" else (tier + "Input", tier + "Output")
    write_key = "cacheWrite1h" if load.get("cacheTtl", "5m") == "1h" else "cacheWrite5m"
    tokens = (
        ("cacheRead", hits * prefix), (write_key, (demand - hits) * prefix), (input_key, demand * (fresh - prefix)),
        (output_key, demand * out), ("batchInput", batch * fresh), ("batchOutput", batch * out))
    return sum((count * pricing.rate(rates, key) for key, count in tokens if count), Fraction(0))


def workload_line(load, case, region, book, months):
    model = row = None
    if load.get("model"):
        model = pricing.find_model(book, load["model"])
        if model["billedBy"] != "token":
            raise pricing.PriceError(f"{model['id']}: billed by {model['billedBy']}; use item {model.get('item')}")
        row = pricing.find_row(model, region, load.get("scope", "regional"))
        if "provisioned" in load:
            hourly = pricing.provisioned_rate(model, row, load["provisioned"].get("commitment", "none"))
    monthly = [0] * months
    for month, factor in growth_factors(load, months).items():
        requests = requests_in(load, month, factor)
        if row is None:
            continue
        if "provisioned" in load:
            monthly[month - 1] = cents(load["provisioned"].get("modelUnits", 0) * hourly * 730)
        else:
            monthly[month - 1] = cents(token_charge(load, row, requests))
    return Line(load["id"], case["id"], load.get("name", load["id"]), "Amazon Bedrock", model and model["id"], True,
                monthly)


def service_line(entry, id_, case, region, book, months):
    price = pricing.find_price(book, entry["item"], region) if "item" in entry else None
    monthly = [0] * months
    for month, factor in growth_factors(entry, months).items():
        if price is None:
            dollars = number(entry.get("monthlyUsd", "0")) * factor
        else:
            dollars = pricing.tiered(price, places(number(entry.get("quantity", "0")) * factor, 6))
        monthly[month - 1] = cents(dollars)
    return Line(id_, case and case["id"], entry["service"], pricing.service_name(entry), None,
                entry.get("creditEligible", True), monthly)


def slug(text):
    return re.sub("[^a-z0-9]+", "-", text.lower()).strip("-")[:60].strip("-") or "case"


def service_ids(sheet):
    services = [s for case in sheet.get("useCases", []) for s in case.get("services", [])]
    services += sheet.get("footprint", [])
    ids = sheets.default_ids(services, lambda entry: slug(entry["service"]), sheets.stated_ids(sheet))
    return iter(ids)


def lines_of(sheet, book, months):
    """All lines in worksheet order: use cases, their workloads then their services; then the footprint."""
    home = sheet.get("aws", {}).get("region", "us-east-1")
    ids = service_ids(sheet)
    lines = []
    for case in sheet.get("useCases", []):
        region = case.get("region", home)
        lines += [workload_line(load, case, region, book, months) for load in case.get("workloads", [])]
        lines += [service_line(s, next(ids), case, region, book, months) for s in case.get("services", [])]
    lines += [service_line(s, next(ids), None, home, book, months) for s in sheet.get("footprint", [])]
    for line in lines:
        if max(line.monthly, default=0) > MAX_LINE_CENTS:
            raise TooLarge(f"{line.id}: more than 10^12 dollars in a month")
    if sum(sum(line.monthly) for line in lines) > MAX_TOTAL_CENTS:
        raise TooLarge("funding: more than 10^15 dollars in all")
    return lines


def add(rows, months):
    return [sum(row[i] for row in rows) for i in range(months)]


def statistics(monthly, full_month):
    """average, peak and full of rule 9, in cents; full_month is None when nothing is ever spent."""
    spent = [value for value in monthly if value]
    return {
        "total": sum(monthly), "average": whole(Fraction(sum(spent), len(spent))) if spent else 0,
        "peak": max(monthly), "full": monthly[full_month - 1] if full_month else 0}


def full_month(sheet, total):
    stated = sheet.get("funding", {}).get("fullVolumeMonth")
    return stated or next((m for m in range(len(total), 0, -1) if total[m - 1]), None)
