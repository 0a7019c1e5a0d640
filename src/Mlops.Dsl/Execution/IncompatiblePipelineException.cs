using System.Globalization;

namespace Mlops.Dsl.Execution;

/// <summary>A pipeline was compiled with another version of Mlops.Dsl than the program loads, and the two do not go together.</summary>
public sealed class IncompatiblePipelineException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="pipeline">The pipeline class.</param>
    /// <param name="version">The version of generated code that it was compiled to.</param>
    public IncompatiblePipelineException(Type pipeline, int version)
        : base(Describe(pipeline, version)) { }

    /// <summary>Creates the exception with a message for the user.</summary>
    public IncompatiblePipelineException(string message)
        : base(message) { }

    /// <summary>Creates the exception with a message for the user and its cause.</summary>
    public IncompatiblePipelineException(string message, Exception innerException)
        : base(message, innerException) { }

    /// <summary>Creates the exception with a general message.</summary>
    public IncompatiblePipelineException()
        : base("A pipeline was compiled with another version of Mlops.Dsl than the program loads.") { }

    private static string Describe(Type pipeline, int version)
    {
        var older = version < GeneratedCodeVersion.Current ? "an older" : "a newer";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"The pipeline {pipeline} of the assembly {pipeline.Assembly.GetName().Name} was compiled with {older} Mlops.Dsl than the one "
                + $"that is loaded (generated code {version}, expected {GeneratedCodeVersion.Current}). Build that assembly with the "
                + $"package version that this program uses."
        );
    }
}
