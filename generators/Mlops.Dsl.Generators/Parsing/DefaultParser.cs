using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mlops.Dsl.Generators.Binding;
using Mlops.Dsl.Generators.Model;
using Mlops.Dsl.Generators.Symbols;

namespace Mlops.Dsl.Generators.Parsing;

/// <summary>A property's default.</summary>
/// <param name="Model">How it is shown.</param>
/// <param name="IsExplicit">Whether the user wrote it, rather than leaving the type's own.</param>
internal sealed record ParsedDefault(DefaultModel Model, bool IsExplicit);

/// <summary>Reads the default that a property's initializer gives it.</summary>
internal static class DefaultParser
{
    private const int LongestText = 80;

    /// <summary>The default; null for a reference that starts as null.</summary>
    public static ParsedDefault? Parse(IPropertySymbol property, PipelineMembers members, ParseContext context)
    {
        if (Initializer(property, context.CancellationToken) is not { } expression)
        {
            return Implicit(property.Type);
        }

        var (isConstant, value) = Constant(expression, members, context);
        if (isConstant && value is null && !property.Type.IsValueType)
        {
            return null;
        }

        var text = PlainText.OneLine(expression.ToString());
        return new ParsedDefault(
            new DefaultModel(Shorten(text), isConstant ? Json(property.Type, value) ?? Expression(text) : Expression(text)),
            IsExplicit: true
        );
    }

    private static ExpressionSyntax? Initializer(IPropertySymbol property, CancellationToken cancellationToken)
    {
        foreach (var reference in property.DeclaringSyntaxReferences)
        {
            if (reference.GetSyntax(cancellationToken) is PropertyDeclarationSyntax { Initializer.Value: { } value })
            {
                return value;
            }
        }

        return null;
    }

    private static (bool IsConstant, object? Value) Constant(ExpressionSyntax expression, PipelineMembers members, ParseContext context)
    {
        // Literals need no binding, and most defaults are literals.
        if (expression is LiteralExpressionSyntax literal && !literal.IsKind(SyntaxKind.DefaultLiteralExpression))
        {
            return (true, literal.Token.Value);
        }

        if (expression is PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } suppressed)
        {
            return Constant(suppressed.Operand, members, context);
        }

        // A member of another type, such as Defaults.Seed, is the same to all pipelines that see the same names.
        return
            expression is MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax type }
            && context.Type.GetMembers(type.Identifier.ValueText).IsEmpty
            && expression.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } part
            ? members.ScopeOf(part).GetOrAddConstant(expression.ToString(), () => Bind(expression, context))
            : Bind(expression, context);
    }

    private static (bool IsConstant, object? Value) Bind(ExpressionSyntax expression, ParseContext context)
    {
        var constant = context.Compilation.GetSemanticModel(expression.SyntaxTree).GetConstantValue(expression, context.CancellationToken);
        return (constant.HasValue, constant.Value);
    }

    private static ParsedDefault? Implicit(ITypeSymbol type)
    {
        if (!type.IsValueType || type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T)
        {
            return null;
        }

        var text = type.SpecialType switch
        {
            SpecialType.System_Boolean => "false",
            SpecialType.System_Char => "'\\0'",
            >= SpecialType.System_SByte and <= SpecialType.System_Double => "0",
            _ => "default",
        };
        return new ParsedDefault(new DefaultModel(text, text is "0" or "false" ? text : Expression(text)), IsExplicit: false);
    }

    private static string? Json(ITypeSymbol type, object? value)
    {
        var target = type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable
            ? nullable.TypeArguments[0]
            : type;
        return target.TypeKind == TypeKind.Enum && value is not null
            ? EnumText.NameOf(target, value) is { } name
                ? JsonText.Quote(name)
                : null
            : Literal.Json(value);
    }

    /// <summary>A default that only running the program would compute: the manifest says the code that does.</summary>
    private static string Expression(string code) => $"{{ \"expression\": {JsonText.Quote(code)} }}";

    private static string Shorten(string text) => text.Length <= LongestText ? text : text.Substring(0, LongestText - 1) + "…";
}
