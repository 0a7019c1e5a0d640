using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Mlops.Dsl.Analyzers.Flow;
using Mlops.Dsl.Analyzers.Infrastructure;
using Mlops.Dsl.Analyzers.Vocabulary;
using Mlops.Dsl.Generators.Parsing;

namespace Mlops.Dsl.Analyzers.Governance;

/// <summary>
/// Tells pseudonyms from hashes that everybody can compute: of a value of which there are not many, such as a phone number, such a hash can
/// be tried out. With a secret key it cannot, and the hash of a whole document tells of nobody.
/// </summary>
internal static class Pseudonyms
{
    // What makes one text of many values.
    private static readonly HashSet<string> Gathering = new(StringComparer.Ordinal)
    {
        "Join",
        "Concat",
        "Serialize",
        "SerializeToUtf8Bytes",
        "Aggregate",
        "ToArray",
        "ReadAllBytes",
        "ReadAllText",
        "ReadBytes",
        "ReadText",
        "GetBuffer",
        "OpenRead",
        "StringBuilder",
    };

    /// <summary>Whether a method of the framework's computes a cryptographic hash.</summary>
    public static bool IsHash(IMethodSymbol method) =>
        method.Name is "HashData" or "HashDataAsync" or "ComputeHash" or "ComputeHashAsync"
        && method.ContainingType is { Name: var type, ContainingNamespace: { Name: "Cryptography", ContainingNamespace.Name: "Security" } }
        && type
            is "HashAlgorithm"
                or "MD5"
                or "SHA1"
                or "SHA256"
                or "SHA384"
                or "SHA512"
                or "SHA3_256"
                or "SHA3_384"
                or "SHA3_512"
                or "CryptographicOperations";

    /// <summary>Whether what a hash was computed of can be found by trying: a single value, without a key.</summary>
    public static bool CanBeTriedOut(FlowCall call) =>
        !call.All.HasSecret()
        && !IsKeyed((call.Operation as IInvocationOperation)?.Instance?.Type)
        && call.Arguments is [{ Operation: { } hashed, Value: var value }, ..]
        && !value.Has(Mark.Ends)
        && !IsStream(hashed.Type)
        && !Gathers(hashed.Syntax);

    private static bool HasSecret(this Mark marks) => (marks & Mark.Secret) != Mark.None;

    private static bool IsKeyed(ITypeSymbol? type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (current.Name == "KeyedHashAlgorithm")
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsStream(ITypeSymbol? type) => type is not null && Writers.Are(type);

    /// <summary>Whether many values are put together in an expression, or in what the local is that it names.</summary>
    private static bool Gathers(SyntaxNode hashed)
    {
        var body = hashed.FirstAncestorOrSelf<MemberDeclarationSyntax>();
        return Names(hashed)
            .Any(name =>
                Gathering.Contains(name)
                || (
                    body is not null
                    && body.DescendantNodes()
                        .OfType<VariableDeclaratorSyntax>()
                        .Any(local =>
                            local.Identifier.ValueText == name
                            && !local.Span.Contains(hashed.Span)
                            && local.Initializer is { } initial
                            && Names(initial).Any(Gathering.Contains)
                        )
                )
            );
    }

    private static IEnumerable<string> Names(SyntaxNode node) =>
        node.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().Select(static name => name.Identifier.ValueText);
}
