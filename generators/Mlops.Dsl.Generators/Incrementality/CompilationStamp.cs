using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace Mlops.Dsl.Generators.Incrementality;

/// <summary>Stands for a compilation, as far as its symbols depend on it, without keeping anything of it alive.</summary>
internal sealed class CompilationStamp
{
    private static readonly ConditionalWeakTable<Compilation, CompilationStamp> Stamps = new();

    // References and options are compared by identity: a host that makes new ones for equal content has a reason.
    private static readonly ConditionalWeakTable<object, object> Identities = new();

    private readonly string? _assembly;
    private readonly object _options;
    private readonly ImmutableArray<object> _references;
    private readonly ImmutableArray<TreeStamp> _trees;

    private CompilationStamp(Compilation compilation)
    {
        _assembly = compilation.AssemblyName;
        _options = IdentityOf(compilation.Options);
        _references = [.. compilation.References.Select(IdentityOf)];
        _trees = [.. compilation.SyntaxTrees.Select(TreeStamp.Of)];
    }

    /// <summary>The stamp of a compilation: always the same.</summary>
    public static CompilationStamp Of(Compilation compilation) => Stamps.GetValue(compilation, static key => new CompilationStamp(key));

    /// <summary>Whether the symbols of a compilation are those of another, as far as declarations tell.</summary>
    /// <param name="compilation">The compilation that this stamp stands for.</param>
    /// <param name="before">The other.</param>
    /// <param name="cancellationToken">Cancels the comparison.</param>
    public bool DeclaresSame(Compilation compilation, CompilationStamp before, CancellationToken cancellationToken)
    {
        if (
            _assembly != before._assembly
            || _options != before._options
            || _trees.Length != before._trees.Length
            || !_references.SequenceEqual(before._references)
        )
        {
            return false;
        }

        var index = 0;
        foreach (var tree in compilation.SyntaxTrees)
        {
            if (!_trees[index].DeclaresSame(tree, before._trees[index], cancellationToken))
            {
                return false;
            }

            index++;
        }

        return true;
    }

    private static object IdentityOf(object shared) => Identities.GetValue(shared, static _ => new object());
}
