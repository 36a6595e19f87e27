"""Turns rows of supporting-services.json into the book's items.

ITEMS says for each item which rows price it. A row's own `tier` field wins; otherwise the table says up to which
cumulative quantity a row's price holds (None: no documented end). 1 TB = 1,024 GB.
"""
import re

from rate_sources import COMBINED, plain, source_of

MILLION = 1_000_000
BILLION = 1_000 * MILLION
BEDROCK = "Amazon Bedrock"
AGENTCORE = "Amazon Bedrock AgentCore"
BDA = "Bedrock Data Automation"
FEATURE = "Bedrock feature"
CMI = "Custom Model Import"
COMPREHEND_UNIT = "unit of 100 characters"

# Free tiers in our words; they are never taken off the tiers. None: the source says there is none.
FREE_TIERS = {
    "none": None,
    "100 GB/month across all services and regions (AWS S3 page)": "100 GB a month over all services and regions",
    "1M requests/month, always free": "1,000,000 requests a month",
    "400,000 GB-s/month, always free": "400,000 GB-seconds a month",
    "1M REST + 1M HTTP + 1M messages/month for 12 months (older free-tier plan); not re-verified":
        "1,000,000 calls a month in the first 12 months, on the older plan; not verified again",
    "25 GB": "25 GB",
    "4,000 transitions/month (not re-verified)": "4,000 transitions a month; not verified again",
    "5 GB/month": "5 GB a month",
    "5 GB/month shared": "5 GB a month, shared with ingestion",
    "10 metrics": "10 metrics",
    "10 alarms": "10 alarms",
    "3 dashboards": "3 dashboards",
    "1 TB/month": "1 TB a month",
    "20,000 requests/month (not re-verified)": "20,000 requests a month; not verified again",
    "10,000 MAU": "10,000 monthly active users",
    "1M/month": "1,000,000 requests a month",
}

# (id, service on the bill, name, unit, service in the facts, dimensions). Dimensions: one name, or tiers as
# [(name, up to)], or several such lists where regions are described differently.
ITEMS = [
    ("s3/standard-gb-month", "Amazon S3", "Standard storage", "GB-month", "Amazon S3",
     [("Standard storage, first 50 TB", 50 * 1024), ("Standard storage, next 450 TB", 500 * 1024),
      ("Standard storage, over 500 TB", None)]),
    ("s3/put-requests", "Amazon S3", "PUT, COPY, POST and LIST requests", "request", "Amazon S3",
     "PUT/COPY/POST/LIST requests"),
    ("s3/get-requests", "Amazon S3", "GET and other requests", "request", "Amazon S3", "GET and other requests"),
    ("s3-vectors/storage-gb-month", "Amazon S3 Vectors", "Vector storage", "GB-month", "Amazon S3 Vectors",
     "S3 Vectors storage"),
    ("s3-vectors/put-gb", "Amazon S3 Vectors", "Vectors written (logical GB, at least 128 KB a request)", "GB",
     "Amazon S3 Vectors", "S3 Vectors PUT (logical GB, min 128 KB per request)"),
    ("s3-vectors/queries", "Amazon S3 Vectors", "Queries", "query", "Amazon S3 Vectors", "S3 Vectors query API"),
    ("s3-vectors/processed-tb-small-index", "Amazon S3 Vectors", "Query data processed, index up to 100,000 vectors",
     "TB", "Amazon S3 Vectors", "S3 Vectors query data processed, first 100K vectors per index"),
    ("s3-vectors/processed-tb-medium-index", "Amazon S3 Vectors",
     "Query data processed, index of 100,000 to 10,000,000 vectors", "TB", "Amazon S3 Vectors",
     "S3 Vectors query data processed, 100K-10M vectors"),
    ("s3-vectors/processed-tb-large-index", "Amazon S3 Vectors",
     "Query data processed, index above 10,000,000 vectors", "TB", "Amazon S3 Vectors",
     "S3 Vectors query data processed, over 10M vectors"),
    ("s3-vectors/returned-gb", "Amazon S3 Vectors", "Data returned beyond 512 KB a query", "GB", "Amazon S3 Vectors",
     "S3 Vectors data returned beyond 512 KB per query"),
    ("data-transfer/internet-out-gb", "AWS Data Transfer", "Out to the internet", "GB", "Data transfer",
     [[("Out to internet, first 10 TB", 10 * 1024), ("Out to internet, next 40 TB", 50 * 1024),
       ("Out to internet, next 100 TB", 150 * 1024), ("Out to internet, over 150 TB", None)],
      [("Out to internet, first 10 TB", 10 * 1024), ("Out to internet, next 40 TB", 50 * 1024),
       ("Out to internet, next 100 TB", 150 * 1024)]]),
    ("data-transfer/inter-region-gb", "AWS Data Transfer", "Out to another region", "GB", "Data transfer",
     "Inter-region out"),
    ("data-transfer/cross-zone-gb", "AWS Data Transfer", "Between availability zones, each direction", "GB",
     "Data transfer", "Intra-region (cross-AZ) each direction"),
    ("opensearch-serverless/ocu-hours", "Amazon OpenSearch Serverless", "Compute units (indexing and search)",
     "OCU-hour", "OpenSearch Serverless", [[("Search OCU", None)], [("OCU", None)]]),
    ("opensearch-serverless/storage-gb-month", "Amazon OpenSearch Serverless", "Storage", "GB-month",
     "OpenSearch Serverless", "Storage (S3 backed)"),
    ("lambda/requests", "AWS Lambda", "Requests", "request", "AWS Lambda", "Requests"),
    ("lambda/gb-seconds", "AWS Lambda", "Duration, x86", "GB-second", "AWS Lambda",
     [[("Duration x86, first 6B GB-s", 6 * BILLION), ("Duration x86, next 9B GB-s", 15 * BILLION),
       ("Duration x86, over 15B GB-s", None)], [("Duration x86", None)]]),
    ("lambda/arm-gb-seconds", "AWS Lambda", "Duration, Arm", "GB-second", "AWS Lambda",
     [[("Duration arm64, first 7.5B GB-s", 7_500 * MILLION)], [("Duration arm64", None)]]),
    ("api-gateway/rest-requests", "Amazon API Gateway", "REST API requests", "request", "Amazon API Gateway",
     [("REST requests, first 333M", 333 * MILLION), ("REST requests, next 667M", 1_000 * MILLION),
      ("REST requests, next 19B", 20 * BILLION), ("REST requests, over 20B", None)]),
    ("api-gateway/http-requests", "Amazon API Gateway", "HTTP API requests", "request", "Amazon API Gateway",
     [("HTTP API requests, first 300M", 300 * MILLION), ("HTTP API requests, over 300M", None)]),
    ("api-gateway/websocket-messages", "Amazon API Gateway", "WebSocket messages", "message", "Amazon API Gateway",
     [("WebSocket messages, first 1B", BILLION), ("WebSocket messages, over 1B", None)]),
    ("api-gateway/websocket-minutes", "Amazon API Gateway", "WebSocket connection minutes", "minute",
     "Amazon API Gateway", "WebSocket connection minutes"),
    ("dynamodb/write-units", "Amazon DynamoDB", "On-demand write request units", "write request unit",
     "Amazon DynamoDB", "On-demand write request units"),
    ("dynamodb/read-units", "Amazon DynamoDB", "On-demand read request units", "read request unit", "Amazon DynamoDB",
     "On-demand read request units"),
    ("dynamodb/storage-gb-month", "Amazon DynamoDB", "Storage", "GB-month", "Amazon DynamoDB", "Storage"),
    ("dynamodb/backup-gb-month", "Amazon DynamoDB", "Point-in-time recovery", "GB-month", "Amazon DynamoDB",
     "PITR backup"),
    ("dynamodb/stream-reads", "Amazon DynamoDB", "Stream read requests", "request", "Amazon DynamoDB", "Streams read"),
    ("step-functions/transitions", "AWS Step Functions", "Standard state transitions", "transition",
     "AWS Step Functions", "Standard state transitions"),
    ("step-functions/express-requests", "AWS Step Functions", "Express requests", "request", "AWS Step Functions",
     "Express requests"),
    ("step-functions/express-gb-hours", "AWS Step Functions", "Express duration", "GB-hour", "AWS Step Functions",
     [("Express duration, first 1K GB-h", 1_000)]),
    ("cloudwatch/logs-ingested-gb", "Amazon CloudWatch", "Logs ingested, Standard", "GB", "Amazon CloudWatch",
     "Logs ingestion, Standard"),
    ("cloudwatch/logs-ingested-infrequent-gb", "Amazon CloudWatch", "Logs ingested, Infrequent Access", "GB",
     "Amazon CloudWatch", "Logs ingestion, Infrequent Access"),
    ("cloudwatch/logs-stored-gb-month", "Amazon CloudWatch", "Logs stored", "GB-month", "Amazon CloudWatch",
     "Logs storage (archive)"),
    ("cloudwatch/logs-scanned-gb", "Amazon CloudWatch", "Logs scanned by Logs Insights", "GB", "Amazon CloudWatch",
     "Logs Insights scanned"),
    ("cloudwatch/metrics", "Amazon CloudWatch", "Custom metrics", "metric-month", "Amazon CloudWatch",
     [("Custom metric, first 10K", 10_000)]),
    ("cloudwatch/alarms", "Amazon CloudWatch", "Alarms, standard resolution", "alarm-month", "Amazon CloudWatch",
     "Alarm, standard resolution"),
    ("cloudwatch/dashboards", "Amazon CloudWatch", "Dashboards", "dashboard-month", "Amazon CloudWatch", "Dashboard"),
    ("x-ray/traces", "AWS X-Ray", "Traces recorded", "trace", "AWS X-Ray", "Traces recorded"),
    ("fargate/vcpu-hours", "AWS Fargate", "vCPU, Linux x86", "vCPU-hour", "AWS Fargate (ECS)", "vCPU, Linux x86"),
    ("fargate/gb-hours", "AWS Fargate", "Memory, Linux x86", "GB-hour", "AWS Fargate (ECS)", "Memory, Linux x86"),
    ("fargate/arm-vcpu-hours", "AWS Fargate", "vCPU, Linux Arm", "vCPU-hour", "AWS Fargate (ECS)", "vCPU, Linux ARM"),
    ("fargate/arm-gb-hours", "AWS Fargate", "Memory, Linux Arm", "GB-hour", "AWS Fargate (ECS)", "Memory, Linux ARM"),
    *((f"ec2/{name.replace('.', '-')}-hours", "Amazon EC2", f"{name}, Linux on demand", "hour", "Amazon EC2",
       f"On-demand Linux {name}") for name in ("t3.micro", "t3.small", "t3.medium", "t3.large", "t4g.medium",
                                               "m5.large", "m5.xlarge", "m7g.large", "c5.large")),
    ("eks/cluster-hours", "Amazon EKS", "Clusters", "hour", "Amazon EKS", "Cluster"),
    ("load-balancer/alb-hours", "Elastic Load Balancing", "Application Load Balancer", "hour",
     "Elastic Load Balancing", "Application LB hours"),
    ("load-balancer/lcu-hours", "Elastic Load Balancing", "Application Load Balancer capacity units", "LCU-hour",
     "Elastic Load Balancing", "Application LB LCU"),
    ("load-balancer/nlb-lcu-hours", "Elastic Load Balancing", "Network Load Balancer capacity units", "LCU-hour",
     "Elastic Load Balancing", "Network LB LCU"),
    ("nat-gateway/hours", "Amazon VPC", "NAT gateway", "hour", "NAT gateway", "Hours"),
    ("nat-gateway/gb", "Amazon VPC", "NAT gateway, data processed", "GB", "NAT gateway", "Data processed"),
    ("vpc-endpoint/hours", "Amazon VPC", "Interface endpoint, per availability zone", "hour",
     "PrivateLink interface endpoint", "Endpoint hours (per AZ)"),
    ("vpc-endpoint/gb", "Amazon VPC", "Interface endpoint, data processed", "GB", "PrivateLink interface endpoint",
     [("Data processed, first 1 PB", 1024 * 1024)]),
    ("cloudfront/out-gb", "Amazon CloudFront", "Data transfer out, US and EU edges", "GB", "Amazon CloudFront",
     [("Data transfer out, first 10 TB (US/EU edge)", 10 * 1024)]),
    ("cloudfront/https-requests", "Amazon CloudFront", "HTTPS requests", "request", "Amazon CloudFront",
     "HTTPS requests"),
    ("route-53/hosted-zones", "Amazon Route 53", "Hosted zones", "zone-month", "Amazon Route 53", "Hosted zone"),
    ("aurora-serverless/acu-hours", "Amazon Aurora", "Serverless v2 capacity, Standard", "ACU-hour",
     "Aurora PostgreSQL (pgvector)", "Serverless v2 capacity, Standard"),
    ("aurora-serverless/storage-gb-month", "Amazon Aurora", "Storage, Standard", "GB-month",
     "Aurora PostgreSQL (pgvector)", "Storage, Standard"),
    ("aurora-serverless/io-requests", "Amazon Aurora", "I/O requests, Standard", "request",
     "Aurora PostgreSQL (pgvector)", "I/O requests, Standard"),
    ("aurora-serverless/io-optimized-acu-hours", "Amazon Aurora", "Serverless v2 capacity, I/O-Optimized", "ACU-hour",
     "Aurora PostgreSQL (pgvector)", "Serverless v2 capacity, I/O-Optimized"),
    ("aurora-serverless/io-optimized-storage-gb-month", "Amazon Aurora", "Storage, I/O-Optimized", "GB-month",
     "Aurora PostgreSQL (pgvector)", "Storage, I/O-Optimized"),
    ("aurora/db-r6g-large-hours", "Amazon Aurora", "db.r6g.large instance", "hour", "Aurora PostgreSQL (pgvector)",
     "db.r6g.large"),
    ("kms/keys", "AWS KMS", "Customer managed keys", "key-month", "AWS KMS", "Customer managed key"),
    ("kms/requests", "AWS KMS", "Symmetric requests", "request", "AWS KMS", "Symmetric requests"),
    ("secrets-manager/secrets", "AWS Secrets Manager", "Secrets", "secret-month", "AWS Secrets Manager", "Secret"),
    ("secrets-manager/requests", "AWS Secrets Manager", "API calls", "call", "AWS Secrets Manager", "API calls"),
    ("cognito/monthly-active-users", "Amazon Cognito", "Monthly active users, Essentials", "user", "Amazon Cognito",
     "Essentials MAU"),
    ("waf/acls", "AWS WAF", "Web ACLs", "ACL-month", "AWS WAF", "Web ACL"),
    ("waf/rules", "AWS WAF", "Rules", "rule-month", "AWS WAF", "Rule"),
    ("waf/requests", "AWS WAF", "Requests", "request", "AWS WAF", "Requests"),
    ("sqs/requests", "Amazon SQS", "Standard requests", "request", "Amazon SQS", "Standard requests"),
    ("sns/requests", "Amazon SNS", "Requests", "request", "Amazon SNS", "Requests"),
    ("eventbridge/events", "Amazon EventBridge", "Custom events", "event", "Amazon EventBridge", "Custom events"),
    *((f"sagemaker/{name.replace('.', '-')}-hours", "Amazon SageMaker", f"{name} hosting", "hour", "Amazon SageMaker",
       f"{name} hosting") for name in ("ml.m5.large", "ml.m5.xlarge", "ml.g4dn.xlarge")),
    ("sagemaker/serverless-gb-seconds", "Amazon SageMaker", "Serverless inference", "GB-second", "Amazon SageMaker",
     "Serverless inference compute"),
    ("redshift-serverless/rpu-hours", "Amazon Redshift", "Redshift Serverless capacity", "RPU-hour",
     "Amazon Redshift Serverless", "RPU"),
    ("athena/scanned-tb", "Amazon Athena", "Data scanned", "TB", "Amazon Athena", "Data scanned"),
    ("guardrails/content-text-units", BEDROCK, "Guardrails: content filters", "text unit", "Bedrock Guardrails",
     "Content filters, text (classic and standard tier)"),
    ("guardrails/topic-text-units", BEDROCK, "Guardrails: denied topics", "text unit", "Bedrock Guardrails",
     "Denied topics"),
    ("guardrails/pii-text-units", BEDROCK, "Guardrails: sensitive information filters", "text unit",
     "Bedrock Guardrails", "Sensitive information filters (PII)"),
    ("guardrails/grounding-text-units", BEDROCK, "Guardrails: contextual grounding checks", "text unit",
     "Bedrock Guardrails", "Contextual grounding check"),
    ("guardrails/word-text-units", BEDROCK, "Guardrails: word and regex filters", "text unit", "Bedrock Guardrails",
     "Word filters, regex PII"),
    ("guardrails/images", BEDROCK, "Guardrails: image content filter", "image", "Bedrock Guardrails",
     "Image content filter"),
    ("guardrails/check-content-text-units", BEDROCK, "InvokeGuardrailChecks: content", "text unit",
     "Bedrock Guardrails", "InvokeGuardrailChecks content"),
    ("guardrails/check-attack-text-units", BEDROCK, "InvokeGuardrailChecks: prompt attacks", "text unit",
     "Bedrock Guardrails", "InvokeGuardrailChecks prompt attack"),
    ("guardrails/check-pii-text-units", BEDROCK, "InvokeGuardrailChecks: sensitive information", "text unit",
     "Bedrock Guardrails", "InvokeGuardrailChecks PII"),
    ("knowledge-bases/index-gb-month", BEDROCK, "Managed knowledge base: index", "GB-month", FEATURE,
     "Managed Knowledge Base: index storage (includes parsing, embedding, rerank)"),
    ("knowledge-bases/retrievals", BEDROCK, "Managed knowledge base: retrievals", "call", FEATURE,
     "Managed Knowledge Base: Retrieve"),
    ("knowledge-bases/agentic-retrievals", BEDROCK, "Managed knowledge base: agentic retrievals", "call", FEATURE,
     "Managed Knowledge Base: Agentic Retrieve"),
    ("knowledge-bases/sql-queries", BEDROCK, "Structured data retrieval", "query", FEATURE,
     "Structured data retrieval (GenerateQuery SQL)"),
    ("rerank/amazon-queries", BEDROCK, "Amazon Rerank 1.0, up to 100 document chunks a query", "query", FEATURE,
     "Rerank Amazon Rerank 1.0"),
    ("rerank/cohere-queries", BEDROCK, "Cohere Rerank 3.5, up to 100 document chunks a query", "query", FEATURE,
     "Rerank Cohere 3.5"),
    ("nova/web-grounding-requests", BEDROCK, "Nova web grounding", "request", FEATURE, "Nova web grounding"),
    ("custom-models/storage-model-months", BEDROCK, "Custom model storage", "model-month", FEATURE,
     "Custom model storage"),
    ("custom-models/import-v1-low-minutes", BEDROCK, f"{CMI}, unit version 1, lower-priced regions", "CMU-minute",
     FEATURE, f"{CMI}, CMU v1 (lower-priced region)"),
    ("custom-models/import-v1-minutes", BEDROCK, f"{CMI}, unit version 1, other regions", "CMU-minute", FEATURE,
     f"{CMI}, CMU v1 (other regions)"),
    ("custom-models/import-v2-minutes", BEDROCK, f"{CMI}, unit version 2 (gpt-oss)", "CMU-minute", FEATURE,
     f"{CMI}, CMU v2 (gpt-oss)"),
    ("custom-models/import-storage-cmu-months", BEDROCK, f"{CMI}, storage", "CMU-month", FEATURE, f"{CMI} storage"),
    ("custom-models/training-hours", BEDROCK, "Reinforcement fine-tuning, gpt-oss-20b and Qwen3 32B", "training hour",
     FEATURE, "Fine-tuning gpt-oss/Qwen3 (reinforcement)"),
    ("flows/node-transitions", BEDROCK, "Flows: node transitions", "transition", "Bedrock Flows", "Node transitions"),
    ("model-evaluation/human-tasks", BEDROCK, "Model evaluation: human tasks", "task", "Bedrock model evaluation",
     "Human task"),
    ("data-automation/document-pages", BEDROCK, "Data Automation: documents, standard output", "page", BDA,
     "Documents, standard output"),
    ("data-automation/custom-document-pages", BEDROCK,
     "Data Automation: documents, custom output, up to 30 fields", "page", BDA,
     "Documents, custom output, blueprint <= 30 fields"),
    ("data-automation/extra-field-pages", BEDROCK, "Data Automation: each field above 30, per page", "field-page",
     BDA, "Custom output, each field above 30"),
    ("data-automation/custom-images", BEDROCK, "Data Automation: images, custom output", "image", BDA,
     "Images, custom output"),
    ("data-automation/video-minutes", BEDROCK, "Data Automation: video, standard output", "minute", BDA,
     "Video, standard output"),
    ("data-automation/audio-minutes", BEDROCK, "Data Automation: audio, standard output", "minute", BDA,
     "Audio, standard output"),
    ("agentcore/vcpu-hours", AGENTCORE, "Runtime: processor, not counted while waiting on I/O", "vCPU-hour",
     "Bedrock AgentCore", "Runtime CPU (per second, I/O wait free)"),
    ("agentcore/gb-hours", AGENTCORE, "Runtime: memory", "GB-hour", "Bedrock AgentCore", "Runtime memory"),
    ("agentcore/memory-events", AGENTCORE, "Memory: short-term events", "event", "Bedrock AgentCore",
     "Memory: short-term events"),
    ("agentcore/memory-record-months", AGENTCORE, "Memory: long-term records, built-in strategy", "record-month",
     "Bedrock AgentCore", "Memory: long-term storage, built-in strategy"),
    ("agentcore/memory-custom-record-months", AGENTCORE, "Memory: long-term records, own strategy", "record-month",
     "Bedrock AgentCore", "Memory: long-term storage, override/self-managed"),
    ("agentcore/memory-retrievals", AGENTCORE, "Memory: retrievals", "retrieval", "Bedrock AgentCore",
     "Memory: retrieval"),
    ("agentcore/gateway-calls", AGENTCORE, "Gateway: calls", "call", "Bedrock AgentCore",
     "Gateway: invoke/list/ping"),
    ("agentcore/gateway-searches", AGENTCORE, "Gateway: semantic searches", "call", "Bedrock AgentCore",
     "Gateway: semantic search"),
    ("agentcore/gateway-tool-months", AGENTCORE, "Gateway: tools indexed", "tool-month", "Bedrock AgentCore",
     "Gateway: tool index"),
    ("agentcore/identity-requests", AGENTCORE, "Identity: tokens and keys for resources outside AWS", "request",
     "Bedrock AgentCore", "Identity: tokens/keys for non-AWS resources"),
    ("agentcore/policy-requests", AGENTCORE, "Policy: authorizations", "request", "Bedrock AgentCore",
     "Policy: authorization"),
    ("textract/detect-pages", "Amazon Textract", "Text detection", "page", "Amazon Textract",
     [("DetectDocumentText, first 1M pages", MILLION)]),
    ("textract/table-pages", "Amazon Textract", "Document analysis: tables", "page", "Amazon Textract",
     "AnalyzeDocument tables"),
    ("textract/form-pages", "Amazon Textract", "Document analysis: forms", "page", "Amazon Textract",
     "AnalyzeDocument forms"),
    *((f"comprehend/{slug}-units", "Amazon Comprehend", name, COMPREHEND_UNIT, "Amazon Comprehend", name)
      for slug, name in (("detect-pii", "DetectPiiEntities"), ("contains-pii", "ContainsPiiEntities"),
                         ("key-phrases", "DetectKeyPhrases"), ("sentiment", "DetectSentiment"),
                         ("language", "DetectDominantLanguage"), ("entities", "DetectEntities"))),
]

# Rows with a price that become no item, and why.
LEFT_OUT = {
    ("OpenSearch Serverless", "Indexing OCU"): "same price as the search unit; one item counts both",
    ("Bedrock feature", "Standard (self-managed) Knowledge Base"): "no unit to count: its parts are billed",
    ("Bedrock Agents (classic)", "Agent orchestration"): "no unit to count: its tokens are billed",
    ("Bedrock AgentCore", "Policy: natural-language authoring input tokens"): "sources disagree on the unit by ten",
    ("Bedrock AgentCore", "Evaluations: built-in, input"): "the unit looks wrong by ten in its only source",
    ("Bedrock AgentCore", "Evaluations: built-in, output"): "the unit looks wrong by ten in its only source",
    ("Bedrock AgentCore", "Evaluations: custom"): "the unit looks wrong by ten in its only source",
}

# Fine-tuning prices per million training tokens, from the pricing page of 2026-07-24, printed without a region.
TRAINING = [("llama-3-1-8b", "Llama 3.1 8B", "1.49"), ("llama-3-1-70b", "Llama 3.1 70B", "7.99"),
            ("llama-3-2-1b", "Llama 3.2 1B", "0.5"), ("llama-3-2-3b", "Llama 3.2 3B", "1.1"),
            ("llama-3-2-11b", "Llama 3.2 11B", "3.5"), ("llama-3-2-90b", "Llama 3.2 90B", "7.9"),
            ("cohere-command", "Cohere Command", "4"), ("cohere-command-light", "Cohere Command Light", "1")]

# The same page, for the models that it lets be customized.
CUSTOMIZED = [
    ("custom-models/inference-input-tokens-gpt-oss-20b", "Custom gpt-oss-20b: input", "token", MILLION, "0.09"),
    ("custom-models/inference-output-tokens-gpt-oss-20b", "Custom gpt-oss-20b: output", "token", MILLION, "0.39"),
    ("custom-models/inference-input-tokens-qwen3-32b", "Custom Qwen3 32B: input", "token", MILLION, "0.2"),
    ("custom-models/inference-output-tokens-qwen3-32b", "Custom Qwen3 32B: output", "token", MILLION, "0.78"),
    ("custom-models/training-images-nova-canvas", "Fine-tuning of Nova Canvas: images seen", "image", 1, "0.005"),
]

# What Bedrock bills and no source that was read prices: named, so that a worksheet with it is told so, and an import of
# AWS's price files can fill it in.
UNPRICED = [
    ("agentcore/browser-vcpu-hours", AGENTCORE, "Browser: processor", "vCPU-hour"),
    ("agentcore/browser-gb-hours", AGENTCORE, "Browser: memory", "GB-hour"),
    ("agentcore/code-interpreter-vcpu-hours", AGENTCORE, "Code interpreter: processor", "vCPU-hour"),
    ("agentcore/code-interpreter-gb-hours", AGENTCORE, "Code interpreter: memory", "GB-hour"),
    ("guardrails/automated-reasoning-text-units", BEDROCK, "Guardrails: automated reasoning checks", "text unit"),
    ("prompt-routing/requests", BEDROCK, "Intelligent prompt routing", "request"),
    ("custom-models/distillation-tokens", BEDROCK, "Model distillation: training tokens", "token"),
    ("custom-models/training-tokens-nova", BEDROCK, "Fine-tuning of Nova: training tokens", "token"),
    ("kendra/index-hours", "Amazon Kendra", "Index", "hour"),
]


def units_per_price(unit):
    """How many single units one price buys: "1,000 requests" -> 1000, "1M WRU" -> 1000000, "GB-month" -> 1."""
    match = re.match(r"([\d,]+)(K|M)? ", unit)
    if not match:
        assert not unit[0].isdigit(), f"a unit nobody counts: {unit}"
        return 1
    return int(match[1].replace(",", "")) * {None: 1, "K": 1000, "M": MILLION}[match[2]]


def stated_tiers(rows):
    """Rows that state their tier as "from-to", in order and without gap."""
    bounds = sorted(((int(begin), None if end == "Inf" else int(end), row)
                     for row in rows for begin, end in [row["tier"].split("-")]), key=lambda bound: bound[0])
    assert bounds[0][0] == 0 and all(a[1] == b[0] for a, b in zip(bounds, bounds[1:])), f"tiers with a gap: {bounds}"
    return [(row, end) for _, end, row in bounds]


def tiers_of(rows, shapes):
    """[(row, up to)] of one region, by the first shape that the region's rows fill."""
    for shape in shapes:
        found = [(row, up_to) for name, up_to in shape for row in rows if row["dimension"] == name]
        if {row["dimension"] for row, _ in found} != {name for name, _ in shape}:
            continue
        if any(row.get("tier") for row, _ in found):
            stated = stated_tiers([row for row, _ in found])
            assert len(shape) == 1 or [end for _, end in stated] == [end for _, end in shape], "tiers disagree"
            return stated
        assert len(found) == len(shape), f"a price twice: {found}"
        return found
    return []


def price_of(region, tiers):
    keys = list(dict.fromkeys(source_of(row)[0] for row, _ in tiers))
    free = {FREE_TIERS[row["freeTier"]] for row, _ in tiers if row["freeTier"]} - {None}
    units = {units_per_price(row["unit"]) for row, _ in tiers}
    assert len(units) == 1 and len(free) <= 1, f"{region}: tiers of different kinds"
    price = {"region": region, "per": str(units.pop()),
             "tiers": [({} if up_to is None else {"upTo": str(up_to)}) | {"price": plain(row["price"])}
                       for row, up_to in tiers],
             "source": keys[0] if len(keys) == 1 else COMBINED[tuple(keys)],
             "asOf": min(row["asOf"] for row, _ in tiers)}
    return price | ({"freeTier": free.pop()} if free else {})


def shapes_of(dimensions):
    if isinstance(dimensions, str):
        return [[(dimensions, None)]]
    return dimensions if isinstance(dimensions[0], list) else [dimensions]


def training_items():
    return [{"id": f"custom-models/training-tokens-{slug}", "service": BEDROCK,
             "name": f"Fine-tuning of {name}: training tokens", "unit": "token",
             "prices": [{"region": "default", "per": str(MILLION), "tiers": [{"price": price}],
                         "source": "bedrock-page-2026-07-24", "asOf": "2026-07-24"}]}
            for slug, name, price in TRAINING] + [
           {"id": item_id, "service": BEDROCK, "name": name, "unit": unit,
            "prices": [{"region": "default", "per": str(per), "tiers": [{"price": price}],
                        "source": "bedrock-page-2026-07-24", "asOf": "2026-07-24"}]}
           for item_id, name, unit, per, price in CUSTOMIZED]


def unpriced_items():
    return [{"id": item_id, "service": service, "name": name, "unit": unit, "prices": []}
            for item_id, service, name, unit in UNPRICED]


def build(facts):
    priced = [row for row in facts if row["price"] is not None]
    used, items = set(), []
    for item_id, service, name, unit, fact_service, dimensions in ITEMS:
        rows = [row for row in priced if row["service"] == fact_service]
        prices = []
        for region in sorted({row["region"] for row in rows}):
            tiers = tiers_of([row for row in rows if row["region"] == region], shapes_of(dimensions))
            if tiers:
                prices.append(price_of("default" if region == "global" else region, tiers))
                used |= {id(row) for row, _ in tiers}
        assert prices, f"{item_id} has no price"
        items.append({"id": item_id, "service": service, "name": name, "unit": unit, "prices": prices})
    for row in priced:
        known = id(row) in used or (row["service"], row["dimension"]) in LEFT_OUT
        assert known, f"a price that became no item: {row['service']}, {row['dimension']}, {row['region']}"
    return items + training_items() + unpriced_items()
