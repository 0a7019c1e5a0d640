using Mlops.Dsl.Testing.Markup;

namespace Mlops.Dsl.Testing;

/// <summary>A file of a <see cref="TestProject"/>.</summary>
/// <param name="Path">Path that the compiler sees, such as <c>Pipeline.cs</c>.</param>
/// <param name="Content">Text and marked stretches.</param>
public sealed record TestFile(string Path, MarkupText Content);
