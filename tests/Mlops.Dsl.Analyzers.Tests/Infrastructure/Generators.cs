using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Mlops.Dsl.Generators.Problems;

namespace Mlops.Dsl.Analyzers.Tests.Infrastructure;

/// <summary>The product's generators.</summary>
internal static class Generators
{
    /// <summary>All of them, as the compiler would load them.</summary>
    public static ImmutableArray<IIncrementalGenerator> All =>
        [
            .. typeof(ProblemKind)
                .Assembly.GetTypes()
                .Where(t => t.IsDefined(typeof(GeneratorAttribute), inherit: false))
                .Select(t => (IIncrementalGenerator)Activator.CreateInstance(t)!),
        ];
}
