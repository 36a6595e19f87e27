#include "filing/calendar.h"

namespace filing {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kLongestLine = 75; // octets, without the line's end

/// A text value: backslash, comma and semicolon escaped, a line's end as \n, no other control characters.
QString escaped(const QString &text)
{
    QString safe;
    QString lines = text;
    lines.replace(u"\r\n"_s, u"\n"_s);
    for (const QChar sign : std::as_const(lines)) {
        if (sign == u'\n' || sign == u'\r' || sign == QChar(QChar::LineSeparator)
            || sign == QChar(QChar::ParagraphSeparator))
            safe += u"\\n"_s;
        else if (sign == u'\\' || sign == u',' || sign == u';')
            safe += QString(u'\\') + sign;
        else if (sign.unicode() >= u' ' && sign.unicode() != 0x7F)
            safe += sign;
        else if (sign == u'\t')
            safe += u' ';
    }
    return safe;
}

/// Appends a line, folded between characters, never inside one.
void addLine(QByteArray &file, const QString &text)
{
    const QByteArray line = text.toUtf8();
    qsizetype start = 0;
    qsizetype room = kLongestLine;
    while (line.size() - start > room) {
        qsizetype end = start + room;
        while ((static_cast<uchar>(line.at(end)) & 0xC0U) == 0x80U)
            --end;
        file += line.sliced(start, end - start) + "\r\n ";
        start = end;
        room = kLongestLine - 1; // the space that goes on
    }
    file += line.sliced(start) + "\r\n";
}

QString dayText(QDate day)
{
    return day.toString(u"yyyyMMdd"_s);
}

} // namespace

QByteArray calendar(const std::vector<CalendarEntry> &entries, const QString &stamp)
{
    QByteArray file;
    for (const CalendarEntry &entry : entries) {
        if (!entry.on.isValid())
            continue;
        addLine(file, u"BEGIN:VEVENT"_s);
        addLine(file, u"UID:"_s + escaped(entry.id));
        addLine(file, u"DTSTAMP:"_s + stamp);
        addLine(file, u"DTSTART;VALUE=DATE:"_s + dayText(entry.on));
        addLine(file, u"DTEND;VALUE=DATE:"_s + dayText(entry.on.addDays(1)));
        addLine(file, u"SUMMARY:"_s + escaped(entry.summary));
        if (!entry.description.isEmpty())
            addLine(file, u"DESCRIPTION:"_s + escaped(entry.description));
        addLine(file, u"TRANSP:TRANSPARENT"_s); // a deadline does not make the day busy
        addLine(file, u"END:VEVENT"_s);
    }
    if (file.isEmpty())
        return file;
    return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Briefstack//Pipeline//EN\r\nCALSCALE:GREGORIAN\r\n" + file
         + "END:VCALENDAR\r\n";
}

} // namespace filing
