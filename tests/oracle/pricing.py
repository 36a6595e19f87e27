"""Price look-ups of the oracle: CONTRACT 2 and rules 7 and 8 of CONTRACT 3 on a rate book as parsed JSON."""

from fractions import Fraction

MILLION = 1_000_000
BEDROCK_ITEMS = ("guardrails/", "knowledge-bases/", "rerank/", "data-automation/", "custom-models/")
# What a rate falls back to, in order (rule 7). The tier's own name for a rate is put in front where there is one.
FALLBACKS = {
    "batchInput": "input", "batchOutput": "output", "flexInput": "input", "flexOutput": "output",
    "priorityInput": "input", "priorityOutput": "output", "cacheRead": "input", "cacheWrite1h": "cacheWrite5m",
    "cacheWrite5m": "input"}


class PriceError(Exception):
    """An unknown model, a region or item without a price, a quantity beyond the last documented tier."""


def find_model(book, name):
    for key in ("id", "aliases", "name"):
        found = [m for m in book["models"] if name == m[key] or (key == "aliases" and name in m[key])]
        if len(found) == 1:
            return found[0]
        if found:
            raise PriceError(f"{name}: several models have this name")
    raise PriceError(f"{name}: the rate book has no such model")


def find_row(model, region, scope):
    """The row of the region in the scope, else in the other scope."""
    other = "global" if scope == "regional" else "regional"
    for wanted in (scope, other):
        for row in model["rows"]:
            if row["region"] == region and row["scope"] == wanted:
                return row
    raise PriceError(f"{model['id']}: no price in {region}")


def rate(rates, key):
    """Dollars per token; falls back along FALLBACKS, never guesses."""
    while key not in rates:
        if key not in FALLBACKS:
            raise PriceError(f"the rate book has no {key} rate")
        key = FALLBACKS[key]
    return Fraction(rates[key]) / MILLION


def rates_for(row, input_tokens):
    """A call above the threshold is billed wholly at the rates of the long-prompt band."""
    band = row.get("longPrompt")
    if band and input_tokens > band["thresholdTokens"]:
        return band["rates"]
    return row["rates"]


def provisioned_rate(model, row, commitment):
    hourly = row.get("provisioned", {}).get(commitment)
    if hourly is None:
        raise PriceError(f"{model['id']}: no provisioned price with commitment {commitment}")
    return Fraction(hourly)


def find_price(book, item_id, region):
    item = next((i for i in book["items"] if i["id"] == item_id), None)
    if item is None:
        raise PriceError(f"{item_id}: the rate book has no such item; give monthlyUsd")
    for wanted in (region, "default"):
        for price in item["prices"]:
            if price["region"] == wanted:
                return price
    raise PriceError(f"{item_id}: no price in {region}; give monthlyUsd or import prices")


def tiered(price, quantity):
    """Dollars for a monthly quantity of single units, tier by tier."""
    total = Fraction(0)
    done = Fraction(0)
    for tier in price["tiers"]:
        end = min(quantity, Fraction(tier["upTo"])) if "upTo" in tier else quantity
        if end > done:
            total += (end - done) * Fraction(tier["price"]) / Fraction(price["per"])
            done = end
    if done < quantity:
        raise PriceError(f"{quantity} units are beyond the last documented tier; give monthlyUsd")
    return total


def service_name(entry):
    item = entry.get("item", "")
    if item.startswith("agentcore/"):
        return "Amazon Bedrock AgentCore"
    if item.startswith(BEDROCK_ITEMS):
        return "Amazon Bedrock"
    return entry["service"]
