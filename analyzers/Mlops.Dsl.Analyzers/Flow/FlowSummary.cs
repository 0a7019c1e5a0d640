using System.Collections.Immutable;

namespace Mlops.Dsl.Analyzers.Flow;

/// <summary>What comes out of a call.</summary>
/// <param name="Value">What it returns.</param>
/// <param name="Receiver">The object that it belongs to, afterwards.</param>
/// <param name="Arguments">The objects that the parameters were given, afterwards; of a by-reference parameter, the variable's
/// value.</param>
/// <param name="Captured">The variables of enclosing bodies, afterwards.</param>
internal sealed record FlowResult(FlowValue Value, FlowValue Receiver, ImmutableArray<FlowValue> Arguments, FlowState Captured)
{
    /// <summary>What it lets out that only its callers know the type of.</summary>
    public ImmutableArray<OpenFinding> Open { get; init; } = [];

    /// <inheritdoc />
    public bool Equals(FlowResult? other) =>
        other is not null
        && Value.Equals(other.Value)
        && Receiver.Equals(other.Receiver)
        && Arguments.SequenceEqual(other.Arguments)
        && Captured.Equals(other.Captured)
        && Open.SequenceEqual(other.Open);

    /// <inheritdoc />
    public override int GetHashCode() => Value.GetHashCode();
}

/// <summary>A call by what goes in.</summary>
internal sealed record FlowKey(FlowBody Body, FlowValue Receiver, ImmutableArray<FlowValue> Arguments, FlowState Captured)
{
    /// <inheritdoc />
    public bool Equals(FlowKey? other) =>
        other is not null
        && ReferenceEquals(Body, other.Body)
        && Receiver.Equals(other.Receiver)
        && Arguments.SequenceEqual(other.Arguments)
        && Captured.Equals(other.Captured);

    /// <inheritdoc />
    public override int GetHashCode() =>
        Arguments.Aggregate(
            System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(Body) ^ Receiver.GetHashCode(),
            static (hash, value) => (hash * 31) ^ value.GetHashCode()
        );
}

/// <summary>A call's result, as far as it is known.</summary>
/// <param name="depth">How many calls were running when it began.</param>
internal sealed class FlowSummary(int depth)
{
    public int Depth => depth;

    public bool IsRunning { get; set; } = true;

    /// <summary>At first: that nothing comes out, which is how a recursion begins.</summary>
    public FlowResult Result { get; set; } = new(FlowValue.None, FlowValue.None, [], new FlowState());
}
