using System.Collections.Immutable;
using System.Reflection.Metadata;
using Mlops.Dsl.Build.Metadata;

namespace Mlops.Dsl.Build.Parts;

/// <summary>Writes the attributes that framework code, or the program itself, may act on.</summary>
internal sealed class AttributeWriter(PartScope scope, MemberWriter members)
{
    private static readonly HashSet<string> Ignored = new(StringComparer.Ordinal)
    {
        "System.ObsoleteAttribute",
        "System.ParamArrayAttribute",
        "System.CodeDom.Compiler.GeneratedCodeAttribute",
        "System.ComponentModel.EditorBrowsableAttribute",
        "System.ComponentModel.DescriptionAttribute",
        "System.Reflection.DefaultMemberAttribute",
        "System.CLSCompliantAttribute",
        "Mlops.Dsl.StageAttribute",
        "Mlops.Dsl.GateAttribute",
        "Mlops.Dsl.PipelineAttribute",
        "Mlops.Dsl.ParameterAttribute",
        "Mlops.Dsl.SecretAttribute",
        "Mlops.Dsl.FromAttribute",
        "Mlops.Dsl.AfterAttribute",
        "Mlops.Dsl.WhenAttribute",
        "Mlops.Dsl.UnlessAttribute",
        "Mlops.Dsl.ForEachAttribute",
        "Mlops.Dsl.RetryAttribute",
        "Mlops.Dsl.TimeoutAttribute",
        "Mlops.Dsl.ResourcesAttribute",
        "Mlops.Dsl.NoCacheAttribute",
        "Mlops.Dsl.FromServicesAttribute",
    };

    // Compiler services hold notes of the compiler to itself, except for those that the runtime obeys.
    private static readonly HashSet<string> Obeyed = new(StringComparer.Ordinal)
    {
        "System.Runtime.CompilerServices.InlineArrayAttribute",
        "System.Runtime.CompilerServices.UnsafeAccessorAttribute",
        "System.Runtime.CompilerServices.UnsafeAccessorTypeAttribute",
        "System.Runtime.CompilerServices.FixedAddressValueTypeAttribute",
        "System.Runtime.CompilerServices.FixedBufferAttribute",
    };

    /// <summary>Whether any of the attributes counts.</summary>
    public bool AnyCounts(CustomAttributeHandleCollection attributes) =>
        attributes.Any(handle => !IsIgnored(scope.Module.AttributeTypeName(scope.Reader.GetCustomAttribute(handle))));

    public void Write(CustomAttributeHandleCollection attributes)
    {
        var written = new List<(string Type, CustomAttribute Attribute)>(attributes.Count);
        foreach (var handle in attributes)
        {
            var attribute = scope.Reader.GetCustomAttribute(handle);
            var type = scope.Module.AttributeTypeName(attribute);
            if (!IsIgnored(type))
            {
                written.Add((type, attribute));
            }
        }

        scope.Writer.Write(written.Count);
        foreach (var (_, attribute) in written.OrderBy(item => item.Type, StringComparer.Ordinal))
        {
            Write(attribute);
        }
    }

    /// <summary>Writes every attribute that reflection can see, in their order.</summary>
    public void WriteAll(CustomAttributeHandleCollection attributes)
    {
        foreach (
            var attribute in attributes
                .Select(scope.Reader.GetCustomAttribute)
                .Where(attribute => !NamesStateMachine(scope.Module.AttributeTypeName(attribute)))
        )
        {
            scope.NamesWholeTypes = true;
            Write(attribute);
            scope.NamesWholeTypes = false;
        }

        scope.Writer.Write("");
    }

    private void Write(CustomAttribute attribute)
    {
        members.WriteMethod(attribute.Constructor, dispatched: false);
        scope.Writer.Write(scope.Reader.GetBlobBytes(attribute.Value));
        RecordTypeArguments(attribute);
    }

    /// <summary>The compiler notes the name of a made-up type, which holds an ordinal.</summary>
    private static bool NamesStateMachine(string type) => type.EndsWith("StateMachineAttribute", StringComparison.Ordinal);

    private static bool IsIgnored(string type) =>
        Ignored.Contains(type)
        || (type.StartsWith("System.Runtime.CompilerServices.", StringComparison.Ordinal) && !Obeyed.Contains(type))
        || type.StartsWith("Microsoft.CodeAnalysis.", StringComparison.Ordinal)
        || type.StartsWith("System.Diagnostics.", StringComparison.Ordinal);

    /// <summary>A type that an attribute names is used through reflection: a converter, a codec, a validator.</summary>
    private void RecordTypeArguments(CustomAttribute attribute)
    {
        try
        {
            var value = attribute.DecodeValue(new AttributeArguments(scope.Module, scope.Resolver));
            foreach (
                var argument in value
                    .FixedArguments.Select(argument => argument.Value)
                    .Concat(value.NamedArguments.Select(argument => argument.Value))
            )
            {
                Record(argument);
            }
        }
        catch (BadImageFormatException)
        {
            // The bytes are in the hash; only the types that they name are unknown.
            scope.Reach.Warnings.Add(
                $"The arguments of {scope.Module.AttributeTypeName(attribute)} can't be read; types that they name are not followed."
            );
        }
    }

    private void Record(object? argument)
    {
        var found = argument switch
        {
            AttributeArguments.TypeName name => scope.Resolver.FindByName(scope.Module, name.Text),
            string text => scope.Resolver.FindNamedInText(scope.Module, text),
            _ => null,
        };
        if (found is { } type)
        {
            scope.Reach.Types.Add(type);
            scope.Reach.WholeTypes.Add(type);
        }
        else if (argument is ImmutableArray<CustomAttributeTypedArgument<AttributeArguments.TypeName>> items)
        {
            foreach (var item in items)
            {
                Record(item.Value);
            }
        }
    }
}
