using System.Reflection;
using System.Reflection.Metadata;
using Mlops.Dsl.Build.Metadata;
using Mlops.Dsl.Build.State;

namespace Mlops.Dsl.Build.Walking;

/// <summary>Knows which methods of the walked modules a call through dispatch may run.</summary>
internal sealed class TypeHierarchy
{
    private readonly Resolver _resolver;
    private readonly Dictionary<TypeId, HashSet<TypeId>> _ancestors = [];
    private readonly Dictionary<TypeId, HashSet<TypeId>> _descendants = [];
    private readonly HashSet<TypeId> _inheritFromPackages = [];
    private readonly HashSet<TypeId> _inheritFromForeign = [];
    private readonly Dictionary<string, List<MethodId>> _candidates = new(StringComparer.Ordinal);

    public TypeHierarchy(Resolver resolver)
    {
        _resolver = resolver;
        foreach (var module in resolver.Modules.Walked)
        {
            foreach (var handle in module.Reader.TypeDefinitions)
            {
                Add(new TypeId(module, handle));
            }
        }
    }

    /// <summary>The walked types that derive from or implement a type, itself not included.</summary>
    public IReadOnlyCollection<TypeId> DescendantsOf(TypeId type) => _descendants.TryGetValue(type, out var descendants) ? descendants : [];

    /// <summary>Whether a package that may look at its values by reflection declares a base of the type.</summary>
    public bool InheritsFromForeign(TypeId type) => _inheritFromForeign.Contains(type);

    /// <summary>The walked methods that a dispatched call of a walked declaration may run.</summary>
    public IEnumerable<MethodId> ImplementationsOf(MethodId declaration)
    {
        var declaring = declaration.DeclaringType;
        return Candidates(declaration.Name, ParameterCount(declaration))
            .Where(candidate => candidate != declaration && MayImplement(candidate.DeclaringType, declaring));
    }

    /// <summary>The walked methods that a dispatched call of a package's member may run.</summary>
    public IEnumerable<MethodId> ImplementationsOf(string packageMember, int parameterCount) =>
        Candidates(packageMember, parameterCount)
            .Where(candidate =>
                _inheritFromPackages.Contains(candidate.DeclaringType)
                || DescendantsOf(candidate.DeclaringType).Any(_inheritFromPackages.Contains)
            );

    private IEnumerable<MethodId> Candidates(string name, int parameterCount) =>
        _candidates.GetValueOrDefault(SimpleName(name), []).Where(candidate => ParameterCount(candidate) == parameterCount);

    /// <summary>A method may implement a declaration of an ancestor, or of an interface that only a derived type declares.</summary>
    private bool MayImplement(TypeId type, TypeId declaring) =>
        _ancestors[type].Contains(declaring) || DescendantsOf(type).Any(descendant => _ancestors[descendant].Contains(declaring));

    private void Add(TypeId type)
    {
        var ancestors = AncestorsOf(type);
        foreach (var ancestor in ancestors)
        {
            (_descendants.TryGetValue(ancestor, out var descendants) ? descendants : _descendants[ancestor] = []).Add(type);
        }

        if (CompilerNames.IsMadeUp(type) || _resolver.BaseOf(type)?.FullName == GeneratedCode.StageType)
        {
            return;
        }

        var implementations = type
            .Definition.GetMethodImplementations()
            .Select(handle => type.Module.Reader.GetMethodImplementation(handle).MethodBody)
            .Where(body => body.Kind == HandleKind.MethodDefinition)
            .Select(body => (MethodDefinitionHandle)body)
            .ToHashSet();
        foreach (var handle in type.Definition.GetMethods())
        {
            var method = new MethodId(type.Module, handle);
            if (method.Definition.Attributes.HasFlag(MethodAttributes.Virtual) || implementations.Contains(handle))
            {
                AddCandidate(SimpleName(method.Name), method);
            }
        }
    }

    private void AddCandidate(string name, MethodId method)
    {
        if (!_candidates.TryGetValue(name, out var methods))
        {
            _candidates[name] = methods = [];
        }

        methods.Add(method);
    }

    private HashSet<TypeId> AncestorsOf(TypeId type)
    {
        if (_ancestors.TryGetValue(type, out var ancestors))
        {
            return ancestors;
        }

        _ancestors[type] = ancestors = [];
        foreach (var target in _resolver.InterfacesOf(type).Concat(_resolver.BaseOf(type) is { } parent ? [parent] : []))
        {
            if (target.Package is { } package)
            {
                _inheritFromPackages.Add(type);
                if (!SharedStateRules.HoldsNothingForStages(package.Name))
                {
                    _inheritFromForeign.Add(type);
                }
            }
            else if (target.Walked is { } walked)
            {
                ancestors.Add(walked);
                ancestors.UnionWith(AncestorsOf(walked));
                if (_inheritFromPackages.Contains(walked))
                {
                    _inheritFromPackages.Add(type);
                }

                if (_inheritFromForeign.Contains(walked))
                {
                    _inheritFromForeign.Add(type);
                }
            }
        }

        return ancestors;
    }

    /// <summary>An explicit implementation is called <c>Namespace.IInterface.Member</c>.</summary>
    private static string SimpleName(string name) => name[(name.LastIndexOf('.') + 1)..];

    private static int ParameterCount(MethodId method)
    {
        var blob = method.Module.Reader.GetBlobReader(method.Definition.Signature);
        if (blob.ReadSignatureHeader().IsGeneric)
        {
            blob.ReadCompressedInteger();
        }

        return blob.ReadCompressedInteger();
    }
}
