#include "records/products.h"

#include <algorithm>
#include <span>

namespace records {

using projection::Line;
using namespace Qt::StringLiterals;

namespace {

struct Entry {
    QLatin1StringView name; ///< provider, start of an item's id, or service in small letters without its maker
    QLatin1StringView code;
};

constexpr Entry kProviders[] = {
    {"AI21 Labs"_L1, "AmazonBedrockAI21LabsModels"_L1},
    {"Amazon"_L1, "AmazonBedrockAmazonModels"_L1},
    {"Anthropic"_L1, "AmazonBedrockAnthropicModels"_L1},
    {"Cohere"_L1, "AmazonBedrockCohereModels"_L1},
    {"DeepSeek"_L1, "AmazonBedrockDeepSeekModels"_L1},
    {"Google"_L1, "AmazonBedrockGoogleModels"_L1},
    {"Luma AI"_L1, "AmazonBedrockLumaAIModels"_L1},
    {"Meta"_L1, "AmazonBedrockMetaModels"_L1},
    {"MiniMax"_L1, "AmazonBedrockMiniMaxAIModels"_L1},
    {"Mistral AI"_L1, "AmazonBedrockMistralAIModels"_L1},
    {"Moonshot AI"_L1, "AmazonBedrockMoonshotAIModels"_L1},
    {"NVIDIA"_L1, "AmazonBedrockNVIDIAModels"_L1},
    {"OpenAI"_L1, "AmazonBedrockOpenAIModels"_L1},
    {"Qwen"_L1, "AmazonBedrockQwenModels"_L1},
    {"Stability AI"_L1, "AmazonBedrockStabilityAIModels"_L1},
    {"TwelveLabs"_L1, "AmazonBedrockTwelveLabsModels"_L1},
    {"Writer"_L1, "AmazonBedrockWriterModels"_L1},
    {"Z.AI"_L1, "AmazonBedrockZAIModels"_L1},
    {"poolside"_L1, "AmazonBedrockpoolsideModels"_L1},
    {"xAI"_L1, "AmazonBedrockGrokModels"_L1},
};

constexpr Entry kItems[] = {
    {"agentcore/gateway"_L1, "AgentCoreGateway"_L1},
    {"agentcore/identity"_L1, "AgentCoreIdentity"_L1},
    {"agentcore/memory"_L1, "AgentCoreMemory"_L1},
    {"agentcore/policy"_L1, "AgentCorePolicy"_L1},
    {"agentcore/"_L1, "AgentCoreRuntime"_L1},
    {"data-automation/audio"_L1, "AmazonBedrockDataAutomationAudio"_L1},
    {"data-automation/custom-images"_L1, "AmazonBedrockDataAutomationImages"_L1},
    {"data-automation/video"_L1, "AmazonBedrockDataAutomationVideo"_L1},
    {"data-automation/"_L1, "AmazonBedrockDataAutomationDocuments"_L1},
    {"ec2/"_L1, "AmazonEC2Linux"_L1}, // the book's instances are Linux on demand
    {"fargate/"_L1, "AmazonECSonAWSFargate"_L1},
    {"guardrails/"_L1, "AmazonBedrockGuardrails"_L1},
    {"images/nova"_L1, "AmazonBedrockAmazonModels"_L1},
    {"images/titan"_L1, "AmazonBedrockAmazonModels"_L1},
    {"images/"_L1, "AmazonBedrockStabilityAIModels"_L1},
    {"knowledge-bases/sql"_L1, "AmazonBedrockKnowledgeBases"_L1},
    {"knowledge-bases/"_L1, "AmazonBedrockManagedKnowledgeBase"_L1},
    {"nova/"_L1, "AmazonBedrockAmazonModels"_L1},
    {"rerank/amazon"_L1, "AmazonBedrockAmazonModels"_L1},
    {"rerank/cohere"_L1, "AmazonBedrockCohereModels"_L1},
};

constexpr Entry kServices[] = {
    {"api gateway"_L1, "AmazonAPIGateway"_L1},
    {"appsync"_L1, "AWSAppSync"_L1},
    {"athena"_L1, "AmazonAthena"_L1},
    {"aurora dsql"_L1, "AmazonAuroraDSQL"_L1},
    {"aurora mysql"_L1, "AmazonRDSAuroraforMySQL"_L1},
    {"aurora postgresql"_L1, "AmazonRDSAuroraforPostgreSQL"_L1},
    {"backup"_L1, "AWSBackup"_L1},
    {"bedrock agentcore"_L1, "AgentCore"_L1},
    {"bedrock data automation"_L1, "AmazonBedrockDataAutomationDocuments"_L1},
    {"bedrock guardrails"_L1, "AmazonBedrockGuardrails"_L1},
    {"bedrock knowledge bases"_L1, "AmazonBedrockKnowledgeBases"_L1},
    {"cloudfront"_L1, "AmazonCloudFront"_L1},
    {"cloudtrail"_L1, "AWSCloudTrail"_L1},
    {"cloudwatch"_L1, "AmazonCloudWatch"_L1},
    {"cognito"_L1, "AmazonCognito"_L1},
    {"comprehend"_L1, "AmazonComprehend"_L1},
    {"documentdb"_L1, "AmazonDocumentDB"_L1},
    {"dynamodb"_L1, "AmazonDynamoDB"_L1},
    {"ebs"_L1, "AmazonElasticBlockStoreEBS"_L1},
    {"ecr"_L1, "AmazonElasticContainerRegistryECR"_L1},
    {"ecs"_L1, "AmazonElasticContainerServiceECS"_L1},
    {"efs"_L1, "AmazonElasticFileSystemEFS"_L1},
    {"eks"_L1, "AmazonElasticKubernetesServiceEKS"_L1},
    {"elastic block store"_L1, "AmazonElasticBlockStoreEBS"_L1},
    {"elastic container registry"_L1, "AmazonElasticContainerRegistryECR"_L1},
    {"elastic container service"_L1, "AmazonElasticContainerServiceECS"_L1},
    {"elastic file system"_L1, "AmazonElasticFileSystemEFS"_L1},
    {"elastic kubernetes service"_L1, "AmazonElasticKubernetesServiceEKS"_L1},
    {"elastic load balancing"_L1, "ElasticLoadBalancingELB"_L1},
    {"elasticache"_L1, "AmazonElastiCache"_L1},
    {"emr"_L1, "AmazonElasticMapReduceEMR"_L1},
    {"eventbridge"_L1, "AmazonEventBridge"_L1},
    {"glue"_L1, "AWSGlue"_L1},
    {"guardduty"_L1, "AmazonGuardDuty"_L1},
    {"kendra"_L1, "AmazonKendra"_L1},
    {"key management service"_L1, "AWSKeyManagementServiceKMS"_L1},
    {"kinesis data streams"_L1, "AmazonKinesisDataStreamsKDS"_L1},
    {"kms"_L1, "AWSKeyManagementServiceKMS"_L1},
    {"lambda"_L1, "AWSLambda"_L1},
    {"lex"_L1, "AmazonLex"_L1},
    {"load balancer"_L1, "ElasticLoadBalancingELB"_L1},
    {"neptune"_L1, "AmazonNeptune"_L1},
    {"opensearch serverless"_L1, "AmazonOpenSearchforSearchvectors"_L1},
    {"polly"_L1, "AmazonPolly"_L1},
    {"quick"_L1, "AmazonQuick"_L1},
    {"rds for mariadb"_L1, "AmazonRDSforMariaDB"_L1},
    {"rds for mysql"_L1, "AmazonRDSforMySQL"_L1},
    {"rds for oracle"_L1, "AmazonRDSforOracle"_L1},
    {"rds for postgresql"_L1, "AmazonRDSforPostgreSQL"_L1},
    {"rds for sql server"_L1, "AmazonRDSforSQLServer"_L1},
    {"redshift"_L1, "AmazonRedshift"_L1},
    {"route 53"_L1, "AmazonRoute53"_L1},
    {"s3"_L1, "AmazonS3"_L1},
    {"s3 vectors"_L1, "AmazonS3Vectors"_L1},
    {"sagemaker"_L1, "AmazonSageMaker"_L1},
    {"sagemaker ai"_L1, "AmazonSageMaker"_L1},
    {"secrets manager"_L1, "AWSSecretsManager"_L1},
    {"simple queue service"_L1, "AmazonSQS"_L1},
    {"simple storage service"_L1, "AmazonS3"_L1},
    {"sqs"_L1, "AmazonSQS"_L1},
    {"step functions"_L1, "AWSStepFunctions"_L1},
    {"textract"_L1, "AmazonTextract"_L1},
    {"transcribe"_L1, "AmazonTranscribe"_L1},
    {"virtual private cloud"_L1, "AmazonVirtualPrivateCloudVPC"_L1},
    {"vpc"_L1, "AmazonVirtualPrivateCloudVPC"_L1},
    {"waf"_L1, "AWSWAFWebApplicationFirewall"_L1},
    {"x-ray"_L1, "AWSXRay"_L1},
};

const auto kBedrock = u"AmazonBedrock"_s;

QString codeOf(std::span<const Entry> entries, const QString &name)
{
    const auto found =
        std::find_if(entries.begin(), entries.end(), [&name](const Entry &entry) { return name == entry.name; });
    return found == entries.end() ? QString() : QString(found->code);
}

QString codeOfItem(const QString &item)
{
    const auto found = std::find_if(std::begin(kItems), std::end(kItems),
                                    [&item](const Entry &entry) { return item.startsWith(entry.name); });
    return found == std::end(kItems) ? QString() : QString(found->code);
}

/// The service's name in small letters, without its maker and what stands in brackets.
QString serviceKey(const QString &service)
{
    QString key = service.toLower().simplified();
    for (const QLatin1StringView maker : {"amazon "_L1, "aws "_L1}) {
        if (key.startsWith(maker))
            key = key.mid(maker.size());
    }
    const qsizetype bracket = key.indexOf(u" (");
    return bracket > 0 ? key.left(bracket) : key;
}

bool isBedrock(const Line &line)
{
    return line.service == "Amazon Bedrock"_L1;
}

QString codeOfService(const Line &line)
{
    const QString item = codeOfItem(line.basis.item);
    if (!item.isEmpty() || isBedrock(line))
        return item;
    const QString key = serviceKey(line.service);
    // In a use case it searches vectors; a company's own may as well analyze logs.
    if (line.useCase && (key == "opensearch service"_L1 || key == "opensearch"_L1))
        return u"AmazonOpenSearchforSearchvectors"_s;
    return codeOf(kServices, key);
}

} // namespace

ProductCodes productCodes(const projection::Projection &projection, const std::vector<int> &lines)
{
    QStringList models;
    QStringList services;
    ProductCodes result;
    const auto add = [](QStringList &list, const QString &entry) {
        if (!entry.isEmpty() && !list.contains(entry))
            list.append(entry);
    };
    for (const int index : lines) {
        const Line &line = projection.lines[static_cast<std::size_t>(index)];
        if (isBedrock(line))
            add(models, kBedrock);
        if (line.isWorkload) {
            add(models, codeOf(kProviders, line.provider));
            continue;
        }
        const QString code = codeOfService(line);
        add(isBedrock(line) ? models : services, code);
        if (code.isEmpty() && !isBedrock(line))
            add(result.uncoded, line.service);
    }
    result.codes = models + services;
    result.leftOut = std::max<qsizetype>(result.codes.size() - kMostProductCodes, 0);
    result.codes = result.codes.mid(0, kMostProductCodes);
    return result;
}

} // namespace records
