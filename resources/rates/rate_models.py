"""Turns rows of bedrock-models.json into the book's models, and the per-image prices among them into items."""
import re

from rate_sources import plain, source_of

RATE_KEYS = {
    "input": "inputPerMTok", "output": "outputPerMTok", "cacheRead": "cacheReadPerMTok",
    "cacheWrite5m": "cacheWritePerMTok", "cacheWrite1h": "cacheWrite1hPerMTok",
    "batchInput": "batchInputPerMTok", "batchOutput": "batchOutputPerMTok",
    "flexInput": "flexInputPerMTok", "flexOutput": "flexOutputPerMTok",
    "priorityInput": "priorityInputPerMTok", "priorityOutput": "priorityOutputPerMTok",
}

KNOWN_KEYS = set(RATE_KEYS.values()) | {
    "modelId", "provider", "name", "region", "scope", "embeddingPerMTok", "contextWindow", "maxOutput", "lifecycle",
    "availability", "supports", "source", "asOf", "flags", "cacheMinTokens", "derived", "aliases",
    "reservedPer1kTPMHour", "longContext", "endOfLife", "pricePerImage", "pricePer1kQueries", "latencyOptimised"}

LIFECYCLE = {"ACTIVE": "active", "LEGACY": "legacy", "EOL_PASSED": "ended", "NOT_LISTED_2026-08-21": "unlisted",
             "NEWER_THAN_2026-08-21_SCAN": "new"}

# Pegasus has a price for its output tokens, but its input is billed by the length of the video.
BILLED_BY_VIDEO = {"twelvelabs.pegasus-1-2-v1:0"}
QUERY_ITEMS = {"amazon.rerank-v1:0": "rerank/amazon-queries", "cohere.rerank-v3-5:0": "rerank/cohere-queries"}

# Pricing page of 2026-07-24, per model unit hour: without commitment, 1 month, 6 months. Printed without a region.
PROVISIONED = {
    "meta.llama3-1-8b-instruct-v1:0": ("24", "21.18", "13.08"),
    "meta.llama3-1-70b-instruct-v1:0": ("24", "21.18", "13.08"),
    "meta.llama3-2-1b-instruct-v1:0": ("23", "20.3", "12.54"),
    "meta.llama3-2-3b-instruct-v1:0": ("23", "20.3", "12.54"),
    "meta.llama3-2-11b-instruct-v1:0": ("23", "20.3", "12.54"),
    "meta.llama3-2-90b-instruct-v1:0": ("30", "26.48", "16.35"),
    "cohere.embed-english-v3": ("7.12", "6.76", "6.41"),
    "cohere.embed-multilingual-v3": ("7.12", "6.76", "6.41"),
    "amazon.nova-canvas-v1:0": ("60.5", "55", "30.25"),
}
US_REGIONS = {"us-east-1", "us-west-2"}
PROVISIONED_NOTE = ("Provisioned Throughput as printed without a region on the pricing page of 2026-07-24: entered "
                    "for US regions only.")

# A flag of the facts -> what the row says about itself: ("note" or "suspect", our words). None: nothing to say.
FLAGS = {
    "price exists but the 2026-08-21 scan shows no inference type in this region":
        ("suspect", "Priced here, but the model scan of 2026-08-21 offers no way to call it in this region."),
    "regional price row but the 2026-08-21 scan offers only the global profile in this region":
        ("suspect", "Priced as regional, but the model scan of 2026-08-21 offers only the global profile here."),
    "model id absent from the 2026-08-21 ListFoundationModels scan: treat as withdrawn or not generally available":
        ("suspect", "Not in the model scan of 2026-08-21: withdrawn or not generally available."),
    "model id inferred from the naming pattern, not seen verbatim":
        ("suspect", "The model id follows the naming pattern and was not seen in a source."),
    "single third-party source": None,  # said for every source of SINGLE_SOURCES
    "aToy value 0.3/2.5 is the global SKU; corrected":
        ("note", "The table of 2026-08-20 carried the global price here; this is the regional one."),
    "batch output 1.9785 is above half of 3.597 (1.7985): quirk of the price list, kept":
        ("suspect", "Batch output 1.9785 is above half of 3.597; kept as listed."),
    "preview model": ("note", "A preview model."),
    "premium quality 0.06; up to 2048px standard 0.06, premium 0.08; litellm carries only 0.06":
        ("note", "0.04 is standard quality up to 1024 px; premium 0.06; up to 2048 px 0.06, premium 0.08."),
    "cache write is not billed for Nova per the 2026-10-08 snapshot of Nova 2 Lite and the AWS page (no write column)":
        ("note", "Cache writes are not billed for Nova."),
    "a query holds up to 100 document chunks; each further 100 counts as another query; document <= 512 tokens":
        ("note", "A query covers up to 100 document chunks of at most 512 tokens; each further 100 are another query."),
    "a query holds up to 100 document chunks": ("note", "A query covers up to 100 document chunks."),
    "not offered in us-east-1 in the 2026-08-21 scan":
        ("note", "Not offered in us-east-1 in the model scan of 2026-08-21."),
    "price list row 1/5 is the latency-optimised SKU; standard price from the AWS page":
        ("note", "Standard price from the pricing page; the Price List row is the latency-optimized one."),
    "price list row 1/4 is the latency-optimised SKU; standard price from the AWS page":
        ("note", "Standard price from the pricing page; the Price List row is the latency-optimized one."),
    "litellm context 1,000,000 replaced by 200,000": None,
    "AWS page 2026-07-24 shows batch N/A": ("note", "The pricing page of 2026-07-24 offers no batch inference."),
    "genai-prices id claude-fable-5-1-v1:0; 1-hour write from the model card look-up":
        ("note", "The source names the id with the suffix -v1:0; the 1-hour write is from the model card."),
    "us-west-2 FoundationModels rows of 2026-09 carry a batch input price of 7.5; the page of 2026-07-24 says batch "
    "N/A":
        ("note", "Offer rows of September 2026 carry a batch input price of 7.5; the pricing page says no batch."),
    "no global batch row seen; regional batch 2.75/13.75 exists in the price list":
        ("note", "No batch price seen for the global scope."),
    "cacheMinTokens: AWS toolkit 2048, litellm 1024":
        ("note", "Minimum cached prefix: 2,048 in AWS's notes of 2026-08-20, 1,024 in litellm."),
    "cache write is a 30-minute write":
        ("note", "A cache write lasts 30 minutes; its price is entered as the 5-minute write."),
    "not in the public Price List as of 2026-08-04 (AWS startup-advisor cache); list price billed on Bedrock":
        ("note", "Was not in the public Price List on 2026-08-04."),
    "before 2026-07-30: 1.1/6.6 regional; litellm and the 2026-07-24 page still show that":
        ("suspect", "Price after the cut of 2026-07-30; the litellm table and the pricing page of 2026-07-24 still "
                    "show 1.1/6.6 regional."),
    "before 2026-07-30: 2.75/16.5 regional":
        ("suspect", "Price after the cut of 2026-07-30; the litellm table still shows the one before (2.75/16.5 "
                    "regional)."),
    "promotional price since 2026-08-21 (through at least 2026-11-21); before: 5.5/33 regional, 5/30 global":
        ("suspect", "Promotional price since 2026-08-21, announced until at least 2026-11-21: may have ended; before "
                    "it 5.5/33 regional, 5/30 global."),
    "AWS startup-advisor cache 2026-09-03 says Ultra 0.08 / SD3.5 0.065: disagreement":
        ("suspect", "AWS's startup advisor price cache of 2026-09-03 says 0.08 for Ultra and 0.065 for SD 3.5."),
    "eligible customers only": ("note", "For eligible customers only."),
}
EXTENDED_ACCESS = ("AWS page 2026-07-24 lists Public Extended Access 6/30 (batch 3/15) effective 2025-12-01 in US and "
                   "several EU regions; price list rows still 3/15")
TITAN_SUSPECT = ("SUSPECT price-list value (eu-central-1 0.2 = 10x other regions; ap-northeast-1 batch 0.0121 is not "
                 "half of 0.029): confirm from the offer file")

DERIVED = {
    "cacheRead = 0.25 x input (ratio published for US regions)":
        "Cache read computed as a quarter of input, the ratio published for US regions.",
    "flex*/priority* = AWS page (2026-07-24), US rates": "Flex and priority from the pricing page of 2026-07-24.",
    "batch* = AWS page, Global cross-region table": "Batch from the pricing page of 2026-07-24, global table.",
    "cache* from litellm entry of the same scope (0.1x / 1.25x / 2x)":
        "Cache rates from the litellm table of 2026-07-24, same scope.",
}
DERIVED_CACHE_PAGE = "cache* = AWS page row for this scope"

# A figure that only one table outside AWS carries, or AWS itself only in passing.
SINGLE_SOURCES = {"genai-prices-2026-09-23", "litellm-2026-07-24", "models-dev-2026-09", "models-dev-2026-09-18",
                  "release-note-2026-10-07", "model-card-2026-10-04"}

# Disagreements that the facts do not flag in the row: (model, region or None for all, scope or None) -> suspect text.
DISAGREEMENTS = [
    ("qwen.qwen3-next-80b-a3b", "us-east-1", None, "The pricing page and litellm say 0.15/1.2, models.dev 0.14/1.4."),
    ("qwen.qwen3-next-80b-a3b", "us-west-2", None, "The pricing page and litellm say 0.15/1.2, models.dev 0.14/1.4."),
    ("qwen.qwen3-next-80b-a3b", "ap-south-1", None, "The Price List has a second row for this region: 0.18/1.41."),
    ("openai.gpt-oss-safeguard-20b", "us-east-1", None, "The litellm table says 0.075/0.30."),
    ("openai.gpt-oss-safeguard-20b", "us-west-2", None, "The litellm table says 0.075/0.30."),
    ("amazon.nova-2-lite-v1:0", "us-west-2", "regional", "The pricing page of 2026-07-24 says batch output 1.342."),
]
NOTES = [
    ("deepseek.v3.2", "ap-southeast-2", None, "Rounded in the Price List; the pricing page says 0.6386/1.9055."),
    ("amazon.nova-2-pro-preview-20251202-v1:0", None, "global",
     "The litellm table carries 2.1875/17.5, which is the priority price."),
    ("openai.gpt-6-sol", None, None, "The source states no long-prompt rates."),
]


# Since when AWS charges a model's rates, and until when they are announced: (model, from, until). Price cuts of
# 2026-07-30 and 2026-08-21 and Sonnet 5's standard price: genai-prices of 2026-09-23, startup advisor of 2026-09-03.
VALIDITY = [
    ("openai.gpt-5.6-sol", "2026-08-21", "2026-11-21"),
    ("openai.gpt-5.6-terra", "2026-07-30", None),
    ("openai.gpt-5.6-luna", "2026-07-30", None),
    ("anthropic.claude-sonnet-5", "2026-09-01", None),
]


def validity(model_id):
    found = [(start, end) for model, start, end in VALIDITY if model == model_id]
    start, end = found[0] if found else (None, None)
    return ({"validFrom": start} if start else {}) | ({"validUntil": end} if end else {})


def flag_texts(row):
    for flag in row.get("flags") or []:
        if flag == TITAN_SUSPECT:
            yield "suspect", {
                "eu-central-1": "0.2 is ten times the price of other regions: confirm in the offer file.",
                "ap-northeast-1": "Batch input 0.0121 is not half of 0.029: confirm in the offer file."}[row["region"]]
        elif flag == EXTENDED_ACCESS:
            extended = row["region"].startswith(("us-", "eu-"))
            yield ("suspect" if extended else "note",
                   "The pricing page of 2026-07-24 lists extended access at 6/30 (batch 3/15) since 2025-12-01 in US "
                   "and several EU regions; the Price List stays at 3/15.")
        elif FLAGS[flag]:
            yield FLAGS[flag]


def matching(table, row):
    return [text for model, region, scope, text in table
            if model == row["modelId"] and region in (None, row["region"]) and scope in (None, row["scope"])]


def remarks(row, source, source_note):
    """(notes, suspect) of a row."""
    said = list(flag_texts(row))
    notes = [text for kind, text in said if kind == "note"]
    suspect = [text for kind, text in said if kind == "suspect"] + matching(DISAGREEMENTS, row)
    if source in SINGLE_SOURCES and not source_note:
        suspect.append("One source only.")
    for derived in row.get("derived") or []:
        notes.append("Cache rates from the pricing page of 2026-07-24, equal in all commercial regions."
                     if derived.startswith(DERIVED_CACHE_PAGE) else DERIVED[derived])
    if (row.get("longContext") or {}).get("note"):
        notes.append("Long-prompt rates from AWS's startup advisor price cache of 2026-09-03"
                     + (", times 1.1 for the regional scope" if row["scope"] == "regional" else "")
                     + "; input above 200,000 tokens needs the 1M-token beta.")
    fast = row.get("latencyOptimised")
    if fast:
        notes.append(f"Latency-optimized inference is priced apart: {plain(fast['inputPerMTok'])} in, "
                     f"{plain(fast['outputPerMTok'])} out.")
    return notes + matching(NOTES, row) + ([source_note] if source_note else []), suspect


def rates(fact):
    """Only what the fact states; a zero is a zero that the fact states."""
    found = {key: plain(fact[name]) for key, name in RATE_KEYS.items() if fact.get(name) is not None}
    embedding = fact.get("embeddingPerMTok")
    if embedding is not None:
        assert found.setdefault("input", plain(embedding)) == plain(embedding), "embedding and input price differ"
    return found


def long_prompt(band):
    """The band holds for the whole request once its input passes the threshold."""
    assert band["basis"].startswith("whole request") and set(band) <= {
        "thresholdInputTokens", "basis", "note", *RATE_KEYS.values()}, f"a band of another kind: {band}"
    return {"thresholdTokens": int(band["thresholdInputTokens"]), "rates": rates(band)}


def reserved(prices):
    """US dollars per hour for 1,000 tokens per minute of capacity."""
    assert set(prices) == {"input1mo", "input3mo", "output1mo", "output3mo"}
    return {f"{months}-month": {"input": plain(prices[f"input{months}mo"]),
                                "output": plain(prices[f"output{months}mo"])} for months in (1, 3)}


def row_of(fact):
    assert set(fact) <= KNOWN_KEYS, f"unknown keys: {set(fact) - KNOWN_KEYS}"
    source, source_note = source_of(fact)
    notes, suspect = remarks(fact, source, source_note)
    row = {"region": fact["region"], "scope": fact["scope"], "rates": rates(fact)}
    if fact.get("cacheMinTokens") is not None:
        row["cacheMinimumTokens"] = int(fact["cacheMinTokens"])
    if fact.get("longContext"):
        row["longPrompt"] = long_prompt(fact["longContext"])
    if fact["modelId"] in PROVISIONED and fact["region"] in US_REGIONS:
        row["provisioned"] = dict(zip(("none", "1-month", "6-month"), PROVISIONED[fact["modelId"]]))
        notes.append(PROVISIONED_NOTE)
    if fact.get("reservedPer1kTPMHour"):
        row["reserved"] = reserved(fact["reservedPer1kTPMHour"])
    row |= {"availability": fact["availability"] or [], "lifecycle": LIFECYCLE[fact["lifecycle"]]}
    if fact.get("endOfLife"):
        row["endOfLife"] = fact["endOfLife"]
    row |= validity(fact["modelId"])
    return row | {"source": source, "asOf": fact["asOf"], "notes": notes, "suspect": suspect}


def image_item_id(model_id):
    return "images/" + re.sub(r"-v\d.*$", "", model_id.split(".", 1)[1])


def billing(model_id, facts):
    """What a model is billed by, and the item that prices it when that is not the token."""
    if model_id in BILLED_BY_VIDEO:
        return {"billedBy": "video"}
    if any(fact["inputPerMTok"] is not None for fact in facts):
        return {"billedBy": "token"}
    if model_id in QUERY_ITEMS:
        return {"billedBy": "query", "item": QUERY_ITEMS[model_id]}
    assert all(fact.get("pricePerImage") for fact in facts), f"{model_id} has no price"
    return {"billedBy": "image", "item": image_item_id(model_id)}


def same(facts, key, read=lambda fact, key: fact.get(key)):
    """The one value that all rows of a model agree on."""
    values = [read(fact, key) for fact in facts]
    assert all(value == values[0] for value in values), f"{facts[0]['modelId']}: rows differ in {key}"
    return values[0]


def model_of(model_id, facts):
    def kinds(key):
        return [kind.lower() for kind in same(facts, key, lambda fact, k: fact["supports"].get(k)) or []]

    model = {"id": model_id, "name": same(facts, "name"), "provider": same(facts, "provider"),
             "aliases": same(facts, "aliases") or [], **billing(model_id, facts),
             "input": kinds("input"), "output": kinds("output")}
    for key in ("contextWindow", "maxOutput"):
        if same(facts, key) is not None:
            model[key] = int(same(facts, key))
    rows = [row_of(fact) for fact in facts]
    assert len({(row["region"], row["scope"]) for row in rows}) == len(rows), f"{model_id}: a row twice"
    return model | {"rows": sorted(rows, key=lambda row: (row["region"], row["scope"]))}


def by_model(facts):
    models = {}
    for fact in facts:
        models.setdefault(fact["modelId"], []).append(fact)
    return models


def build(facts):
    models = by_model(facts)
    missing = (set(PROVISIONED) | set(QUERY_ITEMS) | BILLED_BY_VIDEO
               | {entry[0] for entry in DISAGREEMENTS + NOTES + VALIDITY}) - set(models)
    assert not missing, f"remarks on models that the facts lack: {missing}"
    return [model_of(model_id, models[model_id]) for model_id in sorted(models)]


def image_items(facts):
    """One item per model that has a price per image."""
    items = []
    for model_id, rows in by_model(facts).items():
        priced = [row for row in rows if row.get("pricePerImage")]
        if priced:
            prices = [{"region": row["region"], "per": "1", "tiers": [{"price": plain(row["pricePerImage"])}],
                       "source": source_of(row)[0], "asOf": row["asOf"]} for row in priced]
            items.append({"id": image_item_id(model_id), "service": "Amazon Bedrock", "name": priced[0]["name"],
                          "unit": "image", "prices": sorted(prices, key=lambda price: price["region"])})
    return items


def reserved_items(facts):
    """Reserved capacity as items: what 1,000 tokens per minute cost for an hour, by model, scope, term and direction."""
    items = {}
    for fact in facts:
        prices = fact.get("reservedPer1kTPMHour")
        if not prices:
            continue
        slug = re.sub(r"(-\d{8})?(-v\d+)?(:\d+)?$", "", fact["modelId"].split(".", 1)[1])
        for months in (1, 3):
            for direction in ("input", "output"):
                item_id = f"reserved-capacity/{slug}-{fact['scope']}-{months}-month-{direction}"
                item = items.setdefault(item_id, {
                    "id": item_id, "service": "Amazon Bedrock",
                    "name": f"Reserved capacity of {fact['name']}, {fact['scope']}, {months} "
                            f"month{'s' if months > 1 else ''}: {direction}, 1,000 tokens a minute",
                    "unit": "KTPM-hour", "prices": []})
                item["prices"].append({
                    "region": fact["region"], "per": "1",
                    "tiers": [{"price": plain(prices[f"{direction}{months}mo"])}],
                    "source": "bedrock-page-2026-07-24", "asOf": "2026-07-24"})
    for item in items.values():
        item["prices"].sort(key=lambda price: price["region"])
    return list(items.values())
