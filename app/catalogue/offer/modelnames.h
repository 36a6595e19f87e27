// ModelNames: finds the book's model by the name that AWS's price files give it.
#pragma once

#include "catalogue/offer/offermap.h"
#include "catalogue/ratebook.h"

#include <optional>

namespace catalogue {

class ModelNames {
public:
    ModelNames(const RateBook &book, const OfferMap &map);

    /// The model's id; empty when none or several answer to that name. Case, punctuation, the provider's name, "(Amazon
    /// Bedrock Edition)", "Instruct" and ".0" make no difference; anything else does: no near misses.
    QString find(const QString &name) const;

    /// "provider.model" as it stands in mantle rows, without what only tells the row's kind; empty when it is no id.
    static QString literalId(const QString &name);

    /// The name without "(Amazon Bedrock Edition)".
    static QString plainName(const QString &name);

private:
    static QString folded(const QString &name);
    void offer(const QString &name, const QString &id);
    QHash<QString, QString> m_ids; ///< folded name -> id, empty when two models claim it
};

} // namespace catalogue
