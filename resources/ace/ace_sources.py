"""Where the facts of the pack come from: one sentence each, and the date of the copy that was read.

An entry of the pack names one of these keys as its `source`; its `asOf` is the date given here.
"""

SOURCES = {
    "schema": (
        "2026-08-04",
        "Service model of the Partner Central Selling API (botocore, partnercentral-selling/2022-07-26): shapes, lengths, "
        "patterns, enumerations and their documentation.",
    ),
    "data-model": (
        "2025-10-28",
        "ACE data model workbook of the AWS sample integration: what the business rules require, with the service's messages.",
    ),
    "guide": (
        "2026",
        "Partner Central sales guide, creating opportunities: what the console asks and advises.",
    ),
    "bulk-guide": (
        "2026",
        "Partner Central sales guide, bulk actions: what the import template takes.",
    ),
    "developer-guide": (
        "2026",
        "Partner Central developer guide: opportunities, their updates, deal sizing.",
    ),
    "observed": (
        "2026-07-17",
        "Behavior of the Sandbox catalog as recorded by the AWS sample connector (tests of May 2026).",
    ),
    "vendor": (
        "2026-11-22",
        "Messages of ACE as listed by connector vendors; undated, read on this day.",
    ),
    "postal": (
        "2026-08-21",
        "Postal code formats by country of the AWS sample integration; ISO 3166-1 codes added.",
    ),
    "products": (
        "2026-08-17",
        "List of AWS products of the AWS sample integration, the authority for AssociateOpportunity.",
    ),
}


def stamped(entry, source):
    """The entry with its source and that source's date."""
    return {**entry, "source": source, "asOf": SOURCES[source][0]}
