using System.Reflection;
using System.Runtime.CompilerServices;

namespace Mlops.Dsl.Build.Tests.Harness.Execution;

/// <summary>Makes up a value of any type, the same each time, to call a stage with.</summary>
internal sealed class SampleValues(ProgramContext context)
{
    private const int MaximumDepth = 5;

    public object? Of(Type type) => Of(type, 0);

    public object Create(Type type) => Construct(type, 0) ?? throw new InvalidOperationException($"No sample of {type}.");

    private object? Of(Type type, int depth)
    {
        if (depth > MaximumDepth)
        {
            return null;
        }

        return type == typeof(string) ? "sample"
            : type == typeof(bool) ? true
            : type == typeof(CancellationToken) || type.IsPointer || type.IsByRefLike ? null
            : type.IsEnum ? Enum.GetValues(type).Cast<object>().FirstOrDefault()
            : type.IsPrimitive && type != typeof(IntPtr) && type != typeof(UIntPtr) ? Convert.ChangeType(3, type, null)
            : type == typeof(decimal) ? 3m
            : Nullable.GetUnderlyingType(type) is { } underlying ? Of(underlying, depth)
            : type.IsArray ? ArrayOf(type.GetElementType()!, depth)
            : Composite(type, depth);
    }

    private object? Composite(Type type, int depth)
    {
        if (type.IsInterface && type.GetGenericArguments() is [var element] && typeof(List<>).MakeGenericType(element).IsAssignableTo(type))
        {
            var items = (System.Collections.IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(element))!;
            items.Add(Of(element, depth + 1));
            return items;
        }

        var concrete = type.IsInterface || type.IsAbstract ? Implementation(type) : type;
        return concrete is null || typeof(Delegate).IsAssignableFrom(concrete) ? null : Construct(concrete, depth);
    }

    private Array ArrayOf(Type element, int depth)
    {
        var array = Array.CreateInstance(element, 1);
        array.SetValue(Of(element, depth + 1), 0);
        return array;
    }

    private Type? Implementation(Type type) =>
        context
            .Types.Where(candidate => !candidate.IsAbstract && !candidate.IsGenericTypeDefinition && candidate.IsAssignableTo(type))
            .OrderBy(candidate => candidate.FullName, StringComparer.Ordinal)
            .FirstOrDefault();

    private object? Construct(Type type, int depth)
    {
        var constructor = type.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .Where(candidate => candidate.GetParameters().All(parameter => parameter.ParameterType != type))
            .MinBy(candidate => (candidate.IsPublic ? 0 : 100) + candidate.GetParameters().Length);
        if (constructor is null)
        {
            return type.IsValueType ? RuntimeHelpers.GetUninitializedObject(type) : null;
        }

        var arguments = constructor.GetParameters().Select(parameter => Of(parameter.ParameterType, depth + 1)).ToArray();
        return constructor.Invoke(BindingFlags.DoNotWrapExceptions, binder: null, arguments, culture: null);
    }
}
