using Microsoft.CodeAnalysis;
using Mlops.Dsl.Generators.Model;

namespace Mlops.Dsl.Generators.Codecs;

/// <summary>Finds or plans the codec of each artifact type. One planner serves one pipeline or row; it keeps symbols and must not outlive the step.</summary>
internal sealed class CodecPlanner(Compilation compilation)
{
    private const string Codecs = "global::Mlops.Dsl.Serialization.Codecs.";

    /// <summary>The codec of what a stage returns.</summary>
    public CodecPlan Plan(ITypeSymbol type) => PlanType(type, filesStayInPlace: false);

    /// <summary>The codec of what a source returns: its files are hashed where they are, not copied into the store.</summary>
    public CodecPlan PlanSource(ITypeSymbol type) => PlanType(type, filesStayInPlace: true);

    private CodecPlan PlanType(ITypeSymbol type, bool filesStayInPlace)
    {
        var known = type.SpecialType switch
        {
            SpecialType.System_String => "String",
            SpecialType.System_Boolean => "Boolean",
            SpecialType.System_Int32 => "Int32",
            SpecialType.System_Double => "Double",
            _ => null,
        };
        return known is null
            ? CodecPlan.None($"it is no type of {compilation.AssemblyName} that can be encoded{(filesStayInPlace ? " in place" : "")}")
            : new CodecPlan(Codecs + known, EquatableArray<CodecModel>.Empty, null);
    }
}
