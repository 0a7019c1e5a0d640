using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mlops.Dsl.Generators.Columns;
using Mlops.Dsl.Generators.Symbols;

namespace Mlops.Dsl.Generators.Codecs;

/// <summary>
/// Writes the schema of an artifact's codec, as the planned codec itself writes it at run time: the manifest tells by it whether an
/// artifact's format changes.
/// It is for types that <see cref="CodecPlanner"/> has a plan for.
/// </summary>
internal sealed class CodecSchema(CodecScope scope)
{
    // A row has codecs of its own for the types that it is made of, so that such a type may be met both outside and inside the row.
    private readonly List<(INamedTypeSymbol Type, INamedTypeSymbol? Row)> _described = [];
    private INamedTypeSymbol? _row;

    /// <summary>The schema, such as <c>raw(object(Id:string?,Area:string?))</c>.</summary>
    public string Of(ITypeSymbol type, bool mayBeNull = false)
    {
        var promisesValue = type.NullableAnnotation == NullableAnnotation.NotAnnotated && !mayBeNull;
        return !type.IsReferenceType || promisesValue ? OfValue(type) : OfValue(type) + "?";
    }

    private string OfValue(ITypeSymbol type)
    {
        if (BuiltInCodecs.Scalar(type) is { } scalar)
        {
            return SchemaNames.OfScalar(scalar);
        }

        return type switch
        {
            IArrayTypeSymbol { Rank: 1 } array => $"list({Of(array.ElementType)})",
            IArrayTypeSymbol array => $"array{array.Rank.ToString(CultureInfo.InvariantCulture)}({Of(array.ElementType)})",
            INamedTypeSymbol named => OfNamed(named),
            _ => "",
        };
    }

    private string OfNamed(INamedTypeSymbol type)
    {
        if (type.IsLanguageType("FileSet") || type.IsLanguageType("FileArtifact"))
        {
            return type.Name == "FileSet" ? "list(file)" : "file";
        }

        if (type is { Name: "Model", TypeArguments: [var input, var prediction] } && type.IsInLanguage())
        {
            return $"model(1,{OfValue(input)},{OfValue(prediction)})";
        }

        if (type.Find("ArtifactCodec") is { } attribute)
        {
            return OfCustom(attribute);
        }

        if (RowKinds.Of(type) != RowKind.None)
        {
            return OfRow(type);
        }

        if (type.TypeKind == TypeKind.Enum)
        {
            return SchemaNames.OfEnum(type);
        }

        if (type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T)
        {
            return Of(type.TypeArguments[0]) + "?";
        }

        var arguments = (type.IsTupleType ? type.TupleUnderlyingType ?? type : type).TypeArguments.Select(argument => Of(argument));
        return type.IsTupleType ? $"tuple({string.Join(",", arguments)})"
            : BuiltInCodecs.Factory(type) is { } factory ? SchemaNames.OfFactory(factory, string.Join(",", arguments))
            : OfObject(type, columnsMayBeNull: false);
    }

    /// <summary>The schema that a user's codec says as a literal; otherwise the codec's name, because only running it would tell.</summary>
    private static string OfCustom(AttributeData attribute)
    {
        var codec = (INamedTypeSymbol)attribute.ConstructorArguments[0].Value!;
        var syntax =
            codec.OriginalDefinition.GetMembers("Schema").FirstOrDefault()?.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax()
            as PropertyDeclarationSyntax;
        return (syntax?.ExpressionBody?.Expression ?? syntax?.Initializer?.Value) is LiteralExpressionSyntax { Token.Value: string schema }
            ? schema
            : $"custom({TypeText.Display(codec)})";
    }

    private string OfRow(INamedTypeSymbol row)
    {
        var outer = _row;
        _row = row;
        var schema = OfObject(row, columnsMayBeNull: true);
        _row = outer;
        return schema;
    }

    private string OfObject(INamedTypeSymbol named, bool columnsMayBeNull)
    {
        var type = (INamedTypeSymbol)named.WithNullableAnnotation(NullableAnnotation.NotAnnotated);
        if (
            _described.Exists(known =>
                SymbolEqualityComparer.IncludeNullability.Equals(known.Type, type) && SymbolEqualityComparer.Default.Equals(known.Row, _row)
            )
        )
        {
            return $"^{TypeText.Display(type)}";
        }

        _described.Add((type, _row));
        var schema = type.IsAbstract
            ? $"oneof({string.Join(",", Cases(type))})"
            : $"object({string.Join(",", Members(type, columnsMayBeNull))})";
        _described.RemoveAt(_described.Count - 1);
        return schema;
    }

    private List<string> Cases(INamedTypeSymbol type) => [.. CodecCases.Of(type).Select(known => $"{known.Name}:{OfValue(known.Type)}")];

    private List<string> Members(INamedTypeSymbol type, bool columnsMayBeNull)
    {
        if (RowKinds.Of(type) == RowKind.View)
        {
            var columns = ViewPlan.Find(type, scope.Compilation, CancellationToken.None).Plan?.Columns ?? [];
            return [.. columns.Select(column => $"{column.Model.Name}:{Of(column.Property.Type, columnsMayBeNull)}")];
        }

        var state = new StateMembers(scope.CanName);
        _ = state.Collect(type);
        return [.. state.Members.Select(member => $"{member.Name}:{Of(member.Type, columnsMayBeNull)}")];
    }
}
