using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace Mlops.Dsl.Generators.Incrementality;

/// <summary>Stands for a syntax tree without keeping it alive.</summary>
internal sealed class TreeStamp
{
    private static readonly ConditionalWeakTable<SyntaxTree, TreeStamp> Stamps = new();

    private readonly string _path;
    private readonly ParseOptions _options;
    private byte[]? _declarations;

    private TreeStamp(SyntaxTree tree)
    {
        _path = tree.FilePath;
        _options = tree.Options;
    }

    /// <summary>The stamp of a tree: always the same.</summary>
    public static TreeStamp Of(SyntaxTree tree) => Stamps.GetValue(tree, static key => new TreeStamp(key));

    /// <summary>
    /// Whether the tree declares what another did. Hashes this one; of the other, whose tree may be gone, the hash has to be there already.
    /// So the first edit of a file is taken for a change of its declarations, and a build, which sees each tree once, hashes nothing.
    /// </summary>
    /// <param name="tree">The tree that this stamp stands for.</param>
    /// <param name="before">The other.</param>
    /// <param name="cancellationToken">Cancels the comparison.</param>
    public bool DeclaresSame(SyntaxTree tree, TreeStamp before, CancellationToken cancellationToken)
    {
        if (ReferenceEquals(this, before))
        {
            return true;
        }

        _declarations ??= DeclarationHash.Of(tree, cancellationToken);
        return before._declarations is { } declarations
            && declarations.AsSpan().SequenceEqual(_declarations)
            && _path == before._path
            && _options.Equals(before._options);
    }
}
