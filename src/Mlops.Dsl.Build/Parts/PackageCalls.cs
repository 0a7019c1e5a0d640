using System.Reflection.Metadata;

namespace Mlops.Dsl.Build.Parts;

/// <summary>Tells calls by which a package can hand out what others left in it from those that only tell it something.</summary>
internal static class PackageCalls
{
    private static readonly HashSet<string> Values = new(StringComparer.Ordinal)
    {
        "Boolean",
        "Char",
        "SByte",
        "Byte",
        "Int16",
        "UInt16",
        "Int32",
        "UInt32",
        "Int64",
        "UInt64",
        "Single",
        "Double",
        "String",
        "System.Decimal",
        "System.DateTime",
        "System.DateTimeOffset",
        "System.TimeSpan",
        "System.Guid",
        "System.Exception",
    };

    // Of the framework's, what objects of any type may stand behind.
    private static readonly string[] Untyped =
    [
        "Object",
        "System.Type",
        "System.Array",
        "System.Delegate",
        "System.MulticastDelegate",
        "System.ValueType",
        "System.Enum",
        "System.IComparable",
        "System.IFormattable",
        "System.IConvertible",
        "System.ICloneable",
        "System.IDisposable",
        "System.IServiceProvider",
        "System.Collections.IEnumerable",
        "System.Collections.ICollection",
        "System.Collections.IList",
        "System.Collections.IDictionary",
        "System.Collections.ArrayList",
        "System.Collections.Hashtable",
        "System.ComponentModel.INotify",
        "System.Reflection.",
    ];

    /// <summary>Whether a parameter takes any object, whose members a package may then find by reflection.</summary>
    public static bool TakesObjects(MethodSignature<string> signature) =>
        signature.ParameterTypes.Any(type => Array.Exists(Untyped, name => type.Contains(name, StringComparison.Ordinal)));

    /// <summary>
    /// Whether nothing comes back but exceptions: no result, no object that the package could change, no delegate that it could call.
    /// </summary>
    public static bool OnlyTellsThePackage(string member, MethodSignature<string> signature) =>
        member != ".ctor" && signature.ReturnType == "Void" && signature.ParameterTypes.All(Values.Contains);
}
