namespace Mlops.Dsl.Analyzers.Flow;

/// <summary>Who runs the analyzers, as the compiler-visible property <c>DesignTimeBuild</c> tells.</summary>
internal enum FlowHost
{
    /// <summary>Nobody tells.</summary>
    Unknown,

    /// <summary>An editor, which wants to know soon what is wrong with what is typed.</summary>
    Editor,

    /// <summary>A build, which runs all actions to the end.</summary>
    Build,
}
