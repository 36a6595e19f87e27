"""The rules beyond the shape of a request, in our own words. What each rests on: ace_sources.py.

`answers`: the code of the service's ValidationException when it refuses; left out where it does not. `binds`
"submission": needed when the record is submitted to AWS, not when it is created. `says`: the service's own message,
where one is recorded. `covers`: the collected facts that this rule carries (the generator checks that none is lost).
"""
from ace_conditions import *  # noqa: F403

ACCOUNT = "Customer.Account."
ADDRESS = ACCOUNT + "Address."
COUNTRY = ADDRESS + "CountryCode"
SPEND = "Project.ExpectedCustomerSpend[]."
STAGE = "LifeCycle.Stage"
REVIEW = "LifeCycle.ReviewStatus"
DURATION = "Project.ExpectedContractDuration"
NEEDS = "PrimaryNeedsFromAws"
NO_NEED = "Do Not Need Support from AWS Sales Rep"

CREATE = ["create"]
UPDATE = ["update"]
SUBMIT = ["submit"]
INVOLVEMENT = "AwsSubmission.InvolvementType"
VISIBILITY = "AwsSubmission.Visibility"
RELATED = "RelatedEntityIdentifiers."
BOTH = ["create", "update"]

NATIONAL_SECURITY = among("NationalSecurity", "Yes")
IN_US = among(COUNTRY, "US")
OWN_DEAL = among(SPEND + "TargetCompany", "Self")
SOVEREIGN = among("Project.AwsPartition", "aws-eusc")
TERMINAL = among(STAGE, "Launched", "Closed Lost")
IN_AWS = among("Catalog", "AWS")

RULES = []


def rule(identifier, source, evidence, fields, check, message, fix, *, operations=None, severity="error", answers=None,
         binds="filing", when=None, says=None, covers=()):
    entry = {"id": identifier, "fields": [fields] if isinstance(fields, str) else fields,
             "operations": operations or BOTH, "binds": binds, "severity": severity}
    for key, value in (("code", answers), ("when", when)):
        if value:
            entry[key] = value
    entry.update({"check": check, "message": message})
    if says:
        entry["says"] = says
    entry.update({"fix": fix, "evidence": evidence})
    RULES.append((entry, source, covers or (identifier,)))


# --- identity -------------------------------------------------------------------------------------------------------

rule("partner-id-send", "observed", "observed", "PartnerOpportunityIdentifier", REQUIRED,
     "PartnerOpportunityIdentifier is missing, and a record created without one was left without a review status",
     "Send your own identifier of the record, unique to it, of at most 64 characters.",
     operations=CREATE, severity="warning")

rule("origin-aws", "schema", "schema", "Origin", none_of("AWS Referral"),
     "Origin is AWS Referral, which the AWS catalog does not take from a partner",
     "Send Partner Referral, or use the Sandbox catalog to try out referrals.",
     operations=CREATE, answers="INVALID_VALUE", when=IN_AWS, covers=("origin",))

rule("tag-key-unique", "schema", "schema", "Tags", unique("Key"),
     "Tags has the key {value} more than once", "Keep one tag per key.",
     operations=CREATE, answers="DUPLICATE_KEY_VALUE", covers=("tags",))

# --- customer -------------------------------------------------------------------------------------------------------

rule("industry-other", "data-model", "sample", ACCOUNT + "OtherIndustry", REQUIRED,
     "The industry is Other, but it is not said which",
     "Name the industry in OtherIndustry, or choose one of the listed industries.",
     answers="REQUIRED_FIELD_MISSING", when=among(ACCOUNT + "Industry", "Other"),
     says="Field Customer.Account.OtherIndustry is required when Customer.Account.Industry is 'Other'.")

rule("industry-not-other", "guide", "documentation", ACCOUNT + "Industry", none_of("Other"),
     "The industry is Other, which gives AWS nothing to route the record by",
     "Choose the closest of the listed industries.", severity="warning")

rule("website", "data-model", "sample", ACCOUNT + "WebsiteUrl", REQUIRED,
     "The customer's website is missing", "Give the customer's own website.",
     answers="REQUIRED_FIELD_MISSING", when=negated(NATIONAL_SECURITY),
     says="Field Customer.Account.WebsiteUrl is required.")

rule("website-social", "bulk-guide", "documentation", ACCOUNT + "WebsiteUrl",
     not_pattern(r"(?:https?://)?(?:[a-z0-9-]+\.)*"
                 r"(?:facebook|linkedin|instagram|twitter|x|tiktok|youtube|threads|reddit|pinterest)\.com(?:[/:?].*)?"),
     "The website {value} is a page on a social network",
     "Give the company's own website: AWS takes no social-media pages.", severity="warning", covers=("website",))

rule("state-us", "data-model", "sample", ADDRESS + "StateOrRegion", REQUIRED,
     "The state is missing; it is needed for customers in the United States",
     "Give the state by its full English name, such as California.",
     answers="REQUIRED_FIELD_MISSING", when=every(IN_US, negated(NATIONAL_SECURITY)),
     says="Field Customer.Account.Address.StateOrRegion is required when Customer.Account.Address.CountryCode is 'US'")

rule("state-us-list", "data-model", "sample", ADDRESS + "StateOrRegion", one_listed("UsStateOrRegion"),
     "{value} is not one of the states and territories that AWS lists for the United States",
     "Give the full English name as AWS spells it, such as California or Dist. of Columbia.",
     answers="INVALID_ENUM_VALUE", when=IN_US, covers=("state-us",),
     says="Field Customer.Account.Address.StateOrRegion must be one of the allowed US states or territories.")

rule("state-elsewhere", "observed", "observed", ADDRESS + "StateOrRegion", FORBIDDEN,
     "A state is given for a country other than the United States, where AWS drops it without a word",
     "Leave StateOrRegion out, or put the region into City.",
     severity="advice", when=every(present(COUNTRY), negated(IN_US)), covers=("state-us",))

rule("postal-required", "data-model", "sample", ADDRESS + "PostalCode", REQUIRED,
     "The postal code is missing", "Give the postal code of the customer's address.",
     binds="submission", answers="REQUIRED_FIELD_MISSING",
     when=every(listed(COUNTRY, "CountryWithPostalCode"), negated(every(NATIONAL_SECURITY, IN_US))),
     says="Field Customer.Account.Address.PostalCode is required for country")

rule("postal-format", "postal", "sample", ADDRESS + "PostalCode", postal_format(COUNTRY),
     "The postal code {value} does not have the form that AWS expects for {country}: {formats}",
     "Write it as {formats}, where 9 or N stands for a digit and A for a letter.",
     binds="submission", answers="INVALID_VALUE", covers=("postal-required",),
     says="The postal code is invalid for country {country}, {country} postal code must be in {masks} format.")

rule("postal-none", "data-model", "sample", ADDRESS + "PostalCode", FORBIDDEN,
     "A postal code is given for a country that, by AWS's list, has none",
     "Leave PostalCode out.", severity="warning", when=listed(COUNTRY, "CountryWithoutPostalCode"))

rule("account-id", "bulk-guide", "documentation", ACCOUNT + "AwsAccountId", pattern("[0-9]{12}"),
     "The AWS account ID {value} does not have exactly 12 digits", "Give all 12 digits, leading zeros included.",
     answers="INVALID_STRING_FORMAT", says="Account Id must be 12 numerical digits")

rule("account-id-launch", "data-model", "sample", ACCOUNT + "AwsAccountId", REQUIRED,
     "The AWS account ID is missing; a launched opportunity of a services partner needs it",
     "Give the 12 digits of the customer's account.",
     answers="REQUIRED_FIELD_MISSING", when=among(STAGE, "Launched"))

# --- national security ----------------------------------------------------------------------------------------------

rule("natsec-industry", "data-model", "sample", "NationalSecurity", none_of("Yes"),
     "NationalSecurity is Yes, but the industry is not Government",
     "Set the industry to Government, or NationalSecurity to No.", answers="INVALID_VALUE",
     when=every(present(ACCOUNT + "Industry"), negated(among(ACCOUNT + "Industry", "Government"))),
     says="When National Security is 'Yes' - Industry MUST be Government")

rule("natsec-needs", "data-model", "sample", NEEDS + "[]", none_of(NO_NEED),
     "A national security opportunity cannot do without support from AWS",
     "Choose what is needed from AWS; the record's visibility must be Full.",
     answers="INVALID_VALUE", when=NATIONAL_SECURITY, covers=("natsec-industry",),
     says="When National Security is 'Yes', PrimaryNeedsFromAws MUST NOT Be Donot Need Support from Aws")

rule("natsec-ask", "guide", "documentation", "NationalSecurity", REQUIRED,
     "The industry is Government, but whether this concerns classified national security information is not said",
     "Ask, and answer Yes or No in NationalSecurity.", severity="warning",
     when=among(ACCOUNT + "Industry", "Government"))

# --- project --------------------------------------------------------------------------------------------------------

rule("needs-mix", "data-model", "sample", NEEDS + "[]", none_of(NO_NEED),
     "PrimaryNeedsFromAws asks for co-selling and says that no support is needed",
     "Keep one of the two: the co-sell needs, or no support and For Visibility Only.",
     binds="submission", answers="INVALID_VALUE", when=listed(NEEDS, "PrimaryNeedFromAws"),
     says='"Do not need support from AWS Sales Rep" and "Co-Sell" options cannot be selected at the same time for primary '
          "need from AWS")

rule("competitor-other", "data-model", "sample", "Project.OtherCompetitorNames", REQUIRED,
     "The competitor is *Other, but no name is given", "Name the competitor in OtherCompetitorNames.",
     answers="REQUIRED_FIELD_MISSING", when=among("Project.CompetitorName", "*Other"),
     says="Field Project.OtherCompetitorNames is required when Project.CompetitorNames contains 'Other'.")

rule("competitor-other-only", "schema", "schema", "Project.OtherCompetitorNames", FORBIDDEN,
     "OtherCompetitorNames is given, but CompetitorName is not *Other",
     "Set CompetitorName to *Other, or leave OtherCompetitorNames out.",
     answers="INVALID_VALUE", when=negated(among("Project.CompetitorName", "*Other")), covers=("competitor-other",))

rule("solution-or-text", "developer-guide", "documentation", "Project.OtherSolutionDescription", NOTE,
     "The request names no solution; before submission the record needs a partner solution or Marketplace listing",
     "Associate one with AssociateOpportunity, or describe the solution in OtherSolutionDescription.",
     severity="advice", binds="submission", when=absent("Project.OtherSolutionDescription"),
     operations=CREATE)

rule("solution-committed", "data-model", "sample", "Project.OtherSolutionDescription", FORBIDDEN,
     "The solution is described as other, which does not do from Committed on",
     "Associate an active solution or Marketplace listing, and leave OtherSolutionDescription out.",
     severity="warning", answers="INVALID_VALUE", when=among(STAGE, "Committed", "Launched"),
     says="Solution offered cannot be 'Other' when Opportunity stage is Committed or Launched")

rule("related-opp-ignored", "data-model", "sample", "Project.RelatedOpportunityIdentifier", FORBIDDEN,
     "A related opportunity is named, which AWS ignores for Net New Business",
     "Set OpportunityType to Expansion or Flat Renewal, or leave RelatedOpportunityIdentifier out.", severity="advice",
     when=either(absent("OpportunityType"), among("OpportunityType", "Net New Business")), covers=("related-opp",))

rule("related-opp-renewal", "data-model", "sample", "Project.RelatedOpportunityIdentifier", REQUIRED,
     "A flat renewal does not name the opportunity that it renews",
     "Give that opportunity's identifier: O and digits.", severity="advice",
     when=among("OpportunityType", "Flat Renewal"), covers=("related-opp",))

rule("opp-type-default", "data-model", "sample", "OpportunityType", REQUIRED,
     "OpportunityType is missing, so AWS takes Net New Business",
     "Say Expansion or Flat Renewal if it is one.", severity="advice")

rule("team-title", "data-model", "sample", "OpportunityTeam[].BusinessTitle", one_of("PartnerAccountManager"),
     "The team member's title is {value}; on creation only PartnerAccountManager is taken",
     "Send PartnerAccountManager: the owner is assigned by AWS.", operations=CREATE, answers="INVALID_ENUM_VALUE",
     says="Field OpportunityTeam.BusinessTitle must be one of the following values: PartnerAccountManager, OpportunityOwner.")

# --- spend ----------------------------------------------------------------------------------------------------------

rule("spend-one", "schema", "schema", "Project.ExpectedCustomerSpend", count(negated(OWN_DEAL), 1, 1),
     "ExpectedCustomerSpend must have exactly one entry for AWS",
     "State the whole monthly spend in one entry with TargetCompany AWS.", answers="INVALID_VALUE")

rule("spend-amount-required", "data-model", "sample", SPEND + "Amount", REQUIRED,
     "The amount is missing, and there is no estimate or contract to compute it from",
     "Give the monthly amount as a text such as \"3465.00\", or an EstimationUrl.",
     answers="REQUIRED_FIELD_MISSING", covers=("spend-amount",),
     when=either(OWN_DEAL, negated(either(present(SPEND + "EstimationUrl"), present(DURATION)))),
     says="Project.ExpectedCustomerSpend.Amount is required.")

rule("spend-amount", "data-model", "sample", SPEND + "Amount", amount("1000000000000000"),
     "The amount {value} is not more than zero and at most 10^15, with up to two decimals",
     "Give the monthly amount: a yearly figure is divided by 12.", answers="VALUE_OUT_OF_RANGE")

rule("spend-currency", "schema", "schema", [SPEND + "CurrencyCode", "SoftwareRevenue.Value.CurrencyCode"],
     one_of("USD", "EUR"), "The currency is {value}; AWS accepts USD and EUR only", "Convert the amount to US dollars.",
     answers="INVALID_VALUE", covers=("spend-one",))

rule("esc-eur", "schema", "schema", [SPEND + "CurrencyCode", "SoftwareRevenue.Value.CurrencyCode"], one_of("EUR"),
     "The currency is {value}, but the European Sovereign Cloud takes EUR only", "Give the amount in euros.",
     answers="INVALID_VALUE", when=SOVEREIGN)

rule("esc-url", "schema", "schema", SPEND + "EstimationUrl", pattern(r"https://pricing\.calculator\.aws\.eu/.*"),
     "The estimate is not one of the European Sovereign Cloud's calculator",
     "Make the estimate at pricing.calculator.aws.eu and give its link.",
     answers="INVALID_VALUE", when=SOVEREIGN, covers=("esc-eur",))

rule("eur-elsewhere", "schema", "schema", SPEND + "CurrencyCode", none_of("EUR"),
     "The currency is EUR outside of the European Sovereign Cloud",
     "Give US dollars, or set Project.AwsPartition to aws-eusc.",
     severity="warning", when=negated(SOVEREIGN), covers=("spend-one", "esc-eur"))

rule("spend-frequency", "schema", "schema", SPEND + "Frequency", one_of("Monthly"),
     "The frequency is {value}; the spend on AWS is stated as Monthly", "Send Monthly and the amount of one month.",
     answers="INVALID_ENUM_VALUE", when=negated(OWN_DEAL), covers=("spend-one",),
     says="Project.ExpectedCustomerSpend.Frequency must be 'Monthly'.")

rule("spend-frequency-own", "schema", "schema", SPEND + "Frequency", one_of("Monthly", "None"),
     "The frequency is {value}; the partner's own deal takes None", "Send None.",
     answers="INVALID_ENUM_VALUE", when=OWN_DEAL, covers=("tcv-pair",))

rule("spend-frequency-unsure", "schema", "schema", SPEND + "Frequency", none_of("None"),
     "The frequency is None, which the API's description asks for here and its list of values does not have",
     "Try the request in the Sandbox catalog first, or state the monthly spend instead.",
     severity="warning", when=OWN_DEAL, covers=("tcv-pair",))

rule("spend-target", "schema", "schema", SPEND + "TargetCompany", one_of("AWS"),
     "The target company is {value}, which AWS changes to AWS without a word", "Send AWS.", severity="warning",
     when=every(absent(DURATION), negated(OWN_DEAL)), covers=("spend-one",))

rule("spend-target-own", "schema", "schema", SPEND + "TargetCompany", one_of("AWS", "Self"),
     "The target company is {value}; beside a contract duration only AWS and Self are taken", "Send AWS or Self.",
     answers="INVALID_VALUE", when=present(DURATION), covers=("tcv-pair",))

rule("spend-url-mismatch", "developer-guide", "documentation", SPEND + "EstimationUrl", NOTE,
     "Both an amount and an estimate are given; where they differ, AWS drops the link without a word",
     "Make sure that the estimate's monthly total is the amount, to the cent.", severity="warning",
     when=every(present(SPEND + "EstimationUrl"), present(SPEND + "Amount")))

rule("tcv-duration", "guide", "documentation", DURATION, REQUIRED,
     "An entry has TargetCompany Self, but there is no ExpectedContractDuration",
     "Give the contract's months in ExpectedContractDuration, or drop the entry.",
     answers="REQUIRED_FIELD_MISSING", when=OWN_DEAL, covers=("tcv-pair",))

rule("tcv-entry", "guide", "documentation", "Project.ExpectedCustomerSpend", count(OWN_DEAL, 1, 1),
     "There is an ExpectedContractDuration, but not exactly one entry with TargetCompany Self",
     "Give the total contract value in one entry with TargetCompany Self, or drop the duration.",
     answers="INVALID_VALUE", when=present(DURATION), covers=("tcv-pair",))

rule("tcv-url", "guide", "documentation", SPEND + "EstimationUrl", FORBIDDEN,
     "An estimate and a contract value are given; AWS takes one of the two methods",
     "Keep either the EstimationUrl or the ExpectedContractDuration.",
     answers="INVALID_VALUE", when=present(DURATION), covers=("tcv-pair",))

rule("tcv-months", "schema", "schema", DURATION + ".Value", integer(1, 144),
     "The contract's duration {value} is not a whole number from 1 to 144", "Give the number of months as a text.",
     answers="VALUE_OUT_OF_RANGE", covers=("tcv-pair",))

# --- life cycle -----------------------------------------------------------------------------------------------------

rule("close-date", "data-model", "sample", "LifeCycle.TargetCloseDate", future_date(60),
     "The target close date {value} is not after {today} and within 60 years",
     "Give the day on which the project is expected to go into production.",
     answers="INVALID_VALUE", when=negated(TERMINAL), says="Target Close Date should be a future date")

rule("close-date-terminal", "data-model", "sample", "LifeCycle.TargetCloseDate", future_date(60),
     "The target close date {value} is not after {today}, which AWS may refuse even though the opportunity is closed",
     "Keep the stored date, or move it if AWS asks for a future one.",
     severity="warning", when=TERMINAL, covers=("close-date",))

rule("stage-submit", "schema", "schema", STAGE, none_of("Prospect"),
     "The stage is Prospect; AWS wants the opportunity to be Qualified before it is submitted",
     "Submit once the need is agreed, with stage Qualified or later.", binds="submission", answers="INVALID_VALUE",
     when=negated(among(REVIEW, "Submitted", "In review", "Approved", "Rejected")))

rule("create-closed-lost", "vendor", "vendor", STAGE, none_of("Closed Lost", "Launched"),
     "The stage is {value}; a closed opportunity cannot be created",
     "Create it at the stage it is in while it is still open.", operations=CREATE, answers="INVALID_VALUE")

rule("closed-lost-reason", "data-model", "sample", "LifeCycle.ClosedLostReason", REQUIRED,
     "The stage is Closed Lost, but no reason is given", "Give one of the listed reasons.",
     answers="REQUIRED_FIELD_MISSING", when=among(STAGE, "Closed Lost"),
     says="Field LifeCycle.ClosedLostReason is required when LifeCycle.Stage is 'Closed Lost'.")

rule("closed-lost-only", "vendor", "vendor", "LifeCycle.ClosedLostReason", FORBIDDEN,
     "A reason for the loss is given, but the stage is not Closed Lost", "Leave ClosedLostReason out.",
     answers="INVALID_VALUE", when=negated(among(STAGE, "Closed Lost")),
     covers=("closed-lost-reason", "create-closed-lost"),
     says="Closed Lost Reason is not acceptable until Opportunity has been 'Closed Lost'.")

rule("update-stage", "data-model", "observed", STAGE, REQUIRED,
     "The stage is missing; every update needs it", "Send the current stage, or the one it moves to.",
     operations=UPDATE, answers="REQUIRED_FIELD_MISSING", says="lifeCycle.stage is required")

rule("stage-in-pending", "observed", "observed", STAGE, NOTE,
     "The record is pending submission in the Sandbox, where a change of stage is refused",
     "Send the stored stage until the record is submitted.", operations=UPDATE, severity="advice",
     when=every(among(REVIEW, "Pending Submission"), among("Catalog", "Sandbox"), present(STAGE)),
     says="You can not update the stage when Opportunity status is Pending Submission")

rule("review-status", "observed", "observed", REVIEW, REQUIRED,
     "The review status is missing; an update without it clears it, and the record can never be submitted",
     "Send back the status that GetOpportunity returns.", operations=UPDATE, answers="REQUIRED_FIELD_MISSING")

rule("review-fields-create", "data-model", "sample",
     [REVIEW, "LifeCycle.ReviewComments", "LifeCycle.ReviewStatusReason", "LifeCycle.NextStepsHistory"], FORBIDDEN,
     "AWS alone sets this field in its own catalog", "Leave it out; only the Sandbox catalog takes it.",
     operations=CREATE, severity="warning", when=IN_AWS, covers=("review-fields",))

rule("locked-in-review", "schema", "schema", REVIEW, NOTE,
     "The record's review status is {value}, and nothing can be changed in that status",
     "Wait for AWS's decision; only Pending Submission, Action Required and Approved can be edited.",
     operations=UPDATE, answers="ACTION_NOT_PERMITTED",
     when=every(among(REVIEW, "Submitted", "In review", "Rejected"), IN_AWS))

rule("action-required-fields", "developer-guide", "documentation", REVIEW, NOTE,
     "In Action Required only the address, website, target close date, expected spend, business problem and the "
     "partner's own identifier can change",
     "Send all other fields as GetOpportunity returned them.", operations=UPDATE, severity="advice",
     when=among(REVIEW, "Action Required"))

rule("approved-readonly", "developer-guide", "documentation", REVIEW, NOTE,
     "After approval, company, country, postal code, website, title, business problem and software revenue are locked",
     "Send these fields as GetOpportunity returned them.", operations=UPDATE, severity="advice",
     when=among(REVIEW, "Approved"))

# --- marketing and software revenue ---------------------------------------------------------------------------------

rule("mkt-funding", "data-model", "sample", "Marketing.AwsFundingUsed", REQUIRED,
     "The opportunity comes from marketing, but whether AWS funded that is not said",
     "Answer Yes or No in AwsFundingUsed.", answers="REQUIRED_FIELD_MISSING",
     when=among("Marketing.Source", "Marketing Activity"),
     says="marketing.awsFundingUsed is required when marketing.source is Yes")

rule("mkt-channels", "data-model", "sample", "Marketing.Channels", REQUIRED,
     "The opportunity comes from marketing, but through which channel is not said", "Name at least one channel.",
     severity="warning", when=among("Marketing.Source", "Marketing Activity"), covers=("mkt-funding",),
     says="Field Marketing.Channels is required when Marketing.Source is 'Marketing Activity'.")

rule("mkt-none", "data-model", "sample",
     ["Marketing.CampaignName", "Marketing.UseCases", "Marketing.Channels", "Marketing.AwsFundingUsed"], FORBIDDEN,
     "Marketing.Source is None, but this field describes a marketing activity",
     "Leave it out, or set Source to Marketing Activity.", answers="INVALID_VALUE",
     when=among("Marketing.Source", "None"),
     says="marketing.useCases , marketing.campaignName , marketing.awsFundingUsed cannot have values if marketing.source "
          "is set to No")

rule("sw-revenue", "data-model", "sample",
     ["SoftwareRevenue.DeliveryModel", "SoftwareRevenue.Value", "SoftwareRevenue.EffectiveDate",
      "SoftwareRevenue.ExpirationDate"], REQUIRED,
     "The opportunity is launched and states software revenue, but this part of it is missing",
     "Give delivery model, amount, currency and both dates; or leave SoftwareRevenue out if no special program applies.",
     answers="REQUIRED_FIELD_MISSING", when=every(among(STAGE, "Launched"), present("SoftwareRevenue")),
     says="Field {field} is required for special program opportunities when stage is 'Launched'.")

rule("sw-dates", "data-model", "sample", "SoftwareRevenue.ExpirationDate", not_before("SoftwareRevenue.EffectiveDate"),
     "The software contract ends on {value}, before it begins", "Correct the two dates.", answers="INVALID_VALUE",
     says="Contract end date cannot be earlier than contract start date.")

# --- submission -----------------------------------------------------------------------------------------------------

rule("involvement-cosell", "data-model", "sample", INVOLVEMENT, none_of("Co-Sell"),
     "The submission asks for co-selling, but the record says that no support from AWS is needed",
     "Submit it For Visibility Only, or say in PrimaryNeedsFromAws what is needed.",
     operations=SUBMIT, answers="INVALID_VALUE", when=among(NEEDS, NO_NEED),
     says="Cannot submit opportunity with InvolvementType Co-Sell when PrimaryNeedsFromAws Is Do Not Need Support from "
          "AWS Sales Rep")

rule("involvement-fvo", "data-model", "sample", INVOLVEMENT, none_of("For Visibility Only"),
     "The submission is for visibility only, but the record asks for co-selling",
     "Submit it as Co-Sell, or take the co-sell needs out of PrimaryNeedsFromAws.",
     operations=SUBMIT, answers="INVALID_VALUE", when=listed(NEEDS, "PrimaryNeedFromAws"),
     says="Cannot perform Submit action. Cannot submit opportunity with InvolvementType For Visibility Only when "
          "PrimaryNeedsFromAws Is Co-Sell")

rule("visibility-cosell", "observed", "observed", VISIBILITY, one_of("Full"),
     "The visibility is {value}; a co-sell opportunity is visible in full", "Send Full, or leave Visibility out.",
     operations=SUBMIT, answers="INVALID_VALUE", when=among(INVOLVEMENT, "Co-Sell"),
     says="Cannot set visibility to limited on a Co-Sell opportunity")

rule("visibility-natsec", "data-model", "sample", VISIBILITY, one_of("Full"),
     "The visibility is {value}; a national security opportunity is visible in full",
     "Send Full, or leave Visibility out.",
     operations=SUBMIT, answers="INVALID_VALUE", when=NATIONAL_SECURITY, covers=("natsec-industry",))

rule("submit-from", "observed", "observed", REVIEW, one_of("Pending Submission", "Action Required"),
     "The record's review status is {value}; only one that waits for submission or for an action can be submitted",
     "Wait for AWS's decision, or correct what it asks for first.",
     operations=SUBMIT, answers="INVALID_RESOURCE_STATE")

rule("solution-at-submission", "developer-guide", "documentation", "Project.OtherSolutionDescription", REQUIRED,
     "The record has neither a solution nor a description of one",
     "Associate a solution or Marketplace listing with AssociateOpportunity, or describe the solution in "
     "OtherSolutionDescription.",
     operations=SUBMIT, answers="REQUIRED_FIELD_MISSING", covers=("solution-or-text",),
     when=every(present("Project.Title"), absent(RELATED + "Solutions"), absent(RELATED + "AwsMarketplaceSolutions"),
                absent(RELATED + "AwsMarketplaceProducts")),
     says="Field RelatedEntityIdentifiers.Solutions is required for opportunity submission.")
