using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Mlops.Dsl.Generators.Incrementality;
using Mlops.Dsl.Testing;

namespace Mlops.Dsl.Generators.Tests.Incrementality;

public class ParseMemoTests
{
    private static readonly CSharpParseOptions Options = new(LanguageVersion.Preview, preprocessorSymbols: ["X"]);

    private readonly ParseMemo<Model> _memo = new();
    private readonly CSharpCompilation _compilation = CSharpCompilation.Create(
        "Program",
        [Parse("class Pipeline { }", "Pipeline.cs"), Parse("class Other { int M() { return 0; } }", "Other.cs")],
        FrameworkReferences.All
    );

    public static TheoryData<string, Func<CSharpCompilation, CSharpCompilation>> Changes =>
        new()
        {
            { "a declaration elsewhere", compilation => Edit(compilation, "class Other { long M() { return 0; } }") },
            { "a file more", compilation => compilation.AddSyntaxTrees(Parse("", "New.cs")) },
            { "a file less", compilation => compilation.RemoveSyntaxTrees(compilation.SyntaxTrees[1]) },
            { "another order", compilation => compilation.RemoveAllSyntaxTrees().AddSyntaxTrees(compilation.SyntaxTrees.Reverse()) },
            {
                "another path",
                compilation => compilation.ReplaceSyntaxTree(compilation.SyntaxTrees[1], compilation.SyntaxTrees[1].WithFilePath("A.cs"))
            },
            {
                "another symbol",
                compilation =>
                    compilation.ReplaceSyntaxTree(
                        compilation.SyntaxTrees[1],
                        compilation
                            .SyntaxTrees[1]
                            .WithRootAndOptions(compilation.SyntaxTrees[1].GetRoot(), Options.WithPreprocessorSymbols("Y"))
                    )
            },
            { "a reference less", compilation => compilation.RemoveReferences(compilation.References.First()) },
            { "a reference more", compilation => compilation.AddReferences(CSharpCompilation.Create("Library").ToMetadataReference()) },
            {
                "nullable on",
                compilation => compilation.WithOptions(compilation.Options.WithNullableContextOptions(NullableContextOptions.Enable))
            },
            { "another assembly name", compilation => compilation.WithAssemblyName("Renamed") },
        };

    [Fact]
    public void A_body_elsewhere_leaves_the_model_from_the_second_edit_of_its_file_on()
    {
        var first = Read(_compilation);
        Assert.Same(first, Read(_compilation));
        Assert.Same(first, Read(_compilation.Clone()));

        // Nothing was hashed of the file as it was when it was opened.
        var second = Read(Edit(_compilation, "class Other { int M() { return 1; } }"));
        Assert.NotSame(first, second);
        Assert.Same(second, Read(Edit(_compilation, "class Other { int M() { return 2; } }")));
        Assert.Same(second, Read(Edit(_compilation, "class Other { int M() { return\n } }")));
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public void What_may_change_symbols_reads_again(string what, Func<CSharpCompilation, CSharpCompilation> change)
    {
        Assert.NotEmpty(what);
        Read(_compilation);
        var known = Edit(_compilation, "class Other { int M() { return 1; } }");
        var model = Read(known);
        Assert.Same(model, Read(Edit(known, "class Other { int M() { return 2; } }")));
        Assert.NotSame(model, Read(change(known)));
    }

    [Fact]
    public void A_model_that_depends_on_bodies_is_read_every_time()
    {
        var declaration = _compilation.SyntaxTrees[0].GetRoot();
        var reads = 0;
        for (var i = 0; i < 3; i++)
        {
            _memo.GetOrParse(declaration, _compilation, Parse, TestContext.Current.CancellationToken);
        }

        Assert.Equal(3, reads);

        Model Parse()
        {
            reads++;
            return new Model(DependsOnBodies: true);
        }
    }

    [Fact]
    public void That_there_is_no_model_is_remembered()
    {
        var reads = 0;
        for (var i = 0; i < 3; i++)
        {
            Assert.Null(
                _memo.GetOrParse(
                    _compilation.SyntaxTrees[0].GetRoot(),
                    _compilation,
                    () => ++reads > 0 ? null : new Model(false),
                    TestContext.Current.CancellationToken
                )
            );
        }

        Assert.Equal(1, reads);
    }

    [Fact]
    public void No_compilation_and_no_other_tree_is_kept_alive()
    {
        var (compilation, tree) = ReadEdited();
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        Assert.False(compilation.IsAlive);
        Assert.False(tree.IsAlive);
        GC.KeepAlive(_compilation);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private (WeakReference Compilation, WeakReference Tree) ReadEdited()
    {
        var edited = Edit(_compilation, "class Other { int M() { return 1; } }");
        Read(edited);
        return (new WeakReference(edited), new WeakReference(edited.SyntaxTrees[1]));
    }

    private static CSharpCompilation Edit(CSharpCompilation compilation, string other) =>
        compilation.ReplaceSyntaxTree(compilation.SyntaxTrees[1], Parse(other, "Other.cs"));

    private static SyntaxTree Parse(string text, string path) => CSharpSyntaxTree.ParseText(text, Options, path);

    private Model Read(Compilation compilation)
    {
        var tree = compilation.SyntaxTrees.Single(static tree => tree.FilePath == "Pipeline.cs");
        return _memo.GetOrParse(
            tree.GetRoot(),
            compilation,
            static () => new Model(DependsOnBodies: false),
            TestContext.Current.CancellationToken
        )!;
    }

    private sealed record Model(bool DependsOnBodies) : IRemembered;
}
