using Microsoft.CodeAnalysis;
using Mlops.Dsl.Generators.Parsing;

namespace Mlops.Dsl.Analyzers.Flow;

/// <summary>
/// What a stage writes into its files. Which file a writer writes to is not followed: a file that the context gives out may hold anything that was written.
/// </summary>
internal sealed partial class FlowFrame
{
    // Angle brackets, because no member of the user's can have them.
    private const string WrittenFiles = "<files>";

    private static readonly object Files = new();

    /// <summary>Files what is written by the call of a library.</summary>
    private void Write(IMethodSymbol method, FlowValue written)
    {
        if (written.All != Mark.None && (Writes(method) || (written.Has(Mark.OwnPlace) && OwnFiles.Puts(method))))
        {
            Write(written);
        }
    }

    /// <summary>Files what a helper has written.</summary>
    private void WriteBy(ITypeSymbol? writer, FlowValue written)
    {
        if (written.All != Mark.None && IsWriter(writer))
        {
            Write(written);
        }
    }

    /// <summary>What a file holds that the body makes an artifact of: whatever was written.</summary>
    private FlowValue Written() => (_body.Method?.Parameters ?? []).Concat(_body.Captured.OfType<IParameterSymbol>())
        .Where(static p => p.Type.IsLanguageType("StageContext")).Aggregate(_state[Files], (all, context) => all.Join(_state[context].Member(WrittenFiles)));

    private void Write(FlowValue written)
    {
        _state.Join(Files, FlowValue.Of(written.All & ~Mark.OwnPlace));
        foreach (var context in (_body.Method?.Parameters ?? []).Concat(_body.Captured.OfType<IParameterSymbol>()).Where(static p => p.Type.IsLanguageType("StageContext")))
        {
            var files = _state[context].WithMember(WrittenFiles, _state[context].Member(WrittenFiles).Join(FlowValue.Of(written.All & ~Mark.OwnPlace)));
            Set(context, files, isWhole: false);
            Set(new ObjectOf(context), files, isWhole: false);
        }
    }

    private static bool Writes(IMethodSymbol method) =>
        (method.Name.StartsWith("Write", StringComparison.Ordinal) || method.Name.StartsWith("Append", StringComparison.Ordinal)) && (method.ContainingType.Name == "File" || IsWriter(method.ContainingType))
        || (method.Name.StartsWith("Serialize", StringComparison.Ordinal) && method.Parameters.Any(static parameter => IsWriter(parameter.Type)));

    private static bool IsWriter(ITypeSymbol? type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (current is { Name: "Stream" or "TextWriter" or "BinaryWriter" or "Utf8JsonWriter" or "XmlWriter" })
            {
                return true;
            }
        }

        return false;
    }
}
