using System.Reflection;
using Mlops.Dsl.Build.Initializers;
using Mlops.Dsl.Build.Metadata;
using Mlops.Dsl.Build.Parts;

namespace Mlops.Dsl.Build.Walking;

/// <summary>Collects every part that one stage can execute.</summary>
internal sealed class StageWalk(WalkContext context, PipelineMembers pipeline)
{
    private readonly HashSet<object> _seen = [];
    private readonly Queue<Action> _pending = new();
    private readonly HashSet<TypeId> _touched = [];
    private readonly InitializationOrder _initializers = new();
    private readonly HashSet<TypeId> _typesInText = [];
    private readonly HashSet<FieldId> _objectFields = [];
    private readonly HashSet<TypeId> _sharedTypes = [];
    private Effects _effects;
    private bool _asksForPipelineType;

    /// <summary>The parts that were reached.</summary>
    public HashSet<Part> Parts { get; } = new(ReferenceEqualityComparer.Instance);

    /// <summary>The assemblies that count as a whole.</summary>
    public HashSet<PackageModule> Packages { get; } = [];

    /// <summary>The pipeline's parameters and secrets that can be read.</summary>
    public SortedSet<string> Parameters { get; } = new(StringComparer.Ordinal);

    /// <summary>What no walk can see.</summary>
    public SortedSet<string> Warnings { get; } = new(StringComparer.Ordinal);

    public void Run(DeclaredStage stage)
    {
        foreach (var method in stage.Methods)
        {
            VisitMethod(method);
            CrossBorder(method);
        }

        foreach (var initializer in context.ModuleInitializers.Concat(context.Content.Settings))
        {
            VisitPart(initializer);
        }

        Drain();
        while (Widen())
        {
            Drain();
        }

        Parts.UnionWith(_initializers.Parts());
    }

    /// <summary>What the engine itself calls around the stage: codecs read inputs and write outputs, the program makes services.</summary>
    private void CrossBorder(MethodId stage)
    {
        if (context.Border.DefaultsOf(stage) is { } defaults)
        {
            VisitPart(defaults);
        }

        foreach (var type in context.Border.ArtifactTypesOf(stage).Where(type => !pipeline.IsPipeline(type)))
        {
            Touch(type);
            foreach (var method in StageBorder.MembersOfCodec(type))
            {
                VisitMethod(method);
            }

            foreach (var derived in context.Hierarchy.DescendantsOf(type))
            {
                Touch(derived);
            }
        }

        if (StageBorder.TakesServices(stage) && context.EntryPoint is { } main)
        {
            VisitMethod(main);
        }
    }

    private void Drain()
    {
        while (_pending.TryDequeue(out var visit))
        {
            visit();
        }
    }

    private void VisitMethod(MethodId method)
    {
        if (!_seen.Add(method))
        {
            return;
        }

        if (pipeline.ParameterOf(method) is { } parameter)
        {
            Parameters.Add(parameter);
        }

        var part = context.Parts.Of(method);
        _asksForPipelineType |= part.Reach.Effects.HasFlag(Effects.AsksForType) && pipeline.IsPipeline(method.DeclaringType);
        VisitPart(part);
    }

    private void VisitPart(Part part)
    {
        if (Parts.Add(part))
        {
            _pending.Enqueue(() => Follow(part.Reach));
        }
    }

    private void Follow(Reach reach)
    {
        _effects |= reach.Effects;
        Warnings.UnionWith(reach.Warnings);
        _typesInText.UnionWith(reach.TypesInText);
        foreach (var method in reach.Methods)
        {
            VisitMethod(method);
        }

        foreach (var implementation in reach.DispatchedMethods.SelectMany(context.ImplementationsOf)
            .Concat(reach.DispatchedPackageMembers.SelectMany(member => context.Hierarchy.ImplementationsOf(member.Name, member.ParameterCount))))
        {
            VisitMethod(implementation);
        }

        foreach (var field in reach.Fields)
        {
            VisitField(field);
        }

        foreach (var type in reach.Types)
        {
            Touch(type);
        }

        foreach (var constructor in reach.TypeArguments.Select(type => context.DefaultConstructorOf(type, pipeline)).OfType<MethodId>())
        {
            VisitMethod(constructor);
        }

        foreach (var type in reach.WholeTypes)
        {
            TouchWhole(type);
        }

        foreach (var package in reach.Packages)
        {
            VisitPackage(package);
        }
    }

    private void VisitField(FieldId field)
    {
        if (!_seen.Add(field))
        {
            return;
        }

        if (pipeline.ParameterOf(field) is { } parameter)
        {
            Parameters.Add(parameter);
            return;
        }

        VisitPart(context.Parts.Of(field));
        var attributes = field.Definition.Attributes;
        if (!attributes.HasFlag(FieldAttributes.Static) && !pipeline.IsPipeline(field.DeclaringType))
        {
            if (!attributes.HasFlag(FieldAttributes.InitOnly))
            {
                _objectFields.Add(field);
            }

            return;
        }

        _sharedTypes.UnionWith(context.Parts.Of(field).Reach.Types.Where(type => type != field.DeclaringType));
        if (WalkContext.HoldsItself(field))
        {
            _sharedTypes.Add(field.DeclaringType);
        }

        foreach (var initializer in context.InitializersOf(field))
        {
            _initializers.Visit(initializer);
            VisitPart(initializer.Part);
        }

        VisitAssigners(field);
    }

    /// <summary>A type brings what runs without being named: its static constructor and whatever the framework may call through it.</summary>
    private void Touch(TypeId type)
    {
        if (!_touched.Add(type) || CompilerNames.IsMadeUp(type))
        {
            return;
        }

        if (!pipeline.IsPipeline(type))
        {
            VisitPart(context.Parts.Of(type));
        }
        else if (context.Resolver.BaseOf(type)?.Walked is { } parent)
        {
            // The pipeline class's own shape, its parameters above all, is no stage's code.
            Touch(parent);
        }

        foreach (var method in context.MembersCalledByRuntime(type, pipeline))
        {
            VisitMethod(method);
        }

        var constructors = context.SlicedConstructorsOf(type, isStatic: true);
        foreach (var constructor in pipeline.IsPipeline(type) ? constructors.Concat(context.SlicedConstructorsOf(type, isStatic: false)) : constructors)
        {
            if (constructor.Rest is { } rest)
            {
                VisitRest(rest);
            }

            // An initializer that sets other state counts even where its own field does not.
            foreach (var initializer in constructor.Initializers.Where(context.SetsSharedState))
            {
                VisitField(initializer.Field);
            }
        }
    }

    /// <summary>Visits what is left of a constructor. The constructor of a pipeline's base class that it calls is taken apart on its own.</summary>
    private void VisitRest(Part rest)
    {
        foreach (var method in rest.Reach.Methods.Where(method => method.Name == ".ctor" && pipeline.IsPipeline(method.DeclaringType)))
        {
            _seen.Add(method);
        }

        VisitPart(rest);
    }

    private void TouchWhole(TypeId type)
    {
        Touch(type);
        if (!_seen.Add(("whole", type)))
        {
            return;
        }

        foreach (var method in type.Definition.GetMethods().Select(handle => new MethodId(type.Module, handle)))
        {
            // A pipeline's constructor sets parameters, whose values are in the key.
            if (!pipeline.IsPipeline(type) || (method.Name is not (".ctor" or ".cctor") && !GeneratedCode.IsGenerated(method)))
            {
                VisitMethod(method);
            }
        }
    }

    private void VisitPackage(PackageModule package)
    {
        if (Packages.Add(package))
        {
            foreach (var reference in package.References.Select(context.Modules.FindPackage).OfType<PackageModule>())
            {
                VisitPackage(reference);
            }
        }
    }

    /// <summary>Where code finds members or resources by name, all of those that it could find count.</summary>
    /// <returns>Whether anything new was reached.</returns>
    private bool Widen()
    {
        if (_effects.HasFlag(Effects.Reflection))
        {
            var objects = _touched.Where(type => _asksForPipelineType || !pipeline.IsPipeline(type)).Where(type => !WalkContext.IsStatic(type));
            foreach (var type in objects.Concat(_typesInText).ToArray())
            {
                TouchWhole(type);
            }
        }

        if (_effects.HasFlag(Effects.EnumeratesTypes))
        {
            foreach (var type in context.AllTypes.Where(type => !pipeline.IsPipeline(type)))
            {
                TouchWhole(type);
            }
        }

        foreach (var content in context.Content.ReadBy(_effects).Concat(_effects.HasFlag(Effects.NativeCode) || Packages.Any(WalkContext.MayCallNativeCode) ? context.Content.NativeLibraries : []))
        {
            VisitPart(content);
        }

        WidenSharedObjects();
        return _pending.Count > 0;
    }

    /// <summary>The fields of objects that static fields hold are shared state too: whoever sets them counts.</summary>
    private void WidenSharedObjects()
    {
        foreach (var field in _objectFields.Where(field => _sharedTypes.Contains(field.DeclaringType)).ToArray())
        {
            _objectFields.Remove(field);
            VisitAssigners(field);
        }
    }

    private void VisitAssigners(FieldId field)
    {
        foreach (var assigner in context.Assignments.AssignersOf(field))
        {
            VisitMethod(assigner);
        }
    }
}
