using Microsoft.CodeAnalysis;
using Mlops.Dsl.Generators.Codecs;
using Mlops.Dsl.Generators.Model;
using Mlops.Dsl.Generators.Parsing;

namespace Mlops.Dsl.Generators.Rows;

/// <summary>Reads row types.</summary>
internal static class RowParser
{
    /// <summary>The row type; null where it can't be extended, for which rules of their own report why.</summary>
    public static RowModel? Parse(INamedTypeSymbol type, Compilation compilation, CancellationToken cancellationToken)
    {
        if (!LanguageSupport.Holds(compilation) || !RowTypeShape.CanBeExtended(type) || CodecHome.Inside(type) is not { } home)
        {
            return null;
        }

        var codecName = FreeName(type, "RowCodec");
        var planner = new CodecPlanner(compilation);
        var (model, plan) = planner.PlanRow(type, home, codecName);
        var columns = CodecPlans.Of(compilation).Columns(type, cancellationToken);
        return new RowModel(
            CodecNames.Hint(home, "Row", home.FullName),
            home,
            TypeText.Display(type),
            columns,
            model is null ? null : plan.Expression,
            plan.Problem,
            model is null ? default : plan.Generated.Append(model).ToEquatableArray(),
            RowCreation.Plan(type, columns, planner.CanName),
            !IsTaken(type, "Schema"),
            !IsTaken(type, "Columns"),
            planner.DependsOnBodies);
    }

    private static string FreeName(INamedTypeSymbol type, string wish)
    {
        var name = wish;
        for (var i = 2; IsTaken(type, name); i++)
        {
            name = wish + i.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        return name;
    }

    private static bool IsTaken(INamedTypeSymbol type, string name)
    {
        for (var declaring = type; declaring is { SpecialType: SpecialType.None }; declaring = declaring.BaseType)
        {
            if (declaring.Name == name || declaring.GetMembers(name).Length > 0)
            {
                return true;
            }
        }

        return false;
    }
}
