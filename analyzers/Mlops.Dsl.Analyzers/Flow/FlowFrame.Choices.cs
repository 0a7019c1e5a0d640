using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Mlops.Dsl.Analyzers.Vocabulary;

namespace Mlops.Dsl.Analyzers.Flow;

/// <summary>
/// What a measurement decides. Where one decides whether a block runs, what the block stores was chosen by it. Only rules that ask for it
/// make anything of that: with other marks, a branch carries nothing.
/// </summary>
internal sealed partial class FlowFrame
{
    private static readonly HashSet<string> Choosers = new(StringComparer.Ordinal)
    {
        "MinBy",
        "MaxBy",
        "OrderBy",
        "OrderByDescending",
        "ThenBy",
        "ThenByDescending",
        "Order",
        "First",
        "FirstOrDefault",
        "Single",
        "Last",
        "Where",
        "Find",
    };

    private readonly Mark[] _choices;
    private Mark _choice;

    /// <summary>An element of a sequence that was chosen by what a lambda measured; or the best of what it measured.</summary>
    private FlowValue Chosen(
        IMethodSymbol method,
        FlowValue result,
        FlowValue sequence,
        FlowValue measured,
        ImmutableArray<FlowArgument> arguments
    )
    {
        var chosen = _engine.Symbols.Chosen(measured.All);
        return Choosers.Contains(method.Name) ? result.With(chosen)
            : chosen != Mark.None && method.Name is "Max" or "Min" or "Select" && IsOfCandidates(sequence, arguments)
                ? result.With(method.Name == "Select" ? Mark.Candidates : chosen | Mark.Best)
            : method.Name is "Max" or "Min" && sequence.Has(Mark.Candidates)
                ? result.Without(Mark.Candidates).With(_engine.Symbols.Chosen(sequence.All) | Mark.Best)
            : result;
    }

    /// <summary>
    /// Whether models are gone through, or settings with each of which a lambda fits one. Of groups of held-out rows, the best or worst
    /// measurement is one of the model that is measured.
    /// </summary>
    private static bool IsOfCandidates(FlowValue sequence, ImmutableArray<FlowArgument> arguments) =>
        !sequence.Has(Mark.Test | Mark.Validation)
        && (
            sequence.Has(Mark.Fitted)
            || arguments.Any(static a =>
                a.Operation?.Syntax is AnonymousFunctionExpressionSyntax lambda
                && lambda.DescendantNodes().OfType<InvocationExpressionSyntax>().Any(IsFitting)
            )
        );

    private static bool IsFitting(InvocationExpressionSyntax call) =>
        call.Expression switch
        {
            MemberAccessExpressionSyntax access => FittingNames.IsFitting(access.Name.Identifier.ValueText),
            SimpleNameSyntax name => FittingNames.IsFitting(name.Identifier.ValueText),
            _ => false,
        };

    /// <summary>Whether a call chooses elements by what a function says of them.</summary>
    public static bool Chooses(IMethodSymbol method) =>
        (Choosers.Contains(method.Name) || method.Name is "Max" or "Min" or "Select")
        && method.Parameters.Any(static parameter => parameter.Type.TypeKind == TypeKind.Delegate);

    private void Choose(BasicBlock block, Mark chosen)
    {
        if (chosen == Mark.None)
        {
            return;
        }

        foreach (var dependent in Dependents(block))
        {
            if ((_choices[dependent] & chosen) != chosen)
            {
                _choices[dependent] |= chosen;
                if (_starts[dependent] is not null)
                {
                    _pending.Add(dependent);
                }
            }
        }
    }

    /// <summary>
    /// The blocks that run or not as a branch decides: those that can be avoided on the way to the end (Ferrante, Ottenstein, Warren,
    /// 1987).
    /// </summary>
    private List<int> Dependents(BasicBlock branch)
    {
        var reached = new HashSet<int>();
        Reach(branch.FallThroughSuccessor?.Destination, avoided: -1, reached);
        Reach(branch.ConditionalSuccessor?.Destination, avoided: -1, reached);
        var end = _starts.Length - 1;
        return [.. reached.Where(block => block != end && CanAvoid(branch, block, end))];
    }

    private static bool CanAvoid(BasicBlock branch, int block, int end)
    {
        var reached = new HashSet<int>();
        Reach(branch.FallThroughSuccessor?.Destination, block, reached);
        Reach(branch.ConditionalSuccessor?.Destination, block, reached);
        return reached.Contains(end);
    }

    private static void Reach(BasicBlock? start, int avoided, HashSet<int> reached)
    {
        if (start is null || start.Ordinal == avoided || !reached.Add(start.Ordinal))
        {
            return;
        }

        Reach(start.FallThroughSuccessor?.Destination, avoided, reached);
        Reach(start.ConditionalSuccessor?.Destination, avoided, reached);
    }
}
