using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Mlops.Dsl.Analyzers.Flow;

/// <summary>What assignments put into variables, fields and properties, each of which the rules may look at.</summary>
/// <param name="context">Stores what is assigned.</param>
/// <param name="deconstructions">What values are taken apart into.</param>
internal sealed class Assignments(FrameContext context, Deconstructions deconstructions)
{
    /// <summary>Assigns a value.</summary>
    /// <param name="target">What it is stored in.</param>
    /// <param name="value">What is known of it.</param>
    /// <param name="source">Where it comes from.</param>
    public void Assign(IOperation target, FlowValue value, IOperation source)
    {
        if (Symbol(target) is { } symbol)
        {
            foreach (var rule in context.Engine.Rules)
            {
                rule.CheckAssignment(symbol, source, value, context.Engine.Report);
            }
        }

        context.Store(target, value, isWhole: true);
    }

    /// <summary>Assigns a value, or its parts.</summary>
    /// <param name="target">What the value, or its parts, are stored in.</param>
    /// <param name="value">What is known of it.</param>
    /// <param name="source">Where it comes from.</param>
    /// <param name="type">Its type: what stands for a part of a value has the type of the target.</param>
    public void Deconstruct(IOperation target, FlowValue value, IOperation source, ITypeSymbol? type)
    {
        switch (target)
        {
            case IDeclarationExpressionOperation declaration:
                Deconstruct(declaration.Expression, value, source, type);
                break;
            case ITupleOperation { Elements: var targets }:
                var parts = deconstructions.Parts(type, value, targets.Length);
                for (var i = 0; i < targets.Length; i++)
                {
                    Deconstruct(targets[i], parts[i], targets[i], deconstructions.PartType(type, i, targets.Length));
                }

                break;
            default:
                Assign(target, value, source);
                break;
        }
    }

    private static ISymbol? Symbol(IOperation target) =>
        target switch
        {
            ILocalReferenceOperation local => local.Local,
            IParameterReferenceOperation parameter => parameter.Parameter,
            IFieldReferenceOperation field => field.Field,
            IPropertyReferenceOperation property => property.Property,
            IDeclarationExpressionOperation declaration => Symbol(declaration.Expression),
            _ => null,
        };
}
