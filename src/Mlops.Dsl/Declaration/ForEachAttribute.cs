namespace Mlops.Dsl;

/// <summary>
/// Runs the stage once per element of a stage's output (an <see cref="IReadOnlyList{T}"/> of a length known only at run time). Each element
/// is cached on its own. A stage downstream takes <c>IReadOnlyList&lt;TOut&gt;</c>. The element goes to the parameter whose
/// <see cref="FromAttribute">[From]</see> names the output, else to the one that is called like it, else to the first of its type.
/// </summary>
/// <param name="output">The stage, or the element of a stage's returned tuple, whose list is iterated.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ForEachAttribute(string output) : Attribute
{
    /// <summary>The iterated output.</summary>
    public string Output { get; } = output;
}
