// PartnerProfile: the partner's hand on its documents: letterhead, colors, standard paragraphs and defaults. One per case
// file; a case file without one gives documents in the reference design.
//
// A value without rules of its own: documents/hand.h says what is wrong with one and puts it on a document.
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

namespace domain {

/// Where a standard paragraph stands.
enum class ParagraphPlace {
    Brief,   ///< under "Partner" of briefs, at the end of checklists and application briefs
    Founder, ///< at the end of the founder's sheet
    Plan,    ///< at the end of the plan of a proof of concept
};
inline constexpr ParagraphPlace kParagraphPlaces[]{ParagraphPlace::Brief, ParagraphPlace::Founder,
                                                   ParagraphPlace::Plan};

enum class ProfilePaper { ByCountry, Letter, A4 };

struct StandardParagraph {
    ParagraphPlace place = ParagraphPlace::Brief;
    QString text;    ///< with placeholders such as {company}; empty: none
    int version = 0; ///< counts the texts that the place has had; 0: none yet
    friend bool operator==(const StandardParagraph &, const StandardParagraph &) = default;
};

struct PartnerProfile {
    QString name;        ///< of the firm, as on its letters; empty: the worksheet's partner
    QString address;     ///< lines
    QByteArray logo;     ///< PNG or SVG as it was given; empty: none
    QString firstColor;  ///< `#rrggbb`: heads, the ask, credits; empty: the design's
    QString secondColor; ///< `#rrggbb`: what the customer pays, in the chart; empty: the design's
    ProfilePaper paper = ProfilePaper::ByCountry;
    QString currency;                    ///< what heads of tables call the currency; empty: "US dollars"
    QString channel;                     ///< `api`, `bulk` or `console`; empty: none preferred
    QList<StandardParagraph> paragraphs; ///< at most one per place

    const StandardParagraph *paragraph(ParagraphPlace place) const;
    /// Puts a text at a place; another text than the last one is the next version.
    void setParagraph(ParagraphPlace place, const QString &text);
    bool isEmpty() const { return *this == PartnerProfile(); }
    friend bool operator==(const PartnerProfile &, const PartnerProfile &) = default;
};

/// The words of files and of the command line: `brief`, `founder`, `plan`; `by-country`, `letter`, `a4`.
QString paragraphPlaceWord(ParagraphPlace place);
QString profilePaperWord(ProfilePaper paper);
/// Unknown words are nothing.
bool readParagraphPlace(const QString &word, ParagraphPlace &place);
bool readProfilePaper(const QString &word, ProfilePaper &paper);

/// The placeholders of a text in its order, without their braces. `{{` and `}}` stand for braces.
QStringList placeholdersIn(const QString &text);

/// What a placeholder stands for.
struct PlaceholderValue {
    QString name;
    QString value;
};
/// The text with its placeholders filled; one without a value stays as it is.
QString withPlaceholders(const QString &text, const QList<PlaceholderValue> &values);

} // namespace domain
