using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Flow;
using Mlops.Dsl.Analyzers.Leakage;

namespace Mlops.Dsl.Analyzers.Governance;

/// <summary>
/// Something that a helper lets out, whatever its type is: <c>void Note&lt;T&gt;(T item)</c>. What matters is what a caller gives it, so
/// that it is reported where that type is known.
/// </summary>
/// <param name="Rule">The rule that reports it.</param>
/// <param name="Mark">What must not get out.</param>
/// <param name="Place">Where people read it.</param>
/// <param name="Shown">What the helper lets out.</param>
internal sealed record OpenDisclosure(DiagnosticDescriptor Rule, Mark Mark, string Place, IOperation Shown)
{
    /// <summary>What the helper leaves out of what it lets out; null for nothing.</summary>
    public LeftOut? LeftOut { get; init; }

    /// <summary>The argument, with what its type tells that that of the parameter does not.</summary>
    public static FlowArgument Open(FlowArgument argument)
    {
        if (!IsOpen(argument))
        {
            return argument;
        }

        var type = TypeOf(argument);
        return argument with
        {
            Value = argument.Value.With(
                (Printing.HoldsPersonalRows(type) ? Mark.PersonalRow : Mark.None) | (LabelledRow.AreIn(type) ? Mark.LabelledRow : Mark.None)
            ),
        };
    }

    /// <summary>
    /// Reports at the argument that gets into a helper which does not know its type; false if the caller does not know it either. True also
    /// where the helper leaves out what must not get out.
    /// </summary>
    public bool Report(IEnumerable<FlowArgument> arguments, IOperation site, FlowReport report)
    {
        var given = arguments.ToList();
        var leftOut = LeftOut?.In(site, given);
        foreach (var argument in given.Where(IsOpen))
        {
            var type = TypeOf(argument);
            var isRow = Mark == Mark.Pii && Printing.HoldsPersonalRows(type, leftOut);
            if (Printing.IsOpen(type))
            {
                continue;
            }

            if (isRow || (leftOut?.Rest(argument.Value, type) ?? argument.Value).Has(Mark))
            {
                var operation = Printing.Unconverted(argument.Operation) ?? site;
                report.Add(
                    Rule,
                    operation.Syntax.GetLocation(),
                    Sensitive.Properties(operation),
                    isRow ? DescribeRow(type) : Sensitive.Describe(operation, Mark),
                    $"{Place}{Helper(argument)}{report.Path.Describe()}"
                );
                return true;
            }

            // What the helper lets out of it is known now, and is not what must not get out.
            if (leftOut is not null && (argument.Value.Has(Mark) || Printing.HoldsPersonalRows(type)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Reports where the helper lets it out.</summary>
    public void Report(FlowReport report) =>
        report.Add(
            Rule,
            Shown.Syntax.GetLocation(),
            Sensitive.Properties(Shown),
            Mark == Mark.Pii ? "What comes from personal columns" : Sensitive.Describe(Shown, Mark),
            Place + report.Path.Describe()
        );

    private static bool IsOpen(FlowArgument argument) => Printing.IsOpen(argument.Parameter.OriginalDefinition.Type);

    private static ITypeSymbol TypeOf(FlowArgument argument) => Printing.Unconverted(argument.Operation)?.Type ?? argument.Parameter.Type;

    private static string Helper(FlowArgument argument) =>
        argument.Parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Ordinary } helper ? $" in '{helper.Name}'" : "";

    private static string DescribeRow(ITypeSymbol type) =>
        Printing.IsPersonalRow(type) ? $"A whole '{type.Name}', which has personal columns," : "A collection of rows with personal columns";
}
