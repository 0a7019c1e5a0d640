using System.Diagnostics.CodeAnalysis;

namespace Mlops.Dsl;

/// <summary>The type of a tensor's elements, by its number in ONNX's <c>TensorProto.DataType</c>.</summary>
[SuppressMessage("Naming", "CA1720", Justification = "The names are those of the standard.")]
public enum OnnxElement
{
    /// <summary>A type that no column has.</summary>
    None = 0,

    /// <summary>32-bit floating point.</summary>
    Float = 1,

    /// <summary>Unsigned 8-bit integers.</summary>
    UInt8 = 2,

    /// <summary>Signed 8-bit integers.</summary>
    Int8 = 3,

    /// <summary>Unsigned 16-bit integers.</summary>
    UInt16 = 4,

    /// <summary>Signed 16-bit integers.</summary>
    Int16 = 5,

    /// <summary>Signed 32-bit integers.</summary>
    Int32 = 6,

    /// <summary>Signed 64-bit integers.</summary>
    Int64 = 7,

    /// <summary>UTF-8 texts.</summary>
    String = 8,

    /// <summary>Truth values.</summary>
    Bool = 9,

    /// <summary>64-bit floating point.</summary>
    Double = 11,

    /// <summary>Unsigned 32-bit integers.</summary>
    UInt32 = 12,

    /// <summary>Unsigned 64-bit integers.</summary>
    UInt64 = 13,
}
