// Names that an ODT's content and styles share: the namespaces of ODF 1.2 and our own styles.
#pragma once

#include <QString>

#include <array>
#include <utility>

namespace documents::odt {

inline const QString kOffice = QStringLiteral("urn:oasis:names:tc:opendocument:xmlns:office:1.0");
inline const QString kText = QStringLiteral("urn:oasis:names:tc:opendocument:xmlns:text:1.0");
inline const QString kTable = QStringLiteral("urn:oasis:names:tc:opendocument:xmlns:table:1.0");
inline const QString kDraw = QStringLiteral("urn:oasis:names:tc:opendocument:xmlns:drawing:1.0");
inline const QString kStyle = QStringLiteral("urn:oasis:names:tc:opendocument:xmlns:style:1.0");
inline const QString kMeta = QStringLiteral("urn:oasis:names:tc:opendocument:xmlns:meta:1.0");
inline const QString kFo = QStringLiteral("urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0");
inline const QString kSvg = QStringLiteral("urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0");
inline const QString kXlink = QStringLiteral("http://www.w3.org/1999/xlink");
inline const QString kDc = QStringLiteral("http://purl.org/dc/elements/1.1/");

inline const std::array<std::pair<QString, QString>, 10> kNamespaces{{{kOffice, QStringLiteral("office")},
                                                                      {kText, QStringLiteral("text")},
                                                                      {kTable, QStringLiteral("table")},
                                                                      {kDraw, QStringLiteral("draw")},
                                                                      {kStyle, QStringLiteral("style")},
                                                                      {kMeta, QStringLiteral("meta")},
                                                                      {kFo, QStringLiteral("fo")},
                                                                      {kSvg, QStringLiteral("svg")},
                                                                      {kXlink, QStringLiteral("xlink")},
                                                                      {kDc, QStringLiteral("dc")}}};

namespace style {
inline const QString kBody = QStringLiteral("Body");
inline const QString kNote = QStringLiteral("Note");
inline const QString kSubline = QStringLiteral("Subline"); ///< stays with what follows
inline const QString kAsk = QStringLiteral("Ask");
inline const QString kHeading1 = QStringLiteral("Heading_20_1");
inline const QString kHeading2 = QStringLiteral("Heading_20_2");
inline const QString kStrong = QStringLiteral("Strong");
inline const QString kTableText = QStringLiteral("TableText");
inline const QString kFigure = QStringLiteral("Figure");
inline const QString kSmallTableText = QStringLiteral("SmallTableText"); ///< of tables with many columns
inline const QString kSmallFigure = QStringLiteral("SmallFigure");
inline const QString kTable = QStringLiteral("BriefTable");
inline const QString kRow = QStringLiteral("Row"); ///< never split over two pages
inline const QString kCell = QStringLiteral("Cell");
inline const QString kHeadCell = QStringLiteral("HeadCell");
inline const QString kNumbers = QStringLiteral("Numbers");
} // namespace style

} // namespace documents::odt
