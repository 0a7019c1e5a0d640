namespace Mlops.Dsl.Runtime.App.Artifacts.Outlines;

/// <summary>A value of an artifact, as much of it as is shown.</summary>
internal sealed class OutlineNode(OutlineKind kind)
{
    public OutlineKind Kind { get; } = kind;

    /// <summary>The name of a member, or a key.</summary>
    public string? Name { get; init; }

    /// <summary>The text of a value that is one, the case of an object of an abstract type; otherwise empty.</summary>
    public string Text { get; init; } = "";

    /// <summary>How many items there are, shown or not.</summary>
    public int Count { get; init; }

    /// <summary>The items, members or pairs that are shown.</summary>
    public List<OutlineNode> Items { get; } = [];

    public bool IsScalar => Kind is OutlineKind.Text or OutlineKind.Number;
}
