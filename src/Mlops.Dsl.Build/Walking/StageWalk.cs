using System.Reflection;
using Mlops.Dsl.Build.Initializers;
using Mlops.Dsl.Build.Metadata;
using Mlops.Dsl.Build.Parts;
using Mlops.Dsl.Build.State;

namespace Mlops.Dsl.Build.Walking;

/// <summary>Collects every part that one stage can execute.</summary>
internal sealed class StageWalk(WalkContext context, PipelineMembers pipeline)
{
    private readonly HashSet<object> _seen = [];
    private readonly Queue<Action> _pending = new();
    private readonly HashSet<TypeId> _touched = [];
    private readonly HashSet<TypeId> _whole = [];
    private readonly InitializationOrder _initializers = new();
    private readonly HashSet<TypeId> _typesInText = [];
    private readonly StageState _state = new(context);
    private Effects _effects;
    private bool _looksAtPipeline;

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
        if (context.SetUp.OrderOf(_state.SetUp) is { } order)
        {
            Parts.Add(order);
        }
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
            VisitPart(context.Parts.MetadataOf(type, context.IsGenerated));
            foreach (var method in StageBorder.MembersOfCodec(type))
            {
                VisitMethod(method);
            }

            foreach (var derived in context.Hierarchy.DescendantsOf(type))
            {
                Touch(derived);
            }
        }

        if (StageBorder.TakesServices(stage))
        {
            Visit(_state.AddServices());
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
        _looksAtPipeline |= LetsOthersLook(part) && MayBePipelines(method.DeclaringType);
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

        foreach (
            var implementation in reach
                .DispatchedMethods.SelectMany(context.ImplementationsOf)
                .Concat(
                    reach.DispatchedPackageMembers.SelectMany(member =>
                        context.Hierarchy.ImplementationsOf(member.Name, member.ParameterCount)
                    )
                )
        )
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

        foreach (
            var constructor in reach
                .TypeArguments.Where(type => !pipeline.IsPipeline(type))
                .Select(context.DefaultConstructorOf)
                .OfType<MethodId>()
        )
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

        Visit(_state.Add(reach));
    }

    private void Visit(IEnumerable<SetUpRoot> setUp)
    {
        foreach (var root in setUp)
        {
            VisitPart(root.Part);
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
        if (!field.Definition.Attributes.HasFlag(FieldAttributes.Static) && !pipeline.IsPipeline(field.DeclaringType))
        {
            return;
        }

        foreach (var initializer in context.InitializersOf(field))
        {
            _initializers.Visit(initializer);
            VisitPart(initializer.Part);
        }

        foreach (var assigner in context.Assignments.AssignersOf(field))
        {
            VisitMethod(assigner);
        }

        Visit(_state.Add(field));
    }

    /// <summary>
    /// A type brings what runs without being named: its static constructor and whatever the framework may call through it.
    /// </summary>
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

        foreach (var method in context.MembersCalledByRuntime(type))
        {
            VisitMethod(method);
        }

        var constructors = context.SlicedConstructorsOf(type, isStatic: true);
        foreach (
            var constructor in pipeline.IsPipeline(type)
                ? constructors.Concat(context.SlicedConstructorsOf(type, isStatic: false))
                : constructors
        )
        {
            // The engine calls the constructor without parameters; who calls another is the set-up.
            if (constructor.Rest is { } rest && !(constructor.TakesArguments && context.DefaultConstructorOf(type) is not null))
            {
                VisitRest(rest, pipeline.IsPipeline(type));
            }

            _state.Add(constructor.Initializers);
        }
    }

    /// <summary>
    /// Visits what is left of a constructor. The constructor of a pipeline's base class that it calls is taken apart on its own.
    /// </summary>
    private void VisitRest(Part rest, bool isPipeline)
    {
        foreach (var method in rest.Reach.Methods.Where(method => method.Name == ".ctor" && pipeline.IsPipeline(method.DeclaringType)))
        {
            _seen.Add(method);
        }

        _looksAtPipeline |= isPipeline && LetsOthersLook(rest);
        VisitPart(rest);
    }

    /// <summary>Whether the pipeline's object may have the members of the type: its class, a base, an interface.</summary>
    private bool MayBePipelines(TypeId type) => pipeline.IsPipeline(type) || context.Hierarchy.DescendantsOf(type).Any(pipeline.IsPipeline);

    /// <summary>Whether code that finds members by reflection may do so with the object that the part belongs to.</summary>
    private static bool LetsOthersLook(Part part) => (part.Reach.Effects & (Effects.AsksForType | Effects.HandsItselfOn)) != Effects.None;

    private void TouchWhole(TypeId type)
    {
        Touch(type);
        if (!_whole.Add(type))
        {
            return;
        }

        if (!CompilerNames.IsMadeUp(type))
        {
            VisitPart(context.Parts.MetadataOf(type, context.IsGenerated));
        }

        foreach (var field in WalkContext.StaticFieldsOf(type))
        {
            VisitField(field);
        }

        foreach (var held in context.Border.TypesOfState(type))
        {
            TouchWhole(held);
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

            TouchWhole(context.KnownTo(package));
        }
    }

    private void TouchWhole(IEnumerable<TypeId> types)
    {
        foreach (var type in types)
        {
            TouchWhole(type);
        }
    }

    /// <summary>Where code finds members or resources by name, all of those that it could find count.</summary>
    /// <returns>Whether anything new was reached.</returns>
    private bool Widen()
    {
        if (_effects.HasFlag(Effects.Reflection))
        {
            var objects = _touched
                .Where(type => _looksAtPipeline || !pipeline.IsPipeline(type))
                .Where(type => _effects.HasFlag(Effects.AsksForDeclaringType) || !WalkContext.IsStatic(type));
            TouchWhole(objects.ToArray());
        }

        if (_effects.HasFlag(Effects.Reflection) || Packages.Any(package => !SharedStateRules.HoldsNothingForStages(package.Name)))
        {
            TouchWhole(_typesInText.ToArray());
        }

        if (_effects.HasFlag(Effects.AssemblyAttributes))
        {
            foreach (var type in _touched.Where(type => !CompilerNames.IsMadeUp(type) && (_looksAtPipeline || !pipeline.IsPipeline(type))))
            {
                VisitPart(context.Parts.MetadataOf(type, context.IsGenerated));
            }
        }

        if (_effects.HasFlag(Effects.EnumeratesTypes))
        {
            TouchWhole(context.AllTypes.Where(type => !pipeline.IsPipeline(type)));
        }

        foreach (var content in context.Content.ReadBy(_effects, Packages))
        {
            VisitPart(content);
        }

        TouchWhole(_whole.SelectMany(context.Hierarchy.DescendantsOf).Where(_touched.Contains).ToArray());
        TouchWhole(_touched.Where(context.Hierarchy.InheritsFromForeign).ToArray());

        Visit(_state.AddProcess());
        foreach (var field in _state.FieldsWithEffects().ToArray())
        {
            VisitField(field);
        }

        return _pending.Count > 0;
    }
}
