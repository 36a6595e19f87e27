#!/usr/bin/env python3
"""Checks the oracle itself against figures that were published or worked out by hand: python3 golden.py"""

import datetime
import json
import pathlib
import unittest

import ledger
import oracle
import pricing
import projecting

ROOT = pathlib.Path(__file__).resolve().parents[2]
BOOK = oracle.load_book(ROOT / "resources" / "rates" / "rate-book.json")
AS_OF = datetime.date(2026, 11, 22)


def sample(name):
    return json.loads((ROOT / "resources" / "samples" / f"{name}.worksheet.json").read_bytes())


def project(sheet, order="planned"):
    return oracle.project(json.dumps(sheet).encode(), BOOK, AS_OF, order)


def figures(result, *keys):
    return [tuple(pool[key] for key in keys) for pool in result["pools"]]


class Samples(unittest.TestCase):
    def test_series_a_gets_a_concept_and_a_portfolio_cut_at_its_ceiling(self):
        for order in ("planned", "aws"):
            pools = figures(project(sample("series-a-rag-assistant"), order), "need", "rawAsk", "ask")
            self.assertEqual(pools[0], ("24295.63", "29500.00", "29500.00"))
            self.assertEqual(pools[1][1:], ("230500.00", "100000.00"))

    def test_pre_seed_asks_below_the_floor(self):
        pools = figures(project(sample("pre-seed-agent")), "need", "ask")
        self.assertEqual(pools[0], ("1029.22", "1500.00"))

    def test_enterprise_gets_two_concepts(self):
        pools = figures(project(sample("enterprise-two-use-cases")), "id", "eligible")
        self.assertEqual(pools, [("enterprise-poc", True), ("enterprise-poc-2", True)])

    def test_held_credits_come_first_in_both_orders(self):
        sheet = sample("series-a-rag-assistant")
        sheet["aws"]["priorCredits"].append({"programme": "genai-accelerator", "amountUsd": "6000",
                                             "remainingUsd": "6000", "expiresOn": "2027-02-28"})
        self.assertEqual(figures(project(sheet), "need", "ask")[0], ("18836.03", "23000.00"))
        ordered = project(sheet, "aws")
        self.assertEqual(figures(ordered, "need", "ask")[0], ("19336.03", "23500.00"))
        held = {entry["line"]: entry["amount"] for entry in ordered["ledger"] if entry["pool"] == "held"}
        self.assertEqual(held, {"answers": "3465.00", "evaluation": "1485.00", "embeddings": "9.60",
                                "amazon-ec2": "1040.40"})

    def test_levers_of_the_series_a_case(self):
        sheet = sample("series-a-rag-assistant")
        answers, evaluation, _ = sheet["useCases"][0]["workloads"]
        evaluation["batchShare"] = "1"
        answers.update(cachedPrefixTokens=3000, cacheHitRate="0.8")
        self.assertEqual(figures(project(sheet), "need")[0], ("16810.02",))

    def test_sizing_example(self):
        wanted = {("Claude Sonnet 4.6", "regional"): "3465.00", ("Claude Sonnet 4.6", "global"): "3150.00",
                  ("Claude Opus 4.6", "regional"): "5775.00", ("Amazon Nova Lite", "regional"): "57.60"}
        for (model, scope), total in wanted.items():
            load = {"id": "w", "model": model, "scope": scope, "requestsPerDay": 5000, "inputTokens": 4000,
                    "outputTokens": 600}
            sheet = {"format": "briefstack-worksheet", "version": 1, "company": {"name": "Example"},
                     "useCases": [{"id": "u", "workloads": [load]}], "funding": {"months": 1}}
            self.assertEqual(project(sheet)["total"]["total"], total)


class Rules(unittest.TestCase):
    def test_growth_rounds_half_even_to_twelve_decimals(self):
        factors = projecting.growth_factors({"growthPerMonth": "0.5"}, 14)
        self.assertEqual(str(factors[13]), str(projecting.number("129.746337890625")))
        self.assertEqual(factors[14], projecting.number("194.619506835938"))  # exactly ...9375 before

    def test_requests_round_half_even(self):
        load = {"id": "w", "requestsPerDay": 5, "daysPerMonth": "0.5"}
        self.assertEqual(projecting.requests_in(load, 1, 1), 2)
        self.assertEqual(projecting.requests_in({**load, "requestsPerDay": 7}, 1, 1), 4)

    def test_tiers_are_cumulative_and_end(self):
        price = {"per": "1000", "tiers": [{"upTo": "2000", "price": "1"}, {"upTo": "3000", "price": "0.5"}]}
        self.assertEqual(pricing.tiered(price, projecting.number("2500")), projecting.number("2.25"))
        with self.assertRaises(pricing.PriceError):
            pricing.tiered(price, projecting.number("3000.000001"))

    def test_a_credit_pays_on_its_last_day(self):
        calendar = ledger.Calendar("2027-01", 12)
        credit = ledger.Payer("held", "x", [], (2027, 3, 1), (2027, 1, 31))
        self.assertEqual([m for m in range(1, 13) if credit.valid(calendar, m)], [1, 2, 3])


if __name__ == "__main__":
    unittest.main()
