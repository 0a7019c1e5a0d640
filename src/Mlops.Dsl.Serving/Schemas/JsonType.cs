namespace Mlops.Dsl.Serving;

/// <summary>How JSON Schema calls a type.</summary>
/// <param name="Name">The type's keyword.</param>
/// <param name="Format">The value of <c>format</c>; null for none.</param>
internal readonly record struct JsonType(string Name, string? Format = null)
{
    /// <summary>The JSON type that a C# type is written as.</summary>
    public static JsonType Of(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type.IsEnum ? new("string")
            : type == typeof(Guid) ? new("string", "uuid")
            : type == typeof(DateOnly) ? new("string", "date")
            : type == typeof(DateTimeOffset) ? new("string", "date-time")
            : type == typeof(Uri) ? new("string", "uri")
            : Type.GetTypeCode(type) switch
            {
                TypeCode.Boolean => new("boolean"),
                TypeCode.Int32 => new("integer", "int32"),
                TypeCode.Int64 => new("integer", "int64"),
                TypeCode.SByte or TypeCode.Byte or TypeCode.Int16 or TypeCode.UInt16 or TypeCode.UInt32 or TypeCode.UInt64 => new(
                    "integer"
                ),
                TypeCode.Single => new("number", "float"),
                TypeCode.Double => new("number", "double"),
                TypeCode.Decimal => new("number"),
                _ => new("string"),
            };
    }
}
