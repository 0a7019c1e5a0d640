using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Mlops.Dsl.Mutants.Making;

internal sealed partial class MutantRewriter
{
    private IEnumerable<(MutantKind Kind, string After)> ConstantsOf(ExpressionSyntax original)
    {
        if (
            (original is LiteralExpressionSyntax or IdentifierNameSyntax or MemberAccessExpressionSyntax)
            && original.Parent is not (InterpolationSyntax or PrefixUnaryExpressionSyntax)
            && model.GetConstantValue(original) is { HasValue: true, Value: { } value }
            && (original is LiteralExpressionSyntax || IsOwnConstant(original))
        )
        {
            var other = value switch
            {
                true => "false",
                false => "true",
                string { Length: 0 } => "\"~\"",
                string => $"({original} + \"~\")",
                char letter => $"(char){(letter + 1).ToString(CultureInfo.InvariantCulture)}",
                byte or sbyte or short or ushort or int or uint or long or ulong or float or double => $"({original} + 1)",
                _ => null,
            };
            if (other is not null && !IsWord(original))
            {
                yield return (MutantKind.Constant, other);
            }
        }
    }

    private bool IsOwnConstant(ExpressionSyntax name) =>
        model.GetSymbolInfo(name).Symbol is IFieldSymbol { IsConst: true } field
        && field.ContainingType.TypeKind != TypeKind.Enum
        && SymbolEqualityComparer.Default.Equals(field.ContainingAssembly, model.Compilation.Assembly);

    /// <summary>Whether a text is part of a sentence for people: no test should hold every letter of these.</summary>
    private bool IsWord(ExpressionSyntax original) =>
        model.GetTypeInfo(original).Type is { SpecialType: SpecialType.System_String }
        && (model.GetConstantValue(original).Value as string)!.Contains(' ', StringComparison.Ordinal)
        && !original.ToString().Contains("\"\"\"", StringComparison.Ordinal);

    private IEnumerable<(MutantKind Kind, string After)> ReturnsOf(ExpressionSyntax original, TypeInfo type)
    {
        if (
            original.Parent is not (ReturnStatementSyntax or ArrowExpressionClauseSyntax)
            || original is LiteralExpressionSyntax or RefExpressionSyntax or ThrowExpressionSyntax
            || original.IsKind(SyntaxKind.DefaultExpression)
            || type.ConvertedType is not { } converted
            || converted.SpecialType == SpecialType.System_Boolean
        )
        {
            yield break;
        }

        if (original is CollectionExpressionSyntax { Elements.Count: 0 })
        {
            yield break;
        }

        yield return (
            MutantKind.Returned,
            converted.SpecialType == SpecialType.System_String ? "\"\"" : $"default({converted.ToDisplayString(TypeFormat)})!"
        );
        if (IsNumber(converted) && converted.SpecialType >= SpecialType.System_Int32)
        {
            yield return (MutantKind.Returned, $"({original}) + 1");
        }
    }

    private IEnumerable<(MutantKind Kind, string After)> SkippedCallsOf(ExpressionSyntax original, TypeInfo type)
    {
        if (
            original is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } coalesce
            && coalesce.Right is not ThrowExpressionSyntax
        )
        {
            yield return (MutantKind.Skipped, coalesce.Right.ToString());
        }

        if (
            original
                is InvocationExpressionSyntax
                {
                    Expression: MemberAccessExpressionSyntax { RawKind: (int)SyntaxKind.SimpleMemberAccessExpression } call
                }
            && model.GetTypeInfo(call.Expression).Type is { } receiver
        )
        {
            var conversion = model.Compilation.ClassifyConversion(receiver, type.ConvertedType!);
            if (conversion.IsIdentity || (conversion.IsImplicit && conversion.IsReference))
            {
                yield return (MutantKind.Skipped, call.Expression.ToString());
            }
            else if (type.Type is INamedTypeSymbol { Name: "IOrderedEnumerable" })
            {
                yield return (MutantKind.Skipped, $"{call.Expression}.OrderBy(static _ => 0)");
            }
        }
    }
}
