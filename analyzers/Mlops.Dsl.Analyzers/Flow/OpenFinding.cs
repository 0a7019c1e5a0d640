using Microsoft.CodeAnalysis;

namespace Mlops.Dsl.Analyzers.Flow;

/// <summary>
/// Something that a rule finds in a helper, whatever its type is: <c>void Note&lt;T&gt;(T item)</c>. What matters is what a caller gives
/// it, so that it is reported where that type is known.
/// </summary>
internal abstract record OpenFinding
{
    /// <summary>
    /// Reports at the argument that gets into a helper which does not know its type; false if the caller does not know it either. True also
    /// where the helper does nothing with it that is to be reported.
    /// </summary>
    public abstract bool Report(IEnumerable<FlowArgument> arguments, IOperation site, FlowReport report);

    /// <summary>Reports in the helper.</summary>
    public abstract void Report(FlowReport report);
}
