namespace Mlops.Dsl.Generators.Rows;

/// <summary>What rows of a type are to the world outside a pipeline.</summary>
[Flags]
internal enum RowUse
{
    /// <summary>They stay between stages.</summary>
    None = 0,

    /// <summary>Others supply them: a source has them, or a stage takes them in as <c>Raw</c>.</summary>
    Read = 1,

    /// <summary>Others get them: they are in what is published.</summary>
    Written = 2,
}
