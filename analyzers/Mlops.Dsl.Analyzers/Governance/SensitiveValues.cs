using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Flow;
using Mlops.Dsl.Analyzers.Infrastructure;
using Mlops.Dsl.Analyzers.Leakage;
using Mlops.Dsl.Analyzers.Vocabulary;
using Mlops.Dsl.Generators.Binding;
using Mlops.Dsl.Generators.Parsing;
using Mlops.Dsl.Generators.Symbols;

namespace Mlops.Dsl.Analyzers.Governance;

/// <summary>
/// Marks what comes from personal and protected columns and from secrets, and says what is none of it any more: a declared transformation,
/// a yes or no, a count or another statistic. All rules about governance that follow data ask for these marks.
/// </summary>
internal sealed class SensitiveValues : FlowRule
{
    // What these make of vectors still tells what a model was made of.
    private static readonly HashSet<string> Sums = new(StringComparer.Ordinal) { "Sum", "Average", "Min", "Max", "Mean", "Median" };

    // What these give of many values tells nothing about one.
    private static readonly HashSet<string> Statistics = new(StringComparer.Ordinal)
    {
        "Count",
        "LongCount",
        "Length",
        "LongLength",
        "GetLength",
        "Sum",
        "Average",
        "Min",
        "Max",
        "Mean",
        "Median",
        "Variance",
        "StandardDeviation",
        "IndexOf",
        "LastIndexOf",
        "IndexOfAny",
        "Compare",
        "CompareTo",
        "CompareOrdinal",
        "BinarySearch",
        "FindIndex",
        "Rank",
    };

    public override ImmutableArray<DiagnosticDescriptor> Descriptors => [];

    public override Mark MarksOfMember(ISymbol member, KnownTypes types) =>
        member is not IPropertySymbol property
            ? member is IMethodSymbol method
            && (method.ContainingType.IsLanguageType("PersonalData") || method.Find("Deidentifies") is not null)
                ? Mark.Deidentified
                : Mark.None
            : (property.IsPersonal() ? Mark.Pii : Mark.None)
                | (property.IsProtected() ? Mark.Protected : Mark.None)
                | (property.Find("Secret") is not null ? Mark.Secret : Mark.None);

    public override Mark Untold => Mark.Confidential | Vectors.Marks;

    public override Mark Placed(Mark index) => (index & Mark.Pii) != Mark.None ? Mark.PersonalVector : Mark.None;

    public override Mark Removes(ISymbol member, KnownTypes types) =>
        (member as IMethodSymbol ?? (member as IPropertySymbol)?.GetMethod) is { } method ? Removed(method) : Mark.None;

    private static Mark Removed(IMethodSymbol method) =>
        method.ContainingType.IsLanguageType("PersonalData")
        || IsFile(method)
        || (IsCryptography(method.ContainingType) && !Pseudonyms.IsHash(method))
            ? Mark.Confidential | Mark.PersonalVector
        : Pseudonyms.IsHash(method) ? Mark.Secret
        : method.Find("Deidentifies") is not null ? Mark.Pii | Mark.Protected | Vectors.Marks
        : method.ReturnType.SpecialType == SpecialType.System_Boolean ? Mark.Confidential | Vectors.Marks
        : Numbers.Are(method.ReturnType) && Statistics.Contains(NameOf(method))
            ? Mark.Confidential | (Sums.Contains(NameOf(method)) ? Mark.None : Vectors.Marks)
        : IsOtherColumn(method.AssociatedSymbol) ? Mark.Pii
        : Mark.None;

    public override Mark Interest(ISymbol used) => used is ITypeSymbol type && PersonalRow.Is(type) ? Mark.Any : Mark.None;

    /// <summary>
    /// A secret opens something, and what comes out is no secret: of what libraries return, only text and collections can still hold it.
    /// And what prints a whole row prints its personal columns.
    /// </summary>
    public override FlowValue Result(FlowCall call, FlowValue result)
    {
        if (result.Has(Mark.Pii) && Pseudonyms.IsHash(call.Method) && !Pseudonyms.CanBeTriedOut(call))
        {
            result = result.Without(Mark.Pii);
        }

        if (
            result.Has(Mark.Secret)
            && !call.Method.Locations.Any(static location => location.IsInSource)
            && !KeepsText(call.Method.ContainingType)
        )
        {
            result = result.Without(Mark.Secret);
        }

        if (result.Has(Mark.Pii) && LeftOut.By(call) is { } leftOut && !call.Arguments.Any(a => leftOut.Rest(a).Value.Has(Mark.Pii)))
        {
            result = result.Without(Mark.Pii);
        }

        return PersonalRowPrinted.By(call) ? result.With(Mark.Pii) : Vectors.Result(call, result);
    }

    /// <summary>A stage that lets something out is told so itself; what takes its output is not told again.</summary>
    public override FlowValue Output(OutputDeclaration output, PipelineFlow pipeline, FlowValue value) =>
        value.Without(Mark.Confidential | Vectors.Marks);

    /// <summary>Reading another column of a row whose key was personal, as grouping by it makes it, is not reading the key.</summary>
    private static bool IsOtherColumn(ISymbol? member) =>
        member is IPropertySymbol { IsStatic: false, IsIndexer: false } property
        && !property.IsPersonal()
        && property.ContainingType.GetMembers().Any(static m => m is IPropertySymbol other && other.IsPersonal());

    /// <summary>What is written into a file is looked at where it is written.</summary>
    private static bool IsFile(IMethodSymbol method) =>
        OwnFiles.IsFromPath(method) || (method.Name == "GetFile" && method.ContainingType.IsLanguageType("StageContext"));

    private static string NameOf(IMethodSymbol method) => method.AssociatedSymbol?.Name ?? method.Name;

    private static bool IsCryptography(INamedTypeSymbol? type) =>
        type?.ContainingNamespace
            is { Name: "Cryptography", ContainingNamespace: { Name: "Security", ContainingNamespace.Name: "System" } };

    private static bool KeepsText(INamedTypeSymbol? type)
    {
        if (type is null)
        {
            return true;
        }

        var space = type.ContainingNamespace;
        var name = space.ToDisplayString();
        return name
                is "System"
                    or "System.Linq"
                    or "System.Threading.Tasks"
                    or "System.Text"
                    or "System.Text.RegularExpressions"
                    or "System.Text.Json"
                    or "System.Text.Encodings.Web"
            || name.StartsWith("System.Collections", StringComparison.Ordinal)
            || name.StartsWith("System.Runtime", StringComparison.Ordinal)
            || name == "System.Net.Http.Headers"
            || type.Name is "HttpRequestMessage" or "Path" or "StringWriter" or "StringReader" or "WebUtility" or "HttpUtility"
            || type.IsInLanguage()
            || IsException(type);
    }

    /// <summary>Whether a type is an exception.</summary>
    public static bool IsException(INamedTypeSymbol? type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (current is { Name: "Exception", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } })
            {
                return true;
            }
        }

        return false;
    }
}
