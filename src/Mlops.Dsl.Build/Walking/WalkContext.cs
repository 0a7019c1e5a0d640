using System.Reflection;
using System.Reflection.Metadata;
using Mlops.Dsl.Build.Initializers;
using Mlops.Dsl.Build.Metadata;
using Mlops.Dsl.Build.Parts;

namespace Mlops.Dsl.Build.Walking;

/// <summary>What the walks of all stages share: every part and every lookup is made once.</summary>
internal sealed class WalkContext
{
    private readonly Resolver _resolver;
    private readonly Lazy<AssignmentIndex> _assignments;
    private readonly Dictionary<MethodId, MethodId[]> _implementations = [];
    private readonly Dictionary<TypeId, MethodId[]> _calledByRuntime = [];
    private readonly Dictionary<TypeId, MethodId?> _defaultConstructors = [];
    private readonly Dictionary<(TypeId Type, bool IsStatic), SlicedConstructor[]> _slicedConstructors = [];
    private readonly ConstructorSlicer _slicer;
    private readonly SharedState _sharedState;

    public WalkContext(Resolver resolver)
    {
        _resolver = resolver;
        var modules = Modules = resolver.Modules;
        Parts = new PartFactory(_resolver);
        Hierarchy = new TypeHierarchy(_resolver);
        _assignments = new(() => new AssignmentIndex(_resolver, MethodsOfSetUp()));
        Content = new ContentParts(modules, Parts);
        _slicer = new ConstructorSlicer(Parts);
        _sharedState = new SharedState(Parts);
        Border = new StageBorder(_resolver, Parts);
        EntryPoint = modules.Main.EntryPoint is { IsNil: false } main ? new MethodId(modules.Main, main) : null;
        ModuleInitializers = [.. modules.Walked.Select(module => Walking.ModuleInitializer.PartOf(module, Parts)).OfType<Part>()];
    }

    public ModuleSet Modules { get; }

    public Resolver Resolver => _resolver;

    public PartFactory Parts { get; }

    public TypeHierarchy Hierarchy { get; }

    public AssignmentIndex Assignments => _assignments.Value;

    public StageBorder Border { get; }

    /// <summary>The program's main method, which registers services.</summary>
    public MethodId? EntryPoint { get; }

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
            _slicedConstructors[(type, isStatic)] = constructors =
            [
                .. type.Definition.GetMethods().Select(handle => new MethodId(type.Module, handle))
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
    public IEnumerable<MethodId> MembersCalledByRuntime(TypeId type, PipelineMembers pipeline)
    {
        if (!_calledByRuntime.TryGetValue(type, out var methods))
        {
            var implementations = type.Definition.GetMethodImplementations()
                .Select(handle => type.Module.Reader.GetMethodImplementation(handle).MethodBody)
                .Where(body => body.Kind == HandleKind.MethodDefinition)
                .Select(body => new MethodId(type.Module, (MethodDefinitionHandle)body));
            _calledByRuntime[type] = methods = [.. type.Definition.GetMethods().Select(handle => new MethodId(type.Module, handle)).Where(IsCalledByRuntime).Union(implementations)];
        }

        return pipeline.IsPipeline(type) ? methods.Where(method => !GeneratedCode.IsGenerated(method)) : methods;
    }

    /// <summary>The constructor that <c>new T()</c> finds where the type is a type argument.</summary>
    public MethodId? DefaultConstructorOf(TypeId type, PipelineMembers pipeline)
    {
        if (pipeline.IsPipeline(type))
        {
            return null;
        }

        if (!_defaultConstructors.TryGetValue(type, out var constructor))
        {
            _defaultConstructors[type] = constructor = type.Definition.GetMethods()
                .Select(handle => (MethodId?)new MethodId(type.Module, handle))
                .FirstOrDefault(method => method!.Value.Name == ".ctor" && method.Value.Definition.GetParameters().Count == 0);
        }

        return constructor;
    }

    /// <summary>Whether an initializer sets static fields other than its own.</summary>
    public bool SetsSharedState(FieldInitializer initializer) => _sharedState.IsSetBy(initializer.Part);

    /// <summary>The parts that are data.</summary>
    public ContentParts Content { get; }

    /// <summary>Every type of the walked modules that a person wrote.</summary>
    public IEnumerable<TypeId> AllTypes => Modules.Walked.SelectMany(module => module.Reader.TypeDefinitions.Select(handle => new TypeId(module, handle)))
        .Where(type => !CompilerNames.IsMadeUp(type) && type.Name != "<Module>");

    /// <summary>Whether a static field holds an object of the type that declares it, as a singleton does.</summary>
    public static bool HoldsItself(FieldId field) =>
        field.Definition.DecodeSignature(SignatureText.Instance, null).Contains(field.DeclaringType.FullName, StringComparison.Ordinal);

    /// <summary>Whether an assembly may call native libraries; this product's own interface does not.</summary>
    public static bool MayCallNativeCode(PackageModule package) => package.Name is not ("Mlops.Dsl" or "Microsoft.Extensions.Logging.Abstractions" or "Microsoft.Extensions.DependencyInjection.Abstractions");

    public static bool IsStatic(TypeId type) =>
        (type.Definition.Attributes & (TypeAttributes.Abstract | TypeAttributes.Sealed)) == (TypeAttributes.Abstract | TypeAttributes.Sealed);

    /// <summary>What the main method calls, directly or not. The engine, not the program, calls the stages.</summary>
    private HashSet<MethodId> MethodsOfSetUp()
    {
        HashSet<MethodId> found = EntryPoint is { } main ? [main] : [];
        var pending = new Queue<MethodId>(found);
        while (pending.TryDequeue(out var method))
        {
            foreach (var callee in Parts.Of(method).Reach.Methods.Where(found.Add))
            {
                pending.Enqueue(callee);
            }
        }

        return found;
    }

    private static bool IsCalledByRuntime(MethodId method) => method.Definition.Attributes.HasFlag(MethodAttributes.Virtual);
}
