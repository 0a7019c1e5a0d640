using Microsoft.CodeAnalysis.CSharp;
using Mlops.Dsl.Generators.Incrementality;

namespace Mlops.Dsl.Generators.Tests.Incrementality;

public class DeclarationHashTests
{
    [Theory]
    [InlineData("class C { int M() { return 1; } }", "class C { int M() { var x = 2; return x; } }")]
    [InlineData("class C { int M() => 1; }", "class C { int M() => Math.Max(1, 2); }")]
    [InlineData("class C { int P => 1; }", "class C { int P => 2; }")]
    [InlineData("class C { int P { get { return 1; } set { } } }", "class C { int P { get { return 2; } set { M(); } } }")]
    [InlineData("class C { int this[int i] => i; }", "class C { int this[int i] => i + 1; }")]
    [InlineData("class C { C() : base() { } ~C() { } }", "class C { C() : base() { M(); } ~C() { M(); } }")]
    [InlineData("class C { event Action E { add { } remove { } } }", "class C { event Action E { add { M(); } remove { } } }")]
    [InlineData("struct S { public static S operator +(S a, S b) => a; }", "struct S { public static S operator +(S a, S b) => b; }")]
    [InlineData("class C { void M() { } int N() { return 1; } }", "class C { void M() { } int N() { return 2 } }")]
    [InlineData("class C { void M() { }\n [Obsolete] void N() { } }", "class C { void M() {\n\n }\n [Obsolete] void N() { } }")]
    [InlineData(
        "partial class C { [A] void M() { M(1); } [A] void N() { } }",
        "partial class C { [A] void M() { M(20); } [A] void N() { } }"
    )]
    [InlineData("partial class C { void M() { } }", "partial class C { void M() {\n } }")]
    [InlineData("namespace N { class C { class D { void M() { } } } }", "namespace N { class C { class D { void M() { var x = 1; } } } }")]
    public void An_edit_of_a_body_leaves_it(string before, string after) => Assert.Equal(Hash(before), Hash(after));

    [Theory]
    [InlineData("class C { int M() => 1; }", "class C { int M() { return 1; } }")]
    [InlineData("class C { int M() => 1; }", "class C { long M() => 1; }")]
    [InlineData("class C { int M(int x = 1) => 1; }", "class C { int M(int x = 2) => 1; }")]
    [InlineData("class C { int M() => 1; }", "class C { [A] int M() => 1; }")]
    [InlineData("class C { partial void M(); }", "class C { partial void M() { } }")]
    [InlineData("class C { int P { get; } }", "class C { int P { get { return 1; } } }")]
    [InlineData("class C { int P { get; set { } } }", "class C { int P { get; set { field = value; } } }")]
    [InlineData("class C { int P => 1; }", "class C { int P => field; }")]
    [InlineData("class C { string P => \"a\"; }", "class C { string P => \"b\"; }")]
    [InlineData("class C { int P { get; } = 1; }", "class C { int P { get; } = 2; }")]
    [InlineData("class C { const int X = 1; }", "class C { const int X = 2; }")]
    [InlineData("class C { Func<int> f = () => 1; }", "class C { Func<int> f = () => 2; }")]
    [InlineData("enum E { A = 1 }", "enum E { A = 2 }")]
    [InlineData("class C(int x) { int M() => 1; }", "class C(int x) { int M() => x; }")]
    [InlineData("class C : B { }", "class C : D { }")]
    [InlineData("using A; class C { }", "using B; class C { }")]
    [InlineData("global using A = B; class C { }", "global using A = D; class C { }")]
    [InlineData("[assembly: A(1)] class C { }", "[assembly: A(2)] class C { }")]
    [InlineData("class C { }", "class D { }")]
    [InlineData("class C { void M() { } }", "class C { void M() { } void N() { } }")]
    [InlineData("/// <summary>A</summary>\nclass C { }", "/// <summary>B</summary>\nclass C { }")]
    [InlineData(
        "class C { void M() { } /** <summary>A</summary> */ void N() { } }",
        "class C { void M() { } /** <summary>B</summary> */ void N() { } }"
    )]
    [InlineData("#nullable enable\nclass C { }", "#nullable disable\nclass C { }")]
    [InlineData("class C { void M() {\n#nullable enable\n} string N; }", "class C { void M() {\n#nullable disable\n} string N; }")]
    [InlineData("class C { void M() { } void N() { } }", "class C { void M() { void N() { } }")]
    [InlineData("partial class C { void M() { }\n [A] void N() { } }", "partial class C { void M() {\n }\n [A] void N() { } }")]
    [InlineData(
        "class B { void M() { } }\npartial class C(int x) { [A] void N() { } }",
        "class B { void M() {\n} }\npartial class C(int x) { [A] void N() { } }"
    )]
    [InlineData(
        "class B { void M() { } }\npartial class C { partial class D { [A] void N() { } } }",
        "class B { void M() {\n} }\npartial class C { partial class D { [A] void N() { } } }"
    )]
    [InlineData("var x = 1;", "var x = 2;")]
    public void An_edit_that_may_change_a_declaration_changes_it(string before, string after) => Assert.NotEqual(Hash(before), Hash(after));

    private static string Hash(string text) =>
        Convert.ToHexString(
            DeclarationHash.Of(
                CSharpSyntaxTree.ParseText(text, new CSharpParseOptions(LanguageVersion.Preview)),
                TestContext.Current.CancellationToken
            )
        );
}
