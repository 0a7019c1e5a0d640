using System.Diagnostics.CodeAnalysis;

namespace Mlops.Dsl.Execution;

/// <summary>How a parameter's values are written as text: invariant, and so that each value has one text that parses back to it.</summary>
/// <typeparam name="T">The parameter's type.</typeparam>
public abstract class ParameterFormat<T>
{
    /// <summary>What a text must be, such as <c>a whole number</c>.</summary>
    public abstract string Expected { get; }

    /// <summary>The only texts that parse, where they are few.</summary>
    public virtual IReadOnlyList<string> KnownTexts => [];

    /// <summary>Parses a text.</summary>
    public abstract bool TryParse(string text, [MaybeNullWhen(false)] out T value);

    /// <summary>Writes a value; null stands for a null value.</summary>
    public abstract string? Format(T value);
}
