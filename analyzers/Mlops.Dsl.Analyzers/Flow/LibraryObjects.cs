using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Mlops.Dsl.Analyzers.Flow;

/// <summary>Objects of types whose code is not seen: what their constructors put into them, and what their properties give.</summary>
internal static class LibraryObjects
{
    /// <summary>A type whose headers are as secret as what is put into them, and whose address is not.</summary>
    public const string RequestType = "HttpRequestMessage";

    /// <summary>
    /// What a property of a library's type gives: something that is in the object. One that is whatever the type is of, such as that of a
    /// nullable value or a task, is the object itself.
    /// </summary>
    public static FlowValue Read(IPropertySymbol property, FlowValue instance, IOperation? key = null) =>
        KeyedValues.AreApart(property.ContainingType, instance) ? KeyedValues.Read(property, instance, key)
        : property.ContainingType.Name == RequestType ? instance.Member(property.Name)
        : instance.Knows(property.Name) && property.OriginalDefinition.Type is not ITypeParameterSymbol ? instance.Member(property.Name)
        : instance;

    /// <summary>
    /// What a library's constructor makes: what becomes a property of the same name is that property's, the rest is anywhere in the object.
    /// </summary>
    public static FlowValue Created(IMethodSymbol constructor, ImmutableArray<FlowArgument> arguments)
    {
        var created = FlowValue.None;
        for (var i = 0; i < arguments.Length; i++)
        {
            if (!Signatures.IsCalledBack(constructor.Parameters[i], arguments[i]))
            {
                created = PropertyOf(constructor.Parameters[i]) is { } property
                    ? created.WithMember(property.Name, arguments[i].Value)
                    : created.Join(arguments[i].Value);
            }
        }

        return created;
    }

    /// <summary>The property that a parameter of a library's constructor or deconstruction stands for; null if there is none.</summary>
    public static IPropertySymbol? PropertyOf(IParameterSymbol parameter) =>
        parameter.Name.Length == 0
            ? null
            : parameter.ContainingType.GetMembers(char.ToUpperInvariant(parameter.Name[0]) + parameter.Name.Substring(1)).FirstOrDefault()
                as IPropertySymbol;
}
