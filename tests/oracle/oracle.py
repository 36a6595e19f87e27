#!/usr/bin/env python3
"""A second, slow implementation of CONTRACT 1 and 3: prints the projection of a worksheet as CONTRACT 4's JSON.

    oracle.py --rates BOOK --as-of DATE [--order planned|aws] WORKSHEET

Integers and fractions only. Findings, explanations and reasons are left out; `need` of a pool is added. Exit status 2
and one message for what the contract calls an error. README.md says how unclear rules were read.
"""

import argparse
import datetime
import json
import sys

import ledger
import pricing
import projecting
import sheet as sheets

ERRORS = (sheets.SheetError, pricing.PriceError, projecting.TooLarge)


def money(cents):
    return f"{cents // 100}.{cents % 100:02d}"


def moneys(values):
    return [money(value) for value in values]


def row(monthly):
    return {"monthly": moneys(monthly), "total": money(sum(monthly))}


def month_name(index):
    return f"{index // 12:04d}-{index % 12 + 1:02d}"


def line_json(line):
    return {"id": line.id, "useCase": line.use_case, "name": line.name, "service": line.service, "model": line.model,
            "creditEligible": line.eligible, **row(line.monthly)}


def statistics_json(monthly, full):
    figures = projecting.statistics(monthly, full)
    return {"monthly": moneys(monthly), **{key: money(value) for key, value in figures.items()}}


def services_json(lines, months, full):
    names = list(dict.fromkeys(line.service for line in lines))
    return [{"service": name, **statistics_json(
        projecting.add([line.monthly for line in lines if line.service == name], months), full)} for name in names]


def paid_by(run, months, payer):
    monthly = [0] * months
    for month, _, who, amount in run.paid:
        if who is payer:
            monthly[month - 1] += amount
    return monthly


def rest_json(payer, run, calendar):
    left = money(run.balance[payer])
    late = ledger.lapsed(payer, calendar)
    return {"pays": row(paid_by(run, calendar.months, payer)), "forfeited": left if late else "0.00",
            "unspent": "0.00" if late else left}


def pool_json(pool, run, calendar):
    return {"id": pool.id, "programme": pool.programme, "eligible": pool.eligible, "need": money(pool.need),
            "rawAsk": money(pool.raw_ask), "ask": money(pool.ask), "fromMonth": pool.from_month,
            "months": pool.months, **rest_json(pool, run, calendar), "exhaustedInMonth": run.exhausted[pool]}


def ledger_json(lines, pools, run, months):
    """Every cent once: by month, line, then held, pools in order, customer, notEligible."""
    amounts = {}
    for month, line, payer, amount in run.paid:
        key = (month, line.id, payer.id)
        amounts[key] = amounts.get(key, 0) + amount
    for line in lines:
        rest = "customer" if line.eligible else "notEligible"
        for month in range(1, months + 1):
            amounts[(month, line.id, rest)] = run.left[line.id][month]
    return [{"line": line.id, "month": month, "pool": pool, "amount": money(amounts[(month, line.id, pool)])}
            for month in range(1, months + 1) for line in lines
            for pool in ["held"] + [p.id for p in pools] + ["customer", "notEligible"]
            if amounts.get((month, line.id, pool))]


def project(data, book, as_of, order="planned"):
    """The projection of a worksheet's bytes as the object of CONTRACT 4; raises one of ERRORS."""
    sheet = sheets.read(data)
    funding = sheet.get("funding", {})
    months = funding.get("months", 12)
    start = funding.get("startMonth", month_name(as_of.year * 12 + as_of.month))
    calendar = ledger.Calendar(start, months)
    lines = projecting.lines_of(sheet, book, months)
    held, pools, run = ledger.plan(sheet, lines, calendar, as_of, order)
    total = projecting.add([line.monthly for line in lines], months)
    full = projecting.full_month(sheet, total)
    customer, not_eligible = ([sum(run.left[line.id][m] for line in lines if line.eligible is wanted)
                               for m in range(1, months + 1)] for wanted in (True, False))
    return {
        "format": "briefstack-projection", "version": 1, "currency": "USD", "evaluatedOn": as_of.isoformat(),
        "startMonth": start, "months": months, "rateBook": {"id": book["id"], "asOf": book["asOf"]},
        "lines": [line_json(line) for line in lines], "services": services_json(lines, months, full),
        "total": statistics_json(total, full), "pools": [pool_json(pool, run, calendar) for pool in pools],
        "heldCredits": [{"programme": h.programme, **rest_json(h, run, calendar)} for h in held],
        "customer": row(customer), "notEligible": row(not_eligible), "ledger": ledger_json(lines, pools, run, months)}


def load_book(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rates", required=True)
    parser.add_argument("--as-of", required=True, type=datetime.date.fromisoformat)
    parser.add_argument("--order", choices=("planned", "aws"), default="planned")
    parser.add_argument("worksheet")
    arguments = parser.parse_args()
    with open(arguments.worksheet, "rb") as file:
        data = file.read()
    try:
        result = project(data, load_book(arguments.rates), arguments.as_of, arguments.order)
    except ERRORS as error:
        print(f"oracle: {arguments.worksheet}: {error}", file=sys.stderr)
        return 2
    print(json.dumps(result, indent=1, ensure_ascii=False))
    return 0


if __name__ == "__main__":
    sys.exit(main())
