#!/usr/bin/env python3
"""Generates offer-map.json: which rows of AWS's price files price which item, and how the files name the models.

Usage: build-offer-map.py OUTPUT

A row prices an item when offer, usage type (without its region prefix) and every attribute in `where` fit, and its unit is
one of `units` in any case. What is not here is reported by an import as not understood. Sources: README.md, "Price files".
"""
import json
import sys
from pathlib import Path

HOUR = ["Hrs", "Hours", "Hour"]
GB_MONTH = ["GB-Mo", "GB-Month"]
REQUESTS = ["Requests", "Request", "API Requests", "API Calls"]
LINUX = {"operatingsystem": "Linux", "tenancy": "Shared", "preinstalledsw": "NA", "capacitystatus": "Used"}
APPLICATION = {"operation": "LoadBalancing:Application"}
TEXT_UNITS = ["Text Units", "TextUnit", "TextUnits", "Text Unit", "1K Text Units"]

# offer, usage type, item, units of the rows, attributes that must be so
ITEMS = [
    ("AmazonS3", "TimedStorage-ByteHrs", "s3/standard-gb-month", GB_MONTH, {"volumetype": "Standard"}),
    ("AmazonS3", "Requests-Tier1", "s3/put-requests", REQUESTS, {}),
    ("AmazonS3", "Requests-Tier2", "s3/get-requests", REQUESTS, {}),
    ("AmazonES", "SearchOCU", "opensearch-serverless/ocu-hours", ["OCU-Hours", "OCU-Hrs", *HOUR], {}),
    ("AmazonES", "IndexingOCU", "opensearch-serverless/ocu-hours", ["OCU-Hours", "OCU-Hrs", *HOUR], {}),
    ("AmazonES", "StorageUsedInS3ByteHour", "opensearch-serverless/storage-gb-month", GB_MONTH, {}),
    ("AWSLambda", "Request", "lambda/requests", REQUESTS, {}),
    ("AWSLambda", "Lambda-GB-Second", "lambda/gb-seconds", ["Lambda-GB-Second", "GB-Second", "Second"], {}),
    ("AWSLambda", "Lambda-GB-Second-ARM", "lambda/arm-gb-seconds", ["Lambda-GB-Second", "GB-Second", "Second"], {}),
    ("AmazonApiGateway", "ApiGatewayRequest", "api-gateway/rest-requests", REQUESTS, {}),
    ("AmazonApiGateway", "ApiGatewayHttpRequest", "api-gateway/http-requests", REQUESTS, {}),
    ("AmazonApiGateway", "ApiGatewayMessage", "api-gateway/websocket-messages", ["Messages", *REQUESTS], {}),
    ("AmazonApiGateway", "ApiGatewayMinute", "api-gateway/websocket-minutes", ["Minutes"], {}),
    ("AmazonDynamoDB", "WriteRequestUnits", "dynamodb/write-units", ["WriteRequestUnits"], {}),
    ("AmazonDynamoDB", "ReadRequestUnits", "dynamodb/read-units", ["ReadRequestUnits"], {}),
    ("AmazonDynamoDB", "TimedStorage-ByteHrs", "dynamodb/storage-gb-month", GB_MONTH,
     {"volumetype": "Amazon DynamoDB - Indexed DataStore"}),
    ("AmazonDynamoDB", "TimedPITRStorage-ByteHrs", "dynamodb/backup-gb-month", GB_MONTH, {}),
    ("AmazonStates", "StateTransition", "step-functions/transitions", ["StateTransitions", "StateTransition"], {}),
    ("AmazonStates", "StepFunctions-Request", "step-functions/express-requests", REQUESTS, {}),
    ("AmazonCloudWatch", "DataProcessing-Bytes", "cloudwatch/logs-ingested-gb", ["GB"], {}),
    ("AmazonCloudWatch", "TimedStorage-ByteHrs", "cloudwatch/logs-stored-gb-month", GB_MONTH, {}),
    ("AmazonCloudWatch", "DataScanned-Bytes", "cloudwatch/logs-scanned-gb", ["GB"], {}),
    ("AmazonCloudWatch", "CW:MetricMonitorUsage", "cloudwatch/metrics", ["Metrics"], {}),
    ("AmazonCloudWatch", "CW:AlarmMonitorUsage", "cloudwatch/alarms", ["Alarms"], {}),
    ("AmazonECS", "Fargate-vCPU-Hours:perCPU", "fargate/vcpu-hours", HOUR, {}),
    ("AmazonECS", "Fargate-GB-Hours", "fargate/gb-hours", HOUR, {}),
    ("AmazonECS", "Fargate-ARM-vCPU-Hours:perCPU", "fargate/arm-vcpu-hours", HOUR, {}),
    ("AmazonECS", "Fargate-ARM-GB-Hours", "fargate/arm-gb-hours", HOUR, {}),
    ("AWSELB", "LoadBalancerUsage", "load-balancer/alb-hours", HOUR, APPLICATION),
    ("AWSELB", "LCUUsage", "load-balancer/lcu-hours", ["LCU-Hrs", "LCU-Hours"], APPLICATION),
    ("AmazonEC2", "NatGateway-Hours", "nat-gateway/hours", HOUR, {}),
    ("AmazonEC2", "NatGateway-Bytes", "nat-gateway/gb", ["GB"], {}),
    ("AmazonVPC", "VpcEndpoint-Hours", "vpc-endpoint/hours", HOUR, {}),
    ("AmazonVPC", "VpcEndpoint-Bytes", "vpc-endpoint/gb", ["GB"], {}),
    *(("AmazonEC2", f"BoxUsage:{name}", f"ec2/{name.replace('.', '-')}-hours", HOUR, LINUX)
      for name in ("t3.micro", "t3.small", "t3.medium", "t3.large", "t4g.medium", "m5.large", "m5.xlarge",
                   "m7g.large", "c5.large")),
    ("AWSDataTransfer", "DataTransfer-Out-Bytes", "data-transfer/internet-out-gb", ["GB"],
     {"tolocation": "External", "transfertype": "AWS Outbound"}),
    ("AmazonRDS", "Aurora:ServerlessV2Usage", "aurora-serverless/acu-hours", ["ACU-Hr", "ACU-Hrs", "ACU-Hours"], {}),
    ("AmazonRDS", "Aurora:ServerlessV2IOOptimizedUsage", "aurora-serverless/io-optimized-acu-hours",
     ["ACU-Hr", "ACU-Hrs", "ACU-Hours"], {}),
    ("AmazonRDS", "Aurora:StorageUsage", "aurora-serverless/storage-gb-month", GB_MONTH, {}),
    ("AmazonRDS", "Aurora:StorageIOUsage", "aurora-serverless/io-requests", ["IOs", "IO"], {}),
    ("awskms", "KMS-Keys", "kms/keys", ["Keys", "Key", "Months", "Mo"], {}),
    ("awskms", "KMS-Requests", "kms/requests", REQUESTS, {}),
    ("AWSSecretsManager", "AWSSecretsManager-Secrets", "secrets-manager/secrets", ["Secrets", "Secret"], {}),
    ("AWSSecretsManager", "AWSSecretsManagerAPIRequest", "secrets-manager/requests", REQUESTS, {}),
    ("awswaf", "WebACLV2", "waf/acls", ["Month", "Mo", "WebACL"], {}),
    ("awswaf", "RuleV2", "waf/rules", ["Month", "Mo", "Rule"], {}),
    ("awswaf", "RequestV2-Tier1", "waf/requests", REQUESTS, {}),
    ("AmazonCognito", "CognitoEssentialsMAU", "cognito/monthly-active-users", ["MAU", "User", "Users", "User-Pool MAU"],
     {}),
    ("AmazonTextract", "SyncTextPagesProcessed", "textract/detect-pages", ["Pages", "Page"], {}),
    ("AmazonTextract", "SyncFormsPagesProcessed", "textract/form-pages", ["Pages", "Page"], {}),
    ("AmazonTextract", "SyncTablesPagesProcessed", "textract/table-pages", ["Pages", "Page"], {}),
    *(("comprehend", name, f"comprehend/{item}-units", ["Unit", "Units"], {})
      for name, item in (("DetectPiiEntities", "detect-pii"), ("ContainsPiiEntities", "contains-pii"),
                         ("DetectEntities", "entities"), ("DetectKeyPhrases", "key-phrases"),
                         ("DetectDominantLanguage", "language"), ("DetectSentiment", "sentiment"))),
    ("AmazonBedrock", "Guardrail-ContentPolicyUnitsConsumed", "guardrails/content-text-units", TEXT_UNITS, {}),
    ("AmazonBedrock", "Guardrail-TopicPolicyUnitsConsumed", "guardrails/topic-text-units", TEXT_UNITS, {}),
    ("AmazonBedrock", "Guardrail-SensitiveInformationPolicyPaidUnitsConsumed", "guardrails/pii-text-units", TEXT_UNITS,
     {}),
    ("AmazonBedrock", "Guardrail-ContextualGroundingPolicyUnitsConsumed", "guardrails/grounding-text-units", TEXT_UNITS,
     {}),
    ("AmazonBedrock", "Guardrail-WordPolicyUnitsConsumed", "guardrails/word-text-units", TEXT_UNITS, {}),
    ("AmazonBedrock", "GuardrailChecks-ContentFilterCheckUnitsConsumed", "guardrails/check-content-text-units",
     TEXT_UNITS, {}),
    ("AmazonBedrock", "GuardrailChecks-PromptAttackCheckUnitsConsumed", "guardrails/check-attack-text-units",
     TEXT_UNITS, {}),
    ("AmazonBedrock", "GuardrailChecks-SensitiveInformationCheckUnitsConsumed", "guardrails/check-pii-text-units",
     TEXT_UNITS, {}),
    ("AmazonBedrock", "Guardrail-AutomatedReasoningPolicyUnitsConsumed", "guardrails/automated-reasoning-text-units",
     TEXT_UNITS, {}),
    ("AmazonBedrock", "NovaCanvas-T2I-1024-Standard", "images/nova-canvas", ["Image", "Images"], {}),
    ("AmazonBedrock", "Customization-Storage", "custom-models/storage-model-months", ["Model/month"], {}),
    ("AmazonBedrockAgentCore", "Runtime:Consumption-based:vCPU", "agentcore/vcpu-hours",
     ["vCPU-Hours", "vCPU-Hour"], {}),
    ("AmazonBedrockAgentCore", "Runtime:Consumption-based:Memory", "agentcore/gb-hours", ["GB-Hours", "GB-Hour"], {}),
    ("AmazonBedrockAgentCore", "BrowserTool:Consumption-based:vCPU", "agentcore/browser-vcpu-hours",
     ["vCPU-Hours", "vCPU-Hour"], {}),
    ("AmazonBedrockAgentCore", "BrowserTool:Consumption-based:Memory", "agentcore/browser-gb-hours",
     ["GB-Hours", "GB-Hour"], {}),
    ("AmazonBedrockAgentCore", "CodeInterpreter:Consumption-based:vCPU", "agentcore/code-interpreter-vcpu-hours",
     ["vCPU-Hours", "vCPU-Hour"], {}),
    ("AmazonBedrockAgentCore", "CodeInterpreter:Consumption-based:Memory", "agentcore/code-interpreter-gb-hours",
     ["GB-Hours", "GB-Hour"], {}),
    ("AmazonBedrockAgentCore", "Gateway:Consumption-based:API-Invocations", "agentcore/gateway-calls",
     ["Invocations", "Invocation", *REQUESTS], {}),
    ("AmazonBedrockAgentCore", "Gateway:Consumption-based:Search-API", "agentcore/gateway-searches",
     ["Invocations", "Invocation", *REQUESTS], {}),
    ("AmazonBedrockAgentCore", "Memory:Consumption-based:Short-Term-Memory", "agentcore/memory-events",
     ["Events", "Event", "Requests"], {}),
    ("AmazonBedrockAgentCore", "Memory:Consumption-based:Long-Term-Memory-Storage:Built-in-memory",
     "agentcore/memory-record-months", ["Records", "Record", "Record-Month", "Memory-Month"], {}),
    ("AmazonBedrockAgentCore", "Memory:Consumption-based:Long-Term-Memory-Retrieval", "agentcore/memory-retrievals",
     ["Retrievals", "Retrieval", "Requests"], {}),
    ("AmazonBedrockAgentCore", "Knowledge-Base:Consumption-based:Storage", "knowledge-bases/index-gb-month",
     GB_MONTH, {}),
    ("AmazonBedrockAgentCore", "Knowledge-Base:Consumption-based:Retrieval", "knowledge-bases/retrievals",
     REQUESTS, {}),
    ("AmazonBedrockAgentCore", "Knowledge-Base:Consumption-based:AgenticRetrieval",
     "knowledge-bases/agentic-retrievals", REQUESTS, {}),
]

# Names that no rule leads to the model: (name in the files, model id).
MODELS = [
    ("R1", "deepseek.r1-v1:0"),
    ("Claude4Sonnet", "anthropic.claude-sonnet-4-20250514-v1:0"),
    ("Claude4.5Sonnet", "anthropic.claude-sonnet-4-5-20250929-v1:0"),
    ("Nova Sonic 2.0", "amazon.nova-2-sonic-v1:0"),
    ("TitanEmbeddingV2-Text", "amazon.titan-embed-text-v2:0"),
    ("TitanEmbeddingsV2-Text", "amazon.titan-embed-text-v2:0"),
    ("TitanEmbeddingsG1-Text", "amazon.titan-embed-text-v1"),
    ("NovaMultiModalEmbeddings", "amazon.nova-2-multimodal-embeddings-v1:0"),
    ("Cohere Embed 3 Model - English", "cohere.embed-english-v3"),
    ("Cohere Embed Model 3 - Multilingual", "cohere.embed-multilingual-v3"),
    ("Cohere Embed 4 Model", "cohere.embed-v4:0"),
]

# Models sold through Marketplace have no id in the files: the first word of the name says whose it is.
PROVIDERS = [
    ("Claude", "anthropic", "Anthropic"),
    ("GPT", "openai", "OpenAI"),
    ("OpenAI", "openai", "OpenAI"),
]


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__.splitlines()[2])
    items = [{"offer": offer, "usage": usage, "item": item,
              "units": [{"unit": unit, "holds": "1000" if unit.startswith("1K ") else "1"} for unit in units],
              "where": [{"attribute": name, "is": value} for name, value in where.items()]}
             for offer, usage, item, units, where in ITEMS]
    keys = [(entry["offer"], entry["usage"]) for entry in items]
    assert len(keys) == len(set(keys)), "one usage type of an offer stands twice"
    head = {"format": "briefstack-offer-map", "version": 1, "asOf": "2026-11-22"}
    lists = {"items": items,
             "models": [{"name": name, "model": model} for name, model in MODELS],
             "providers": [{"word": word, "prefix": prefix, "provider": provider} for word, prefix, provider in PROVIDERS]}
    text = json.dumps(head)[:-1]
    for key, entries in lists.items():
        text += f',\n"{key}": [\n' + ",\n".join("  " + json.dumps(entry) for entry in entries) + "\n]"
    Path(sys.argv[1]).write_text(text + "}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
