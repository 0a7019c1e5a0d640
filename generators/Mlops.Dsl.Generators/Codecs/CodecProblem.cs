using Microsoft.CodeAnalysis;
using Mlops.Dsl.Generators.Symbols;

namespace Mlops.Dsl.Generators.Codecs;

/// <summary>Why a type, somewhere inside an artifact's type, has no codec.</summary>
/// <param name="Path">The members that lead to it, such as <c>Owner.Log</c>; empty for the artifact's type itself.</param>
/// <param name="Type">The type that has none, as a person writes it.</param>
/// <param name="Reason">What is wrong with it, in words that follow the type's name, such as <c>is a delegate: code is no data</c>.</param>
internal sealed record CodecProblem(string Path, string Type, string Reason)
{
    public CodecProblem(ITypeSymbol type, string reason)
        : this("", TypeText.Display(type), reason) { }

    /// <summary>The same problem, seen from the type that has the member.</summary>
    public CodecProblem Inside(string member) => this with { Path = Path.Length == 0 ? member : $"{member}.{Path}" };

    /// <summary>The problem in words that follow "because".</summary>
    public string Explain(ITypeSymbol artifact) =>
        Path.Length > 0 ? $"its member '{Path}' of type '{Type}' {Reason}"
        : Type == TypeText.Display(artifact) ? $"it {Reason}"
        : $"'{Type}' {Reason}";
}
