"""What the collected facts say about single fields only in prose: forms in words, messages, special cases.

`form`: what the pattern means, for messages ("... is not <form>"). `says`: the service's own messages, by what is
wrong. `outside`: what happens to a text that the vocabulary does not have: "refused" (the default),
"refused-at-submission" or "dropped". `tolerated`: values that one source has and the vocabulary has not.
"""

EMAIL = {"form": "an e-mail address in lower case",
         "fix": "Write a plain address such as jane.doe@example.com, all in lower case."}
PHONE = {"form": "a phone number of + and 2 to 15 digits", "fix": "Write it like +12065550100, without blanks."}
DATE = {"form": "a date written YYYY-MM-DD", "fix": "Write it like 2027-03-31."}
TAG = {"form": "a tag text of letters, digits, blanks and _.:/=+-@", "fix": "Use only letters, digits, blanks and _.:/=+-@."}

# The website's pattern in the data model repeats a group inside a group; this is the same set of texts, read in one pass.
WEBSITE = r"(?:https?://)?(?:www[.])?[a-zA-Z0-9-]+[.][(-|]+"

FIELDS = {
    "Catalog": {"vocabulary": "Catalog", "pattern": None, "says": {"required": "Field Catalog is required."}},
    "ClientToken": {"pattern": r"[^\n\r\x{85}\x{2028}\x{2029}]*", "form": "a single line of text",
                    "fix": "Give a token that is new for each request body, such as a UUID."},
    "PartnerOpportunityIdentifier": {
        "says": {"tooLong": "Field PartnerOpportunityIdentifier exceeds maximum length of 64 characters."}},
    "PrimaryNeedsFromAws": {"says": {"required": "primaryNeedsFromAws is required"}},
    "PrimaryNeedsFromAws[]": {"tolerated": [
        {"value": "Do Not Need Support from AWS Sales Rep",
         "because": "the data model has it for For Visibility Only, the API's own list has not"}]},
    "NationalSecurity": {"says": {"outside": "Field NationalSecurity must be one of the following values: Yes, No."}},
    "Customer.Account.Industry": {"says": {"required": "Field Customer.Account.Industry is required."}},
    "Customer.Account.CompanyName": {"says": {"required": "Field Customer.Account.CompanyName is required."}},
    "Customer.Account.WebsiteUrl": {"pattern": WEBSITE, "form": "the address of a website",
                                    "fix": "Write it like https://www.example.com, without blanks, # or %."},
    "Customer.Account.AwsAccountId": {
        "form": "an account ID of 12 digits", "fix": "Give all 12 digits, leading zeros included.",
        "says": {"pattern": "Field Customer.Account.AwsAccountId does not match the required format: must be either 12 digits "
                            "or 1-12 word characters."}},
    "Customer.Account.Address.CountryCode": {
        "says": {"required": "Field Customer.Account.Address.CountryCode is required."},
        "fix": "Give the two-letter code, such as US."},
    "Customer.Account.Duns": {
        "form": "a number of 9 digits", "fix": "Give all 9 digits, or leave the key out.",
        "says": {"pattern": "Field Customer.Account.Duns does not match the required format: must be exactly 9 digits."}},
    "Customer.Contacts[].Email": EMAIL,
    "Customer.Contacts[].Phone": PHONE,
    "OpportunityTeam[].Email": EMAIL,
    "OpportunityTeam[].Phone": PHONE,
    "Project.DeliveryModels": {"says": {"required": "Field Project.DeliveryModels is required for opportunity submission."}},
    # Amount is required on a condition (rule spend-amount-required); null and "" mean that AWS computes it.
    "Project.ExpectedCustomerSpend[].Amount": {"required": None, "nullable": True,
                                               "form": "an amount such as 3465.00, without sign or thousands separators",
                                               "fix": "Write digits and at most two decimals."},
    # What Frequency takes depends on TargetCompany (rules spend-frequency...).
    "Project.ExpectedCustomerSpend[].Frequency": {"vocabulary": None},
    "Project.ExpectedCustomerSpend[].EstimationUrl": {
        "form": "the link of a saved estimate of the AWS Pricing Calculator",
        "fix": "Share the estimate and give its link: https://calculator.aws/#/estimate?id= and its identifier."},
    "Project.Title": {"says": {"required": "Field Project.Title is required."}},
    "Project.ApnPrograms[]": {"outside": "dropped", "tolerated": [
        {"value": "ISV Immersion Day SFID Program", "because": "the data model spells it so, the API says IS Immersion Day"}]},
    "Project.CustomerBusinessProblem": {
        "leastTrimmed": True,
        "says": {"tooShort": "Field Project.CustomerBusinessProblem does not meet minimum length requirement of 20 characters."}},
    "Project.CustomerUseCase": {
        "outside": "refused-at-submission",
        "says": {"required": "Field Project.CustomerUseCase is required for opportunity submission."}},
    "Project.RelatedOpportunityIdentifier": {"form": "an opportunity identifier, O and digits",
                                             "fix": "Give the identifier that AWS assigned, such as O1234567."},
    "Project.SalesActivities": {"says": {"required": "project.salesActivities is required"}},
    "Project.AdditionalComments": {"says": {"tooLong": "Additional Comments: data value too large (max length=255)"}},
    # Null stands for every partition but the listed one.
    "Project.AwsPartition": {"nullable": True},
    "OpportunityType": {"says": {
        "outside": "Field OpportunityType must be one of the following values: Net New Business; Expansion; Flat Renewal."}},
    "Marketing.Source": {"says": {
        "outside": "Field Marketing.Source must be one of the following values: Marketing Activity; None."}},
    "Marketing.UseCases[]": {"outside": "dropped"},
    "SoftwareRevenue.Value.Amount": {"form": "an amount such as 3465.00, without sign or thousands separators",
                                     "fix": "Write digits and at most two decimals."},
    "SoftwareRevenue.EffectiveDate": DATE,
    "SoftwareRevenue.ExpirationDate": DATE,
    "LifeCycle.Stage": {"says": {"outside": "Stage must be one of the following values: Prospect; Qualified; Technical "
                                            "Validation; Business Validation; Committed; Launched; Closed Lost"}},
    "LifeCycle.TargetCloseDate": {**DATE, "says": {
        "required": "Field LifeCycle.TargetCloseDate is required.",
        "pattern": "Field LifeCycle.TargetCloseDate does not match the required format: YYYY-MM-DD."}},
    "Origin": {"says": {"outside": "Field Origin must be one of the following values: Partner Referral; AWS Referral."}},
    "Tags[].Key": TAG,
    "Tags[].Value": {**TAG, "mayBeBlank": True},
    "Identifier": {"form": "an opportunity identifier, O and digits",
                   "fix": "Give the identifier that AWS assigned, such as O1234567."},
    "LastModifiedDate": {"fix": "Send the date that GetOpportunity returned, unchanged."},
}

# How to fill what is required and missing.
ADD = {
    "Catalog": 'Send "AWS", or "Sandbox" to try the request out.',
    "ClientToken": "Give a token that is new for each request body, such as a UUID.",
    "PrimaryNeedsFromAws": "Choose what is needed from AWS, such as Co-Sell - Technical Consultation.",
    "Customer.Account.Industry": "Choose one of the industries that AWS lists, such as Software and Internet.",
    "Customer.Account.CompanyName": "Give the customer's name as it trades, in at most 120 characters.",
    "Customer.Account.Address.CountryCode": "Give the country's two-letter code, such as US.",
    "Project.DeliveryModels": "Choose how the solution is delivered, such as Professional Services.",
    "Project.ExpectedCustomerSpend": "Give one entry with the monthly amount, currency USD, frequency Monthly and target "
                                     "company AWS.",
    "Project.ExpectedCustomerSpend[].CurrencyCode": 'Send "USD".',
    "Project.ExpectedCustomerSpend[].Frequency": 'Send "Monthly" and the amount of one month.',
    "Project.ExpectedCustomerSpend[].TargetCompany": 'Send "AWS".',
    "Project.ExpectedContractDuration.Term": 'Send "Months".',
    "Project.ExpectedContractDuration.Value": "Give the contract's months as a text, 1 to 144.",
    "Project.Title": "Give a title that names customer, workload and phase.",
    "Project.CustomerBusinessProblem": "Say what hurts this customer, why now, and what outcome they expect, in 20 to 2,000 "
                                       "characters.",
    "Project.CustomerUseCase": "Choose one of the listed use cases, such as AI Machine Learning and Analytics.",
    "Project.SalesActivities": "Choose what has been done so far, such as Initialized discussions with customer.",
    "SoftwareRevenue.Value.Amount": "Give the amount as a text, such as 12000.00.",
    "SoftwareRevenue.Value.CurrencyCode": 'Send "USD".',
    "LifeCycle.TargetCloseDate": "Give the day on which the project is expected to go into production, after today.",
    "LifeCycle.NextStepsHistory[].Value": "Give the step's text.",
    "LifeCycle.NextStepsHistory[].Time": "Give the step's date and time, such as 2026-11-20T10:00:00Z.",
    "Tags[].Key": "Give the tag's key.",
    "Tags[].Value": "Give the tag's value; an empty text will do.",
    "LastModifiedDate": "Send the date that GetOpportunity returned, unchanged.",
    "Identifier": "Give the identifier that AWS assigned, such as O1234567.",
    "AwsSubmission.InvolvementType": "Say Co-Sell or For Visibility Only.",
}

# Names of the enumerations that the facts give without one.
SHAPES = {"AwsSubmission.InvolvementType": "SalesInvolvementType", "AwsSubmission.Visibility": "Visibility"}

# What GetOpportunity returns beside the fields of the requests and what rules of the submission look at.
STORED = [("RelatedEntityIdentifiers", "object")] + [
    (f"RelatedEntityIdentifiers.{name}{entry}", kind)
    for name in ("Solutions", "AwsMarketplaceSolutions", "AwsMarketplaceProducts")
    for entry, kind in (("", "list"), ("[]", "text"))]

# Keys that belong to another place or operation and are met in real requests.
STRAYS = [
    {"key": "Id", "fix": "Move its value to Identifier."},
    {"key": "Arn", "fix": "Leave it out: GetOpportunity returns it, no request takes it."},
    {"key": "CreatedDate", "fix": "Leave it out: GetOpportunity returns it, no request takes it."},
    {"key": "RelatedEntityIdentifiers", "fix": "Leave it out: solutions and products go through AssociateOpportunity."},
    {"key": "AwsSubmission", "fix": "Leave it out: it belongs to StartEngagementFromOpportunityTask."},
    {"key": "InvolvementType", "fix": "Leave it out: it belongs to the submission."},
    {"key": "Visibility", "fix": "Leave it out: it belongs to the submission."},
    {"key": "__type", "fix": "Leave it out: responses carry it, no request takes it."},
]

# Collected facts that no rule here carries, and why.
ELSEWHERE = {
    "client-token": "length in the field; whether a token was used before only AWS knows",
    "catalog": "vocabulary of the field",
    "company-name": "required and length in the field",
    "industry": "required and vocabulary in the field",
    "website-co": "bulk import only",
    "country": "required and vocabulary in the field",
    "duns": "pattern of the field",
    "email-lower": "pattern of the field",
    "phone": "pattern of the field",
    "title": "required and length in the field",
    "problem-len": "required and length in the field, the minimum counted without blanks at the ends",
    "problem-content": "wording; no rule can decide it",
    "use-case": "required at submission and vocabulary in the field",
    "delivery": "required at submission in the field",
    "sales-activities": "required at submission in the field",
    "needs": "required at submission in the field",
    "next-steps": "length in the field",
    "comments": "length in the field",
    "spend-url": "pattern of the field",
    "use-case-genai": "that a project is about generative AI is not in the request",
    "solution-id": "AssociateOpportunity",
    "products": "AssociateOpportunity; the list of codes is in the pack",
    "offer": "AssociateOpportunity",
    "apn-program": "vocabulary of the field",
    "empty-string": "the program's reading of empty texts",
    "full-put": "what creation requires is required of an update too; more needs the stored record",
    "fund-start-14d": "fund request", "fund-preapproval": "fund request", "fund-expiry": "fund request",
    "benefit-name": "benefit application", "benefit-desc": "benefit application",
    "benefit-files": "benefit application", "benefit-resources": "benefit application",
    "activate-stage": "Activate application",
}
# Covered names that the collected rules state elsewhere in prose only.
PROSE = {"origin", "tags", "review-fields"}
