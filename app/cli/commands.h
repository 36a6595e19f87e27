// The commands, one file each in app/cli/commands: what a command takes, and what it does.
#pragma once

#include "cli/context.h"

namespace cli {

struct Command {
    QString name;
    QString summary;
    void (*describe)(Arguments &arguments);
    Outcome<ExitStatus> (*run)(const Arguments &arguments);
    bool laysOutText = false; ///< needs fonts, and so Qt Gui
};

Command draftCommand();
Command projectCommand();
Command reviewCommand();
Command preflightCommand();
Command listCommand();
Command exportCommand();
Command fileCommand();
Command statusCommand();
Command pipelineCommand();
Command importCommand();
Command ratesCommand();
Command programmesCommand();
Command checkCommand();
Command backupCommand();
Command restoreCommand();
Command profileCommand();

} // namespace cli
