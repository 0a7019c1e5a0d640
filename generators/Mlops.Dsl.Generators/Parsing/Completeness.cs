using Microsoft.CodeAnalysis;
using Mlops.Dsl.Generators.Binding;
using Mlops.Dsl.Generators.Symbols;

namespace Mlops.Dsl.Generators.Parsing;

/// <summary>
/// Whether the declarations are of a shape that runners can be written for. The rules about shape tell the user what is wrong; here it only
/// matters that no generated code that can't compile adds errors of its own to theirs.
/// </summary>
internal static class Completeness
{
    // The compiler refuses elements of these names wherever the tuple's type is written.
    private static readonly HashSet<string> TupleMembers = new(StringComparer.Ordinal)
    {
        "CompareTo",
        "Deconstruct",
        "Equals",
        "GetHashCode",
        "Rest",
        "ToString",
    };

    public static bool Holds(INamedTypeSymbol type, PipelineMembers members) =>
        HasConstructor(type)
        && members.Stages.TrueForAll(IsRunnable)
        && members.Properties.TrueForAll(property => IsAssignable(property, members.AttributesOf(property)))
        && type.GetMembers().All(member => IsAssignedByCreation(member, members))
        && FindInheritedRequired(type) is null;

    /// <summary>
    /// A member of a base class that has to be set when an instance is made, and that the class does not declare again; or null.
    /// </summary>
    public static ISymbol? FindInheritedRequired(INamedTypeSymbol type)
    {
        for (var declaring = type.BaseType; declaring is { SpecialType: not SpecialType.System_Object }; declaring = declaring.BaseType)
        {
            var required = declaring
                .GetMembers()
                .FirstOrDefault(member =>
                    member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true }
                    && type.GetMembers(member.Name).IsEmpty
                );
            if (required is not null)
            {
                return required;
            }
        }

        return null;
    }

    private static bool HasConstructor(INamedTypeSymbol type) =>
        type.InstanceConstructors.Any(static constructor => constructor.Parameters.IsEmpty && !constructor.IsObsoleteError());

    private static bool IsRunnable(StageDeclaration stage)
    {
        var method = stage.Method;
        return !method.IsGenericMethod
            && !method.ReturnsByRef
            && !method.ReturnsByRefReadonly
            && !stage.IsObsoleteError
            && stage.Result?.HasErrors() != true
            && stage.Result is not { IsRefLikeType: true } and not IPointerTypeSymbol and not IFunctionPointerTypeSymbol
            && !(stage.IsTuple && stage.Outputs.Any(static output => TupleMembers.Contains(output.Name)))
            && !(stage.Result is null && method.IsAsync && !stage.IsAwaitable)
            && (stage.Kind != StageKind.Publish || (stage.Outputs.Count == 1 && stage.Attributes.Text is not null))
            && (stage.Attributes.ForEach is null || stage.Kind == StageKind.Stage)
            && (stage.Kind != StageKind.Source || stage.Outputs.Count > 0)
            && (!method.IsPartialDefinition || method.PartialImplementationPart is not null || stage.Kind == StageKind.Source)
            && stage.Parameters.All(parameter => IsPassable(parameter, stage));
    }

    private static bool IsPassable(StageParameter parameter, StageDeclaration stage) =>
        parameter.Symbol.RefKind is RefKind.None
        && !parameter.Type.HasErrors()
        && parameter.Type is not { IsRefLikeType: true } and not IPointerTypeSymbol and not IFunctionPointerTypeSymbol
        && (
            parameter.IsInjected
            || stage.Inputs.Exists(input => SymbolEqualityComparer.Default.Equals(input.Parameter, parameter.Symbol))
            || parameter.Symbol.IsOptional
        );

    private static bool IsAssignable(IPropertySymbol property, MemberAttributes attributes) =>
        property
            is {
                IsStatic: false,
                IsIndexer: false,
                GetMethod: not null,
                SetMethod: not null,
                ExplicitInterfaceImplementations.IsEmpty: true
            }
        && !attributes.IsObsoleteError
        && !property.Type.HasErrors()
        && ParameterFormatFinder.Find(property.Type) is not null;

    /// <summary>The generated factory can set parameters only.</summary>
    private static bool IsAssignedByCreation(ISymbol member, PipelineMembers members) =>
        member switch
        {
            IFieldSymbol { IsRequired: true } => false,
            IPropertySymbol { IsRequired: true } property => members.Properties.Contains(property, SymbolEqualityComparer.Default),
            _ => true,
        };
}
