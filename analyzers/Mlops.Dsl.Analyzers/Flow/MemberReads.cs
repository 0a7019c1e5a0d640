using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Mlops.Dsl.Analyzers.Flow;

/// <summary>What reading a field or property gives: what was put into it, and what the rules say of it.</summary>
/// <param name="context">The body that reads.</param>
/// <param name="own">Calls of accessors that have code.</param>
internal sealed class MemberReads(FrameContext context, OwnCalls own)
{
    /// <summary>Whether the engine sees what is assigned to a property: the user's own, and those of anonymous types.</summary>
    public static bool AreSeen(IPropertySymbol property) =>
        property.ContainingType.IsAnonymousType || property.ContainingType.Locations.Any(static location => location.IsInSource);

    /// <summary>What a static field holds.</summary>
    public FlowValue Static(IFieldSymbol field) =>
        Marked(field, InitialValues.Of(context.Engine, field, field.Type, FlowValue.None).Join(context.Engine.Statics.Find(field)));

    /// <summary>What a field of an object holds.</summary>
    public FlowValue Field(IFieldSymbol field, FlowValue instance) =>
        Marked(
            field,
            field.ContainingType.IsTupleType
                ? instance.Element(PartNames.Of(field))
                : instance.Member(PartNames.Of(field)).Join(InitialValues.Of(context.Engine, field, field.Type, instance))
        );

    /// <summary>What a property gives.</summary>
    /// <param name="read">The property, where it is read.</param>
    /// <param name="instance">What is known of the object.</param>
    /// <param name="arguments">What an indexer is given.</param>
    public FlowValue Property(IPropertyReferenceOperation read, FlowValue instance, ImmutableArray<FlowArgument> arguments)
    {
        SeeAsked(read, instance);
        return Column(read.Property, instance, Read(read.Property, read, read.Instance, instance, arguments));
    }

    /// <summary>What a property gives that a pattern looks at.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <param name="read">The property, of the object that the pattern is about.</param>
    /// <param name="instance">What is known of that object.</param>
    public FlowValue Property(IPropertySubpatternOperation pattern, IPropertyReferenceOperation read, FlowValue instance)
    {
        SeeAsked(read, instance);
        return Column(read.Property, instance, Read(read.Property, pattern, target: null, instance, []));
    }

    /// <summary>What a column gives: one that was set to what a declared transformation made is not what it is declared as.</summary>
    public FlowValue Column(IPropertySymbol column, FlowValue row, FlowValue value) =>
        row.IsSet(column.Name, Mark.Deidentified) && context.Symbols.Of(column) is var facts
            ? value.Without(facts.Removed).With(facts.Given & ~Mark.Pii)
            : Marked(column, value);

    private FlowValue Marked(ISymbol member, FlowValue value) => context.Symbols.Of(member).On(value);

    private FlowValue Read(
        IPropertySymbol property,
        IOperation site,
        IOperation? target,
        FlowValue instance,
        ImmutableArray<FlowArgument> arguments
    )
    {
        if (property.GetMethod is { } getter && own.Targets(getter) is { Length: > 0 } targets)
        {
            return own.Follow(targets, new CallSite(getter, site, target, instance, arguments));
        }

        // A property of a library's type gives something that is in the object; an indexer, what is under the key that it is given.
        return AreSeen(property)
            ? instance
                .Member(property.Name)
                .Join(InitialValues.Of(context.Engine, property, property.Type, instance))
                .Join(property.IsStatic ? context.Engine.Statics.Find(property) : FlowValue.None)
            : LibraryObjects
                .Read(property, instance, arguments is [var key] ? key.Operation : null)
                .With(arguments.Aggregate(Mark.None, static (all, a) => all | a.Value.All) & context.Symbols.Told);
    }

    /// <summary>Has rules look at what a prediction reads of the row that it is asked about.</summary>
    private void SeeAsked(IPropertyReferenceOperation read, FlowValue row)
    {
        if (row.Has(Mark.Asked))
        {
            foreach (var rule in context.Engine.Rules)
            {
                rule.CheckAsked(read.Property, read, context.Engine.Report);
            }
        }
    }
}
