// One case per rule of the API pack: edits under which a request keeps it, and edits under which it breaks it.
#pragma once

#include "catalogue/acepack.h"

#include <vector>

namespace acerequests {

struct RuleCase {
    const char *rule;
    catalogue::AceOperation operation;
    const char *kept;
    const char *broken;
    const char *field; ///< where the finding points
};

inline const std::vector<RuleCase> &ruleCases()
{
    constexpr auto kCreate = catalogue::AceOperation::Create;
    constexpr auto kUpdate = catalogue::AceOperation::Update;
    static const std::vector<RuleCase> kCases{
        {"partner-id-send", kCreate, "", "PartnerOpportunityIdentifier =", "PartnerOpportunityIdentifier"},
        {"origin-aws", kCreate, "Origin = \"AWS Referral\"\nCatalog = \"Sandbox\"", "Origin = \"AWS Referral\"",
         "Origin"},
        {"tag-key-unique", kCreate, "", "Tags[1].Key = \"case\"", "Tags"},
        {"industry-other", kCreate, "Customer.Account.Industry = \"Other\"\nCustomer.Account.OtherIndustry = \"Toys\"",
         "Customer.Account.Industry = \"Other\"", "Customer.Account.OtherIndustry"},
        {"industry-not-other", kCreate, "", "Customer.Account.Industry = \"Other\"", "Customer.Account.Industry"},
        {"website", kCreate,
         "Customer.Account.WebsiteUrl =\nNationalSecurity = \"Yes\"\nCustomer.Account.Industry = \"Government\"",
         "Customer.Account.WebsiteUrl =", "Customer.Account.WebsiteUrl"},
        {"website-social", kCreate, "Customer.Account.WebsiteUrl = \"https://linkedin.com.example/company\"",
         "Customer.Account.WebsiteUrl = \"https://www.linkedin.com/company/northwind\"", "Customer.Account.WebsiteUrl"},
        {"state-us", kCreate, "Customer.Account.Address.StateOrRegion =\nCustomer.Account.Address.CountryCode = \"DE\"",
         "Customer.Account.Address.StateOrRegion =", "Customer.Account.Address.StateOrRegion"},
        {"state-us-list", kCreate, "Customer.Account.Address.StateOrRegion = \"Dist. of Columbia\"",
         "Customer.Account.Address.StateOrRegion = \"WA\"", "Customer.Account.Address.StateOrRegion"},
        {"state-elsewhere", kCreate, "", "Customer.Account.Address.CountryCode = \"DE\"",
         "Customer.Account.Address.StateOrRegion"},
        {"postal-required", kCreate,
         "Customer.Account.Address.PostalCode =\nCustomer.Account.Address.CountryCode = \"HK\"",
         "Customer.Account.Address.PostalCode =", "Customer.Account.Address.PostalCode"},
        {"postal-format", kCreate,
         "Customer.Account.Address.PostalCode = \"SW1A 1AA\"\nCustomer.Account.Address.CountryCode = \"GB\"",
         "Customer.Account.Address.PostalCode = \"9810\"", "Customer.Account.Address.PostalCode"},
        {"postal-none", kCreate, "", "Customer.Account.Address.CountryCode = \"AE\"",
         "Customer.Account.Address.PostalCode"},
        {"account-id", kCreate, "", "Customer.Account.AwsAccountId = \"12345678901\"", "Customer.Account.AwsAccountId"},
        {"account-id-launch", kUpdate, "LifeCycle.Stage = \"Launched\"",
         "LifeCycle.Stage = \"Launched\"\nCustomer.Account.AwsAccountId =", "Customer.Account.AwsAccountId"},
        {"natsec-industry", kCreate, "NationalSecurity = \"Yes\"\nCustomer.Account.Industry = \"Government\"",
         "NationalSecurity = \"Yes\"", "NationalSecurity"},
        {"natsec-needs", kCreate, "NationalSecurity = \"Yes\"\nCustomer.Account.Industry = \"Government\"",
         "NationalSecurity = \"Yes\"\nCustomer.Account.Industry = \"Government\"\n"
         "PrimaryNeedsFromAws[0] = \"Do Not Need Support from AWS Sales Rep\"",
         "PrimaryNeedsFromAws[0]"},
        {"natsec-ask", kCreate, "Customer.Account.Industry = \"Government\"\nNationalSecurity = \"No\"",
         "Customer.Account.Industry = \"Government\"", "NationalSecurity"},
        {"needs-mix", kCreate, "PrimaryNeedsFromAws[0] = \"Do Not Need Support from AWS Sales Rep\"",
         "PrimaryNeedsFromAws[+] = \"Do Not Need Support from AWS Sales Rep\"", "PrimaryNeedsFromAws[1]"},
        {"competitor-other", kCreate,
         "Project.CompetitorName = \"*Other\"\nProject.OtherCompetitorNames = \"Example Cloud\"",
         "Project.CompetitorName = \"*Other\"", "Project.OtherCompetitorNames"},
        {"competitor-other-only", kCreate, "", "Project.OtherCompetitorNames = \"Example Cloud\"",
         "Project.OtherCompetitorNames"},
        {"solution-or-text", kCreate, "", "Project.OtherSolutionDescription =", "Project.OtherSolutionDescription"},
        {"solution-committed", kUpdate, "LifeCycle.Stage = \"Committed\"\nProject.OtherSolutionDescription =",
         "LifeCycle.Stage = \"Committed\"", "Project.OtherSolutionDescription"},
        {"related-opp-ignored", kCreate,
         "Project.RelatedOpportunityIdentifier = \"O12\"\nOpportunityType = \"Expansion\"",
         "Project.RelatedOpportunityIdentifier = \"O12\"", "Project.RelatedOpportunityIdentifier"},
        {"related-opp-renewal", kCreate,
         "OpportunityType = \"Flat Renewal\"\nProject.RelatedOpportunityIdentifier = \"O12\"",
         "OpportunityType = \"Flat Renewal\"", "Project.RelatedOpportunityIdentifier"},
        {"opp-type-default", kCreate, "", "OpportunityType =", "OpportunityType"},
        {"team-title", kCreate, "", "OpportunityTeam[0].BusinessTitle = \"OpportunityOwner\"",
         "OpportunityTeam[0].BusinessTitle"},
        {"spend-one", kCreate, "",
         "Project.ExpectedCustomerSpend[+] = {\"Amount\": \"1\", \"CurrencyCode\": \"USD\", \"Frequency\": "
         "\"Monthly\", "
         "\"TargetCompany\": \"AWS\"}",
         "Project.ExpectedCustomerSpend"},
        {"spend-amount-required", kCreate,
         "Project.ExpectedCustomerSpend[0].Amount = null\nProject.ExpectedCustomerSpend[0].EstimationUrl = "
         "\"https://calculator.aws/#/estimate?id=0123456789abcdef0123456789abcdef\"",
         "Project.ExpectedCustomerSpend[0].Amount =", "Project.ExpectedCustomerSpend[0].Amount"},
        {"spend-amount", kCreate, "Project.ExpectedCustomerSpend[0].Amount = \"1000000000000000.00\"",
         "Project.ExpectedCustomerSpend[0].Amount = \"0.00\"", "Project.ExpectedCustomerSpend[0].Amount"},
        {"spend-currency", kCreate, "", "Project.ExpectedCustomerSpend[0].CurrencyCode = \"GBP\"",
         "Project.ExpectedCustomerSpend[0].CurrencyCode"},
        {"esc-eur", kCreate,
         "Project.AwsPartition = \"aws-eusc\"\nProject.ExpectedCustomerSpend[0].CurrencyCode = \"EUR\"",
         "Project.AwsPartition = \"aws-eusc\"", "Project.ExpectedCustomerSpend[0].CurrencyCode"},
        {"esc-url", kCreate,
         "Project.AwsPartition = \"aws-eusc\"\nProject.ExpectedCustomerSpend[0].EstimationUrl = "
         "\"https://pricing.calculator.aws.eu/#/estimate?id=0123456789abcdef0123456789abcdef\"",
         "Project.AwsPartition = \"aws-eusc\"\nProject.ExpectedCustomerSpend[0].EstimationUrl = "
         "\"https://calculator.aws/#/estimate?id=0123456789abcdef0123456789abcdef\"",
         "Project.ExpectedCustomerSpend[0].EstimationUrl"},
        {"eur-elsewhere", kCreate, "", "Project.ExpectedCustomerSpend[0].CurrencyCode = \"EUR\"",
         "Project.ExpectedCustomerSpend[0].CurrencyCode"},
        {"spend-frequency", kCreate, "", "Project.ExpectedCustomerSpend[0].Frequency = \"None\"",
         "Project.ExpectedCustomerSpend[0].Frequency"},
        {"spend-frequency-own", kCreate,
         "Project.ExpectedCustomerSpend[+] = {\"TargetCompany\": \"Self\", \"Frequency\": \"None\"}",
         "Project.ExpectedCustomerSpend[+] = {\"TargetCompany\": \"Self\", \"Frequency\": \"Annual\"}",
         "Project.ExpectedCustomerSpend[1].Frequency"},
        {"spend-frequency-unsure", kCreate,
         "Project.ExpectedCustomerSpend[+] = {\"TargetCompany\": \"Self\", \"Frequency\": \"Monthly\"}",
         "Project.ExpectedCustomerSpend[+] = {\"TargetCompany\": \"Self\", \"Frequency\": \"None\"}",
         "Project.ExpectedCustomerSpend[1].Frequency"},
        {"spend-target", kCreate, "", "Project.ExpectedCustomerSpend[0].TargetCompany = \"Northwind\"",
         "Project.ExpectedCustomerSpend[0].TargetCompany"},
        {"spend-target-own", kCreate,
         "Project.ExpectedContractDuration.Value = \"12\"\nProject.ExpectedContractDuration.Term = \"Months\"",
         "Project.ExpectedContractDuration.Value = \"12\"\nProject.ExpectedCustomerSpend[0].TargetCompany = "
         "\"Northwind\"",
         "Project.ExpectedCustomerSpend[0].TargetCompany"},
        {"spend-url-mismatch", kCreate, "",
         "Project.ExpectedCustomerSpend[0].EstimationUrl = "
         "\"https://calculator.aws/#/estimate?id=0123456789abcdef0123456789abcdef\"",
         "Project.ExpectedCustomerSpend[0].EstimationUrl"},
        {"tcv-duration", kCreate,
         "Project.ExpectedCustomerSpend[+] = {\"TargetCompany\": \"Self\"}\n"
         "Project.ExpectedContractDuration = {\"Term\": \"Months\", \"Value\": \"24\"}",
         "Project.ExpectedCustomerSpend[+] = {\"TargetCompany\": \"Self\"}", "Project.ExpectedContractDuration"},
        {"tcv-entry", kCreate,
         "Project.ExpectedCustomerSpend[+] = {\"TargetCompany\": \"Self\"}\n"
         "Project.ExpectedContractDuration = {\"Term\": \"Months\", \"Value\": \"24\"}",
         "Project.ExpectedContractDuration = {\"Term\": \"Months\", \"Value\": \"24\"}",
         "Project.ExpectedCustomerSpend"},
        {"tcv-url", kCreate,
         "Project.ExpectedCustomerSpend[0].EstimationUrl = "
         "\"https://calculator.aws/#/estimate?id=0123456789abcdef0123456789abcdef\"",
         "Project.ExpectedContractDuration = {\"Term\": \"Months\", \"Value\": \"24\"}\n"
         "Project.ExpectedCustomerSpend[0].EstimationUrl = "
         "\"https://calculator.aws/#/estimate?id=0123456789abcdef0123456789abcdef\"",
         "Project.ExpectedCustomerSpend[0].EstimationUrl"},
        {"tcv-months", kCreate, "Project.ExpectedContractDuration = {\"Term\": \"Months\", \"Value\": \"144\"}",
         "Project.ExpectedContractDuration = {\"Term\": \"Months\", \"Value\": \"145\"}",
         "Project.ExpectedContractDuration.Value"},
        {"close-date", kCreate, "LifeCycle.TargetCloseDate = \"2026-11-23\"",
         "LifeCycle.TargetCloseDate = \"2026-11-22\"", "LifeCycle.TargetCloseDate"},
        {"close-date-terminal", kUpdate, "LifeCycle.Stage = \"Launched\"",
         "LifeCycle.Stage = \"Launched\"\nLifeCycle.TargetCloseDate = \"2026-10-01\"", "LifeCycle.TargetCloseDate"},
        {"stage-submit", kCreate, "", "LifeCycle.Stage = \"Prospect\"", "LifeCycle.Stage"},
        {"create-closed-lost", kCreate, "", "LifeCycle.Stage = \"Launched\"", "LifeCycle.Stage"},
        {"closed-lost-reason", kUpdate, "LifeCycle.Stage = \"Closed Lost\"\nLifeCycle.ClosedLostReason = \"Price\"",
         "LifeCycle.Stage = \"Closed Lost\"", "LifeCycle.ClosedLostReason"},
        {"closed-lost-only", kCreate, "", "LifeCycle.ClosedLostReason = \"Price\"", "LifeCycle.ClosedLostReason"},
        {"update-stage", kUpdate, "", "LifeCycle.Stage =", "LifeCycle.Stage"},
        {"stage-in-pending", kUpdate, "", "Catalog = \"Sandbox\"", "LifeCycle.Stage"},
        {"review-status", kUpdate, "", "LifeCycle.ReviewStatus =", "LifeCycle.ReviewStatus"},
        {"review-fields-create", kCreate, "Catalog = \"Sandbox\"\nLifeCycle.ReviewStatus = \"Submitted\"",
         "LifeCycle.ReviewComments = \"Fine\"", "LifeCycle.ReviewComments"},
        {"locked-in-review", kUpdate, "LifeCycle.ReviewStatus = \"Submitted\"\nCatalog = \"Sandbox\"",
         "LifeCycle.ReviewStatus = \"In review\"", "LifeCycle.ReviewStatus"},
        {"action-required-fields", kUpdate, "", "LifeCycle.ReviewStatus = \"Action Required\"",
         "LifeCycle.ReviewStatus"},
        {"approved-readonly", kUpdate, "", "LifeCycle.ReviewStatus = \"Approved\"", "LifeCycle.ReviewStatus"},
        {"mkt-funding", kCreate, "Marketing = {\"Source\": \"Marketing Activity\", \"AwsFundingUsed\": \"No\"}",
         "Marketing = {\"Source\": \"Marketing Activity\"}", "Marketing.AwsFundingUsed"},
        {"mkt-channels", kCreate, "Marketing = {\"Source\": \"Marketing Activity\", \"Channels\": [\"Email\"]}",
         "Marketing = {\"Source\": \"Marketing Activity\"}", "Marketing.Channels"},
        {"mkt-none", kCreate, "Marketing = {\"Source\": \"None\"}",
         "Marketing = {\"Source\": \"None\", \"UseCases\": [\"AI/ML\"]}", "Marketing.UseCases"},
        {"sw-revenue", kUpdate, "LifeCycle.Stage = \"Launched\"",
         "LifeCycle.Stage = \"Launched\"\nSoftwareRevenue = {\"DeliveryModel\": \"Contract\"}",
         "SoftwareRevenue.EffectiveDate"},
        {"sw-dates", kCreate,
         "SoftwareRevenue = {\"EffectiveDate\": \"2027-01-01\", \"ExpirationDate\": \"2027-01-01\"}",
         "SoftwareRevenue = {\"EffectiveDate\": \"2027-01-01\", \"ExpirationDate\": \"2026-12-31\"}",
         "SoftwareRevenue.ExpirationDate"},
    };
    return kCases;
}

} // namespace acerequests
