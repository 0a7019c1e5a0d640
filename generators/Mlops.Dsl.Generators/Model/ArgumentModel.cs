namespace Mlops.Dsl.Generators.Model;

/// <summary>Where the value of a stage's parameter comes from.</summary>
internal enum ArgumentKind
{
    Input,
    Context,
    CancellationToken,
    Service,

    /// <summary>A service that may be missing: the parameter's type is nullable.</summary>
    OptionalService,

    /// <summary>Nothing is given: the parameter has its default.</summary>
    Default,
}

/// <summary>One argument of a stage's call.</summary>
/// <param name="Parameter">The parameter's name.</param>
/// <param name="Kind">Where it comes from.</param>
/// <param name="Type">The C# type of the slot or the service.</param>
/// <param name="Input">The position among the inputs.</param>
internal sealed record ArgumentModel(string Parameter, ArgumentKind Kind, string Type, int Input)
{
    /// <summary>The parameter's C# type, where other methods of the name make the call say it; otherwise null.</summary>
    public string? Cast { get; init; }

    /// <summary>The C# expression of the parameter's default, where it can't be left out for the same reason.</summary>
    public string? Default { get; init; }
}
