#include "review/ace/shape.h"

#include "domain/closenames.h"
#include "review/ace/textfield.h"
#include "review/ace/values.h"

namespace review {

using catalogue::AceDemand;
using catalogue::AceField;
using catalogue::AceNode;
using catalogue::AceOperation;
using catalogue::AcePack;
using catalogue::AceType;
using json::Kind;
using json::Value;
using namespace Qt::StringLiterals;

namespace {

constexpr int kRoot = 0;

/// Walks a request and the tree of its operation side by side. Depth is that of the tree, never that of the request.
class Walk {
public:
    Walk(const AcePack &pack, AceOperation operation, FindingList &list)
        : m_pack(pack), m_operation(operation), m_tree(pack.tree(operation)), m_list(list)
    {
    }

    void object(int node, const Value &value, const QString &path)
    {
        for (const json::Member &member : value.members) {
            if (m_list.isFull())
                return;
            const int child = AcePack::child(m_tree, node, member.key);
            if (child < 0)
                unknownKey(node, member.key, path);
            else
                visit(child, member.value, json::memberPath(path, member.key));
        }
        for (const int child : at(node).children) {
            const QString &key = at(child).key;
            if (!value.find(key))
                missing(child, json::memberPath(path, key));
        }
    }

private:
    const AceNode &at(int node) const { return m_tree[static_cast<std::size_t>(node)]; }
    const AceField &fieldOf(int node) const { return m_pack.fields[static_cast<std::size_t>(at(node).field)]; }

    void visit(int node, const Value &value, const QString &path)
    {
        const AceField &field = fieldOf(node);
        if (value.kind == Kind::Null && (field.nullable || field.demand != AceDemand::None)) {
            missing(node, path);
            return;
        }
        switch (field.type) {
        case AceType::Object:
            if (value.kind == Kind::Object)
                object(node, value, path);
            else
                addWrongType(value, path, &field, m_list);
            return;
        case AceType::List: entries(node, value, path); return;
        case AceType::Timestamp: checkTimestamp(value, path, field, m_list); return;
        case AceType::Text:
        case AceType::Date: checkText(value, path, field, m_pack, m_list); return;
        }
    }

    void entries(int node, const Value &value, const QString &path)
    {
        const AceField &field = fieldOf(node);
        if (value.kind != Kind::Array) {
            addWrongType(value, path, &field, m_list);
            return;
        }
        const auto count = static_cast<qsizetype>(value.elements.size());
        if (count == 0 && field.demand != AceDemand::None) {
            addMissing(path, field, m_list);
            return;
        }
        checkCount(count, path, field);
        for (qsizetype i = 0; i < count && !m_list.isFull(); ++i)
            visit(at(node).entry, value.elements[static_cast<std::size_t>(i)], json::elementPath(path, i));
    }

    void checkCount(qsizetype count, const QString &path, const AceField &field)
    {
        const bool few = field.least && count < *field.least;
        const bool many = field.most && count > *field.most;
        if (!few && !many)
            return;
        AceRemark made;
        made.code = few ? u"NOT_ENOUGH_VALUES"_s : u"TOO_MANY_VALUES"_s;
        made.what = u"items"_s;
        made.field = path;
        made.message =
            path + u" has "_s + QString::number(count) + u" entries, and "_s
            + (few ? u"at least "_s + QString::number(*field.least) : u"at most "_s + QString::number(*field.most))
            + u" are taken"_s;
        made.fix = count == 0 ? u"Leave the key out when there is no value."_s
                 : few        ? u"Add entries."_s
                              : u"Drop "_s + QString::number(count - *field.most) + u" of them."_s;
        m_list.add(made);
    }

    /// A required object is not reported itself: what is required in it says more.
    void missing(int node, const QString &path)
    {
        const AceField &field = fieldOf(node);
        if (field.demand == AceDemand::None)
            return;
        if (field.type != AceType::Object) {
            addMissing(path, field, m_list);
            return;
        }
        for (const int child : at(node).children)
            missing(child, json::memberPath(path, at(child).key));
    }

    void unknownKey(int node, const QString &key, const QString &path)
    {
        QStringList keys;
        for (const int child : at(node).children)
            keys.append(at(child).key);
        const QString name = shown(key);
        AceRemark made;
        made.code = u"INVALID_VALUE"_s;
        made.what = u"unknown-key"_s;
        made.field = json::memberPath(path, name);
        made.message = (path.isEmpty() ? u"The request"_s : path) + u" has no key \""_s + name + u'"';
        made.fix = unknownKeyFix(key, path, keys);
        m_list.add(made);
    }

    QString unknownKeyFix(const QString &key, const QString &path, const QStringList &keys) const
    {
        if (const catalogue::AceStray *stray = m_pack.stray(key))
            return stray->fix;
        if (path.isEmpty() && m_pack.field(key))
            return m_operation == AceOperation::Create ? u"Leave it out: creation does not take it."_s
                 : m_operation == AceOperation::Update ? u"Leave it out: an update does not take it."_s
                                                       : u"Leave it out: the submission does not take it."_s;
        const QStringList close = domain::closeNames(key, keys);
        if (!close.isEmpty())
            return u"Did you mean "_s + close.join(u", "_s) + u'?';
        return u"Leave it out; the keys here are "_s + keys.join(u", "_s) + u'.';
    }

    const AcePack &m_pack;
    AceOperation m_operation;
    const std::vector<AceNode> &m_tree;
    FindingList &m_list;
};

} // namespace

void checkShape(const Value &request, const AcePack &pack, AceOperation operation, FindingList &list)
{
    if (request.kind != Kind::Object) {
        addWrongType(request, {}, nullptr, list);
        return;
    }
    Walk(pack, operation, list).object(kRoot, request, {});
}

} // namespace review
