"""The fixed vocabulary in which rules are written: conditions and checks, as the program reads them.

A path with `[]` in a rule's fields is checked once per entry of that list; conditions on the same list then speak of
the same entry, conditions on another list of any of its entries. Checks of a value (everything but `required`,
`count` and `note`) pass over what is absent: that is the business of `required`.
"""


def present(field):
    return {"field": field, "is": "present"}


def absent(field):
    return {"field": field, "is": "absent"}


def among(field, *values):
    """The field is one of the values; a list: one of its entries is."""
    return {"field": field, "in": list(values)}


def listed(field, vocabulary):
    return {"field": field, "inVocabulary": vocabulary}


def every(*conditions):
    return {"all": list(conditions)}


def either(*conditions):
    return {"any": list(conditions)}


def negated(condition):
    return {"not": condition}


REQUIRED = {"kind": "required"}
FORBIDDEN = {"kind": "forbidden"}
NOTE = {"kind": "note"}  # the condition alone is the finding


def one_of(*values):
    return {"kind": "oneOf", "values": list(values)}


def one_listed(vocabulary):
    return {"kind": "oneOf", "vocabulary": vocabulary}


def none_of(*values):
    return {"kind": "noneOf", "values": list(values)}


def pattern(expression):
    return {"kind": "pattern", "pattern": expression}


def not_pattern(expression):
    return {"kind": "notPattern", "pattern": expression}


def future_date(years):
    """Strictly after the day of the check, and at most so many years ahead."""
    return {"kind": "futureDate", "most": years}


def not_before(other):
    """A date on or after the one in `other`, which is named from the root."""
    return {"kind": "notBefore", "other": other}


def amount(most):
    """More than zero, no more than `most`, at most two decimals, no bare decimal point."""
    return {"kind": "amount", "most": most}


def integer(least, most):
    """A whole number written as text."""
    return {"kind": "integer", "least": least, "most": most}


def postal_format(country):
    return {"kind": "postalFormat", "other": country}


def count(where, least, most):
    """A list has so many entries for which the condition holds."""
    return {"kind": "count", "where": where, "least": least, "most": most}


def unique(member):
    """No two entries of a list have the same text in that member."""
    return {"kind": "unique", "other": member}
