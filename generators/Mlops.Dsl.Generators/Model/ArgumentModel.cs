namespace Mlops.Dsl.Generators.Model;

/// <summary>Where the value of a stage's parameter comes from.</summary>
internal enum ArgumentKind
{
    Input,
    Context,
    CancellationToken,
    Service,

    /// <summary>Nothing is given: the parameter has its default.</summary>
    Default,
}

/// <summary>One argument of a stage's call.</summary>
/// <param name="Parameter">The parameter's name.</param>
/// <param name="Kind">Where it comes from.</param>
/// <param name="Type">The C# type of the slot or the service.</param>
/// <param name="Input">The position among the inputs.</param>
internal sealed record ArgumentModel(string Parameter, ArgumentKind Kind, string Type, int Input);
