namespace System;

/// <summary>What list patterns need of the type that netstandard2.0 lacks.</summary>
internal readonly struct Index(int value, bool fromEnd = false)
{
    /// <summary>The offset from the start of a list of a length.</summary>
    public int GetOffset(int length) => fromEnd ? length - value : value;
}
