using Microsoft.CodeAnalysis;
using Mlops.Dsl.Build.Metadata;
using Mlops.Dsl.Build.Tests.Harness;
using Mlops.Dsl.Build.Walking;

namespace Mlops.Dsl.Build.Tests;

/// <summary>Data beside the code counts in the stages that can read it.</summary>
public sealed class ContentTests
{
    private const string Program = """
        static class Native { [System.Runtime.InteropServices.DllImport("libm")] public static extern double Cos(double x); }
        [Pipeline("p")] class P
        {
            [Stage] public double Imports() => Native.Cos(1);
            [Stage] public int Calls() => Pkg.Api.One();
            [Stage] public int Logs() => Microsoft.Extensions.Logging.Abstractions.Log.One();
            [Stage] public int Injects() => Microsoft.Extensions.DependencyInjection.Abstractions.Log.One();
            [Stage] public int Plain() => 1;
        }
        @package Pkg
        namespace Pkg; public static class Api { public static int One() => 1; }
        @package Microsoft.Extensions.Logging.Abstractions
        namespace Microsoft.Extensions.Logging.Abstractions; public static class Log { public static int One() => 1; }
        @package Microsoft.Extensions.DependencyInjection.Abstractions
        namespace Microsoft.Extensions.DependencyInjection.Abstractions; public static class Log { public static int One() => 1; }
        """;

    [Fact]
    public void Native_libraries_of_packages_count_where_native_code_may_be_called()
    {
        var none = Walk(Program, _ => { });
        var one = Walk(Program, modules => modules.NativeLibraries.Add("Pkg 1.0.0 one.so"));
        var other = Walk(Program, modules => modules.NativeLibraries.Add("Pkg 1.0.1 one.so"));
        var both = Walk(Program, modules => modules.NativeLibraries.UnionWith(["Pkg 1.0.0 one.so", "Pkg 1.0.0 two.so"]));

        Assert.Equal(["Calls", "Imports"], Changed(none, one));
        Assert.Equal(["Calls", "Imports"], Changed(one, other));
        Assert.Equal(["Calls", "Imports"], Changed(one, both));
    }

    [Fact]
    public void Runtime_settings_count_in_every_stage()
    {
        var none = Walk(Program, _ => { });
        var one = Walk(Program, modules => modules.Settings["One"] = "true");
        var other = Walk(Program, modules => modules.Settings["One"] = "false");
        var renamed = Walk(Program, modules => modules.Settings["Two"] = "true");

        Assert.Equal(none.Keys.Order(StringComparer.Ordinal), Changed(none, one));
        Assert.Equal(none.Keys.Order(StringComparer.Ordinal), Changed(one, other));
        Assert.Equal(none.Keys.Order(StringComparer.Ordinal), Changed(one, renamed));
    }

    [Theory]
    [InlineData("AssemblyVersion(\"1.2.3.4\")", "AssemblyVersion(\"1.2.3.5\")")]
    [InlineData("AssemblyCulture(\"de\")", "AssemblyCulture(\"fr\")")]
    [InlineData("AssemblyTitle(\"one\")", "AssemblyTitle(\"two\")")]
    [InlineData("AssemblyTitle(\"one\")", "AssemblyProduct(\"one\")")]
    [InlineData("AssemblyInformationalVersion(\"1.0+abc\")", "AssemblyInformationalVersion(\"1.0+def\")")]
    public void What_an_assembly_says_of_itself_counts_where_a_stage_asks(string attribute, string replacement)
    {
        var source = $$"""
            [assembly: {{attribute}}]
            [Pipeline("p")] class P { [Stage] public object A() => typeof(P).Assembly.GetName(); [Stage] public int B() => 1; }
            """;

        Assert.True(WalkedStages.Changes(source, attribute, replacement));
        Assert.False(WalkedStages.Changes(source, attribute, replacement, "B"));
    }

    [Theory]
    [InlineData("data two")]
    [InlineData("date one")]
    public void Resources_count_by_name_and_content(string replacement)
    {
        const string Source = """
            @resource data one
            [Pipeline("p")] class P { [Stage] public object A() => typeof(P).Assembly; [Stage] public int B() => 1; }
            """;

        Assert.True(WalkedStages.Changes(Source, "data one", replacement));
        Assert.False(WalkedStages.Changes(Source, "data one", replacement, "B"));
    }

    private static IEnumerable<string> Changed(Dictionary<string, string> before, Dictionary<string, string> after) =>
        before.Keys.Where(stage => before[stage] != after[stage]).Order(StringComparer.Ordinal);

    private static Dictionary<string, string> Walk(string source, Action<ModuleSet> complete)
    {
        using var modules = CorpusCompiler.Compile(CorpusProgram.Parse(source), OptimizationLevel.Release);
        complete(modules);
        return Fingerprinter
            .Compute(modules)
            .SelectMany(pipeline => pipeline.Stages)
            .ToDictionary(stage => stage.Name, stage => stage.Fingerprint, StringComparer.Ordinal);
    }
}
