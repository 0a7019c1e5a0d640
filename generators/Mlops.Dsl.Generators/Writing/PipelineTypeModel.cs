using Mlops.Dsl.Generators.Collections;

namespace Mlops.Dsl.Generators.Writing;

/// <summary>The pipeline class, as generated code names and extends it.</summary>
/// <param name="Namespace">The namespace; empty for the global one.</param>
/// <param name="Declarations">The declarations to open, outermost first, such as <c>partial class Outer</c>; the last is the pipeline's
/// own.</param>
/// <param name="Name">The class's name, escaped where it is a keyword.</param>
/// <param name="FullName">The name from <c>global::</c> on.</param>
/// <param name="MetadataName">The name that reflection uses, such as <c>Docs.Outer+Pipeline</c>.</param>
/// <param name="IsReachable">Whether other classes of the assembly can name it, as its registration has to.</param>
/// <param name="IsInternal">Whether other assemblies can't name it.</param>
/// <param name="GraphName">The name of the nested class that holds the graph: one that no member of the user's has.</param>
/// <param name="ShortNames">The full names, without <c>global::</c>, of the types that generated code can call by their simple
/// names.</param>
/// <param name="TakenNames">Those names among the generated members' that a member of the user's has already.</param>
internal sealed record PipelineTypeModel(
    string Namespace,
    EquatableArray<string> Declarations,
    string Name,
    string FullName,
    string MetadataName,
    bool IsReachable,
    bool IsInternal,
    string GraphName,
    EquatableArray<string> TakenNames,
    EquatableArray<string> ShortNames
);
