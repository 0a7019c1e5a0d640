using System.Globalization;
using System.Text;

namespace Mlops.Dsl.Benchmarks.Synthetic;

/// <summary>
/// Writes pipelines of any size: a chain in which every stage also calls a helper every tenth reads a parameter, and the last another.
/// </summary>
internal static class PipelineSource
{
    /// <summary>The source of a pipeline with a number of stages.</summary>
    public static string Chain(string name, int stages)
    {
        var source = new StringBuilder();
        source.Append(
            CultureInfo.InvariantCulture,
            $$"""
            using System.ComponentModel.DataAnnotations;
            using Mlops.Dsl;

            namespace Synthetic;

            /// <summary>A chain of {{stages}} stages.</summary>
            [Pipeline("{{name.ToLowerInvariant()}}")]
            public sealed partial class {{name}}
            {
                /// <summary>What every tenth stage adds.</summary>
                [Parameter, Range(0, 100)]
                public int Step { get; init; } = 1;

                /// <summary>What the last stage adds.</summary>
                [Parameter, Range(0, 100)]
                public int Last { get; init; }

                [Stage]
                public Number Stage0() => new(0, "start");

            """
        );
        for (var i = 1; i < stages; i++)
        {
            var value =
                i == stages - 1 ? "previous.Value + Last"
                : i % 10 == 0 ? "previous.Value + Step"
                : "Helper.Next(previous.Value)";
            source.Append(
                CultureInfo.InvariantCulture,
                $$"""

                    /// <summary>Stage {{i}}.</summary>
                    [Stage]
                    public Number Stage{{i}}([From(nameof(Stage{{i - 1}}))] Number previous) => new({{value}}, previous.Name);

                """
            );
        }

        source.Append(
            """
            }

            public sealed record Number(int Value, string Name);

            internal static class Helper
            {
                public static int Next(int value) => value + 1;
            }

            """
        );
        return source.ToString();
    }
}
