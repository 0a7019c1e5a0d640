using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Mlops.Dsl.Analyzers.Flow;

/// <summary>Finds the bodies of what a compilation declares.</summary>
internal sealed class FlowBodies(Compilation compilation)
{
    private readonly Dictionary<ISymbol, FlowBody?> _bodies = new(SymbolEqualityComparer.Default);

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

    /// <summary>Whether the compiler can make a graph of a body. It fails, with an exception, on an interpolated text whose handler is too broken to be created.</summary>
    public static bool HasGraph(IOperation body) =>
        !body.Descendants().Any(static step => step is IInterpolatedStringHandlerCreationOperation { HandlerCreation: not (IObjectCreationOperation or IDynamicObjectCreationOperation) });

    private FlowBody? Create(ISymbol member, IMethodSymbol? method)
    {
        foreach (var reference in member.DeclaringSyntaxReferences)
        {
            if (compilation.ContainsSyntaxTree(reference.SyntaxTree) && Executable(reference.GetSyntax(), method) is { } syntax)
            {
                // Helpers lie in other files than the code that the driver is at, and are read only where a stage calls them.
#pragma warning disable RS1030
                var operation = compilation.GetSemanticModel(reference.SyntaxTree).GetOperation(syntax);
#pragma warning restore RS1030
                if (operation is not null && HasGraph(operation) && Graph(operation) is { } graph)
                {
                    return new FlowBody(graph, method);
                }
            }
        }

        return null;
    }

    private static SyntaxNode? Executable(SyntaxNode declaration, IMethodSymbol? method) => declaration switch
    {
        BaseMethodDeclarationSyntax { Body: null, ExpressionBody: null } => null,
        BaseMethodDeclarationSyntax => declaration,
        AccessorDeclarationSyntax { Body: null, ExpressionBody: null } => null,
        AccessorDeclarationSyntax => declaration,
        ArrowExpressionClauseSyntax => declaration,
        TypeDeclarationSyntax { ParameterList: not null } when method is not null => declaration,
        VariableDeclaratorSyntax { Initializer: { } initializer } => initializer,
        PropertyDeclarationSyntax { Initializer: { } initializer } when method is null => initializer,
        _ => null,
    };

    private static ControlFlowGraph? Graph(IOperation? operation) => operation switch
    {
        IMethodBodyOperation { Parent: null } body => ControlFlowGraph.Create(body),
        IConstructorBodyOperation { Parent: null } body => ControlFlowGraph.Create(body),
        IBlockOperation { Parent: null } body => ControlFlowGraph.Create(body),
        IFieldInitializerOperation { Parent: null } initializer => ControlFlowGraph.Create(initializer),
        IPropertyInitializerOperation { Parent: null } initializer => ControlFlowGraph.Create(initializer),
        _ => null,
    };
}
