using System.Reflection.Metadata;
using Mlops.Dsl.Build.Metadata;

namespace Mlops.Dsl.Build.Walking;

/// <summary>Recognizes what this product's generator added to a pipeline class: it wires stages, and is no stage's code.</summary>
internal static class GeneratedCode
{
    private const string Tool = "Mlops.Dsl.Generators";

    /// <summary>
    /// The classes whose module initializers register the pipelines and the services: a service answers, and changes nothing that a stage
    /// does.
    /// </summary>
    public static bool IsRegistration(string type) =>
        type is "Mlops.Dsl.Generated.PipelineRegistration" or "Mlops.Dsl.Generated.ServiceRegistration";

    /// <summary>The base of the classes that call stages: they are called by the engine alone.</summary>
    public const string StageType = "Mlops.Dsl.Execution.StageDefinition";

    public static bool IsGenerated(MethodId method)
    {
        var reader = method.Module.Reader;
        return method.Definition.GetCustomAttributes().Select(reader.GetCustomAttribute).Any(attribute => IsByGenerator(reader, attribute));
    }

    private static bool IsByGenerator(MetadataReader reader, CustomAttribute attribute)
    {
        if (reader.AttributeTypeName(attribute) != "System.CodeDom.Compiler.GeneratedCodeAttribute")
        {
            return false;
        }

        var value = reader.GetBlobReader(attribute.Value);
        value.ReadUInt16(); // ECMA-335 II.23.3: the prolog
        return value.ReadSerializedString() == Tool;
    }
}
