using Microsoft.CodeAnalysis;
using Mlops.Dsl.Generators.Collections;
using Mlops.Dsl.Generators.Constraints;
using Mlops.Dsl.Generators.State;
using Mlops.Dsl.Generators.Symbols;

namespace Mlops.Dsl.Generators.Columns;

/// <summary>
/// Reads the columns of a row type: its public properties, bases first; computed ones where an attribute makes them a column.
/// </summary>
internal static class ColumnParser
{
    // Of two roles the first counts.
    private static readonly string[] Roles = ["Label", "Feature", "RowKey", "Group", "Time"];
    private static readonly string[] PredictionRoles = ["PredictedLabel", "Probability", "Score"];

    /// <summary>The columns, in declaration order.</summary>
    public static IReadOnlyList<Column> Parse(INamedTypeSymbol row, CancellationToken cancellationToken)
    {
        var roles = RowKinds.Of(row) == RowKind.Prediction ? PredictionRoles : Roles;
        var columns = new List<Column>();
        for (var declaring = row; declaring is { SpecialType: SpecialType.None }; declaring = declaring.BaseType)
        {
            var own = declaring.GetMembers().OfType<IPropertySymbol>().Where(IsReadable).ToList();
            columns.RemoveAll(column => own.Exists(property => property.Name == column.Model.Name && !property.IsOverride));
            columns.InsertRange(
                0,
                own.Where(property => !columns.Exists(column => column.Model.Name == property.Name))
                    .Select(property =>
                        Parse(property, AttributesOf(property), roles, cancellationToken) is { } model ? new Column(property, model) : null
                    )
                    .OfType<Column>()
            );
        }

        return columns;
    }

    private static bool IsReadable(IPropertySymbol property) =>
        property
            is {
                IsStatic: false,
                IsIndexer: false,
                DeclaredAccessibility: Accessibility.Public,
                GetMethod.DeclaredAccessibility: Accessibility.Public
            }
        && property.Name.Length > 0
        && !property.IsObsoleteError()
        && !property.Type.HasErrors()
        && !property.Type.IsRefLikeType
        && !TypeAccess.IsUnusable(property.Type);

    private static ColumnModel? Parse(
        IPropertySymbol property,
        IReadOnlyList<AttributeData> attributes,
        string[] roles,
        CancellationToken cancellationToken
    )
    {
        var type = property.Type;
        var role = roles.FirstOrDefault(name => attributes.Any(attribute => attribute.Is(name))) ?? "None";
        var isHeld = StoredState.Holds(property);
        var isPersonal = attributes.Any(static attribute => attribute.Is("Pii"));
        var isProtected = attributes.Any(static attribute => attribute.Is("Protected"));
        var constraints = ConstraintParser.Parse(type, attributes).ToList();
        if (role == "None" && !isPersonal && !isProtected && constraints.Count == 0 && !isHeld)
        {
            return null;
        }

        var promisesValue = type is { IsReferenceType: true, NullableAnnotation: NullableAnnotation.NotAnnotated };
        if (promisesValue && !constraints.Exists(static constraint => constraint.Kind == "required"))
        {
            constraints.Insert(
                0,
                new ConstraintModel($"new global::Mlops.Dsl.NotNullConstraint<{TypeText.Code(type)}>()", "notNull", default)
            );
        }

        return new ColumnModel(
            property.Name,
            TypeText.Code(type),
            TypeText.Display(type),
            !promisesValue && (type.IsReferenceType || type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T),
            role == "RowKey" ? "Key" : role,
            isPersonal,
            isProtected,
            !isHeld && property.SetMethod is null,
            ParameterFormatFinder.Find(type),
            DocSummary.Read(property, cancellationToken),
            constraints.ToEquatableArray()
        );
    }

    /// <summary>Whether a column has an attribute of the language's, such as <c>Label</c>.</summary>
    public static bool Has(IPropertySymbol column, string attribute) => AttributesOf(column).Exists(candidate => candidate.Is(attribute));

    /// <summary>The attributes of the property, and of the parameter of the primary constructor that declares it.</summary>
    private static List<AttributeData> AttributesOf(IPropertySymbol property)
    {
        var attributes = property.GetAttributes().ToList();
        if (property.ContainingType.IsRecord)
        {
            attributes.AddRange(
                property
                    .ContainingType.InstanceConstructors.SelectMany(static constructor => constructor.Parameters)
                    .Where(parameter => Declares(parameter, property))
                    .SelectMany(static parameter => parameter.GetAttributes())
            );
        }

        return attributes;
    }

    /// <summary>A positional property is declared where its parameter is; metadata tells by the name alone.</summary>
    private static bool Declares(IParameterSymbol parameter, IPropertySymbol property) =>
        parameter.Name == property.Name
        && (
            property.DeclaringSyntaxReferences.Length == 0
            || parameter.DeclaringSyntaxReferences.Any(reference =>
                property.DeclaringSyntaxReferences.Any(other => other.SyntaxTree == reference.SyntaxTree && other.Span == reference.Span)
            )
        );
}
