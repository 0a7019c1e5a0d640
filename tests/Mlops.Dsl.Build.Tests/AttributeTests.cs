using Mlops.Dsl.Build.Tests.Harness;

namespace Mlops.Dsl.Build.Tests;

/// <summary>Attributes count where the runtime, a framework or the program itself may act on them, with the types that they name.</summary>
public sealed class AttributeTests
{
    // The name of the attribute is written in full: where it says Pipeline, the corpus' compiler would make a manifest.
    private const string Annotated = """
        namespace Microsoft.CodeAnalysis { class NoteAttribute : Attribute { } }
        class OtherAttribute : Attribute { }
        /*class*/ class Helper
        {
            /*method*/ public static int Method(/*parameter*/ int[] x) => x.Length;
            /*property*/ public int Property { get; set; }
            public Helper(/*argument*/ int y) { Property = y; }
        }
        [Pipeline("p")] class P { [Stage] public int A() => Helper.Method(new int[1]) + new Helper(1).Property; }
        """;

    private const string Own = """
        class WAttribute(int v) : Attribute { public int V => v; }
        class ZAttribute : Attribute { }
        [W(11)] class Helper
        {
            [W(21)] public static int Static;
            [W(31)] public int Field;
            [W(41)] public int Property { get; set; }
            public Helper([W(51)] int y) { Property = y; }
            [W(61)] public static int Method([W(71)] int x) => x;
            public static int Unused([W(81)] int x) => x;
            [W(91)] public static int NotRead;
            /*first*/ [W(101)] [Z] /*last*/ public int Both;
            /*here*/ public int Here { get; set; } /*there*/ public int There { get; set; }
        }
        enum Level { [W(111)] Low }
        [Pipeline("p")] class P
        {
            [Stage] public int A() => Helper.Method(1) + new Helper(1).Property + Helper.Static + (int)Of(Level.Low);
            private static Level Of(Level x) => x;
        }
        """;

    private const string Naming = """
        class WAttribute : Attribute
        {
            public WAttribute() { }
            public WAttribute(Type type) { }
            public WAttribute(string name) { }
            public WAttribute(params Type[] types) { }
            public WAttribute(int[] numbers, Type type) { }
            public WAttribute(object boxed) { }
            public WAttribute(Small small, Type type) { }
            public WAttribute(Wide wide, Type type) { }
            public WAttribute(Narrow narrow, Type type) { }
            public WAttribute(DayOfWeek day, Type type) { }
            public Type? Named { get; set; }
            public string? Text { get; set; }
            public Small Mark { get; set; }
        }
        enum Small : byte { One = 1 }
        enum Wide : long { One = 1 }
        enum Narrow : short { One = 1 }
        class Outer { public class Found { public int Value() => 5; } }
        class Other { public int Value() => 6; }
        [/*attribute*/] class Row { }
        [Pipeline("p")] class P { [Stage] public object A() => new Row(); }
        """;

    [Theory]
    [InlineData("class", "System.Obsolete(\"x\")")]
    [InlineData("class", "System.CodeDom.Compiler.GeneratedCode(\"x\", \"1\")")]
    [InlineData("class", "System.ComponentModel.EditorBrowsable(System.ComponentModel.EditorBrowsableState.Never)")]
    [InlineData("class", "System.ComponentModel.Description(\"x\")")]
    [InlineData("class", "System.Reflection.DefaultMember(\"x\")")]
    [InlineData("class", "System.CLSCompliant(false)")]
    [InlineData("class", "Mlops.Dsl.Pipeline(\"x\")")]
    [InlineData("class", "System.Runtime.CompilerServices.TypeForwardedFrom(\"x\")")]
    [InlineData("class", "System.Diagnostics.DebuggerDisplay(\"x\")")]
    [InlineData("class", "Microsoft.CodeAnalysis.Note")]
    [InlineData("method", "Mlops.Dsl.Stage")]
    [InlineData("method", "Mlops.Dsl.Gate")]
    [InlineData("method", "Mlops.Dsl.After(\"x\")")]
    [InlineData("method", "Mlops.Dsl.When(\"x\")")]
    [InlineData("method", "Mlops.Dsl.Unless(\"x\")")]
    [InlineData("method", "Mlops.Dsl.ForEach(\"x\")")]
    [InlineData("method", "Mlops.Dsl.Retry(3)")]
    [InlineData("method", "Mlops.Dsl.Timeout(\"00:01:00\")")]
    [InlineData("method", "Mlops.Dsl.Resources")]
    [InlineData("method", "Mlops.Dsl.NoCache")]
    [InlineData("method", "System.Diagnostics.StackTraceHidden")]
    [InlineData("parameter", "Mlops.Dsl.From(\"x\")")]
    [InlineData("parameter", "Mlops.Dsl.FromServices")]
    [InlineData("argument", "Mlops.Dsl.From(\"x\")")]
    [InlineData("property", "Mlops.Dsl.Parameter")]
    [InlineData("property", "Mlops.Dsl.Secret")]
    [InlineData("property", "System.ComponentModel.Description(\"x\")")]
    public void What_nobody_acts_on_while_a_stage_runs_changes_nothing(string place, string attribute) =>
        Assert.False(WalkedStages.Changes(Annotated, $"/*{place}*/", $"[{attribute}]"));

    [Fact]
    public void Whether_a_caller_may_leave_out_an_array_changes_nothing() =>
        Assert.False(WalkedStages.Changes(Annotated, "/*parameter*/", "params"));

    [Theory]
    [InlineData("class")]
    [InlineData("method")]
    [InlineData("parameter")]
    [InlineData("property")]
    [InlineData("argument")]
    public void Any_other_attribute_counts_wherever_it_stands(string place) =>
        Assert.True(WalkedStages.Changes(Annotated, $"/*{place}*/", "[Other]"));

    [Theory]
    [InlineData(11, true)]
    [InlineData(21, true)]
    [InlineData(31, true)]
    [InlineData(41, true)]
    [InlineData(51, true)]
    [InlineData(61, true)]
    [InlineData(71, true)]
    [InlineData(81, false)]
    [InlineData(91, false)]
    [InlineData(101, true)]
    [InlineData(111, true)]
    public void The_argument_of_an_attribute_counts_where_the_stage_touches_what_carries_it(int argument, bool expected) =>
        Assert.Equal(expected, WalkedStages.Changes(Own, $"W({argument})", $"W({argument + 1})"));

    [Fact]
    public void The_order_of_different_attributes_changes_nothing() =>
        Assert.False(WalkedStages.Changes(Own, "/*first*/ [W(101)] [Z]", "/*first*/ [Z] [W(101)]"));

    [Fact]
    public void Who_carries_an_attribute_counts()
    {
        var onOne = Own.Replace("/*here*/", "[Z]", StringComparison.Ordinal);
        var onOther = Own.Replace("/*there*/", "[Z]", StringComparison.Ordinal);

        Assert.True(WalkedStages.Changes(Own, "/*here*/", "[Z]"));
        Assert.NotEqual(WalkedStages.Of(onOne)["A"].Fingerprint, WalkedStages.Of(onOther)["A"].Fingerprint);
    }

    [Theory]
    [InlineData("W(typeof(Outer.Found))")]
    [InlineData("W(\"Outer+Found\")")]
    [InlineData("W(\"Outer+Found, Main\")")]
    [InlineData("W(typeof(string), typeof(Outer.Found))")]
    [InlineData("W(new[] { 1, 2 }, typeof(Outer.Found))")]
    [InlineData("W((object)typeof(Outer.Found))")]
    [InlineData("W(new object[] { 1, typeof(Outer.Found) })")]
    [InlineData("W(Small.One, typeof(Outer.Found))")]
    [InlineData("W(Wide.One, typeof(Outer.Found))")]
    [InlineData("W(Narrow.One, typeof(Outer.Found))")]
    [InlineData("W(DayOfWeek.Friday, typeof(Outer.Found))")]
    [InlineData("W(Named = typeof(Outer.Found))")]
    [InlineData("W(Text = \"Outer+Found\")")]
    [InlineData("W(Mark = Small.One, Named = typeof(Outer.Found))")]
    public void The_members_of_a_type_that_an_attribute_names_count(string attribute)
    {
        var source = Naming.Replace("/*attribute*/", attribute, StringComparison.Ordinal);

        Assert.True(WalkedStages.Changes(source, "=> 5", "=> 7"));
        Assert.False(WalkedStages.Changes(source, "=> 6", "=> 7"));
        Assert.Empty(WalkedStages.Of(source)["A"].Warnings);
    }

    [Theory]
    [InlineData("W(typeof(Lib.Found))")]
    [InlineData("W(Lib.Small.One, typeof(Lib.Found))")]
    [InlineData("W(Lib.Wide.One, typeof(Lib.Found))")]
    [InlineData("W(Named = typeof(Lib.Found))")]
    [InlineData("W(\"Lib.Found, Lib\")")]
    [InlineData("W(\"Lib.Found\")")]
    public void Types_and_enums_of_other_projects_are_read_too(string attribute)
    {
        var source = $$"""
            class WAttribute : Attribute
            {
                public WAttribute() { }
                public WAttribute(string name) { }
                public WAttribute(Type type) { }
                public WAttribute(Lib.Small small, Type type) { }
                public WAttribute(Lib.Wide wide, Type type) { }
                public Type? Named { get; set; }
            }
            [{{attribute}}] class Row { }
            [Pipeline("p")] class P { [Stage] public object A() => new Row(); }
            @project Lib
            namespace Lib;
            public enum Small : byte { One = 1 }
            public enum Wide : ulong { One = 1 }
            public class Found { public int Value() => 5; }
            """;

        Assert.True(WalkedStages.Changes(source, "=> 5", "=> 7"));
        Assert.Empty(WalkedStages.Of(source)["A"].Warnings);
    }

    [Fact]
    public void Arguments_that_cannot_be_read_warn()
    {
        const string Source = """
            class WAttribute(Pkg.Small small, Type type) : Attribute { public object[] Both => [small, type]; }
            [W(Pkg.Small.One, typeof(Row))] class Row { }
            [Pipeline("p")] class P { [Stage] public object A() => new Row(); }
            @package Pkg
            namespace Pkg; public enum Small : byte { One = 1 }
            """;

        var warning = Assert.Single(WalkedStages.Of(Source)["A"].Warnings);
        Assert.StartsWith("The arguments of WAttribute can't be read", warning, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("new Buffer()[3]", "InlineArray(4)", "InlineArray(5)")]
    [InlineData("Access.ByType(new Row())", "Name = \"One\"", "Name = \"Two\"")]
    [InlineData("Access.ByText(new Row())", "UnsafeAccessorType(\"Row\")", "UnsafeAccessorType(\"Raw\")")]
    [InlineData("Fixed.Number", "[FixedAddressValueType]", "")]
    [InlineData("sizeof(Room)", "Items[4]", "Items[5]")]
    public void What_the_runtime_obeys_counts(string expression, string text, string replacement)
    {
        const string Declarations = """
            [InlineArray(4)] struct Buffer { int _first; }
            class Row { int One() => 1; int Two() => 2; int Three() => 3; }
            class Raw { int Three() => 4; }
            static class Access
            {
                [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "One")] public static extern int ByType(Row row);
                [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "Three")]
                public static extern int ByText([UnsafeAccessorType("Row")] object row);
            }
            static class Fixed { [FixedAddressValueType] public static int Number; }
            unsafe struct Room { public fixed int Items[4]; }
            """;
        var source = $$"""{{Declarations}} [Pipeline("p")] unsafe class P { [Stage] public int A() => {{expression}}; }""";

        Assert.True(WalkedStages.Changes(source, text, replacement));
    }
}
