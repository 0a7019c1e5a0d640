using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Mlops.Dsl.Analyzers.Flow;

/// <summary>Finds the bodies of what a compilation declares.</summary>
/// <param name="compilation">The compilation.</param>
/// <param name="only">The one file whose bodies are found; null for all.</param>
internal sealed class FlowBodies(Compilation compilation, SyntaxTree? only)
{
    private const int MaximumKept = 25_000;

    private readonly Dictionary<ISymbol, FlowBody?> _bodies = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, bool> _exists = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, IOperation> _bound = new(SymbolEqualityComparer.Default);
    private int _kept;

    /// <summary>
    /// Keeps a body that the compiler has bound already, so that it need not be bound again if it is asked for; not of ever so many,
    /// because each takes some 8 KiB until the end of the build. Safe for concurrent use.
    /// </summary>
    public void Keep(ISymbol owner, IOperation block)
    {
        if (Interlocked.Increment(ref _kept) > MaximumKept)
        {
            return;
        }

        var root = block;
        while (root.Parent is { } parent)
        {
            root = parent;
        }

        _bound[owner is IMethodSymbol method ? (method.PartialImplementationPart ?? method).OriginalDefinition : owner] = root;
    }

    /// <summary>Whether a method, constructor, operator or accessor has a body here. Nothing is bound to tell.</summary>
    public bool Has(IMethodSymbol method)
    {
        var definition = (method.PartialImplementationPart ?? method).OriginalDefinition;
        if (!_exists.TryGetValue(definition, out var exists))
        {
            exists = Executables(definition, definition).Any();
            _exists.Add(definition, exists);
        }

        return exists;
    }

    /// <summary>The body of a method, constructor, operator or accessor; null where the compilation has none.</summary>
    public FlowBody? Find(IMethodSymbol method)
    {
        var definition = (method.PartialImplementationPart ?? method).OriginalDefinition;
        if (!_bodies.TryGetValue(definition, out var body))
        {
            body = Create(definition, definition);
            _bodies.Add(definition, body);
        }

        return body;
    }

    /// <summary>Takes a body whose graph is there already.</summary>
    public FlowBody Add(IMethodSymbol method, ControlFlowGraph graph)
    {
        var definition = (method.PartialImplementationPart ?? method).OriginalDefinition;
        if (!_bodies.TryGetValue(definition, out var body) || body is null)
        {
            body = new FlowBody(graph, definition);
            _bodies[definition] = body;
        }

        return body;
    }

    /// <summary>What a field or property starts with; null where it has no initializer.</summary>
    public FlowBody? FindInitializer(ISymbol member)
    {
        if (!_bodies.TryGetValue(member, out var body))
        {
            body = Create(member, method: null);
            _bodies.Add(member, body);
        }

        return body;
    }

    /// <summary>
    /// Whether the compiler can make a graph of a body. It fails, with an exception, on an interpolated text whose handler is too broken to
    /// be created.
    /// </summary>
    public static bool HasGraph(IOperation body) =>
        !body.Descendants()
            .Any(static step =>
                step
                    is IInterpolatedStringHandlerCreationOperation
                    {
                        HandlerCreation: not (IObjectCreationOperation or IDynamicObjectCreationOperation)
                    }
            );

    private FlowBody? Create(ISymbol member, IMethodSymbol? method)
    {
        if (_bound.TryGetValue(member, out var bound) && Graph(bound) is { } known)
        {
            return new FlowBody(known, method);
        }

        foreach (var syntax in Executables(member, method))
        {
            // Helpers lie in other files than the code that the driver is at, and are read only where a stage calls them.
#pragma warning disable RS1030
            var operation = compilation.GetSemanticModel(syntax.SyntaxTree).GetOperation(syntax);
#pragma warning restore RS1030
            if (Graph(operation) is { } graph)
            {
                return new FlowBody(graph, method);
            }
        }

        return null;
    }

    private IEnumerable<SyntaxNode> Executables(ISymbol member, IMethodSymbol? method)
    {
        foreach (var reference in member.DeclaringSyntaxReferences)
        {
            if (
                (only is null ? compilation.ContainsSyntaxTree(reference.SyntaxTree) : only == reference.SyntaxTree)
                && Executable(reference.GetSyntax(), method) is { } syntax
            )
            {
                yield return syntax;
            }
        }
    }

    private static SyntaxNode? Executable(SyntaxNode declaration, IMethodSymbol? method) =>
        declaration switch
        {
            BaseMethodDeclarationSyntax { Body: null, ExpressionBody: null } => null,
            BaseMethodDeclarationSyntax => declaration,
            AccessorDeclarationSyntax { Body: null, ExpressionBody: null } => null,
            AccessorDeclarationSyntax => declaration,
            ArrowExpressionClauseSyntax => declaration,
            // A primary constructor does nothing but call the one of its base class.
            TypeDeclarationSyntax { ParameterList: not null, BaseList: { } bases }
                when method is not null && bases.Types.Any(static type => type is PrimaryConstructorBaseTypeSyntax) => declaration,
            VariableDeclaratorSyntax { Initializer: { } initializer } => initializer,
            PropertyDeclarationSyntax { Initializer: { } initializer } when method is null => initializer,
            _ => null,
        };

    private static ControlFlowGraph? Graph(IOperation? operation) =>
        operation switch
        {
            null => null,
            _ when !HasGraph(operation) => null,
            IMethodBodyOperation { Parent: null } body => ControlFlowGraph.Create(body),
            IConstructorBodyOperation { Parent: null } body => ControlFlowGraph.Create(body),
            IBlockOperation { Parent: null } body => ControlFlowGraph.Create(body),
            IFieldInitializerOperation { Parent: null } initializer => ControlFlowGraph.Create(initializer),
            IPropertyInitializerOperation { Parent: null } initializer => ControlFlowGraph.Create(initializer),
            _ => null,
        };
}
