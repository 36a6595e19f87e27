#include "drafting/shippedfile.h"

#include <QFile>

/// The shipped data stands in a static library, which the linker would drop without this. Outside any namespace, as Qt
/// demands.
static void registerShippedData()
{
    Q_INIT_RESOURCE(shipped);
}

namespace drafting {

using namespace Qt::StringLiterals;

domain::Result<QByteArray, domain::InputError> shippedFile(const QString &name)
{
    registerShippedData();
    QFile file(u":/briefstack/"_s + name);
    if (!file.open(QIODevice::ReadOnly))
        return domain::Unexpected(domain::InputError{domain::InputProblem::Unreadable, name, {}, file.errorString()});
    return file.readAll();
}

} // namespace drafting
