namespace Mlops.Dsl.Runtime.App.Artifacts.Outlines;

/// <summary>What a value of an artifact is, as far as that matters to how it is shown.</summary>
internal enum OutlineKind
{
    Text = 0,
    Number,
    List,
    Map,
    Object,
}
