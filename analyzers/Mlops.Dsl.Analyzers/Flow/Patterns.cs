using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Mlops.Dsl.Analyzers.Flow;

/// <summary>What patterns give their variables, and what they ask.</summary>
/// <param name="context">The body, whose variables they set.</param>
/// <param name="members">What members give that a pattern looks at.</param>
/// <param name="deconstructions">What a pattern takes apart.</param>
internal sealed class Patterns(FrameContext context, MemberReads members, Deconstructions deconstructions)
{
    private const Mark OfSets = Mark.Train | Mark.Validation | Mark.Test | Mark.Fitted;

    /// <summary>The answer to whether a value matches.</summary>
    public FlowValue Matched(IPatternOperation pattern, FlowValue value)
    {
        var told = (value.All | Bind(pattern, value)) & ~context.Symbols.Untold;

        // Of what type something is tells nothing of the rows in it.
        return FlowValue.Of(pattern is IDeclarationPatternOperation or ITypePatternOperation ? told & ~OfSets : told);
    }

    /// <summary>Gives the variables of a pattern their values, and tells the marks of what it looks at.</summary>
    private Mark Bind(IPatternOperation? pattern, FlowValue value)
    {
        switch (pattern)
        {
            case IDeclarationPatternOperation { DeclaredSymbol: { } variable }:
                context.State[variable] = value;
                return Mark.None;
            case IRecursivePatternOperation recursive:
                return BindRecursive(recursive, value);
            case IListPatternOperation list:
                BindVariable(list.DeclaredSymbol, value);
                return list.Patterns.Aggregate(Mark.None, (all, element) => all | Bind(element, value));
            case ISlicePatternOperation slice:
                return Bind(slice.Pattern, value);
            case IBinaryPatternOperation binary:
                return Bind(binary.LeftPattern, value) | Bind(binary.RightPattern, value);
            case INegatedPatternOperation negated:
                return Bind(negated.Pattern, value);
            case IConstantPatternOperation or IRelationalPatternOperation:
                return value.All;
            default:
                return Mark.None;
        }
    }

    private Mark BindRecursive(IRecursivePatternOperation pattern, FlowValue value)
    {
        var looked = Mark.None;
        BindVariable(pattern.DeclaredSymbol, value);
        if (pattern.DeconstructionSubpatterns.Length > 0)
        {
            var parts = deconstructions.Parts(pattern.MatchedType, value, pattern.DeconstructionSubpatterns.Length);
            for (var i = 0; i < parts.Length; i++)
            {
                looked |= Bind(pattern.DeconstructionSubpatterns[i], parts[i]);
            }
        }

        foreach (var property in pattern.PropertySubpatterns)
        {
            var member = property.Member switch
            {
                IPropertyReferenceOperation read => members.Property(property, read, value),
                IFieldReferenceOperation { Field: var read } => members.Field(read, value),
                _ => value,
            };
            looked |= Bind(property.Pattern, member.With(context.Symbols.Of(property.Member.Type).Given));
        }

        return looked;
    }

    private void BindVariable(ISymbol? variable, FlowValue value)
    {
        if (variable is not null)
        {
            context.State[variable] = value;
        }
    }
}
