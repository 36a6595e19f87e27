#include "ui/documentnames.h"

#include <QCoreApplication>

namespace ui {

using drafting::DocumentKind;

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("ui::DocumentsDialog", text);
}

} // namespace

QString documentName(const session::CaseView &view, const drafting::NamedDocument &document)
{
    if (document.kind == DocumentKind::Stack)
        return translated("Stack summary");
    if (document.kind == DocumentKind::Founder)
        return translated("Founder's sheet");
    if (document.kind == DocumentKind::Call)
        return translated("Summary of the scoping call");
    const session::RecordView &record = view.records.at(document.record.value_or(0));
    if (document.kind == DocumentKind::Plan)
        return translated("%1: plan of the proof of concept").arg(record.program);
    if (record.kind == records::RecordKind::Checklist)
        return translated("%1: checklist").arg(record.program);
    if (record.kind == records::RecordKind::Application)
        return translated("%1: application brief").arg(record.program);
    return translated("%1: brief").arg(record.program);
}

} // namespace ui
