"""One mistake each for the generator: (worksheet, rng, book) -> the worksheet spoiled, or None where it has no place.

Only what CONTRACT 1 to 3 calls an error without doubt.
"""


def workloads(sheet):
    return [load for case in sheet.get("useCases", []) for load in case.get("workloads", [])]


def services(sheet):
    inner = [service for case in sheet.get("useCases", []) for service in case.get("services", [])]
    return inner + sheet.get("footprint", [])


def pools(sheet):
    return sheet.get("funding", {}).get("pools", [])


def on(find, change):
    """A mistake made on one random entry of those that `find` gives."""

    def spoil(sheet, rng, book):
        entries = find(sheet)
        if not entries:
            return None
        change(rng.choice(entries), rng, book)
        return sheet

    return spoil


def put(**values):
    return lambda entry, rng, book: entry.update(values)


def other_unit(load, rng, book):
    load["model"] = rng.choice([m["id"] for m in book["models"] if m["billedBy"] != "token"])


def unpriced_item(service, rng, book):
    service.pop("monthlyUsd", None)
    service.update(item=rng.choice(("nothing/here", "s3/", "Amazon S3")), quantity="1")


def beyond_last_tier(service, rng, book):
    ends = [(item["id"], price["tiers"][-1]["upTo"]) for item in book["items"] for price in item["prices"]
            if "upTo" in price["tiers"][-1] and price["region"] in ("us-east-1", "default")]
    item, end = rng.choice(ends)
    for key in ("monthlyUsd", "fromMonth", "toMonth", "growthPerMonth"):
        service.pop(key, None)
    service.update(item=item, quantity=str(int(end.split(".")[0]) + 1))


def too_many_requests(load, rng, book):
    for key in ("users", "actionsPerUserPerDay", "fromMonth", "toMonth", "steps"):
        load.pop(key, None)
    load.update(requestsPerDay=10**9, callsPerRequest=1000, daysPerMonth="31", growthPerMonth="0",
                steps=[{"month": 1, "multiplier": "1000"}])


def too_many_dollars(service, rng, book):
    for key in ("item", "quantity", "fromMonth", "toMonth"):
        service.pop(key, None)
    service.update(monthlyUsd="1000000000000", growthPerMonth="0")
    service["growthPerMonth"] = "0.000001"


def no_provisioned_price(load, rng, book):
    free = [m["id"] for m in book["models"] if m["billedBy"] == "token" and not any("provisioned" in r
                                                                                for r in m["rows"])]
    load.update(model=rng.choice(free), provisioned={"modelUnits": 1, "commitment": "none"})


def twice(sheet, rng, book):
    loads = workloads(sheet)
    if len(loads) < 2:
        return None
    loads[0]["id"] = loads[1]["id"]
    return sheet


def months_swapped(entry, rng, book):
    entry.update(fromMonth=5, toMonth=4)


def full_month_beyond(sheet, rng, book):
    funding = sheet.setdefault("funding", {})
    if funding.get("months", 12) == 36:
        return None
    funding["fullVolumeMonth"] = funding.get("months", 12) + 1
    return sheet


def pool_beyond(sheet, rng, book):
    months = sheet.get("funding", {}).get("months", 12)
    if not pools(sheet) or months == 36:
        return None
    pools(sheet)[0]["fromMonth"] = months + 1
    return sheet


def unknown_key(sheet, rng, book):
    sheet["workload"] = []
    return sheet


def two_volumes(load, rng, book):
    load.update(requestsPerDay=1, users=1)


def two_prices(service, rng, book):
    service.update(item=rng.choice(book["items"])["id"], monthlyUsd="1")


def unpriced_region(sheet, rng, book):
    cases = [case for case in sheet.get("useCases", []) if any("model" in load for load in case.get("workloads", []))]
    if not cases:
        return None
    rng.choice(cases)["region"] = "xx-nowhere-9"
    return sheet


KINDS = {
    "unknown-model": on(workloads, put(model="anthropic.claude-sonnet-46")),
    "other-unit": on(workloads, other_unit),
    "no-region": unpriced_region,
    "no-item": on(services, unpriced_item),
    "last-tier": on(lambda sheet: sheet.get("footprint", []) if "region" not in sheet.get("aws", {}) else [], beyond_last_tier),
    "requests": on(workloads, too_many_requests),
    "dollars": on(services, too_many_dollars),
    "provisioned": on(workloads, no_provisioned_price),
    "same-id": twice,
    "months": on(lambda sheet: workloads(sheet) + services(sheet), months_swapped),
    "full-month": full_month_beyond,
    "pool-month": pool_beyond,
    "pool-scope": on(pools, put(useCases=["no-such-use-case"])),
    "programme": on(pools, put(programme="free-credits")),
    "unknown-key": unknown_key,
    "two-volumes": on(workloads, two_volumes),
    "two-prices": on(services, two_prices),
    "share": on(workloads, put(batchShare="1.000001")),
    "decimals": on(workloads, put(cacheHitRate="0.1234567")),
    "number": on(services, put(growthPerMonth="1e-1")),
    "prefix": on(workloads, put(inputTokens=10, cachedPrefixTokens=11)),
    "multiplier": on(workloads, put(steps=[{"month": 2, "multiplier": "1"}, {"month": 2, "multiplier": "2"}])),
    "reserved-id": on(pools, put(id="customer")),
    "range": on(workloads, put(range={"inputTokens": [5, 4]})),
}
