using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Mlops.Dsl.Build.Tests.Harness.Execution;

/// <summary>Writes a value as text that is equal for equal values: what a codec or a later stage could see of it.</summary>
internal sealed class ResultText(ProgramContext context)
{
    private const int MaximumDepth = 8;
    private const int MaximumElements = 1000;
    private const BindingFlags Declared = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    public string Of(object? value) => Of(value, 0);

    private string Of(object? value, int depth) =>
        value switch
        {
            null => "null",
            string text => "\"" + text + "\"",
            _ when depth > MaximumDepth => "...",
            Type type => "type " + type.FullName,
            MemberInfo or Delegate => value.GetType().Name + " " + (value as MemberInfo)?.Name,
            Enum => value.GetType().Name + "." + value,
            IConvertible primitive when value.GetType().IsPrimitive => primitive.ToString(CultureInfo.InvariantCulture),
            IEnumerable items => "[" + All(items.Cast<object?>().Take(MaximumElements), depth) + "]",
            ITuple tuple => "(" + All(Enumerable.Range(0, tuple.Length).Select(i => tuple[i]), depth) + ")",
            IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
            _ when context.Declares(value.GetType()) => Members(value, depth),
            _ => value.GetType() + " " + value,
        };

    private string All(IEnumerable<object?> values, int depth) => string.Join(", ", values.Select(value => Of(value, depth + 1)));

    /// <summary>The state and the shape of an object of the program, in the order of declaration.</summary>
    private string Members(object value, int depth)
    {
        var types = new List<Type>();
        for (var type = value.GetType(); type is not null && context.Declares(type); type = type.BaseType)
        {
            types.Insert(0, type);
        }

        var fields = types
            .SelectMany(type => type.GetFields(Declared))
            .OrderBy(field => field.MetadataToken)
            .Select(field => $"{field.Name}: {Of(field.GetValue(value), depth + 1)}");
        var properties = types
            .SelectMany(type => type.GetProperties(Declared))
            .Where(property => property.GetMethod is { IsPublic: true } && property.GetIndexParameters().Length == 0)
            .OrderBy(property => property.MetadataToken)
            .Select(property => $"{property.Name} {Accessors(property)} = {Read(property, value, depth)}");

        // The compiler numbers anonymous types.
        var name = value.GetType().IsDefined(typeof(CompilerGeneratedAttribute)) ? "anonymous" : value.GetType().Name;
        return $"{name} {{ {string.Join("; ", fields.Concat(properties))} }}";
    }

    private static string Accessors(PropertyInfo property) => property.SetMethod is { IsPublic: true } ? "{ get; set; }" : "{ get; }";

    private string Read(PropertyInfo property, object value, int depth)
    {
        if (property.PropertyType.IsByRefLike || property.PropertyType.IsByRef || property.PropertyType.IsPointer)
        {
            return property.PropertyType.Name;
        }

        try
        {
            return Of(property.GetMethod!.Invoke(value, BindingFlags.DoNotWrapExceptions, binder: null, null, culture: null), depth + 1);
        }
        catch (Exception exception)
        {
            return exception.GetType().Name + " " + exception.Message;
        }
    }
}
