using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp;

namespace Mlops.Dsl.Benchmarks.Synthetic;

/// <summary>
/// A solution of many pipelines as people write them: the example of this repository, over and over, beside its one set of helpers.
/// </summary>
internal static partial class ExampleSolution
{
    private const string Pipeline = "ApiDocsPipeline";

    private const string GlobalUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    /// <summary>The files of a solution with at least a number of stages.</summary>
    /// <param name="stages">The number of stages.</param>
    /// <param name="isShared">Whether all pipelines call one set of helpers; otherwise each has its own, as it would in a project of its
    /// own.</param>
    public static IReadOnlyList<string> Sources(int stages, bool isShared)
    {
        var folder = Path.Combine(Checkout.Root, "examples", "ApiDocs");
        var files = Directory
            .GetFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(static file =>
                !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
                && Path.GetFileName(file) != "Program.cs"
            )
            .Order(StringComparer.Ordinal)
            .ToLookup(
                static file => Path.GetFileNameWithoutExtension(file) == Pipeline,
                static file => WithoutOtherGenerators(File.ReadAllText(file))
            );
        var pipeline = files[true].Single();
        var copies = (stages + StagesIn(pipeline) - 1) / StagesIn(pipeline);
        var numbers = Enumerable.Range(0, copies);
        return isShared
            ? [GlobalUsings, .. files[false], .. numbers.Select(number => Copy(pipeline, number))]
            :
            [
                GlobalUsings,
                .. numbers.SelectMany(number => files[false].Append(Copy(pipeline, number)).Select(file => Move(file, number))),
            ];
    }

    /// <summary>Whether a file is a copy of the pipeline.</summary>
    public static bool IsPipeline(string text) => text.Contains($"partial class {Pipeline}", StringComparison.Ordinal);

    /// <summary>Puts a file into a namespace of its own.</summary>
    private static string Move(string text, int number) =>
        Namespace().Replace(text, string.Create(CultureInfo.InvariantCulture, $"ApiDocs{number}"));

    /// <summary>Changes the body of a stage, a little further each time.</summary>
    public static string EditBody(string text, int edit) =>
        Share().Replace(text, string.Create(CultureInfo.InvariantCulture, $"maxInvalidShare: 0.{edit + 100}"));

    /// <summary>Makes the regular expressions that another generator would write.</summary>
    private static string WithoutOtherGenerators(string text) =>
        GeneratedExpression().Replace(text, "private static ${method} => new(${arguments});");

    private static int StagesIn(string pipeline) => StageAttribute().Count(pipeline);

    [GeneratedRegex(
        @"\[GeneratedRegex\((?<arguments>.*?),\s*matchTimeoutMilliseconds: -?\d+\s*\)\]\s*private static partial (?<method>Regex \w+\(\));",
        RegexOptions.CultureInvariant | RegexOptions.Singleline,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex GeneratedExpression();

    [GeneratedRegex(
        @"(?<=^(?:using|namespace) )ApiDocs\b",
        RegexOptions.CultureInvariant | RegexOptions.Multiline,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Namespace();

    [GeneratedRegex(@"maxInvalidShare: 0\.\d+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Share();

    [GeneratedRegex(@"\[(?:Source|Stage|Gate|Publish)[\](,]", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex StageAttribute();

    private static string Copy(string pipeline, int number) =>
        pipeline
            .Replace(Pipeline, string.Create(CultureInfo.InvariantCulture, $"{Pipeline}{number}"), StringComparison.Ordinal)
            .Replace("\"api-docs\"", string.Create(CultureInfo.InvariantCulture, $"\"api-docs-{number}\""), StringComparison.Ordinal)
            .Replace("\"api-area\"", string.Create(CultureInfo.InvariantCulture, $"\"api-area-{number}\""), StringComparison.Ordinal);
}
