// What commands share: today, the rate book, reading and writing files, and how a failure reaches the user.
#pragma once

#include "catalogue/ratebook.h"
#include "domain/finding.h"
#include "domain/inputerror.h"
#include "domain/result.h"
#include "drafting/drafting.h"
#include "ports/casestore.h"

#include <QByteArray>
#include <QCommandLineParser>
#include <QDate>
#include <QString>
#include <QStringList>

namespace cli {

/// The program's exit status, as the contract has it.
enum ExitStatus {
    Done = 0,
    WithFindings = 1, ///< done, but with findings of severity error (or a difference; `check`: damaged)
    Failed = 2,       ///< usage or unreadable input: nothing was written
};

/// An error on its way to standard error: `briefstack-cli: FILE: PATH: message`. File and path may be empty.
struct Failure {
    QString file;
    QString path;
    QString message;
};

template <class T>
using Outcome = domain::Result<T, Failure>;
using Step = domain::Result<void, Failure>;

/// A command's options and positional arguments, with those that every command has.
class Arguments {
public:
    explicit Arguments(const QString &description);

    Arguments &positional(const QString &name, const QString &description, const QString &syntax = {});
    Arguments &option(const QString &name, const QString &description, const QString &valueName = {},
                      const QString &defaultValue = {});
    /// Adds --rates FILE.
    Arguments &withRates();
    /// Adds --programmes FILE.
    Arguments &withProgrammes();

    /// Parses `arguments`, the command's name first. A usage error names what is wrong.
    Step parse(const QStringList &arguments);

    bool helpAsked() const;
    QString helpText(const QString &command) const;
    bool isKnown(const QString &option) const { return m_options.contains(option); }
    bool isSet(const QString &option) const { return m_parser.isSet(option); }
    QString value(const QString &option) const { return m_parser.value(option); }
    /// Of an option that may be given several times.
    QStringList values(const QString &option) const { return m_parser.values(option); }
    QStringList files() const { return m_parser.positionalArguments(); }
    QDate asOf() const { return m_asOf; }

    /// Exactly `count` positional arguments, or a usage error naming `what`.
    Step expect(qsizetype least, qsizetype most, const QString &what) const;
    /// The value of an option that has to be given.
    Outcome<QString> required(const QString &option) const;
    /// An option's value from a fixed list.
    Outcome<QString> oneOf(const QString &option, const QStringList &allowed) const;

private:
    QCommandLineParser m_parser;
    QDate m_asOf;
    QStringList m_options;
};

Failure usage(const QString &message);
Failure fromInput(const QString &file, const domain::InputError &error);
Failure fromStore(const QString &file, const ports::StoreError &error);

/// Prints on standard output; a full disk or a closed pipe is a Failure.
Step print(const QByteArray &text);
void complain(const Failure &failure);

/// Reads a whole file, or standard input for `-`; refuses directories and what is larger than `limit`.
Outcome<QByteArray> readFile(const QString &file, qsizetype limit);

/// What --rates takes for the book as it ships, without the user's own prices.
inline constexpr QLatin1StringView kShippedRates("shipped");

/// The shipped data with the user's own prices laid over its rate book, or with the book that --rates names; and with the
/// user's own programme figures over the shipped ones: those of --programmes, else those of the user's data folder.
Outcome<drafting::Shipped> shipped(const Arguments &arguments);

/// Adds --channel.
Arguments &withChannel(Arguments &arguments);
/// The channel that is named, else the one that `profile` prefers (drafting::channelOf).
Outcome<QString> channelOf(const Arguments &arguments, const domain::PartnerProfile *profile);
/// The shipped data with that channel's rules in place of the API's.
Outcome<drafting::Shipped> shippedForChannel(const Arguments &arguments, const domain::PartnerProfile *profile);

inline constexpr qsizetype kWorksheetLimit = 4 * 1024 * 1024; // the worksheet format's own limit
Outcome<domain::Worksheet> readWorksheet(const QString &file);

ExitStatus statusOf(const domain::Findings &findings);

} // namespace cli
