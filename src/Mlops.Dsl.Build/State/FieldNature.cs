namespace Mlops.Dsl.Build.State;

/// <summary>What reading a field can lead to.</summary>
internal enum FieldNature
{
    /// <summary>Whoever reads the field may change what others see through it.</summary>
    Mutable,

    /// <summary>A framework collection of values that never change: reading it by its members changes nothing.</summary>
    ImmutableElements,

    /// <summary>A value that never changes, whatever is done with it.</summary>
    Immutable,
}
