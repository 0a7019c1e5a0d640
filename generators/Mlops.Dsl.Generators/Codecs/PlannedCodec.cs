namespace Mlops.Dsl.Generators.Codecs;

/// <summary>The expression of a codec, or why there is none.</summary>
internal readonly record struct PlannedCodec(string? Expression, CodecProblem? Problem)
{
    public static implicit operator PlannedCodec(string expression) => new(expression, null);

    public static implicit operator PlannedCodec(CodecProblem problem) => new(null, problem);
}
