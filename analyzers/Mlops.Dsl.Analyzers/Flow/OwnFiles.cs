using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Mlops.Dsl.Analyzers.Infrastructure;
using Mlops.Dsl.Generators.Parsing;
using Mlops.Dsl.Generators.Symbols;

namespace Mlops.Dsl.Analyzers.Flow;

/// <summary>Recognises files that a stage has written itself, so that they hold what it wrote, rather than anything from outside.</summary>
internal static class OwnFiles
{
    private static readonly string[] Verbs =
    [
        "Write",
        "Append",
        "Save",
        "Export",
        "Serialize",
        "Dump",
        "Persist",
        "Render",
        "Plot",
        "Compress",
    ];

    // What comes out of these may be what another file held.
    private static readonly string[] Movers = ["Copy", "Move", "Extract", "Decompress", "Create", "Download"];

    /// <summary>Whether a method makes an artifact of whatever lies at a path.</summary>
    public static bool IsFromPath(ISymbol method) =>
        method is IMethodSymbol { Name: "FromPath" } && method.ContainingType is { Name: "FileArtifact" } type && type.IsInLanguage();

    /// <summary>Whether a member gives a place that nothing but the stage writes to.</summary>
    public static bool IsPlace(ISymbol member) =>
        member switch
        {
            IPropertySymbol { Name: "TemporaryDirectory" } => member.ContainingType.IsLanguageType("StageContext"),
            IMethodSymbol { Name: "CreateFile" } => member.ContainingType.IsLanguageType("StageContext"),
            IMethodSymbol { Name: "GetTempFileName" or "GetTempPath" or "CreateTempSubdirectory" } => member.ContainingType
                is { Name: "Path" or "Directory", ContainingNamespace.Name: "IO" },
            _ => false,
        };

    /// <summary>Whether a library's method puts what it takes into a file whose place is among its arguments.</summary>
    public static bool Puts(IMethodSymbol method) => Starts(method.Name, Verbs) || Starts(method.Name, Movers);

    /// <summary>
    /// Whether the file of an artifact is one that the stage has written: its place is the stage's own, or the same body writes to it.
    /// </summary>
    public static bool IsOwn(FlowCall fromPath)
    {
        if (fromPath.Arguments is not [{ } path] || path.Value.Has(Mark.OwnPlace))
        {
            return true;
        }

        if (
            path.Operation?.Syntax is not ExpressionSyntax expression
            || expression.FirstAncestorOrSelf<MemberDeclarationSyntax>() is not { } body
        )
        {
            return false;
        }

        return IsMade(expression, body)
            || body.DescendantNodes()
                .Any(node => WritesTo(node) is { } arguments && arguments.Arguments.Any(a => a.Expression.IsEquivalentTo(expression)));
    }

    /// <summary>Whether a helper that writes gives the path.</summary>
    private static bool IsMade(ExpressionSyntax path, MemberDeclarationSyntax body) =>
        path.DescendantNodesAndSelf().OfType<InvocationExpressionSyntax>().Any(static call => Starts(Name(call.Expression), Verbs))
        || (
            path is IdentifierNameSyntax local
            && body.DescendantNodes()
                .OfType<VariableDeclaratorSyntax>()
                .Any(declared =>
                    declared.Identifier.ValueText == local.Identifier.ValueText
                    && declared.Initializer is { Value: not IdentifierNameSyntax and var value }
                    && IsMade(value, body)
                )
        );

    private static ArgumentListSyntax? WritesTo(SyntaxNode node) =>
        node switch
        {
            InvocationExpressionSyntax call
                when Starts(Name(call.Expression), Verbs)
                    || call.Expression.ToString() is "File.Create" or "File.CreateText" or "File.OpenWrite" or "XmlWriter.Create" =>
                call.ArgumentList,
            ObjectCreationExpressionSyntax { ArgumentList: { } arguments } created
                when Name(created.Type) is "StreamWriter" or "XmlTextWriter" => arguments,
            ObjectCreationExpressionSyntax { ArgumentList: { } arguments } created
                when Name(created.Type) is "FileStream"
                    && arguments.ToString() is var modes
                    && (modes.Contains("FileMode.Create") || modes.Contains("FileMode.Append") || modes.Contains("FileAccess.Write")) =>
                arguments,
            _ => null,
        };

    private static string Name(ExpressionSyntax called) =>
        called switch
        {
            MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
            SimpleNameSyntax name => name.Identifier.ValueText,
            QualifiedNameSyntax name => name.Right.Identifier.ValueText,
            _ => "",
        };

    private static bool Starts(string name, string[] verbs) => Array.Exists(verbs, verb => name.StartsWith(verb, StringComparison.Ordinal));
}
