using Mlops.Dsl.Build.Tests.Harness;

namespace Mlops.Dsl.Build.Tests;

/// <summary>Whether the code that names a type can go on to its members is told by what it does with the name.</summary>
public sealed class TypeLookupTests
{
    private const string Program = """
        class Found { public int Value() => 5; }
        class Far { public int Value() => 6; }
        static class Use { public static bool Any(object x) => x is null; public static bool None() => false; }
        [Pipeline("p")] class P { [Stage] public object? A(string name) => /*expression*/; }
        """;

    [Theory]
    [InlineData("Use.None().GetType() == typeof(Found)")]
    [InlineData("Use.None().GetType() != typeof(Found)")]
    [InlineData("typeof(Found).Name")]
    [InlineData("typeof(Found).FullName")]
    [InlineData("typeof(Found).Namespace")]
    [InlineData("typeof(Found).Assembly")]
    [InlineData("new Found[1].Length")]
    [InlineData("(object)name is Found")]
    [InlineData("\"Found\"")]
    [InlineData("System.IO.Path.GetFileName(name)")]
    [InlineData("name.GetType()")]
    public void A_type_that_is_only_identified_keeps_its_members_to_itself(string expression)
    {
        Assert.False(Counts(expression, "=> 5"));
        Assert.False(Counts(expression, "=> 6"));
    }

    [Theory]
    [InlineData("typeof(Found)")]
    [InlineData("Use.Any(typeof(Found))")]
    [InlineData("Use.Any(typeof(Found)) == Use.None()")]
    [InlineData("typeof(Found) == Type.GetTypeFromHandle(default)")]
    [InlineData("typeof(Found).GetMethods()")]
    [InlineData("typeof(Found).TypeHandle")]
    [InlineData("Use.Any(typeof(Found)) ? typeof(Far).Name : name")]
    [InlineData("Type.GetType(\"Found\")!.GetMethods()")]
    [InlineData("Type.GetType(\"Found\", true)!.GetMethods()")]
    [InlineData("Type.GetType(\"Found, Main\", true, false)!.GetMethods()")]
    public void A_type_that_is_handed_on_counts_with_its_members_and_no_other(string expression)
    {
        Assert.True(Counts(expression, "=> 5"));
        Assert.False(Counts(expression, "=> 6"));
    }

    [Theory]
    [InlineData("Type.GetType(name)")]
    [InlineData("Type.GetType(name, true)")]
    [InlineData("Type.GetType(name + \"Found\", false, true)")]
    [InlineData("typeof(P).Assembly.GetTypes()")]
    public void A_type_that_is_looked_up_by_a_computed_name_may_be_any(string expression)
    {
        Assert.True(Counts(expression, "=> 5"));
        Assert.True(Counts(expression, "=> 6"));
    }

    private static bool Counts(string expression, string text) =>
        WalkedStages.Changes(Program.Replace("/*expression*/", expression, StringComparison.Ordinal), text, "=> 7");
}
