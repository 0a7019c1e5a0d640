using System.ComponentModel;

namespace Mlops.Dsl.Execution;

/// <summary>
/// The version of what generated code and this library expect of each other. The pipelines of a package or project may have been generated
/// for another version of the library than the one that the program loads.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class GeneratedCodeVersion
{
    /// <summary>The version that this library runs. It is raised whenever code that was generated before could no longer run.</summary>
    public const int Current = 1;

    /// <summary>Called by generated code before it uses anything that may have changed.</summary>
    /// <param name="version">The version that the code was generated for.</param>
    /// <param name="pipeline">The pipeline class.</param>
    /// <exception cref="IncompatiblePipelineException">This library runs another version.</exception>
    public static void Require(int version, Type pipeline)
    {
        ArgumentNullException.ThrowIfNull(pipeline);
        if (version != Current)
        {
            throw new IncompatiblePipelineException(pipeline, version);
        }
    }
}
