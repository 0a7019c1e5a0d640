using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Mlops.Dsl.Generators.Symbols;

/// <summary>
/// Tells whether a project's version of C# has what generated code is written in: collection expressions are the newest of it.
/// </summary>
internal static class LanguageSupport
{
    /// <summary>Whether generated code compiles.</summary>
    public static bool Holds(Compilation compilation) => compilation is CSharpCompilation { LanguageVersion: >= LanguageVersion.CSharp12 };

    /// <summary>Why it does not, as a clause; null if it does.</summary>
    public static string? Problem(Compilation compilation) =>
        Holds(compilation)
            ? null
            : $"the project is compiled as C# {((CSharpCompilation)compilation).LanguageVersion.ToDisplayString()}, and generated code "
                + $"needs 12.0 or later; remove LangVersion from the project";
}
