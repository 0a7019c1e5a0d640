using System.Collections;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Mlops.Dsl.Testing.Generation;

/// <summary>
/// Walks, by reflection, every object that the named steps' outputs reach. A generator that caches a symbol or a syntax node keeps a whole
/// compilation alive between keystrokes, and compares by identity, so that nothing is ever cached.
/// </summary>
internal sealed class RetentionWalk
{
    private static readonly Type[] Forbidden =
    [
        typeof(ISymbol),
        typeof(SyntaxNode),
        typeof(SyntaxTree),
        typeof(SyntaxReference),
        typeof(SyntaxToken),
        typeof(SyntaxTrivia),
        typeof(Location),
        typeof(Compilation),
        typeof(SemanticModel),
        typeof(IOperation),
        typeof(AttributeData),
        typeof(TypedConstant),
        typeof(Diagnostic),
        typeof(AnalyzerConfigOptions),
        typeof(AdditionalText),
    ];

    private readonly HashSet<object> _seen = new(ReferenceEqualityComparer.Instance);
    private readonly Stack<(object Value, string Path)> _pending = new();

    public static void Assert(GeneratorRun run)
    {
        if (run.StepNames.IsEmpty)
        {
            throw new VerificationException("The generators have no named step: nothing could be checked.");
        }

        var walk = new RetentionWalk();
        foreach (var name in run.StepNames)
        {
            foreach (var (value, _) in run.Steps(name).SelectMany(s => s.Outputs))
            {
                walk.Add(value, name);
            }
        }

        walk.Drain();
    }

    private void Drain()
    {
        while (_pending.TryPop(out var next))
        {
            var type = next.Value.GetType();
            if (Array.Find(Forbidden, f => f.IsAssignableFrom(type)) is { } forbidden)
            {
                throw new VerificationException($"The step keeps a {forbidden.Name}: {next.Path} is a {type}.");
            }

            if (next.Value is Array array)
            {
                AddElements(array, next.Path);
            }
            else
            {
                AddFields(next.Value, type, next.Path);
            }
        }
    }

    private void AddElements(Array array, string path)
    {
        if (!IsLeaf(array.GetType().GetElementType()!))
        {
            var index = 0;
            foreach (var element in (IEnumerable)array)
            {
                Add(element, $"{path}[{index++}]");
            }
        }
    }

    private void AddFields(object value, Type type, string path)
    {
        for (var declaring = type; declaring is not null && declaring != typeof(object); declaring = declaring.BaseType)
        {
            foreach (
                var field in declaring.GetFields(
                    BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly
                )
            )
            {
                if (!IsLeaf(field.FieldType))
                {
                    Add(field.GetValue(value), $"{path}.{Name(field)}");
                }
            }
        }
    }

    private void Add(object? value, string path)
    {
        if (value is not null && !IsLeaf(value.GetType()) && (value.GetType().IsValueType || _seen.Add(value)))
        {
            _pending.Push((value, path));
        }
    }

    private static bool IsLeaf(Type type) =>
        type.IsPrimitive
        || type.IsEnum
        || type.IsPointer
        || type.IsByRefLike
        || type == typeof(string)
        || type == typeof(decimal)
        || typeof(MemberInfo).IsAssignableFrom(type)
        || typeof(Assembly).IsAssignableFrom(type);

    private static string Name(FieldInfo field)
    {
        // `<Stages>k__BackingField` is what the reader knows as Stages.
        var end = field.Name.IndexOf('>', StringComparison.Ordinal);
        return field.Name.StartsWith('<') && end > 1 ? field.Name[1..end] : field.Name;
    }
}
