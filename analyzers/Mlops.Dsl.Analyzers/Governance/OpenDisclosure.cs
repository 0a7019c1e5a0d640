using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Flow;
using Mlops.Dsl.Analyzers.Vocabulary;

namespace Mlops.Dsl.Analyzers.Governance;

/// <summary>
/// Something that a helper lets out, whatever its type is: <c>void Note&lt;T&gt;(T item)</c>. What matters is what a caller gives it, so
/// that it is reported where that type is known.
/// </summary>
/// <param name="Rule">The rule that reports it.</param>
/// <param name="Mark">What must not get out.</param>
/// <param name="Place">Where people read it.</param>
/// <param name="Shown">What the helper lets out.</param>
internal sealed record OpenDisclosure(DiagnosticDescriptor Rule, Mark Mark, string Place, IOperation Shown) : OpenFinding
{
    /// <summary>What the helper leaves out of what it lets out; null for nothing.</summary>
    public LeftOut? LeftOut { get; init; }

    /// <inheritdoc />
    public override bool Report(IEnumerable<FlowArgument> arguments, IOperation site, FlowReport report)
    {
        var given = arguments.ToList();
        var leftOut = LeftOut?.In(site, given);
        foreach (var argument in given.Where(IsOpen))
        {
            var type = TypeOf(argument);
            var isMasked = MaskedRow.Is(type, argument.Value, Texts.Unconverted(argument.Operation));
            var isRow = Mark == Mark.Pii && !isMasked && PersonalRow.AreIn(type, leftOut is null ? null : leftOut.Has);
            if (OpenTypes.Include(type))
            {
                continue;
            }

            if (isRow || (leftOut?.Rest(argument.Value, type) ?? argument.Value).Has(Mark))
            {
                var operation = Texts.Unconverted(argument.Operation) ?? site;
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
            if (isMasked || (leftOut is not null && (argument.Value.Has(Mark) || PersonalRow.AreIn(type))))
            {
                return true;
            }
        }

        return false;
    }

    /// <inheritdoc />
    public override void Report(FlowReport report) =>
        report.Add(
            Rule,
            Shown.Syntax.GetLocation(),
            Sensitive.Properties(Shown),
            Mark == Mark.Pii ? "What comes from personal columns" : Sensitive.Describe(Shown, Mark),
            Place + report.Path.Describe()
        );

    private static bool IsOpen(FlowArgument argument) => OpenTypes.Include(argument.Parameter.OriginalDefinition.Type);

    private static ITypeSymbol TypeOf(FlowArgument argument) => Texts.Unconverted(argument.Operation)?.Type ?? argument.Parameter.Type;

    private static string Helper(FlowArgument argument) =>
        argument.Parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Ordinary } helper ? $" in '{helper.Name}'" : "";

    private static string DescribeRow(ITypeSymbol type) =>
        PersonalRow.Is(type) ? $"A whole '{type.Name}', which has personal columns," : "A collection of rows with personal columns";
}
