using Microsoft.CodeAnalysis;

namespace Mlops.Dsl.Generators.State;

/// <summary>A part of what each object of a type holds: one field, told as what declares it.</summary>
/// <param name="Kind">What declares it.</param>
/// <param name="Name">The name of what declares it.</param>
/// <param name="Symbol">The property or field; null where the compiler sees none, because it is nobody else's business.</param>
/// <param name="CanChange">Whether it can be set after the object is made, by whomever.</param>
/// <param name="IsInternal">Whether its own assembly can read it, and others can't.</param>
internal sealed record StoredPart(PartKind Kind, string Name, ISymbol? Symbol, bool CanChange, bool IsInternal);

/// <summary>What declares a part of an object's state.</summary>
internal enum PartKind
{
    Field,
    Property,
    Event,

    /// <summary>A parameter of the primary constructor that a body uses after it.</summary>
    Parameter,
}
