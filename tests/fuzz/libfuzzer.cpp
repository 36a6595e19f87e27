// A target under libFuzzer; ./dev fuzz builds and runs all of them.
#include "fuzz/fuzztarget.h"

#include <cstdio>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    static const fuzz::Target kTarget = fuzz::target();
    const QString wrong = kTarget.feed(QByteArray(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size)));
    if (!wrong.isEmpty()) {
        std::fprintf(stderr, "%s\n", qPrintable(wrong));
        std::abort();
    }
    return 0;
}
