using System.Reflection.Metadata;
using Mlops.Dsl.Build.Hashing;
using Mlops.Dsl.Build.Metadata;
using Mlops.Dsl.BuildRecords;

namespace Mlops.Dsl.Build.Manifests.Constants;

/// <summary>Tells which constants and default arguments were compiled into the code behind a symbol.</summary>
public sealed class SymbolConstants
{
    private const int ShapeDigits = 8;
    private const int LargestTable = 500;
    private const string InitialValue = " (initial value)";

    private readonly ConstantTable _constants;
    private readonly ILookup<string, MethodId> _methods;
    private readonly Dictionary<TypeId, string> _types = [];

    /// <summary>Reads the constants of the walked modules.</summary>
    public SymbolConstants(ModuleSet modules)
    {
        ArgumentNullException.ThrowIfNull(modules);
        _constants = new ConstantTable(modules.Walked);
        _methods = (_constants.IsEmpty ? [] : modules.Walked.SelectMany(MethodsOf)).ToLookup(OwnerOf, StringComparer.Ordinal);
    }

    /// <summary>What to record of all constants and default arguments, by module.</summary>
    internal IEnumerable<(string Name, SymbolDetails Details)> Tables =>
        _constants
            .ByModule.Where(static module => module.Value.Count <= LargestTable)
            .Select(static module => (SymbolDetails.TableOf(module.Key), new SymbolDetails("", "", Sort(module.Value))));

    /// <summary>What to record of a symbol.</summary>
    /// <param name="symbol">The symbol, as people read it.</param>
    /// <param name="hash">The digits that tell that it changed.</param>
    internal SymbolDetails Describe(string symbol, string hash)
    {
        var literals = new HashSet<Literal>();
        var shape = new CanonicalWriter();
        foreach (var method in MethodsBehind(symbol))
        {
            if (method.Module.Body(method.Handle) is { } body)
            {
                MethodLiterals.Read(method.Module, body.GetILContent().AsSpan(), literals, shape);
            }
        }

        var digits = literals.Count == 0 ? "" : Convert.ToHexStringLower(shape.ToHash())[..ShapeDigits];
        return new(hash, digits, Sort(literals.SelectMany(_constants.Find).Distinct()));
    }

    private static KeyValuePair<string, string>[] Sort(IEnumerable<KeyValuePair<string, string>> constants) =>
        [.. constants.OrderBy(static constant => constant.Key, StringComparer.Ordinal)];

    private static IEnumerable<MethodId> MethodsOf(WalkedModule module) =>
        module.Reader.MethodDefinitions.Select(handle => new MethodId(module, handle));

    /// <summary>An initial value is assigned by constructors; all of a method's overloads are looked at, which tells enough.</summary>
    private IEnumerable<MethodId> MethodsBehind(string symbol)
    {
        if (!symbol.EndsWith(InitialValue, StringComparison.Ordinal))
        {
            var end = symbol.IndexOf('(', StringComparison.Ordinal);
            return end < 0 ? [] : _methods[symbol[..end]];
        }

        var type = symbol[..symbol.LastIndexOf('.')];
        var name = type[(type.LastIndexOf('.') + 1)..];
        return _methods[$"{type}.{name}"].Concat(_methods[$"{type}.static {name}"]);
    }

    /// <summary>
    /// The symbol, up to its parameters, that holds a method: for what the compiler made of a lambda or an iterator, the method
    /// that it stands in.
    /// </summary>
    private string OwnerOf(MethodId method)
    {
        var isMadeUp = CompilerNames.IsMadeUp(method);
        var (type, name) = (method.DeclaringType, isMadeUp ? NameInBrackets(method.Name) : method.Name);
        while (isMadeUp && CompilerNames.IsMadeUp(type) && type.Definition.GetDeclaringType() is { IsNil: false } outer)
        {
            name ??= NameInBrackets(type.Name);
            type = new(type.Module, outer);
        }

        if (!_types.TryGetValue(type, out var shown))
        {
            _types[type] = shown = DisplayNames.Of(type);
        }

        var simple = shown[(shown.LastIndexOf('.') + 1)..];
        return $"{shown}.{name switch { null => "", ".ctor" => simple, ".cctor" => "static " + simple, _ => name }}";
    }

    private static string? NameInBrackets(string name) =>
        name.StartsWith('<') && name.IndexOf('>', StringComparison.Ordinal) is > 1 and var end ? name[1..end] : null;
}
