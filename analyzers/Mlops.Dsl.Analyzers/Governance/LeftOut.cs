using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Mlops.Dsl.Analyzers.Flow;
using Mlops.Dsl.Analyzers.Infrastructure;
using Mlops.Dsl.Analyzers.Vocabulary;

namespace Mlops.Dsl.Analyzers.Governance;

/// <summary>
/// What a call leaves out of the objects that it writes: properties with a serializer's attribute, those that a class map does not map, and
/// those that a statement for a database does not name.
/// </summary>
/// <param name="Attributes">The attributes that tell so, between blanks; empty for none.</param>
/// <param name="Statement">The statement that names what it takes; null for what takes all.</param>
/// <param name="Maps">The type in whose code class maps are registered; null where there are none.</param>
internal sealed record LeftOut(string Attributes, string? Statement = null, TypeDeclarationSyntax? Maps = null)
{
    private const string Json = " JsonIgnoreAttribute IgnoreDataMemberAttribute ";

    /// <summary>What a call leaves out; null if it writes whatever it gets.</summary>
    public static LeftOut? By(FlowCall call) =>
        call.Method.ContainingType?.Name switch
        {
            "JsonSerializer" or "JsonContent" or "HttpClientJsonExtensions" or "JsonConvert" => new(Json),
            "XmlSerializer" => new(" XmlIgnoreAttribute "),
            "DataContractSerializer" or "DataContractJsonSerializer" or "XmlObjectSerializer" => new(" IgnoreDataMemberAttribute "),
            "CsvWriter" or "IWriter" or "IWriterRow" => new(
                " IgnoreAttribute ",
                Maps: call.Operation.Syntax.FirstAncestorOrSelf<TypeDeclarationSyntax>()
            ),
            "SqlMapper" when Statements.Of(call) is { } statement && Statements.Stores(statement) => new("", statement),
            _ => null,
        };

    /// <summary>The class map that a helper was given; null for none.</summary>
    public INamedTypeSymbol? Map { get; init; }

    /// <summary>The same where the call is in a helper, which may be given a class map, or the type of one.</summary>
    public LeftOut In(IOperation site, IEnumerable<FlowArgument> arguments) =>
        Maps is null
            ? this
            : this with
            {
                Map = (site as IInvocationOperation)
                    ?.TargetMethod.TypeArguments.Concat(
                        arguments.Select(static a => Texts.Unconverted(a.Operation)?.Type).OfType<ITypeSymbol>()
                    )
                    .OfType<INamedTypeSymbol>()
                    .FirstOrDefault(ClassMaps.IsOne),
            };

    /// <summary>Whether a property is left out.</summary>
    public bool Has(IPropertySymbol property) =>
        (Statement is not null && !Statements.Names(Statement, property.Name))
        || property.GetAttributes().Any(IsIgnoring)
        || (Map is not null ? ClassMaps.LeavesOut(Map, property.Name) : Maps is not null && ClassMaps.LeaveOut(property, Maps));

    /// <summary>A value, or the elements of a collection, without what is left out of objects of its type.</summary>
    public FlowValue Rest(FlowValue value, ITypeSymbol? type)
    {
        foreach (var row in type is null ? [] : ElementTypes.Of(type))
        {
            foreach (var property in row.GetMembers().OfType<IPropertySymbol>())
            {
                if (value.Knows(property.Name) && Has(property))
                {
                    value = value.WithMember(property.Name, FlowValue.None);
                }
            }
        }

        return value;
    }

    /// <summary>An argument without what is left out of it.</summary>
    public FlowArgument Rest(FlowArgument argument) =>
        argument with
        {
            Value = Rest(argument.Value, Texts.Unconverted(argument.Operation)?.Type ?? argument.Parameter.Type),
        };

    // One that leaves a property out only where it is null, or never, does not.
    private bool IsIgnoring(AttributeData attribute) =>
        attribute.AttributeClass is { Name: var name }
        && Attributes.Contains(" " + name + " ")
        && !attribute.NamedArguments.Any(static argument => argument is { Key: "Condition", Value.Value: not 1 });
}
