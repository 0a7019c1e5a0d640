using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Mlops.Dsl.Analyzers.Calls;

/// <summary>
/// Classes of which other code than stages may make objects that stages get: the program's set-up, which hands them over as services or in
/// static fields. What the files name that its code lies in counts, whether they make it themselves or have a container make it. In a
/// library, anybody may.
/// </summary>
internal sealed class MadeElsewhere(Compilation compilation, CallGraph graph, CancellationToken cancellationToken)
{
    private readonly Lazy<HashSet<string>?> _names = new(() =>
        compilation.GetEntryPoint(cancellationToken) is { } entry ? NamedFrom(graph.Members.Of(entry), graph, cancellationToken) : null
    );

    /// <summary>Whether objects of a class may be made elsewhere.</summary>
    public bool Contains(INamedTypeSymbol type) => _names.Value?.Contains(type.Name) != false;

    private static HashSet<string> NamedFrom(Member entry, CallGraph graph, CancellationToken cancellationToken)
    {
        var seen = new HashSet<Member> { entry };
        var pending = new Queue<Member>(seen);
        var files = new HashSet<SyntaxTree>();
        while (pending.Count > 0)
        {
            var member = pending.Dequeue();
            files.UnionWith(member.Symbol.DeclaringSyntaxReferences.Select(static reference => reference.SyntaxTree));
            foreach (var callee in graph.Callees(member))
            {
                if (!callee.IsUnlikely && seen.Add(callee.Target))
                {
                    pending.Enqueue(callee.Target);
                }
            }
        }

        return new(
            files
                .SelectMany(file => file.GetRoot(cancellationToken).DescendantTokens())
                .Where(static token => token.IsKind(SyntaxKind.IdentifierToken))
                .Select(static token => token.ValueText),
            StringComparer.Ordinal
        );
    }
}
