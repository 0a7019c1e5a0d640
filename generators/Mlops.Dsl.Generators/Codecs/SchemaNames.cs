using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Mlops.Dsl.Generators.Codecs;

/// <summary>What the codecs of the library call their formats.</summary>
internal static class SchemaNames
{
    /// <summary>The schema of a property of <c>Codecs</c>.</summary>
    public static string OfScalar(string codec) =>
        codec switch
        {
            "Boolean" => "bool",
            "SByte" => "int8",
            "Byte" => "uint8",
            "Half" => "float16",
            "Single" => "float32",
            "Double" => "float64",
            "DateOnly" => "date",
            "TimeOnly" => "time",
            "TimeSpan" => "duration",
            "BigInteger" => "bigint",
            "GateResult" => "gate",
            _ => codec.ToLowerInvariant(),
        };

    /// <summary>The schema of what a method of <c>Codecs</c> makes, given the schemas of its arguments.</summary>
    public static string OfFactory(string factory, string arguments) =>
        factory switch
        {
            "Fold" => $"fold(train({arguments}),validation({arguments}))",
            "TrainSet" => $"train({arguments})",
            "ValidationSet" => $"validation({arguments})",
            "TestSet" => $"test({arguments})",
            "Raw" or "Validated" or "ImmutableArray" or "Served" => $"{factory.ToLowerInvariant()}({arguments})",
            "KeyValuePair" or "Tuple" => $"tuple({arguments})",
            _ when factory.Contains("Dictionary") => $"map({arguments})",
            _ when factory.Contains("Set") => $"set({arguments})",
            _ => $"list({arguments})",
        };

    /// <summary>The schema of an enum: its size in bits, and its members by name.</summary>
    public static string OfEnum(INamedTypeSymbol type)
    {
        var bits = type.EnumUnderlyingType!.SpecialType switch
        {
            SpecialType.System_SByte or SpecialType.System_Byte => "8",
            SpecialType.System_Int16 or SpecialType.System_UInt16 => "16",
            SpecialType.System_Int64 or SpecialType.System_UInt64 => "64",
            _ => "32",
        };
        var members = type.GetMembers()
            .OfType<IFieldSymbol>()
            .Where(static field => field.HasConstantValue)
            .Select(static field => $"{field.Name}={((IFormattable)field.ConstantValue!).ToString(null, CultureInfo.InvariantCulture)}")
            .OrderBy(static member => member, StringComparer.Ordinal);
        return $"enum{bits}({string.Join(",", members)})";
    }
}
