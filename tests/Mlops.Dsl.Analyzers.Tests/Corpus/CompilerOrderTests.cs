using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mlops.Dsl.Testing.Analysis;

namespace Mlops.Dsl.Analyzers.Tests.Corpus;

/// <summary>The compiler comes to files and bodies in any order, on several threads. What is reported must not depend on it.</summary>
public class CompilerOrderTests
{
    // The first of each file's programs, and every sixtieth of long files; the sweep takes all.
    private static int Step => Sweep.IsLarge ? 1 : 60;

    public static TheoryData<string> Files => [.. CorpusFile.Names];

    [Theory]
    [MemberData(nameof(Files))]
    [Trait(Sweep.Trait, Sweep.Kind)]
    public async Task Programs_are_judged_alike_with_files_and_methods_the_other_way_round(string file) =>
        await Parallel.ForEachAsync(
            await OutcomesAsync(file),
            TestContext.Current.CancellationToken,
            async (outcome, cancellation) =>
            {
                var project = outcome.Program.Project();
                var reversed = project with
                {
                    Sources =
                    [
                        .. project
                            .Sources.Reverse()
                            .Select(source => source with { Content = source.Content with { Text = Reverse(source.Content.Text) } }),
                    ],
                };
                var expected = Join(outcome.Found.Concat(outcome.FalseAlarms.Select(alarm => alarm.Id)));
                var found = Join((await AnalyzerRunner.RunAsync(reversed, cancellation)).Select(diagnostic => diagnostic.Id));
                Assert.True(expected == found, $"{outcome.Program}: {expected} as written, {found} the other way round.");
            }
        );

    private static async Task<IEnumerable<CorpusOutcome>> OutcomesAsync(string file) =>
        (await CorpusOutcome.OfFileAsync(file)).Where(static (_, index) => index % Step == 0);

    private static string Join(IEnumerable<string> rules) => string.Join(' ', rules.Order(StringComparer.Ordinal));

    private static string Reverse(string text) => new Reverser().Visit(CSharpSyntaxTree.ParseText(text).GetRoot()).ToFullString();

    /// <summary>Turns the order of methods round; that of fields and constructors means something.</summary>
    private sealed class Reverser : CSharpSyntaxRewriter
    {
        public override SyntaxNode? VisitClassDeclaration(ClassDeclarationSyntax node)
        {
            var type = (ClassDeclarationSyntax)base.VisitClassDeclaration(node)!;
            var methods = new Stack<MemberDeclarationSyntax>(type.Members.Where(member => member is MethodDeclarationSyntax));
            return type.WithMembers([.. type.Members.Select(member => member is MethodDeclarationSyntax ? methods.Pop() : member)]);
        }
    }
}
