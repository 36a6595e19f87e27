#include "worksheetfile/textforms.h"

#include "domain/vocabulary.h"

#include <QRegularExpression>

namespace worksheetfile {

using domain::TextForm;
using namespace Qt::StringLiterals;

namespace {

bool matches(const QString &text, const QRegularExpression &expression)
{
    return expression.match(text).hasMatch();
}

} // namespace

bool hasForm(const QString &text, TextForm form)
{
    static const QRegularExpression kIdentifier(u"\\A[a-z0-9-]{1,40}\\z"_s);
    static const QRegularExpression kAccount(u"\\A[0-9]{12}\\z"_s);
    static const QRegularExpression kDuns(u"\\A[0-9]{9}\\z"_s);
    static const QRegularExpression kRegion(u"\\A[a-z]{2,4}(-[a-z]+)+-[0-9]{1,2}\\z"_s);
    static const QRegularExpression kPhone(u"\\A\\+[1-9][0-9]{1,14}\\z"_s); // E.164, as ACE has it
    switch (form) {
    case TextForm::Any: return true;
    case TextForm::Identifier: return matches(text, kIdentifier);
    case TextForm::AccountId: return matches(text, kAccount);
    case TextForm::Duns: return matches(text, kDuns);
    case TextForm::Region: return matches(text, kRegion);
    case TextForm::Country: return domain::countryCodes().contains(text);
    case TextForm::Industry: return domain::industries().contains(text);
    case TextForm::Phone: return matches(text, kPhone);
    }
    return false;
}

QString formInWords(TextForm form)
{
    switch (form) {
    case TextForm::Any: return u"any text"_s;
    case TextForm::Identifier: return u"1 to 40 of a-z, 0-9 and hyphen"_s;
    case TextForm::AccountId: return u"12 digits"_s;
    case TextForm::Duns: return u"9 digits"_s;
    case TextForm::Region: return u"an AWS Region code, such as us-east-1"_s;
    case TextForm::Country: return u"a two-letter ISO 3166-1 country code, such as US"_s;
    case TextForm::Industry: return u"one of ACE's industries: "_s + domain::industries().join(u", "_s);
    case TextForm::Phone: return u"an E.164 number: + and 2 to 15 digits, such as +12065550100"_s;
    }
    return {};
}

} // namespace worksheetfile
