#include "review/ace/rulecheck.h"

#include "review/ace/targets.h"
#include "review/ace/values.h"

#include <QSet>

#include <algorithm>
#include <optional>

namespace review {

using catalogue::AceCheck;
using catalogue::AceCheckKind;
using catalogue::AceOperation;
using catalogue::AcePack;
using catalogue::AcePostalFormat;
using catalogue::AceRule;
using domain::Severity;
using json::Kind;
using json::Value;
using namespace Qt::StringLiterals;

namespace {

class Checker {
public:
    Checker(const Value &request, const AcePack &pack, QDate asOf, FindingList &list)
        : m_request(request), m_pack(pack), m_asOf(asOf), m_list(list)
    {
    }

    void check(const AceRule &rule)
    {
        for (const QString &field : rule.fields) {
            for (const Target &target : targets(m_request, field)) {
                if (m_list.isFull())
                    return;
                if (!holds(rule.when, m_request, m_pack, target.entry))
                    continue;
                if (const std::optional<QString> offence = offenceOf(rule, target))
                    report(rule, target, *offence);
            }
        }
    }

private:
    /// What breaks the rule there, for the message's {value}; none when nothing does.
    std::optional<QString> offenceOf(const AceRule &rule, const Target &target) const
    {
        const bool present = isPresent(target.value);
        switch (rule.check.kind) {
        case AceCheckKind::Required: return present ? std::nullopt : std::optional<QString>(QString());
        case AceCheckKind::Forbidden: return present ? std::optional(shown(*target.value)) : std::nullopt;
        case AceCheckKind::Note: return present ? shown(*target.value) : QString();
        default: break;
        }
        if (!present || m_list.isBroken(target.path))
            return std::nullopt;
        if (target.value->kind == Kind::Array)
            return listOffence(rule, target);
        if (target.value->kind != Kind::String || isRight(rule.check, target))
            return std::nullopt;
        return shown(*target.value);
    }

    bool isRight(const AceCheck &check, const Target &target) const
    {
        const QString &text = target.value->text;
        switch (check.kind) {
        case AceCheckKind::OneOf: return valuesOf(check).contains(text);
        case AceCheckKind::NoneOf: return !check.values.contains(text);
        case AceCheckKind::Pattern: return matches(*check.pattern, text);
        case AceCheckKind::NotPattern: return !matches(*check.pattern, text);
        case AceCheckKind::FutureDate: return isFuture(text, check.most);
        case AceCheckKind::NotBefore: return isNotBefore(text, textAt(check.other, target.entry));
        case AceCheckKind::Amount: return isAmount(text, check.limit);
        case AceCheckKind::Integer: return isInteger(text, check);
        case AceCheckKind::PostalFormat: {
            const AcePostalFormat *format = m_pack.postalFormat(textAt(check.other, target.entry));
            return !format || matches(format->pattern, text);
        }
        default: return true;
        }
    }

    QStringList valuesOf(const AceCheck &check) const
    {
        const catalogue::AceVocabulary *vocabulary = m_pack.vocabulary(check.vocabulary);
        return vocabulary ? vocabulary->values : check.values;
    }

    /// A text that is no date is the shape's business.
    bool isFuture(const QString &text, qint64 years) const
    {
        const std::optional<QDate> date = calendarDate(text);
        return !date || (*date > m_asOf && *date <= m_asOf.addYears(static_cast<int>(years)));
    }

    static bool isNotBefore(const QString &text, const QString &other)
    {
        const std::optional<QDate> date = calendarDate(text);
        const std::optional<QDate> first = calendarDate(other);
        return !date || !first || *date >= *first;
    }

    static bool isInteger(const QString &text, const AceCheck &check)
    {
        const std::optional<qint64> number = wholeNumber(text);
        return number && *number >= check.least && *number <= check.most;
    }

    QString textAt(const QString &path, const BoundEntry &bound) const
    {
        const std::vector<Target> found = targets(m_request, path, bound);
        const bool isText = !found.empty() && found.front().value && found.front().value->kind == Kind::String;
        return isText ? found.front().value->text : QString();
    }

    std::optional<QString> listOffence(const AceRule &rule, const Target &target) const
    {
        if (rule.check.kind == AceCheckKind::Count)
            return countOffence(rule, target);
        return rule.check.kind == AceCheckKind::Unique ? repeated(rule.check.other, *target.value) : std::nullopt;
    }

    std::optional<QString> countOffence(const AceRule &rule, const Target &target) const
    {
        qint64 count = 0;
        const auto entries = static_cast<qsizetype>(target.value->elements.size());
        for (qsizetype i = 0; i < entries && count <= rule.check.most; ++i)
            count += holds(rule.check.where, m_request, m_pack, {rule.fields.constFirst(), i}) ? 1 : 0;
        if (count >= rule.check.least && count <= rule.check.most)
            return std::nullopt;
        return QString::number(count);
    }

    static std::optional<QString> repeated(const QString &member, const Value &listed)
    {
        QSet<QString> seen;
        for (const Value &entry : listed.elements) {
            const Value *value = entry.find(member);
            if (!value || value->kind != Kind::String)
                continue;
            if (seen.contains(value->text))
                return shown(*value);
            seen.insert(value->text);
        }
        return std::nullopt;
    }

    void report(const AceRule &rule, const Target &target, const QString &value)
    {
        AceRemark made;
        made.code = rule.code;
        made.what = rule.id;
        made.severity =
            rule.atSubmission && !m_list.submits() ? std::min(rule.severity, Severity::Warning) : rule.severity;
        made.field = target.path;
        made.message = filled(rule.message, rule, target, value);
        made.says = filled(rule.says, rule, target, value);
        made.fix = filled(rule.fix, rule, target, value);
        m_list.add(made);
    }

    /// Fills in the placeholders, each once, so that what people typed is never taken for one.
    QString filled(const QString &text, const AceRule &rule, const Target &target, const QString &value) const
    {
        const AcePostalFormat *format = rule.check.kind == AceCheckKind::PostalFormat
                                          ? m_pack.postalFormat(textAt(rule.check.other, target.entry))
                                          : nullptr;
        const std::pair<QLatin1StringView, QString> kNames[] = {
            {"{value}"_L1, value},
            {"{field}"_L1, target.path},
            {"{today}"_L1, m_asOf.toString(Qt::ISODate)},
            {"{country}"_L1, format ? format->name : QString()},
            {"{formats}"_L1, format ? format->masks.join(u" or "_s) : QString()},
            {"{masks}"_L1, format ? format->masks.join(u" OR "_s) : QString()},
        };
        QString out;
        for (qsizetype i = 0; i < text.size();) {
            const QStringView rest = QStringView(text).sliced(i);
            const auto name = std::find_if(std::begin(kNames), std::end(kNames),
                                           [rest](const auto &entry) { return rest.startsWith(entry.first); });
            if (name == std::end(kNames)) {
                out += text[i++];
                continue;
            }
            out += name->second;
            i += name->first.size();
        }
        return out;
    }

    const Value &m_request;
    const AcePack &m_pack;
    QDate m_asOf;
    FindingList &m_list;
};

} // namespace

void checkRules(const Value &request, const AcePack &pack, AceOperation operation, QDate asOf, FindingList &list)
{
    Checker checker(request, pack, asOf, list);
    for (const AceRule &rule : pack.rules) {
        if (rule.operations.has(operation))
            checker.check(rule);
    }
}

} // namespace review
