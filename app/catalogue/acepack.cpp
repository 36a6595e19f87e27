#include "catalogue/acepack.h"

#include "domain/closenames.h"

#include <algorithm>

namespace catalogue {

using namespace Qt::StringLiterals;

namespace {

constexpr int kRoot = 0;

/// Splits "Project.ExpectedCustomerSpend[].Amount" into its holder's path and its own key; the key of "List[]" is empty.
std::pair<QString, QString> splitPath(const QString &path)
{
    if (path.endsWith("[]"_L1))
        return {path.chopped(2), QString()};
    const qsizetype dot = path.lastIndexOf(u'.');
    return dot < 0 ? std::pair{QString(), path} : std::pair{path.left(dot), path.mid(dot + 1)};
}

template <class T>
const T *at(const std::vector<T> &all, const QHash<QString, int> &indices, const QString &key)
{
    const auto found = indices.constFind(key);
    return found == indices.constEnd() ? nullptr : &all[static_cast<std::size_t>(*found)];
}

} // namespace

void AcePack::index()
{
    m_fieldByPath.clear();
    m_postalByCountry.clear();
    m_productByCode.clear();
    for (std::size_t i = 0; i < fields.size(); ++i)
        m_fieldByPath.insert(fields[i].path, static_cast<int>(i));
    for (std::size_t i = 0; i < postalFormats.size(); ++i)
        m_postalByCountry.insert(postalFormats[i].country, static_cast<int>(i));
    for (std::size_t i = 0; i < products.size(); ++i)
        m_productByCode.insert(products[i].code, static_cast<int>(i));
    m_createTree = buildTree(AceOperation::Create);
    m_updateTree = buildTree(AceOperation::Update);
    m_submitTree = buildTree(AceOperation::Submit);
}

std::vector<AceNode> AcePack::buildTree(AceOperation operation) const
{
    std::vector<AceNode> tree(1);
    QHash<QString, int> nodeByPath{{QString(), kRoot}};
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (!fields[i].operations.has(operation))
            continue;
        const auto [holder, key] = splitPath(fields[i].path);
        const int parent = nodeByPath.value(holder, kRoot); // the reader made sure that holders come first
        const auto node = static_cast<int>(tree.size());
        tree.push_back({static_cast<int>(i), key, {}, -1});
        nodeByPath.insert(fields[i].path, node);
        AceNode &above = tree[static_cast<std::size_t>(parent)];
        if (key.isEmpty())
            above.entry = node;
        else
            above.children.push_back(node);
    }
    return tree;
}

const AceField *AcePack::field(const QString &path) const
{
    return at(fields, m_fieldByPath, path);
}

const AceVocabulary *AcePack::vocabulary(const QString &name) const
{
    const auto found = vocabularies.constFind(name);
    return found == vocabularies.constEnd() ? nullptr : &*found;
}

const AcePostalFormat *AcePack::postalFormat(const QString &country) const
{
    return at(postalFormats, m_postalByCountry, country);
}

const AceProduct *AcePack::product(const QString &code) const
{
    return at(products, m_productByCode, code);
}

QStringList AcePack::closeProducts(const QString &text, int most) const
{
    QStringList names;
    QHash<QString, QString> codeByName;
    for (const AceProduct &product : products) {
        names << product.code << product.name;
        codeByName.insert(product.name, product.code);
        codeByName.insert(product.code, product.code);
    }
    QStringList close;
    for (const QString &name : domain::closeNames(text, names, most * 2)) {
        const QString code = codeByName.value(name);
        if (!close.contains(code) && close.size() < most)
            close.append(code);
    }
    return close;
}

const AceStray *AcePack::stray(const QString &key) const
{
    const auto found =
        std::find_if(strays.begin(), strays.end(), [&key](const AceStray &stray) { return stray.key == key; });
    return found == strays.end() ? nullptr : &*found;
}

const std::vector<AceNode> &AcePack::tree(AceOperation operation) const
{
    return operation == AceOperation::Create ? m_createTree
         : operation == AceOperation::Update ? m_updateTree
                                             : m_submitTree;
}

int AcePack::child(const std::vector<AceNode> &tree, int node, QStringView key)
{
    for (const int child : tree[static_cast<std::size_t>(node)].children) {
        if (tree[static_cast<std::size_t>(child)].key == key)
            return child;
    }
    return -1;
}

} // namespace catalogue
