using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Mlops.Dsl.Analyzers.Calls;

/// <summary>Finds the code that a call runs, where a rule has to look into it there and then.</summary>
internal static class CalledBody
{
    /// <summary>The body of a method whose code is what runs; null for virtual ones, and those without source.</summary>
    public static IOperation? Of(IInvocationOperation call, CancellationToken cancellationToken) =>
        call.IsVirtual && !call.TargetMethod.ContainingType.IsSealed ? null : Of(call.TargetMethod, call.SemanticModel, cancellationToken);

    /// <summary>The body of a method, or of a lambda, that is given away as a function; null where it is none of these.</summary>
    public static IOperation? OfFunction(IOperation function, CancellationToken cancellationToken) =>
        function switch
        {
            IConversionOperation conversion => OfFunction(conversion.Operand, cancellationToken),
            IDelegateCreationOperation creation => OfFunction(creation.Target, cancellationToken),
            IAnonymousFunctionOperation lambda => lambda.Body,
            IMethodReferenceOperation { IsVirtual: false } reference => Of(reference.Method, reference.SemanticModel, cancellationToken),
            _ => null,
        };

    /// <summary>What a body returns, in its own code and not in that of functions in it.</summary>
    public static List<IOperation> Results(IOperation body)
    {
        var results = new List<IOperation>();
        var pending = new Stack<IOperation>([body]);
        while (pending.Count > 0)
        {
            var step = pending.Pop();
            if (step is IReturnOperation { Kind: OperationKind.Return, ReturnedValue: { } value })
            {
                results.Add(value);
            }
            else if (step is not (IAnonymousFunctionOperation or ILocalFunctionOperation))
            {
                foreach (var child in step.ChildOperations)
                {
                    pending.Push(child);
                }
            }
        }

        return results;
    }

    /// <summary>What a field or property of the compilation's own begins with; null where it has no initializer.</summary>
    public static IOperation? InitialValue(IMemberReferenceOperation reference, CancellationToken cancellationToken) =>
        InitialValue(reference.Member, reference.SemanticModel, cancellationToken);

    /// <summary>
    /// The value that a read-only field, or a property without a setter, begins with; null if it has none, or may get another one.
    /// </summary>
    public static IOperation? LastingValue(ISymbol member, SemanticModel? model, CancellationToken cancellationToken) =>
        member.OriginalDefinition is IFieldSymbol { IsReadOnly: true } or IPropertySymbol { SetMethod: null }
            ? InitialValue(member, model, cancellationToken)
            : null;

    /// <summary>Whether a body may end with an exception of its own.</summary>
    public static bool Throws(IOperation body) => body.Descendants().Any(static step => step is IThrowOperation);

    /// <summary>The body of a method; null where it has none.</summary>
    public static IOperation? Of(IMethodSymbol called, SemanticModel? model, CancellationToken cancellationToken) =>
        model is null ? null : Of(called, tree => Model(model, tree), cancellationToken);

    /// <summary>The body of a method of a compilation, where no body is at hand to begin with; null where it has none.</summary>
    public static IOperation? Of(IMethodSymbol called, Compilation compilation, CancellationToken cancellationToken) =>
#pragma warning disable RS1030 // Asked for the few methods that take a gate's result.
        Of(called, tree => compilation.GetSemanticModel(tree), cancellationToken);
#pragma warning restore RS1030

    private static IOperation? Of(IMethodSymbol called, Func<SyntaxTree, SemanticModel> model, CancellationToken cancellationToken)
    {
        var method = called.OriginalDefinition;
        method = method.PartialImplementationPart ?? method;
        if (method.IsAbstract || method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken) is not { } syntax)
        {
            return null;
        }

        return model(syntax.SyntaxTree).GetOperation(syntax, cancellationToken) switch
        {
            IMethodBodyOperation body => body.BlockBody ?? body.ExpressionBody,
            ILocalFunctionOperation function => function.Body,
            _ => null,
        };
    }

    private static IOperation? InitialValue(ISymbol member, SemanticModel? model, CancellationToken cancellationToken)
    {
        var value = member.OriginalDefinition.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken) switch
        {
            VariableDeclaratorSyntax { Initializer.Value: { } initial } => initial,
            PropertyDeclarationSyntax { Initializer.Value: { } initial } => initial,
            PropertyDeclarationSyntax { ExpressionBody.Expression: { } got } => got,
            _ => null,
        };
        return value is null || model is null ? null : Model(model, value.SyntaxTree).GetOperation(value, cancellationToken);
    }

    private static SemanticModel Model(SemanticModel model, SyntaxTree tree) =>
#pragma warning disable RS1030 // Asked for few calls: a model of another file is made when one lies there, never for each method.
        model.SyntaxTree == tree ? model : model.Compilation.GetSemanticModel(tree);
#pragma warning restore RS1030
}
