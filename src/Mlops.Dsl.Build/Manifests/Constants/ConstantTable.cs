using System.Reflection;
using System.Reflection.Metadata;
using Mlops.Dsl.Build.Metadata;

namespace Mlops.Dsl.Build.Manifests.Constants;

/// <summary>
/// The constants and default arguments of the walked modules. The compiler writes their values into the code that uses them and
/// leaves no trace of their names, so that a changed one shows only as changed code: this table serves explanations, and no
/// fingerprint.
/// </summary>
internal sealed class ConstantTable
{
    /// <summary>Of so many constants with one value, none explains anything.</summary>
    private const int MostOfOneValue = 24;

    private readonly Dictionary<Literal, List<KeyValuePair<string, string>>> _byValue = [];
    private readonly SortedDictionary<string, List<KeyValuePair<string, string>>> _byModule = new(StringComparer.Ordinal);

    public ConstantTable(IEnumerable<WalkedModule> modules)
    {
        foreach (var module in modules)
        {
            AddFields(module);
            AddParameters(module);
        }
    }

    /// <summary>Whether there is nothing to explain by.</summary>
    public bool IsEmpty => _byValue.Count == 0;

    /// <summary>All constants, by the names of their modules: names and values as text.</summary>
    public IReadOnlyDictionary<string, List<KeyValuePair<string, string>>> ByModule => _byModule;

    /// <summary>The constants that a literal may stand for: names and values as text.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Find(Literal literal) =>
        _byValue.TryGetValue(literal, out var constants) && constants.Count <= MostOfOneValue ? constants : [];

    /// <summary>An enum's members are part of the enum, which is a symbol of its own.</summary>
    private void AddFields(WalkedModule module)
    {
        foreach (var handle in module.Reader.FieldDefinitions)
        {
            var field = module.Reader.GetFieldDefinition(handle);
            var type = new TypeId(module, field.GetDeclaringType());
            var isEnumMember = field.Attributes.HasFlag(FieldAttributes.Literal) && IsEnum(type);
            if (!isEnumMember && !CompilerNames.IsMadeUp(type))
            {
                Add(module, field.GetDefaultValue(), field.GetCustomAttributes(), () => DisplayNames.Of(new FieldId(module, handle)));
            }
        }
    }

    private void AddParameters(WalkedModule module)
    {
        foreach (var handle in module.Reader.MethodDefinitions)
        {
            var method = new MethodId(module, handle);
            foreach (var parameter in method.Definition.GetParameters().Select(module.Reader.GetParameter))
            {
                if (parameter.Attributes.HasFlag(ParameterAttributes.Optional) && !CompilerNames.IsMadeUp(method))
                {
                    var name = parameter.Name;
                    Add(
                        module,
                        parameter.GetDefaultValue(),
                        parameter.GetCustomAttributes(),
                        () => NameOf(method, module.Reader.GetString(name))
                    );
                }
            }
        }
    }

    private void Add(WalkedModule module, ConstantHandle handle, CustomAttributeHandleCollection attributes, Func<string> name)
    {
        if (Literal.Read(module, handle, attributes) is var (literal, text))
        {
            var constant = new KeyValuePair<string, string>(name(), text);
            ListOf(_byValue, literal).Add(constant);
            ListOf(_byModule, module.Name).Add(constant);
        }
    }

    private static List<KeyValuePair<string, string>> ListOf<TKey>(IDictionary<TKey, List<KeyValuePair<string, string>>> lists, TKey key) =>
        lists.TryGetValue(key, out var list) ? list : lists[key] = [];

    private static bool IsEnum(TypeId type) =>
        type.Definition.BaseType is { Kind: HandleKind.TypeReference } parent
        && type.Module.Reader.FullName((TypeReferenceHandle)parent) == "System.Enum";

    private static string NameOf(MethodId method, string parameter)
    {
        var signature = DisplayNames.Of(method);
        return $"{signature[..signature.IndexOf('(', StringComparison.Ordinal)]}({parameter})";
    }
}
