#include "worksheetfile/reader.h"

#include "domain/identifiers.h"
#include "worksheetfile/checks.h"
#include "worksheetfile/fieldreader.h"

namespace worksheetfile {

using domain::InputError;
using domain::Result;
using domain::Unexpected;
using domain::Worksheet;

Result<Worksheet, InputError> read(QByteArrayView bytes)
{
    constexpr int kDeepest = 16; // the format needs seven levels
    const auto root = json::parse(bytes, {kLargestWorksheet, kDeepest});
    if (!root)
        return Unexpected(root.error());
    json::Problem problem;
    Worksheet worksheet;
    FieldReader::readInto(worksheet, *root, {}, problem);
    if (!problem.error)
        checkStatedIds(worksheet, problem);
    if (!problem.error) {
        domain::fillIds(worksheet);
        checkWhole(worksheet, problem);
    }
    if (problem.error)
        return Unexpected(*problem.error);
    return worksheet;
}

} // namespace worksheetfile
