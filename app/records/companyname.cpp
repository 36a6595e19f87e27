#include "records/companyname.h"

#include <QSet>

#include <algorithm>

namespace records {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMostFormWords = 6; // "S. de R.L. de C.V." has five

/// Forms that no word of a language looks like; compared without dots, commas, ampersands, spaces and case.
const QSet<QString> &clearForms()
{
    static const QSet<QString> kForms = [] {
        const QStringList words =
            u"inc incorporated corp corporation llc lllp llp pllc pbc ltd limited coltd companylimited ltdco "
            "colimited plc publiclimitedcompany ulc ltée limitée gmbh ggmbh gmbhcokg gmbhcokgaa gmbhcoohg "
            "gmbhpartner mbh kgaa agcokg agcokgaa secokg ug(haftungsbeschränkt) ohg gbr partgmbb sarl sàrl sasu eurl "
            "scop sprl bvba srl srls saderl saderlcv sadecv sapidecv sderldecv sderl ltda lda eireli s/a a/s aps ivs "
            "oyj oü uab spzoo spółkazoo spółkaakcyjna sro doo kft zrt nyrt eood ood pjsc ojsc cjsc jsc "
            "jointstockcompany ooo zao ооо зао пао тов ltdşti anonimşirketi limitedşirketi pty ptyltd ptylimited "
            "pteltd ptelimited pvtltd pvtlimited privatelimited sdnbhd bhd tbk kabushikikaisha godokaisha fzco fzllc "
            "fz-llc dmcc wll psjc saog saoc ehf ab(publ) (publ) scrl teoranta"_s.split(u' ');
        return QSet<QString>(words.begin(), words.end());
    }();
    return kForms;
}

/// Short forms that could be a word of the name: only in their usual spelling.
const QStringList &shortForms()
{
    static const QStringList kForms =
        u"SA S.A. AG SE AB AS A.S. A.Ş. AŞ OY Oy KG UG SL S.L. SLU S.L.U. SAU S.A.U. SAS S.A.S. SpA S.p.A. S.P.A. SPA "
        "SNC S.n.c. ASA LP L.P. P.C. N.A. BV B.V. NV N.V. VOF V.O.F. C.V. KK K.K. G.K. a.s. d.d. e.V. eV e.G. eG "
        "e.K. eK hf. A.E. E.P.E. IKE SIA FZE PSC CIC DAC CLG Co Co. Company"_s.split(u' ');
    return kForms;
}

const QStringList &formsWithoutSpaces()
{
    static const QStringList kForms{u"株式会社"_s,     u"有限会社"_s, u"合同会社"_s, u"股份有限公司"_s,
                                    u"有限责任公司"_s, u"有限公司"_s, u"주식회사"_s, u"유한회사"_s,
                                    u"(株)"_s,         u"(주)"_s,     u"㈱"_s,       u"㈜"_s};
    return kForms;
}

/// Forms that stand before the name.
const QStringList &leadingForms()
{
    static const QStringList kForms{u"PT"_s, u"OOO"_s, u"ООО"_s, u"АО"_s, u"ЗАО"_s, u"ПАО"_s, u"UAB"_s, u"SIA"_s};
    return kForms;
}

QString key(const QStringList &words)
{
    QString joined = words.join(QString()).toLower();
    joined.remove(u'.').remove(u',').remove(u'&');
    return joined;
}

/// Strips what must not end a name once words after it are gone.
QString tidied(QString name)
{
    static const QStringList kDangling{u"&"_s,  u"and"_s, u"+"_s,  u"of"_s,   u"the"_s, u"for"_s, u"in"_s,
                                       u"to"_s, u"a"_s,   u"an"_s, u"with"_s, u"und"_s, u"et"_s,  u"de"_s,
                                       u"y"_s,  u"-"_s,   u"by"_s, u"on"_s,   u"or"_s,  u"from"_s};
    for (bool again = true; again;) {
        again = false;
        while (!name.isEmpty() && u",;:-\u2013\u2014/| "_s.contains(name.back())) {
            name.chop(1);
            again = true;
        }
        const qsizetype space = name.lastIndexOf(u' ');
        if (space > 0 && kDangling.contains(name.mid(space + 1), Qt::CaseInsensitive)) {
            name.truncate(space);
            again = true;
        }
    }
    return name;
}

bool isForm(const QStringList &tail)
{
    if (clearForms().contains(key(tail)))
        return true;
    QString last = tail.front();
    while (last.endsWith(u','))
        last.chop(1);
    return tail.size() == 1 && shortForms().contains(last);
}

/// The name without one form at its end; unchanged when it ends with none.
QString withoutTrailingForm(const QString &name)
{
    for (const QString &form : formsWithoutSpaces()) {
        if (name.endsWith(form) && name.size() > form.size())
            return tidied(name.chopped(form.size()));
        if (name.startsWith(form) && name.size() > form.size())
            return name.mid(form.size()).trimmed();
    }
    const QStringList words = name.split(u' ', Qt::SkipEmptyParts);
    for (qsizetype count = std::min(kMostFormWords, words.size() - 1); count > 0; --count) {
        const QString before = words[words.size() - count - 1];
        // "Smith & Co." is a name, "Adler GmbH & Co. KG" has a form.
        const bool belongsToName =
            before == u'&' || before == u'+' || before.compare("and"_L1, Qt::CaseInsensitive) == 0;
        if (belongsToName || !isForm(words.mid(words.size() - count)))
            continue;
        const QString rest = tidied(words.mid(0, words.size() - count).join(u' '));
        return rest.isEmpty() || rest.compare("the"_L1, Qt::CaseInsensitive) == 0 ? name : rest;
    }
    return name;
}

} // namespace

QString withoutLegalForm(const QString &name)
{
    QString shorter = name.simplified();
    const qsizetype space = shorter.indexOf(u' ');
    if (space > 0 && leadingForms().contains(shorter.left(space)))
        shorter = shorter.mid(space + 1);
    for (QString next = withoutTrailingForm(shorter); next != shorter && !next.isEmpty();
         next = withoutTrailingForm(shorter))
        shorter = next;
    return shorter;
}

QStringList withoutGeneralWords(const QString &name)
{
    static const QStringList kGeneral = u"Software Technologies Technology Tech Solutions Systems Services Group "
                                        u"Holding Holdings International Global Labs "
                                        "Laboratories Consulting Digital Studio Studios Networks Industries "
                                        "Enterprises Ventures Worldwide Company Platform "
                                        "Platforms Products Partners Informatics"_s.split(u' ');
    QStringList names{name};
    QString shorter = name;
    while (kGeneral.contains(shorter.mid(shorter.lastIndexOf(u' ') + 1), Qt::CaseInsensitive)) {
        shorter = withoutLastWord(shorter);
        if (shorter.isEmpty())
            break;
        names.append(shorter);
    }
    return names;
}

QString withoutLastWord(const QString &text)
{
    const qsizetype space = text.lastIndexOf(u' ');
    return space < 0 ? QString() : tidied(text.left(space));
}

} // namespace records
