using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mlops.Dsl.CodeFixes.Infrastructure;

namespace Mlops.Dsl.CodeFixes.Reproducibility;

/// <summary>Hashes a text's bytes instead of taking its hash code. What an object consists of, only its author knows.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class HashContentFix() : CodeFix<InvocationExpressionSyntax>("MLP4004")
{
    private protected override async Task<IEnumerable<Replacement>> OffersAsync(
        InvocationExpressionSyntax node,
        Diagnostic diagnostic,
        Document document,
        CancellationToken cancellationToken
    )
    {
        var model = (await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false))!;
        return
            node is { Expression: MemberAccessExpressionSyntax { Expression: var text }, ArgumentList.Arguments.Count: 0 }
            && model.GetTypeInfo(text, cancellationToken).Type?.SpecialType == SpecialType.System_String
            ? [new("Hash the text with SHA-256", node, () => Hash(text).WithTriviaFrom(node))]
            : [];
    }

    // Little-endian on every machine, which BitConverter is not.
    private static ExpressionSyntax Hash(ExpressionSyntax text) =>
        QualifiedName.Parse(
            "global::System.Buffers.Binary.BinaryPrimitives.ReadInt32LittleEndian(global::System.Security.Cryptography.SHA256.HashData("
                + $"global::System.Text.Encoding.UTF8.GetBytes({text.WithoutTrivia()})))"
        );
}
