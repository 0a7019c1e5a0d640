using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Vocabulary;
using Mlops.Dsl.Generators.Symbols;

namespace Mlops.Dsl.Analyzers.Flow;

/// <summary>
/// What a stage writes into its files. Which file a writer writes to is not followed: a file that the context gives out may hold anything
/// that was written.
/// </summary>
/// <param name="context">The body, and what its variables hold.</param>
internal sealed class WrittenFiles(FrameContext context)
{
    private static readonly object Files = new();

    /// <summary>What a file holds that the body makes an artifact of: whatever was written.</summary>
    public FlowValue All =>
        Contexts().Aggregate(context.State[Files], (all, stage) => all.Join(context.State[stage].Member(PartNames.Files)));

    /// <summary>Files what is written by the call of a library.</summary>
    public void Write(IMethodSymbol method, FlowValue written, ImmutableArray<FlowArgument> arguments)
    {
        if ((written.All & ~Mark.Ends) != Mark.None && (Writes(method) || (written.Has(Mark.OwnPlace) && OwnFiles.Puts(method))))
        {
            Write(written);
            foreach (var target in arguments.Where(static argument => Writers.Are(argument.Parameter.Type)))
            {
                context.Store(target.Operation, FlowValue.Of(written.All & ~Mark.Ends), isWhole: false);
            }
        }
    }

    /// <summary>Files what a helper has written.</summary>
    public void WriteBy(ITypeSymbol? writer, FlowValue written)
    {
        if ((written.All & ~Mark.Ends) != Mark.None && IsWriter(writer))
        {
            Write(written);
        }
    }

    private void Write(FlowValue written)
    {
        var marks = FlowValue.Of(written.All & ~Mark.OwnPlace & ~Mark.Ends);
        context.State.Join(Files, marks);
        foreach (var stage in Contexts())
        {
            var before = context.State[stage];
            var files = before.WithMember(PartNames.Files, before.Member(PartNames.Files).Join(marks));
            context.Set(stage, files, isWhole: false);
            context.Set(new ObjectOf(stage), files, isWhole: false);
        }
    }

    /// <summary>The contexts of stages that the body knows.</summary>
    private IEnumerable<IParameterSymbol> Contexts() =>
        (context.Body.Method?.Parameters ?? [])
            .Concat(context.Body.Captured.OfType<IParameterSymbol>())
            .Where(static parameter => parameter.Type.IsLanguageType("StageContext"));

    private static bool Writes(IMethodSymbol method) =>
        (method.Name.StartsWith("Write", StringComparison.Ordinal) || method.Name.StartsWith("Append", StringComparison.Ordinal))
            && (method.ContainingType.Name == "File" || IsWriter(method.ContainingType))
        || (
            method.Name.StartsWith("Serialize", StringComparison.Ordinal)
            && method.Parameters.Any(static parameter => IsWriter(parameter.Type))
        );

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
