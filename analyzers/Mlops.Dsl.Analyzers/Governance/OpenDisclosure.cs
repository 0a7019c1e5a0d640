using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Flow;

namespace Mlops.Dsl.Analyzers.Governance;

/// <summary>
/// Something that a helper lets out, whatever its type is: <c>void Note&lt;T&gt;(T item)</c>. What matters is what a caller gives it, so that it is reported where that type is known.
/// </summary>
/// <param name="Rule">The rule that reports it.</param>
/// <param name="Place">Where people read it.</param>
internal sealed record OpenDisclosure(DiagnosticDescriptor Rule, string Place)
{
    /// <summary>Reports at the argument by which a whole row gets into a helper that does not know its type; false if the caller does not know it either.</summary>
    public bool Report(IEnumerable<FlowArgument> arguments, IOperation site, FlowReport report)
    {
        foreach (var argument in arguments)
        {
            if (TypeOf(argument) is { } type && Printing.IsOpen(argument.Parameter.OriginalDefinition.Type) && Printing.HoldsPersonalRows(type))
            {
                var operation = Printing.Unconverted(argument.Operation) ?? site;
                report.Add(Rule, operation.Syntax.GetLocation(), Sensitive.Properties(operation), Describe(type, argument.Parameter), Place + report.Path.Describe());
                return true;
            }
        }

        return false;
    }

    /// <summary>The arguments, with what their types tell that those of the parameters do not.</summary>
    public static FlowArgument Open(FlowArgument argument) =>
        Printing.IsOpen(argument.Parameter.OriginalDefinition.Type) && TypeOf(argument) is { } type && Printing.HoldsPersonalRows(type)
            ? argument with { Value = argument.Value.With(Mark.PersonalRow) }
            : argument;

    private static ITypeSymbol? TypeOf(FlowArgument argument) => Printing.Unconverted(argument.Operation)?.Type ?? argument.Parameter.Type;

    private static string Describe(ITypeSymbol type, IParameterSymbol parameter) =>
        Printing.IsPersonalRow(type) ? $"A whole '{type.Name}', which has personal columns and which '{parameter.ContainingSymbol.Name}' is given,"
        : $"Whole rows with personal columns, which '{parameter.ContainingSymbol.Name}' is given,";
}
