namespace Mlops.Dsl.Generators.Model;

/// <summary>What a source's location is.</summary>
internal enum SourceKind
{
    /// <summary>Nothing can be found there: the body only makes the method compile, the analyzers say why it can't run.</summary>
    Invalid,
    Files,
    File,
    Download,

    /// <summary>What a run alone can bring: what was served or published.</summary>
    Run,
}

/// <summary>A partial source method that needs a body.</summary>
/// <param name="Name">The method's name.</param>
/// <param name="Modifiers">Its modifiers, without <c>partial</c>.</param>
/// <param name="ReturnType">Its C# return type.</param>
/// <param name="TypeParameters">Its type parameters in angle brackets, if any.</param>
/// <param name="Parameters">Its parameter list.</param>
/// <param name="Constraints">The constraints of its type parameters, if any.</param>
/// <param name="Task">The task that wraps the result: empty, <c>Task</c> or <c>ValueTask</c>.</param>
/// <param name="Kind">What the location is.</param>
/// <param name="Location">The C# expression of the location.</param>
/// <param name="Text">The location as the attribute says it.</param>
/// <param name="Sha256">The pinned digest of a download.</param>
/// <param name="MaxBytes">The largest size of a download; null where none is declared.</param>
/// <param name="CancellationToken">The name of the parameter that is a cancellation token.</param>
internal sealed record SourceBodyModel(
    string Name,
    string Modifiers,
    string ReturnType,
    string TypeParameters,
    string Parameters,
    string Constraints,
    string Task,
    SourceKind Kind,
    string Location,
    string Text,
    string? Sha256,
    long? MaxBytes,
    string? CancellationToken
);
