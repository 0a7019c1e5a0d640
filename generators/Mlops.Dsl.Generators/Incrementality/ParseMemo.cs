using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace Mlops.Dsl.Generators.Incrementality;

/// <summary>
/// Remembers what was read from a declaration. Roslyn asks for all of it again after every keystroke, because it can't know that a model
/// depends on declarations alone, and with each keystroke's new compilation all attributes and signatures would be bound anew.
/// </summary>
/// <remarks>
/// A model is remembered for as long as its syntax tree lives, and used again where that tree is in a compilation that declares what the
/// former did: the trees are the same, or differ in bodies only. No compilation, symbol or other tree is kept.
/// </remarks>
/// <typeparam name="TModel">The model.</typeparam>
internal sealed class ParseMemo<TModel>
    where TModel : class, IRemembered
{
    private readonly ConditionalWeakTable<SyntaxTree, ConcurrentDictionary<int, Entry>> _entries = new();

    /// <summary>The model of a declaration: the one from before, where nothing can have changed it.</summary>
    /// <param name="declaration">The declaration.</param>
    /// <param name="compilation">The compilation that has the declaration's tree.</param>
    /// <param name="parse">Reads the declaration; null is remembered, too.</param>
    /// <param name="cancellationToken">Cancels the comparison.</param>
    public TModel? GetOrParse(SyntaxNode declaration, Compilation compilation, Func<TModel?> parse, CancellationToken cancellationToken)
    {
        if (declaration.SyntaxTree.Options.Kind != SourceCodeKind.Regular)
        {
            // In a script, a field's type may be inferred.
            return parse();
        }

        var stamp = CompilationStamp.Of(compilation);
        var entries = _entries.GetValue(declaration.SyntaxTree, static _ => new());
        var isKnown =
            entries.TryGetValue(declaration.SpanStart, out var entry)
            && entry.Model is not { DependsOnBodies: true }
            && stamp.DeclaresSame(compilation, entry.Stamp, cancellationToken);
        var model = isKnown ? entry!.Model : parse();
        entries[declaration.SpanStart] = new Entry(stamp, model);
        return model;
    }

    private sealed record Entry(CompilationStamp Stamp, TModel? Model);
}
