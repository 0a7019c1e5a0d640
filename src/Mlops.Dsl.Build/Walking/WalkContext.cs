using System.Reflection;
using System.Reflection.Metadata;
using Mlops.Dsl.Build.Initializers;
using Mlops.Dsl.Build.Metadata;
using Mlops.Dsl.Build.Parts;
using Mlops.Dsl.Build.State;

namespace Mlops.Dsl.Build.Walking;

/// <summary>What the walks of all stages share: every part and every lookup is made once.</summary>
internal sealed class WalkContext
{
    private readonly Resolver _resolver;
    private readonly Lazy<SetUpIndex> _setUp;
    private readonly Lazy<AssignmentIndex> _assignments;
    private readonly Dictionary<FieldInitializer, StateReach> _initializerStates = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<MethodId, bool> _generated = [];
    private readonly Dictionary<TypeId, bool> _dependOnTime = [];
    private readonly Dictionary<MethodId, MethodId[]> _implementations = [];
    private readonly Dictionary<TypeId, MethodId[]> _calledByRuntime = [];
    private readonly Dictionary<TypeId, MethodId?> _defaultConstructors = [];
    private readonly Dictionary<(TypeId Type, bool IsStatic), SlicedConstructor[]> _slicedConstructors = [];
    private readonly ConstructorSlicer _slicer;
    private readonly HashSet<TypeId> _pipelineClasses;

    public WalkContext(Resolver resolver, IEnumerable<DeclaredPipeline> pipelines)
    {
        _resolver = resolver;
        var modules = Modules = resolver.Modules;
        Parts = new PartFactory(_resolver);
        Hierarchy = new TypeHierarchy(_resolver);
        _pipelineClasses = [.. pipelines.SelectMany(pipeline => WithBases(pipeline.Type))];
        _setUp = new(() => new SetUpIndex(this));
        _assignments = new(() => new AssignmentIndex(_resolver));
        Content = new ContentParts(modules, Parts);
        _slicer = new ConstructorSlicer(Parts);
        Border = new StageBorder(_resolver, Parts);
        ModuleInitializers = [.. modules.Walked.Select(module => Walking.ModuleInitializer.PartOf(module, Parts)).OfType<Part>()];
    }

    public ModuleSet Modules { get; }

    public Resolver Resolver => _resolver;

    public PartFactory Parts { get; }

    public TypeHierarchy Hierarchy { get; }

    /// <summary>Who sets which static field.</summary>
    public AssignmentIndex Assignments => _assignments.Value;

    /// <summary>What the program does before, and around, its runs.</summary>
    public SetUpIndex SetUp => _setUp.Value;

    public StageBorder Border { get; }

    /// <summary>What runs whenever an assembly is loaded.</summary>
    public IReadOnlyList<Part> ModuleInitializers { get; }

    public MethodId[] ImplementationsOf(MethodId declaration)
    {
        if (!_implementations.TryGetValue(declaration, out var implementations))
        {
            _implementations[declaration] = implementations = [.. Hierarchy.ImplementationsOf(declaration)];
        }

        return implementations;
    }

    /// <summary>The static constructor of a type, or a pipeline class's instance constructors, taken apart.</summary>
    public IReadOnlyList<SlicedConstructor> SlicedConstructorsOf(TypeId type, bool isStatic)
    {
        if (!_slicedConstructors.TryGetValue((type, isStatic), out var constructors))
        {
            var name = isStatic ? ".cctor" : ".ctor";
            _slicedConstructors[(type, isStatic)] = constructors = [
                .. type
                    .Definition.GetMethods()
                    .Select(handle => new MethodId(type.Module, handle))
                    .Where(method => type.Module.Reader.StringComparer.Equals(method.Definition.Name, name))
                    .Select(_slicer.Slice),
            ];
        }

        return constructors;
    }

    /// <summary>The initial value of a field, where it is shared by all that a stage does.</summary>
    public IEnumerable<FieldInitializer> InitializersOf(FieldId field) =>
        SlicedConstructorsOf(field.DeclaringType, field.Definition.Attributes.HasFlag(FieldAttributes.Static))
            .SelectMany(constructor => constructor.Initializers)
            .Where(initializer => initializer.Field == field);

    /// <summary>The methods that run without being named once a type is touched.</summary>
    public IEnumerable<MethodId> MembersCalledByRuntime(TypeId type)
    {
        if (!_calledByRuntime.TryGetValue(type, out var methods))
        {
            var implementations = type
                .Definition.GetMethodImplementations()
                .Select(handle => type.Module.Reader.GetMethodImplementation(handle).MethodBody)
                .Where(body => body.Kind == HandleKind.MethodDefinition)
                .Select(body => new MethodId(type.Module, (MethodDefinitionHandle)body));
            var called = type
                .Definition.GetMethods()
                .Select(handle => new MethodId(type.Module, handle))
                .Where(IsCalledByRuntime)
                .Union(implementations);
            _calledByRuntime[type] = methods = [.. IsPipelineClass(type) ? called.Where(method => !IsGenerated(method)) : called];
        }

        return methods;
    }

    /// <summary>The constructor that <c>new T()</c> finds where the type is a type argument.</summary>
    public MethodId? DefaultConstructorOf(TypeId type)
    {
        if (!_defaultConstructors.TryGetValue(type, out var constructor))
        {
            _defaultConstructors[type] = constructor = type
                .Definition.GetMethods()
                .Select(handle => (MethodId?)new MethodId(type.Module, handle))
                .FirstOrDefault(method => method!.Value.Name == ".ctor" && method.Value.Definition.GetParameters().Count == 0);
        }

        return constructor;
    }

    /// <summary>Whether the type is a pipeline class of the program, or a base of one.</summary>
    public bool IsPipelineClass(TypeId type) => _pipelineClasses.Contains(type);

    /// <summary>Whether this product's generator wrote the method.</summary>
    public bool IsGenerated(MethodId method)
    {
        if (!_generated.TryGetValue(method, out var isGenerated))
        {
            _generated[method] = isGenerated = GeneratedCode.IsGenerated(method);
        }

        return isGenerated;
    }

    /// <summary>The shared state that an initializer may change, other than its own field.</summary>
    public StateReach StateOf(FieldInitializer initializer)
    {
        if (!_initializerStates.TryGetValue(initializer, out var state))
        {
            // Initializers that touch each other's types ask for each other.
            _initializerStates[initializer] = new StateReach();
            _initializerStates[initializer] = state = new StateWalk(this).Run(initializer.Part);
        }

        return state;
    }

    /// <summary>Whether a type's static fields get first values that depend on when that happens, because other state is read.</summary>
    public bool DependsOnTime(TypeId type)
    {
        if (!_dependOnTime.TryGetValue(type, out var depends))
        {
            _dependOnTime[type] = false;
            _dependOnTime[type] = depends = SlicedConstructorsOf(type, isStatic: true)
                .Any(constructor =>
                    constructor.Initializers.Any(initializer => ReadsOthers(StateOf(initializer)))
                    || (constructor.Rest is { } rest && ReadsOthers(new StateWalk(this).Run(rest)))
                );
        }

        return depends;

        bool ReadsOthers(StateReach state) => state.Reads.Any(field => field.DeclaringType != type);
    }

    /// <summary>The parts that are data.</summary>
    public ContentParts Content { get; }

    /// <summary>Every type of the walked modules that a person wrote.</summary>
    public IEnumerable<TypeId> AllTypes =>
        Modules
            .Walked.SelectMany(module => module.Reader.TypeDefinitions.Select(handle => new TypeId(module, handle)))
            .Where(type => !CompilerNames.IsMadeUp(type) && type.Name != "<Module>");

    /// <summary>
    /// The walked types that a package can reach on its own: of modules that it refers to, and those that it finds in the program that
    /// calls it.
    /// </summary>
    public IEnumerable<TypeId> KnownTo(PackageModule package)
    {
        if (SharedStateRules.HoldsNothingForStages(package.Name))
        {
            return [];
        }

        return AllTypes.Where(type =>
            !IsPipelineClass(type)
            && (
                package.FindsTypesOfCallers
                || (package.FindsTypes && Hierarchy.InheritsFromForeign(type))
                || package.References.Contains(type.Module.Name, StringComparer.OrdinalIgnoreCase)
            )
        );
    }

    /// <summary>The static fields of a type that a person can set.</summary>
    public static IEnumerable<FieldId> StaticFieldsOf(TypeId type) =>
        type
            .Definition.GetFields()
            .Select(handle => new FieldId(type.Module, handle))
            .Where(field =>
                (field.Definition.Attributes & (FieldAttributes.Static | FieldAttributes.Literal)) == FieldAttributes.Static
                && !CompilerNames.IsMadeUp(field)
            );

    public static bool IsStatic(TypeId type) =>
        (type.Definition.Attributes & (TypeAttributes.Abstract | TypeAttributes.Sealed))
        == (TypeAttributes.Abstract | TypeAttributes.Sealed);

    private IEnumerable<TypeId> WithBases(TypeId pipeline)
    {
        for (TypeId? current = pipeline; current is { } type; current = _resolver.BaseOf(type)?.Walked)
        {
            yield return type;
        }
    }

    private static bool IsCalledByRuntime(MethodId method) => method.Definition.Attributes.HasFlag(MethodAttributes.Virtual);
}
