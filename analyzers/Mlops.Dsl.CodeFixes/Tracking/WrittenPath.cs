using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Mlops.Dsl.CodeFixes.Tracking;

/// <summary>A path to which a method writes, wherever the method has it.</summary>
internal sealed class WrittenPath
{
    private static readonly string[] Readings = ["Read", "OpenRead", "OpenText", "Load", "FromPath", "Parse", "Extract", "Upload"];

    private WrittenPath(
        IReadOnlyList<ExpressionSyntax> places,
        ExpressionSyntax origin,
        string nameInFolder,
        ISymbol? writer,
        bool isReadAgain
    )
    {
        Places = places;
        Origin = origin;
        NameInFolder = nameInFolder;
        IsFolder = writer is { ContainingType.Name: "Directory" or "DirectoryInfo" };
        IsRemoved = writer?.Name.StartsWith("Delete", StringComparison.Ordinal) == true;
        IsReadAgain = isReadAgain;
    }

    /// <summary>Where the path is said: what the local starts with that holds it, or each place that has the same.</summary>
    public IReadOnlyList<ExpressionSyntax> Places { get; }

    /// <summary>What is said there.</summary>
    public ExpressionSyntax Origin { get; }

    /// <summary>The file's own name, in code.</summary>
    public string NameInFolder { get; }

    /// <summary>Whether a folder is made there and no file.</summary>
    public bool IsFolder { get; }

    /// <summary>Whether what lies there is deleted.</summary>
    public bool IsRemoved { get; }

    /// <summary>Whether the method reads there what it wrote, so that the file has done its work when the method ends.</summary>
    public bool IsReadAgain { get; }

    /// <summary>Finds the places; null where another part of the program says what the path is.</summary>
    public static WrittenPath? Find(
        ExpressionSyntax path,
        MethodDeclarationSyntax method,
        SemanticModel model,
        CancellationToken cancellationToken
    )
    {
        var writer = path.FirstAncestorOrSelf<ArgumentSyntax>()?.Parent?.Parent is { } call
            ? model.GetSymbolInfo(call, cancellationToken).Symbol
            : null;
        if (model.GetSymbolInfo(path, cancellationToken).Symbol is ILocalSymbol or IParameterSymbol)
        {
            return
                model.GetSymbolInfo(path, cancellationToken).Symbol is ILocalSymbol local
                && Initial(local, method, model, cancellationToken) is { } initial
                ? new([initial], initial, Name(initial, model), writer, Uses(local, method, model).Any(IsRead))
                : null;
        }

        var same = method
            .DescendantNodes()
            .OfType<ExpressionSyntax>()
            .Where(other => other == path || SyntaxFactory.AreEquivalent(other, path))
            .ToList();
        return new(same, path, Name(path, model), writer, same.Exists(IsRead));
    }

    /// <summary>What a local starts with and has to its end.</summary>
    private static ExpressionSyntax? Initial(
        ILocalSymbol local,
        MethodDeclarationSyntax method,
        SemanticModel model,
        CancellationToken cancellationToken
    ) =>
        local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken)
            is VariableDeclaratorSyntax { Initializer.Value: { } value }
        && !Uses(local, method, model).Any(static use => use.Parent is AssignmentExpressionSyntax assignment && assignment.Left == use)
            ? value
            : null;

    private static IEnumerable<ExpressionSyntax> Uses(ILocalSymbol local, MethodDeclarationSyntax method, SemanticModel model) =>
        method
            .DescendantNodes()
            .OfType<IdentifierNameSyntax>()
            .Where(name =>
                name.Identifier.ValueText == local.Name && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name).Symbol, local)
            );

    private static bool IsRead(ExpressionSyntax use) =>
        use.Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: var called } }
        && called switch
        {
            MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
            SimpleNameSyntax name => name.Identifier.ValueText,
            _ => "",
        }
            is var method
        && Array.Exists(Readings, reading => method.StartsWith(reading, StringComparison.Ordinal));

    /// <summary>The last part of a path: of a constant the part itself, quoted as it was.</summary>
    private static string Name(ExpressionSyntax path, SemanticModel model)
    {
        var written = path.WithoutTrivia().ToString();
        if (model.GetConstantValue(path) is not { HasValue: true, Value: string constant })
        {
            return $"{PathArgument.PathClass(path, model)}.GetFileName({written})";
        }

        var name = constant.Substring(constant.LastIndexOfAny(['/', '\\']) + 1);
        return name == constant ? written : SymbolDisplay.FormatLiteral(name, quote: true);
    }
}
