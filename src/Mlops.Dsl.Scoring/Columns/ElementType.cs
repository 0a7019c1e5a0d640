using System.Runtime.CompilerServices;

namespace Mlops.Dsl.Columns;

/// <summary>Which elements hold the values of which columns.</summary>
internal static class ElementType
{
    /// <summary>
    /// The element that a column has where nobody chose: its own type; for a nullable number float or double, whichever holds it, up to
    /// 53 bits; text for an enumeration.
    /// </summary>
    public static OnnxElement DefaultOf<T>() =>
        Scalar<T>.Kind switch
        {
            ScalarKind.Text => OnnxElement.String,
            ScalarKind.None => OnnxElement.None,
            _ when Scalar<T>.Type == typeof(float) || Scalar<T>.Type == typeof(Half) => OnnxElement.Float,
            ScalarKind.Floating => OnnxElement.Double,
            _ when Scalar<T>.IsNullable => Size(Own(Scalar<T>.Type)) <= 2 ? OnnxElement.Float : OnnxElement.Double,
            _ => Own(Scalar<T>.Type),
        };

    /// <summary>How a column's missing value is given.</summary>
    public static MissingValue MissingOf<T>(RowColumnKind column) =>
        !column.IsNullable ? MissingValue.None
        : Scalar<T>.Kind == ScalarKind.Text ? MissingValue.EmptyText
        : MissingValue.NaN;

    /// <summary>Whether an input's elements can hold a column's values. A float takes any number, as near as it comes.</summary>
    public static bool CanHold<T>(OnnxElement element) =>
        element switch
        {
            OnnxElement.None => false,
            OnnxElement.String => Scalar<T>.Kind == ScalarKind.Text,
            OnnxElement.Float or OnnxElement.Double => Scalar<T>.Kind is ScalarKind.Boolean or ScalarKind.Integer or ScalarKind.Floating,
            OnnxElement.Bool => typeof(T) == typeof(bool),
            _ => !Scalar<T>.IsNullable
                && Scalar<T>.Kind is ScalarKind.Boolean or ScalarKind.Integer
                && Widens(Own(Scalar<T>.Type), element),
        };

    /// <summary>Whether a property can take what an output gives.</summary>
    public static bool CanTake<T>(OnnxElement element) =>
        element switch
        {
            OnnxElement.None => false,
            OnnxElement.String => Scalar<T>.Kind == ScalarKind.Text,
            OnnxElement.Bool => Scalar<T>.Kind == ScalarKind.Boolean,
            OnnxElement.Float or OnnxElement.Double => Scalar<T>.Kind == ScalarKind.Floating,
            _ => Scalar<T>.Kind is ScalarKind.Integer or ScalarKind.Floating,
        };

    /// <summary>The .NET type of an element.</summary>
    public static string NameOf(OnnxElement element) => element.ToString().ToLowerInvariant();

    private static OnnxElement Own(Type type) =>
        Type.GetTypeCode(type) switch
        {
            TypeCode.Boolean => OnnxElement.Bool,
            TypeCode.SByte => OnnxElement.Int8,
            TypeCode.Byte => OnnxElement.UInt8,
            TypeCode.Int16 => OnnxElement.Int16,
            TypeCode.UInt16 => OnnxElement.UInt16,
            TypeCode.Int32 => OnnxElement.Int32,
            TypeCode.UInt32 => OnnxElement.UInt32,
            TypeCode.UInt64 => OnnxElement.UInt64,
            // 64-bit integers, and the ticks of times.
            _ => OnnxElement.Int64,
        };

    private static bool Widens(OnnxElement from, OnnxElement to) =>
        from == to || from == OnnxElement.Bool || (Size(from) < Size(to) && (IsSigned(to) || !IsSigned(from)));

    private static bool IsSigned(OnnxElement element) =>
        element is OnnxElement.Int8 or OnnxElement.Int16 or OnnxElement.Int32 or OnnxElement.Int64;

    private static int Size(OnnxElement element) =>
        element switch
        {
            OnnxElement.Bool or OnnxElement.Int8 or OnnxElement.UInt8 => 1,
            OnnxElement.Int16 or OnnxElement.UInt16 => 2,
            OnnxElement.Int32 or OnnxElement.UInt32 => 4,
            _ => 8,
        };
}

/// <summary>What is asked of a column besides its type.</summary>
internal readonly record struct RowColumnKind(bool IsNullable)
{
    /// <summary>Nullable reference types are told by the column's C# type only.</summary>
    public static RowColumnKind Of<TRow>(RowColumn<TRow> column) => new(column.TypeName.EndsWith('?'));
}

/// <summary>Makes an element of a value.</summary>
internal static class Element<TElement>
    where TElement : unmanaged
{
    public static TElement Of<T>(T value)
    {
        if (typeof(TElement) == typeof(float))
        {
            var number = (float)Scalar<T>.ToDouble(value);
            return Unsafe.As<float, TElement>(ref number);
        }

        if (typeof(TElement) == typeof(double))
        {
            var number = Scalar<T>.ToDouble(value);
            return Unsafe.As<double, TElement>(ref number);
        }

        // Little-endian: the lower bytes are the number in fewer bits.
        var whole = Scalar<T>.ToInt64(value);
        return Unsafe.As<long, TElement>(ref whole);
    }

    /// <summary>The value that a property gets of an element.</summary>
    public static T To<T>(TElement element)
    {
        if (typeof(TElement) == typeof(float))
        {
            return Of<T>((double)Unsafe.As<TElement, float>(ref element));
        }

        if (typeof(TElement) == typeof(double))
        {
            return Of<T>(Unsafe.As<TElement, double>(ref element));
        }

        var whole = Scalar<TElement>.ToInt64(element);
        return Scalar<T>.Kind == ScalarKind.Floating ? Of<T>(typeof(TElement) == typeof(ulong) ? (ulong)whole : whole) : Assign<T>(whole);
    }

    private static T Of<T>(double number)
    {
        var type = Scalar<T>.Type;
        return type == typeof(double) ? Wrap<T, double>(number)
            : type == typeof(float) ? Wrap<T, float>((float)number)
            : type == typeof(Half) ? Wrap<T, Half>((Half)number)
            : Wrap<T, decimal>((decimal)number);
    }

    private static T Assign<T>(long whole) =>
        Type.GetTypeCode(Scalar<T>.Type) switch
        {
            TypeCode.Boolean => Wrap<T, bool>(whole != 0),
            TypeCode.SByte => Wrap<T, sbyte>((sbyte)whole),
            TypeCode.Byte => Wrap<T, byte>((byte)whole),
            TypeCode.Int16 => Wrap<T, short>((short)whole),
            TypeCode.UInt16 => Wrap<T, ushort>((ushort)whole),
            TypeCode.Int32 => Wrap<T, int>((int)whole),
            TypeCode.UInt32 => Wrap<T, uint>((uint)whole),
            TypeCode.UInt64 => Wrap<T, ulong>((ulong)whole),
            TypeCode.DateTime => Wrap<T, DateTime>(new DateTime(whole, DateTimeKind.Utc)),
            _ when Scalar<T>.Type == typeof(TimeSpan) => Wrap<T, TimeSpan>(TimeSpan.FromTicks(whole)),
            _ => Wrap<T, long>(whole),
        };

    private static T Wrap<T, TValue>(TValue value)
        where TValue : struct
    {
        if (typeof(T) == typeof(TValue))
        {
            return Unsafe.As<TValue, T>(ref value);
        }

        TValue? nullable = value;
        return Unsafe.As<TValue?, T>(ref nullable);
    }
}
