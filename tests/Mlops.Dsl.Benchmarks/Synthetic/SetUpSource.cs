using System.Globalization;
using System.Text;

namespace Mlops.Dsl.Benchmarks.Synthetic;

/// <summary>Writes a program whose main method sets up what its stages read and write to: options, a registry and a log.</summary>
internal static class SetUpSource
{
    private const string Main = """
        using System;
        using System.Collections.Generic;
        using Mlops.Dsl;

        var settings = new Dictionary<string, string>(StringComparer.Ordinal) { ["step"] = "3" };
        foreach (var argument in args)
        {
            settings["argument"] = argument;
        }

        Synthetic.Log.To(Console.Out);
        Synthetic.Options.Current = new Synthetic.Options { Step = int.Parse(settings["step"]), Name = "synthetic" };
        Synthetic.Registry.Add("next", value => value + Synthetic.Options.Current.Step);
        Synthetic.Registry.Add("same", value => value);
        Synthetic.Log.Write("ready");
        return await PipelineApp.RunAsync(args);

        """;

    private const string Helpers = """
        using System;
        using System.Collections.Generic;
        using System.IO;

        namespace Synthetic;

        public sealed class Options
        {
            public static Options Current { get; set; } = new();

            public int Step { get; init; } = 1;

            public string Name { get; init; } = "";
        }

        internal static class Registry
        {
            private static readonly Dictionary<string, Func<int, int>> Functions = new(StringComparer.Ordinal);

            public static void Add(string name, Func<int, int> function) => Functions[name] = function;

            public static int Apply(string name, int value) => Functions[name](value);
        }

        internal static class Log
        {
            private static TextWriter _writer = TextWriter.Null;

            public static void To(TextWriter writer) => _writer = writer;

            public static void Write(string text) => _writer.WriteLine(Options.Current.Name + ": " + text);
        }

        """;

    /// <summary>The files of a program whose one pipeline is a chain.</summary>
    /// <param name="stages">The number of stages.</param>
    public static IReadOnlyList<string> Chain(int stages)
    {
        var pipeline = new StringBuilder(
            """
            using Mlops.Dsl;

            namespace Synthetic;

            public sealed record Number(int Value, string Name);

            /// <summary>A chain whose stages read what the main method sets.</summary>
            [Pipeline("set-up")]
            public sealed partial class SetUpPipeline
            {
                [Stage]
                public Number Stage0() => new(0, "start");

            """
        );
        for (var i = 1; i < stages; i++)
        {
            var value = i % 2 == 0 ? "previous.Value + Options.Current.Step" : "Registry.Apply(\"next\", previous.Value)";
            pipeline.Append(
                CultureInfo.InvariantCulture,
                $$"""

                    [Stage]
                    public Number Stage{{i}}([From(nameof(Stage{{i - 1}}))] Number previous)
                    {
                        Log.Write("{{i}}");
                        return new({{value}}, previous.Name);
                    }

                """
            );
        }

        return [Main, Helpers, pipeline.Append("}\n").ToString()];
    }
}
