using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Mlops.Dsl.Analyzers.Tests.Corpus;

/// <summary>What a fix must not lose of what the author meant, as far as the code tells it.</summary>
internal static class Intention
{
    private static readonly string[] Reading = ["GetFile", "FromPath", "Read", "Open", "Load", "CreateDirectory"];

    /// <summary>
    /// What a mended program loses: rows that are given twice, or a file that goes with the temporary folder; null where nothing is lost.
    /// </summary>
    /// <param name="mended">What the fix mended.</param>
    /// <param name="root">A file that it changed, afterwards.</param>
    public static string? Lost(Diagnostic mended, SyntaxNode root) =>
        mended.Id switch
        {
            "MLP2003" or "MLP2004" => root.DescendantNodes()
                .OfType<InvocationExpressionSyntax>()
                .Select(Doubled)
                .FirstOrDefault(static lost => lost is not null),
            "MLP3001" => root.DescendantNodes()
                .OfType<MethodDeclarationSyntax>()
                .Select(Vanishing)
                .FirstOrDefault(static lost => lost is not null),
            _ => null,
        };

    /// <summary>The same rows joined to themselves, or given to two parameters of one call.</summary>
    private static string? Doubled(InvocationExpressionSyntax call)
    {
        var given = call
            .ArgumentList.Arguments.Select(static argument => argument.Expression)
            .OfType<IdentifierNameSyntax>()
            .Select(static name => name.Identifier.ValueText)
            .ToList();
        if (
            call.Expression is MemberAccessExpressionSyntax
            {
                Name.Identifier.ValueText: "Concat" or "Union" or "UnionBy",
                Expression: IdentifierNameSyntax receiver
            }
        )
        {
            given.Add(receiver.Identifier.ValueText);
        }

        var twice = given.FirstOrDefault(name =>
            name.Contains("train", StringComparison.OrdinalIgnoreCase) && given.Count(other => other == name) > 1
        );
        return twice is null ? null : $"'{twice}' is given twice in {call}";
    }

    /// <summary>A method that writes into the temporary folder, and neither returns nor reads what it wrote.</summary>
    private static string? Vanishing(MethodDeclarationSyntax method)
    {
        var folder = method
            .DescendantNodes()
            .OfType<MemberAccessExpressionSyntax>()
            .FirstOrDefault(static access => access.Name.Identifier.ValueText == "TemporaryDirectory");
        var calls = method
            .DescendantNodes()
            .OfType<InvocationExpressionSyntax>()
            .Select(static call =>
                call.Expression switch
                {
                    MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
                    SimpleNameSyntax name => name.Identifier.ValueText,
                    _ => "",
                }
            );
        return folder is null || calls.Any(static call => Reading.Any(reading => call.StartsWith(reading, StringComparison.Ordinal)))
            ? null
            : $"What '{method.Identifier.ValueText}' writes into its temporary folder goes with it";
    }
}
