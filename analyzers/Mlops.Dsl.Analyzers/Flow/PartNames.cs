using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Mlops.Dsl.Analyzers.Flow;

/// <summary>Under which names a value keeps its parts.</summary>
internal static class PartNames
{
    /// <summary>What a stage's context keeps of what was written into its files.</summary>
    /// <remarks>Angle brackets, because no member of the user's can have them.</remarks>
    public const string Files = "<files>";

    /// <summary>A field; of a tuple, an element is called by its place.</summary>
    public static string Of(IFieldSymbol field) => field.CorrespondingTupleField?.Name ?? field.Name;

    /// <summary>An element of a tuple.</summary>
    public static string TupleElement(int index) => "Item" + (index + 1).ToString(CultureInfo.InvariantCulture);

    /// <summary>A parameter of a primary constructor that an object keeps.</summary>
    public static string Captured(IParameterSymbol parameter) => "<" + parameter.Name + ">";
}
