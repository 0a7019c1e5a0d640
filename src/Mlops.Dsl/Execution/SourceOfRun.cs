using System.ComponentModel;

namespace Mlops.Dsl.Execution;

/// <summary>Called by the generated bodies of sources that only a run can fill.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class SourceOfRun
{
    /// <summary>Says that a source was called outside of a run.</summary>
    /// <param name="pipeline">The pipeline's name.</param>
    /// <param name="source">The source's name.</param>
    /// <param name="what">What a run would bring, such as <c>what 'income' answered</c>.</param>
    public static T Take<T>(string pipeline, string source, string what) =>
        throw new SourceException(
            $"'{source}' of the pipeline '{pipeline}' brings {what}, which only a run with a store can. In a unit test, hand the stages a "
                + $"value of your own."
        );
}
