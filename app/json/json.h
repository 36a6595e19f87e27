// Strict JSON: a tree with the source text of numbers kept, duplicate keys refused, and a path to every value.
//
// Built on nlohmann-json's SAX reader: UTF-8 only, a byte order mark is skipped, lone surrogates are errors, nothing may
// follow the document. NUL characters in strings are errors. Depth and size are bounded, so that neither
// 10,000 brackets nor a huge file can exhaust the machine.
#pragma once

#include "domain/inputerror.h"
#include "domain/result.h"

#include <QAnyStringView>
#include <QByteArrayView>
#include <QString>

#include <optional>
#include <vector>

namespace json {

enum class Kind { Null, Boolean, Integer, Number, String, Array, Object };

struct Member;

/// One JSON value. Integers are kept exactly when they fit 64 bits; every number keeps its text.
struct Value {
    Kind kind = Kind::Null;
    bool boolean = false;
    qint64 integer = 0;          ///< for Kind::Integer
    QString text;                ///< the string, or the number as written
    std::vector<Value> elements; ///< of an array
    std::vector<Member> members; ///< of an object, in the order of the file, keys unique

    /// The member of that name, or nullptr (also when this is no object).
    const Value *find(QAnyStringView key) const;
    /// A short form of the value for messages: at most 80 characters.
    QString excerpt() const;
};

struct Member {
    QString key;
    Value value;
};

struct Limits {
    qsizetype maximumBytes = 4 * 1024 * 1024;
    int maximumDepth = 32;
};

/// The document's tree. Of an error that has a place in the text, `allowed` holds it ("line 3, column 7"), and an empty
/// value means that the text ends there.
domain::Result<Value, domain::InputError> parse(QByteArrayView bytes, Limits limits = {});

/// "an object", "a text", ... for messages.
QString kindName(Kind kind);

/// Path of a member or element below `base`, for messages: `base.key`, `base[3]`. A very long key is cut.
QString memberPath(const QString &base, QStringView key);
QString elementPath(const QString &base, qsizetype index);

} // namespace json
