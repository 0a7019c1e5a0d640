using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Mlops.Dsl.Analyzers.Calls;
using Mlops.Dsl.Analyzers.Infrastructure;
using Mlops.Dsl.Analyzers.Reach;

namespace Mlops.Dsl.Analyzers.Reproducibility;

/// <summary>A generator that starts somewhere else in each run.</summary>
internal sealed class UnseededRandom : ReachedOperationRule
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        "MLP4003",
        "Stage draws random numbers without a seed",
        "{0} draws random numbers from '{1}', which has no seed, so that no run can be repeated; draw from the context's Random, or seed a "
            + "generator from a parameter",
        RuleCategory.Reproducibility,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "An unseeded generator gives a different model in each run: nobody can tell an improvement from luck, nor make a "
            + "published model again. StageContext.Random is seeded from the identity of pipeline, stage and element.",
        helpLinkUri: RuleHelp.Link("MLP4003")
    );

    public override DiagnosticDescriptor Rule => Descriptor;

    public override ImmutableArray<string> Types =>
        [
            "System.Random",
            "System.Security.Cryptography.RandomNumberGenerator",
            "MathNet.Numerics.Random.RandomSource",
            "Microsoft.ML.MLContext",
            "System.Linq.Enumerable",
            "System.Linq.AsyncEnumerable",
            "MoreLinq.MoreEnumerable",
        ];

    public override StageFilter Stages => StageFilter.ExceptSources;

    public override bool Includes(ISymbol member) =>
        member.ContainingType.Name.EndsWith("Enumerable", StringComparison.Ordinal)
            ? IsShuffle(member)
            : member is IMethodSymbol { MethodKind: MethodKind.Constructor } or { IsStatic: true };

    public override Fault? Check(ReachedOperation operation) => IsUnseeded(operation) ? operation.Fault(operation.MemberName) : null;

    private static bool IsUnseeded(ReachedOperation operation) =>
        operation.Member switch
        {
            IMethodSymbol { MethodKind: MethodKind.Constructor } => IsNull(operation.Argument("seed"))
                && IsNull(operation.Argument("Seed")),
            { } member when IsShuffle(member) => !Ordering.IsIrrelevant(operation.Operation),
            IMethodSymbol { IsStatic: true, ContainingType.Name: "RandomNumberGenerator" } => true,
            IPropertySymbol { IsStatic: true } property => property.Name is "Shared" or "Default",
            _ => false,
        };

    /// <summary>A query that deals out its elements by chance, and takes no generator to do it with.</summary>
    private static bool IsShuffle(ISymbol member) =>
        member
            is IMethodSymbol
            {
                Name: "Shuffle" or "RandomSubset",
                ContainingType.Name: "Enumerable" or "AsyncEnumerable" or "MoreEnumerable"
            } method
        && !method.Parameters.Any(static parameter => parameter.Type.Name == "Random");

    private static bool IsNull(IOperation? seed) => seed is null or { ConstantValue: { HasValue: true, Value: null } };
}
