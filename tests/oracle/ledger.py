"""Eligibility, asks and the pool ledger: rules 11 to 15 of CONTRACT 3 and the table below them, in whole cents."""

import calendar as days_of
from fractions import Fraction

from sheet import number, pool_ids

# programme: (ceiling in dollars or None, months of the window, months of validity)
PROGRAMMES = {
    "bedrock-poc": (50_000, 3, 12), "activate-founders": (5_000, 12, 12), "activate-portfolio": (100_000, 12, 24),
    "genai-accelerator": (1_000_000, 12, 24), "enterprise-poc": (None, 3, 12)}
POC = ("bedrock-poc", "enterprise-poc")
STEP = 500 * 100
# Days are tuples of year, month and day: a pool may be valid beyond the year 9999.
NEVER = (10**6, 1, 1)
ALWAYS = (0, 1, 1)


def day_of(text):
    return tuple(int(part) for part in text.split("-"))


class Calendar:
    """Months are numbered from 1 = the first month of the projection."""

    def __init__(self, start, months):
        self.start = int(start[:4]) * 12 + int(start[5:7]) - 1
        self.months = months

    def number_of(self, day):
        return day[0] * 12 + day[1] - 1 - self.start + 1

    def first_day(self, month):
        index = self.start + month - 1
        return index // 12, index % 12 + 1, 1

    def last_day(self, month):
        year, month, _ = self.first_day(month)
        return year, month, days_of.monthrange(year, month)[1]


class Payer:
    """A held credit or a pool: what it may pay, when, and with how much."""

    def __init__(self, id_, programme, lines, expires, issued):
        self.id, self.programme, self.lines, self.expires, self.issued = id_, programme, lines, expires, issued
        self.ask = self.raw_ask = self.need = 0
        self.eligible = True

    def valid(self, calendar, month):
        return calendar.number_of(self.issued) <= month and calendar.first_day(month) <= self.expires


class Held(Payer):
    def __init__(self, entry, lines):
        super().__init__("held", entry["programme"], lines,
                         day_of(entry["expiresOn"]) if "expiresOn" in entry else NEVER,
                         day_of(entry["grantedOn"]) if "grantedOn" in entry else ALWAYS)
        self.ask = int(number(entry["remainingUsd"]) * 100)


class Pool(Payer):
    def __init__(self, id_, entry, sheet, lines, calendar, first_issue):
        programme = entry["programme"]
        self.ceiling, window, validity = PROGRAMMES[programme]
        self.from_month, self.months = entry.get("fromMonth", 1), entry.get("months", window)
        self.issued_month = max(entry.get("issuedMonth", self.from_month), first_issue)
        last = self.issued_month + entry.get("validMonths", validity) - 1
        self.amount = entry.get("amountUsd")
        self.cases = self.scope(entry, sheet)
        mine = [line for line in lines if line.eligible and (self.cases is None or line.use_case in self.cases)]
        super().__init__(id_, programme, mine, calendar.last_day(last), calendar.first_day(self.issued_month))

    @staticmethod
    def scope(entry, sheet):
        """Ids of the use cases the pool is earmarked to; None is general purpose."""
        if entry.get("useCases"):
            return set(entry["useCases"])
        if entry["programme"] in POC:
            return {case["id"] for case in sheet.get("useCases", []) if case.get("proofOfConcept", False)}
        return None

    def window(self, calendar):
        first = max(self.from_month, self.issued_month)
        return range(first, min(self.from_month + self.months - 1, calendar.months) + 1)

    def size(self, left, calendar, headroom):
        """Need, raw ask and ask (rule 12) from what the credits before this pool leave."""
        self.need = sum(left[line.id][month] for line in self.lines for month in self.window(calendar))
        self.raw_ask = -(-self.need * (1 + headroom) // STEP) * STEP
        self.ask = self.raw_ask if self.ceiling is None else min(self.raw_ask, self.ceiling * 100)
        if self.amount is not None:
            self.ask = int(number(self.amount) * 100)
        if not self.eligible:
            self.ask = 0


# --- eligibility ------------------------------------------------------------------------------------------------------


def closed_by_company(programme, sheet):
    """Rows of the table that look at the company and its credits only."""
    company = sheet["company"]
    stage = company.get("stage")
    prior = {credit["programme"] for credit in sheet.get("aws", {}).get("priorCredits", [])}
    return (
        company.get("competesWithAws", False)
        or (stage == "individual" and programme != "activate-founders")
        or (stage == "established" and programme in ("activate-founders", "activate-portfolio", "genai-accelerator"))
        or (stage == "series-b-plus" and programme == "activate-founders")
        or (stage in ("pre-seed", "seed", "series-a") and programme == "enterprise-poc")
        or (programme == "activate-portfolio" and not company.get("institutionallyFunded", False))
        or (programme == "genai-accelerator" and not company.get("aiFirst", False))
        or (programme == "activate-founders" and programme in prior))


def judge(pools, sheet):
    """Sets `eligible` of each pool, in order: an earlier eligible POC pool closes its use cases to later ones."""
    concepts = {case["id"] for case in sheet.get("useCases", [])
                if case.get("proofOfConcept", False) and case.get("workloads")}
    taken = set()
    for pool in pools:
        pool.eligible = not closed_by_company(pool.programme, sheet)
        if pool.programme in POC:
            pool.eligible = pool.eligible and bool(pool.cases & concepts) and not pool.cases & taken
            if pool.eligible:
                taken |= pool.cases


# --- paying -----------------------------------------------------------------------------------------------------------


class Run:
    """One walk through the months with some credits: what each paid for which line, and what is left."""

    def __init__(self, lines, payers, calendar):
        self.lines, self.payers, self.calendar = lines, payers, calendar
        self.balance = {payer: payer.ask for payer in payers}
        self.exhausted = {payer: None for payer in payers}
        self.paid = []  # (month, line, payer, cents)
        self.left = {line.id: {m: line.monthly[m - 1] for m in range(1, calendar.months + 1)} for line in lines}

    def pay(self, payer, line, month):
        amount = min(self.left[line.id][month], self.balance[payer])
        if not amount or line not in payer.lines or not payer.valid(self.calendar, month):
            return
        self.left[line.id][month] -= amount
        self.balance[payer] -= amount
        self.paid.append((month, line, payer, amount))
        if not self.balance[payer]:
            self.exhausted[payer] = month


def run_planned(lines, payers, calendar):
    """Rule 13: held credits, the soonest to expire first, then pools, line by line."""
    run = Run(lines, payers, calendar)
    held = sorted((p for p in payers if isinstance(p, Held)), key=lambda p: p.expires)
    order = held + [p for p in payers if isinstance(p, Pool)]
    for month in range(1, calendar.months + 1):
        for line in lines:
            for payer in order:
                run.pay(payer, line, month)
    return run


def services_by_size(lines, month):
    totals = {}
    for line in lines:
        totals[line.service] = totals.get(line.service, 0) + line.monthly[month - 1]
    return sorted(totals, key=lambda service: -totals[service])


def run_aws(lines, payers, calendar):
    """Rule 15: credits by expiry, breadth and issue; each pays the largest services first."""
    run = Run(lines, payers, calendar)
    order = sorted(payers, key=lambda p: (p.expires, len({line.service for line in p.lines}), p.issued))
    for month in range(1, calendar.months + 1):
        for payer in order:
            for service in services_by_size(lines, month):
                for line in lines:
                    if line.service == service:
                        run.pay(payer, line, month)
    return run


def plan(sheet, lines, calendar, as_of, order):
    """(held, pools, final run): asks one after the other, each from what the credits before it leave."""
    walk = run_aws if order == "aws" else run_planned
    eligible_lines = [line for line in lines if line.eligible]
    credits_ = sheet.get("aws", {}).get("priorCredits", [])
    held = [Held(entry, eligible_lines) for entry in credits_ if number(entry.get("remainingUsd", "0")) > 0]
    funding = sheet.get("funding", {})
    first_issue = calendar.number_of((as_of.year, as_of.month)) + 1
    pools = [Pool(id_, entry, sheet, lines, calendar, first_issue)
             for id_, entry in zip(pool_ids(sheet), funding.get("pools", []))]
    judge(pools, sheet)
    headroom = Fraction(funding.get("headroom", "0.20"))
    for index, pool in enumerate(pools):
        before = walk(lines, held + pools[:index], calendar)
        pool.size(before.left, calendar, headroom)
    return held, pools, walk(lines, held + pools, calendar)


def lapsed(payer, calendar):
    return payer.expires <= calendar.last_day(calendar.months)
