using Mlops.Dsl.Serialization;

namespace Mlops.Dsl;

/// <summary>What the generator writes for a <see cref="RowAttribute">[Row]</see> type.</summary>
/// <typeparam name="TSelf">The row type itself.</typeparam>
public interface IRow<TSelf>
    where TSelf : IRow<TSelf>
{
    /// <summary>The columns, their roles and their constraints.</summary>
    static abstract RowSchema<TSelf> Schema { get; }

    /// <summary>The codec of one row.</summary>
    static abstract Codec<TSelf> Codec { get; }

    /// <summary>Makes a row of the values of its columns.</summary>
    static abstract TSelf Create(RowValues values);
}
