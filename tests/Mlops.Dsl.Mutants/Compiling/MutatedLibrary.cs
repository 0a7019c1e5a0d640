using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Mlops.Dsl.Mutants.Making;

namespace Mlops.Dsl.Mutants.Compiling;

/// <summary>A library with all the mutants that compile.</summary>
internal sealed class MutatedLibrary
{
    private MutatedLibrary(IReadOnlyList<Mutant> mutants, byte[] image) => (Mutants, Image) = (mutants, image);

    /// <summary>The mutants, by number.</summary>
    public IReadOnlyList<Mutant> Mutants { get; }

    /// <summary>The assembly.</summary>
    public byte[] Image { get; }

    /// <summary>Mutates the files of some folders. What does not compile is left out until the rest does.</summary>
    /// <param name="library">The library.</param>
    /// <param name="isChosen">Whether a file, named from the repository's root, is mutated.</param>
    /// <exception cref="MutantsException">Nothing is left to mutate, or no end is found.</exception>
    public static MutatedLibrary Make(Library library, Func<string, bool> isChosen)
    {
        var left = new HashSet<string>(StringComparer.Ordinal);
        while (true)
        {
            var list = new MutantList(left);
            var compilation = Mutate(library.Compilation, list, isChosen);
            if (list.All.Count == 0)
            {
                throw new MutantsException("There is nothing to mutate there.");
            }

            using var image = new MemoryStream();
            var result = compilation.Emit(image);
            if (result.Success)
            {
                return new MutatedLibrary(list.All, image.ToArray());
            }

            var before = left.Count;
            foreach (var error in result.Diagnostics.Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error))
            {
                left.UnionWith(Suspects(error, list.All).Select(MutantList.Key));
            }

            if (left.Count == before)
            {
                throw new MutantsException(
                    $"The mutants do not compile: "
                        + $"{result.Diagnostics.First(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)}"
                );
            }
        }
    }

    private static CSharpCompilation Mutate(CSharpCompilation compilation, MutantList list, Func<string, bool> isChosen)
    {
        var mutated = compilation;
        foreach (var tree in compilation.SyntaxTrees.Where(tree => isChosen(tree.FilePath)))
        {
            var root = (CSharpSyntaxNode)new MutantRewriter(compilation.GetSemanticModel(tree), list).Visit(tree.GetRoot())!;
            mutated = mutated.ReplaceSyntaxTree(tree, CSharpSyntaxTree.Create(root, (CSharpParseOptions)tree.Options, tree.FilePath));
        }

        var options = (CSharpParseOptions)compilation.SyntaxTrees[0].Options;
        return mutated.AddSyntaxTrees(CSharpSyntaxTree.ParseText(SwitchSource.Write(list.All.Count), options));
    }

    /// <summary>
    /// The mutants that an error stands in; failing that, what its member drops or forces; failing that, all of its member.
    /// </summary>
    private static List<Mutant> Suspects(Diagnostic error, IReadOnlyList<Mutant> mutants)
    {
        var tree = error.Location.SourceTree!;
        var node = tree.GetRoot().FindNode(error.Location.SourceSpan, getInnermostNodeForTie: true);
        var mark = node.AncestorsAndSelf()
            .Select(static parent => parent.GetAnnotations(MutantList.Annotation).FirstOrDefault())
            .FirstOrDefault(static found => found is not null);
        var ofMember = mutants.Where(mutant => mutant.File == tree.FilePath && mutant.Member == MutantList.MemberOf(node)).ToList();
        if (mark?.Data is { } number && !IsFlow(error))
        {
            return [mutants[int.Parse(number, CultureInfo.InvariantCulture) - 1]];
        }

        var flowing = ofMember.Where(mutant => IsSuspect(error, mutant)).ToList();
        var dropped = ofMember.Where(static mutant => mutant.Kind is MutantKind.Dropped or MutantKind.Forced).ToList();
        return flowing.Count > 0 ? flowing
            : dropped.Count > 0 ? dropped
            : ofMember;
    }

    /// <summary>Whether an error tells of an assignment or a return that is missed: its place is not the mutant's.</summary>
    private static bool IsFlow(Diagnostic error) => error.Id is "CS0165" or "CS0161" or "CS0177" or "CS1643" or "CS8070" or "CS0163";

    /// <summary>Whether a mutant is one of those that may have made a path on which something is missed.</summary>
    private static bool IsSuspect(Diagnostic error, Mutant mutant)
    {
        var quoted = error.GetMessage(CultureInfo.InvariantCulture).Split('\'');
        return error.Id == "CS0165" && quoted.Length > 1
            ? (mutant.Kind == MutantKind.Forced && mutant.Before.Contains(quoted[1], StringComparison.Ordinal))
                || (mutant.Kind == MutantKind.Dropped && mutant.Before.Contains($"{quoted[1]} =", StringComparison.Ordinal))
            : mutant.Kind == MutantKind.Dropped
                && (
                    mutant.Before.StartsWith("return", StringComparison.Ordinal)
                    || mutant.Before.StartsWith("throw", StringComparison.Ordinal)
                );
    }
}
