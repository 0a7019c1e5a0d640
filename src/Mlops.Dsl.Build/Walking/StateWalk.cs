using System.Reflection;
using Mlops.Dsl.Build.Metadata;
using Mlops.Dsl.Build.Parts;
using Mlops.Dsl.Build.SetUp;
using Mlops.Dsl.Build.State;

namespace Mlops.Dsl.Build.Walking;

/// <summary>Finds the shared state that a piece of code may change, in all that it can execute.</summary>
internal sealed class StateWalk(WalkContext context)
{
    private readonly HashSet<object> _seen = [];
    private readonly Queue<Part> _pending = new();
    private readonly HashSet<TypeId> _touched = [];
    private readonly StateReach _found = new();
    private Effects _effects;

    public StateReach Run(Part start)
    {
        _pending.Enqueue(start);
        do
        {
            while (_pending.TryDequeue(out var part))
            {
                Follow(part.Reach, part.Reach.StateUses);
            }

            Widen();
        } while (_pending.Count > 0);

        return _found;
    }

    private void Follow(Reach reach, IEnumerable<FieldId> stateUses)
    {
        _effects |= reach.Effects;
        _found.Fields.UnionWith(stateUses);
        _found.Fields.UnionWith(reach.Fields.Where(IsOfPipeline));
        _found.Reads.UnionWith(reach.Fields.Where(MayDiffer));
        _found.FrameworkTypes.UnionWith(reach.ChangedFrameworkTypes);
        _found.RunsListeners |= reach.RunsListeners;
        _found.CallsNativeCode |= reach.Effects.HasFlag(Effects.NativeCode);
        foreach (var package in reach.Packages)
        {
            Visit(package);
        }

        foreach (
            var method in reach
                .Methods.Concat(reach.DispatchedMethods.SelectMany(context.ImplementationsOf))
                .Concat(
                    reach.DispatchedPackageMembers.SelectMany(member =>
                        context.Hierarchy.ImplementationsOf(member.Name, member.ParameterCount)
                    )
                )
        )
        {
            Visit(method);
        }

        foreach (var type in reach.Types.Concat(reach.Fields.Select(field => field.DeclaringType)))
        {
            Touch(type);
        }

        foreach (
            var constructor in reach
                .TypeArguments.Where(type => !context.IsPipelineClass(type))
                .Select(context.DefaultConstructorOf)
                .OfType<MethodId>()
        )
        {
            Visit(constructor);
        }

        foreach (var type in reach.WholeTypes)
        {
            TouchWhole(type);
        }
    }

    private void Visit(MethodId method)
    {
        if (!_seen.Add(method))
        {
            return;
        }

        if (context.IsGenerated(method))
        {
            // It starts a run, whose stages are told apart on their own.
            _found.MayRunStages = true;
            return;
        }

        if (context.Parts.State.FieldOfGetter(method) is { } field)
        {
            // What becomes of the value is up to the caller, where it was looked at.
            Touch(field.DeclaringType);
            return;
        }

        var part = context.Parts.Of(method);
        if (method.Name == ".cctor")
        {
            // What a type gives its own fields counts with the type.
            Follow(part.Reach, part.Reach.StateUses.Where(used => used.DeclaringType != method.DeclaringType));
            return;
        }

        _pending.Enqueue(part);
    }

    private void Touch(TypeId type)
    {
        if (!_touched.Add(type) || CompilerNames.IsMadeUp(type))
        {
            return;
        }

        _pending.Enqueue(context.Parts.Of(type));
        if (context.DependsOnTime(type))
        {
            // Whoever touches the type first says which state it finds.
            _found.Fields.UnionWith(WalkContext.StaticFieldsOf(type));
        }

        foreach (var method in context.MembersCalledByRuntime(type))
        {
            Visit(method);
        }

        foreach (var constructor in context.SlicedConstructorsOf(type, isStatic: true))
        {
            foreach (var initializer in constructor.Initializers)
            {
                _pending.Enqueue(initializer.Part);
            }

            if (constructor.Rest is { } rest)
            {
                Follow(rest.Reach, rest.Reach.StateUses.Where(used => used.DeclaringType != type));
            }
        }
    }

    private void TouchWhole(TypeId type)
    {
        Touch(type);
        if (_seen.Add(("whole", type)))
        {
            // Who finds a type's members by reflection finds its static fields.
            _found.Fields.UnionWith(WalkContext.StaticFieldsOf(type));
            foreach (var method in type.Definition.GetMethods())
            {
                Visit(new MethodId(type.Module, method));
            }
        }
    }

    private void Visit(PackageModule package)
    {
        if (!_seen.Add(package))
        {
            return;
        }

        _found.MayRunStages |= EngineStarts.IsEngine(package.Name);
        if (SharedStateRules.HoldsNothingForStages(package.Name))
        {
            return;
        }

        _found.Packages.Add(package);
        foreach (var reference in package.References.Select(context.Modules.FindPackage).OfType<PackageModule>())
        {
            Visit(reference);
        }

        foreach (var type in context.KnownTo(package).ToArray())
        {
            TouchWhole(type);
        }
    }

    private void Widen()
    {
        var found =
            _effects.HasFlag(Effects.EnumeratesTypes) ? context.AllTypes.Where(type => !context.IsPipelineClass(type))
            : _effects.HasFlag(Effects.Reflection) ? _touched.Where(type => !WalkContext.IsStatic(type) && !context.IsPipelineClass(type))
            : [];
        foreach (var type in found.ToArray())
        {
            TouchWhole(type);
        }
    }

    /// <summary>Whether a static field may hold another value later.</summary>
    private bool MayDiffer(FieldId field) =>
        field.Definition.Attributes.HasFlag(FieldAttributes.Static)
        && !CompilerNames.IsMadeUp(field)
        && !(
            field.Definition.Attributes.HasFlag(FieldAttributes.InitOnly) && context.Parts.State.Natures.Of(field) == FieldNature.Immutable
        );

    private bool IsOfPipeline(FieldId field) =>
        !field.Definition.Attributes.HasFlag(FieldAttributes.Static) && context.IsPipelineClass(field.DeclaringType);
}
