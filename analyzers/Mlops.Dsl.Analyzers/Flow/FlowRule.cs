using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Infrastructure;
using Mlops.Dsl.Generators.Binding;

namespace Mlops.Dsl.Analyzers.Flow;

/// <summary>
/// A rule about where values come from and where they get: sources give marks, sanitizers take them away, sinks look at them. Everything in
/// between is the engine's business. The engine asks for the marks of a symbol once per compilation, and runs all rules in one pass.
/// </summary>
internal abstract class FlowRule
{
    /// <summary>What the rule may report.</summary>
    public abstract ImmutableArray<DiagnosticDescriptor> Descriptors { get; }

    /// <summary>A source: the marks of every value of a type.</summary>
    public virtual Mark MarksOfType(ITypeSymbol type, KnownTypes types) => Mark.None;

    /// <summary>
    /// A source: the marks of what reading a property or field, or calling a method, gives. Members of the user's are seen as they are
    /// declared.
    /// </summary>
    public virtual Mark MarksOfMember(ISymbol member, KnownTypes types) => Mark.None;

    /// <summary>A sanitizer: the marks that what a method returns, or a property gives, never has.</summary>
    public virtual Mark Removes(ISymbol member, KnownTypes types) => Mark.None;

    /// <summary>
    /// The marks that a value gets from the condition of the expression that chose it, because it tells of what was asked.
    /// </summary>
    public virtual Mark Told => Mark.None;

    /// <summary>
    /// The marks that a number with these marks has for a function of single rows that takes it from outside: it tells of all rows.
    /// </summary>
    public virtual Mark OfAll(Mark marks) => Mark.None;

    /// <summary>The marks that a call leaves in the collection that it changes, whatever it puts there.</summary>
    public virtual Mark Left(FlowCall call) => Mark.None;

    /// <summary>The marks that a collection gets because the elements of several others are put into it.</summary>
    public virtual Mark Together(IOperation collection, IReadOnlyList<FlowValue> parts, FlowReport report) => Mark.None;

    /// <summary>The marks that a number with these marks has after a loop has added it up.</summary>
    public virtual Mark Accumulated(Mark marks) => Mark.None;

    /// <summary>The marks that a list gets because something is put at a place in it that something with these marks tells.</summary>
    public virtual Mark Placed(Mark index) => Mark.None;

    /// <summary>The marks of a value that the answer to a question about it, a yes or no, does not have.</summary>
    public virtual Mark Untold => Mark.None;

    /// <summary>
    /// For which marks the rule wants to see a use of a method, property, field or type that a helper makes of values with them. What a
    /// helper does with values that no rule is interested in is not followed. <see cref="Mark.Any"/> where it matters whatever the values
    /// are. Asked once of each definition.
    /// </summary>
    public virtual Mark Interest(ISymbol used) => Mark.None;

    /// <summary>
    /// For which marks the rule wants to see a use of a method because it takes whole sets of rows. Asked of a generic method with what it
    /// is constructed with.
    /// </summary>
    public virtual Mark InterestInSets(IMethodSymbol method) => Mark.None;

    /// <summary>What a value was chosen by, if a measurement with these marks decided.</summary>
    public virtual Mark Chosen(Mark measurement) => Mark.None;

    /// <summary>The marks that the result of an operator has because its operands met.</summary>
    public virtual Mark Combined(Mark left, Mark right) => Mark.None;

    /// <summary>What a stage takes, given what the stage before it made.</summary>
    public virtual FlowValue Input(InputBinding input, PipelineFlow pipeline, FlowValue value) => value;

    /// <summary>A call that makes something else of the marks: its result, given what it would be without the rule.</summary>
    public virtual FlowValue Result(FlowCall call, FlowValue result) => result;

    /// <summary>The marks that a call never leaves in the object that it is called on, because they were reported at the call.</summary>
    public virtual Mark Settles(FlowCall call) => Mark.None;

    /// <summary>A source: what a stage makes, given what it would be without the rule.</summary>
    public virtual FlowValue Output(OutputDeclaration output, PipelineFlow pipeline, FlowValue value) => value;

    /// <summary>A sink: a call of a method or constructor, wherever a stage gets to.</summary>
    public virtual void Check(FlowCall call, FlowReport report) { }

    /// <summary>
    /// A sink: what came out of a call of the user's own code, as its result or in its object, which the engine has followed.
    /// </summary>
    public virtual void CheckMade(FlowCall call, FlowValue made, FlowReport report) { }

    /// <summary>The marks that the rule has reported at a call, whose code is not to be blamed for them again.</summary>
    public virtual Mark Reported(FlowCall call) => Mark.None;

    /// <summary>A sink: what a call gives.</summary>
    public virtual void CheckResult(FlowCall call, FlowValue result, FlowReport report) { }

    /// <summary>A sink: a variable, field or property that takes a value.</summary>
    /// <param name="target">A local, parameter, field or property.</param>
    /// <param name="value">The expression.</param>
    /// <param name="marks">What is known of it.</param>
    /// <param name="report">Where to report.</param>
    public virtual void CheckAssignment(ISymbol target, IOperation value, FlowValue marks, FlowReport report) { }

    /// <summary>A sink: a property that is read of the row that a model has to predict something of.</summary>
    public virtual void CheckAsked(IPropertySymbol column, IOperation read, FlowReport report) { }

    /// <summary>A sink: what a method of the user's returns.</summary>
    public virtual void CheckReturn(IMethodSymbol method, IOperation value, FlowValue marks, FlowReport report) { }

    /// <summary>
    /// Reports what only all of what was seen together tells: of a pipeline at the end of a build, of one stage while it is typed.
    /// </summary>
    public virtual void Complete(FlowReport report) { }

    /// <summary>
    /// A sink: what a stage takes and makes of it. Runs at the end of a build, the stages in the order in which they run.
    /// </summary>
    public virtual void Check(StageFlow stage, PipelineFlow pipeline, FlowReport report) { }
}
