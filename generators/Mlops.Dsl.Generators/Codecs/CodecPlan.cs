using Mlops.Dsl.Generators.Collections;

namespace Mlops.Dsl.Generators.Codecs;

/// <summary>How values of a type are encoded, or why they can't be.</summary>
/// <param name="Expression">A C# expression of type <c>Codec&lt;T&gt;</c>, valid anywhere in the assembly; empty where there is a
/// problem.</param>
/// <param name="Generated">The codec classes that the expression needs, less those that the planner gave with an earlier plan, if it made
/// one. Each is emitted once per assembly.</param>
/// <param name="Problem">Why there is no codec, in words that follow the type's name, such as <c>its member 'Log' is a Stream, which …</c>;
/// otherwise null.</param>
internal sealed record CodecPlan(string Expression, EquatableArray<CodecModel> Generated, string? Problem)
{
    /// <summary>A plan for a type that has no codec.</summary>
    public static CodecPlan None(string problem) => new("", EquatableArray<CodecModel>.Empty, problem);
}
