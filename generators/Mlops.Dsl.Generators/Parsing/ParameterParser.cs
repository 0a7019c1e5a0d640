using System.Text;
using Microsoft.CodeAnalysis;
using Mlops.Dsl.Generators.Binding;
using Mlops.Dsl.Generators.Collections;
using Mlops.Dsl.Generators.Constraints;
using Mlops.Dsl.Generators.Model;
using Mlops.Dsl.Generators.Symbols;

namespace Mlops.Dsl.Generators.Parsing;

/// <summary>Reads parameters and secrets.</summary>
internal sealed class ParameterParser(ParseContext context, PipelineMembers members)
{
    public ParameterModel Parse(IPropertySymbol property)
    {
        var attributes = members.AttributesOf(property);
        var secret = attributes.Find("Secret");
        var constraints = (
            NamedConstraintParser.Parse(property.Type, attributes) ?? ConstraintParser.Parse(property.Type, attributes.Bound)
        ).ToEquatableArray();
        var value = DefaultParser.Parse(property, members, context);
        var isWindow = attributes.Has("Window");
        var isRequired =
            isWindow
            || (
                secret is null
                    ? property.IsRequired
                        || (value is null && !IsNullable(property.Type))
                        || (value?.IsExplicit != true && constraints.Any(static c => c.Kind == "required"))
                    : AttributeArguments.Named(secret, "Optional") is not true
            );
        return new ParameterModel(
            property.Name,
            context.Types.CodeOf(property.Type),
            context.Types.DisplayOf(property.Type),
            ParameterFormatFinder.Find(property.Type) ?? "",
            isRequired || secret is not null ? null : value?.Model,
            DocSummary.Read(property, context.CancellationToken),
            secret is not null,
            isRequired,
            property.IsRequired,
            secret is null
                ? null
                : AttributeArguments.Named(secret, "EnvironmentVariable") as string ?? "MLOPS_SECRET_" + UpperSnake(property.Name),
            constraints,
            isWindow
        );
    }

    private static bool IsNullable(ITypeSymbol type) =>
        type.NullableAnnotation != NullableAnnotation.NotAnnotated || type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;

    /// <summary><c>ApiKey</c> and <c>APIKey</c> are <c>API_KEY</c>.</summary>
    private static string UpperSnake(string name)
    {
        var snake = new StringBuilder();
        for (var i = 0; i < name.Length; i++)
        {
            var startsWord =
                i > 0
                && char.IsUpper(name[i])
                && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])))
                && name[i - 1] != '_';
            if (startsWord)
            {
                snake.Append('_');
            }

            snake.Append(char.ToUpperInvariant(name[i]));
        }

        return snake.ToString();
    }
}
