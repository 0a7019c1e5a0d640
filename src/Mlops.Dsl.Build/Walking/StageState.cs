using Mlops.Dsl.Build.Initializers;
using Mlops.Dsl.Build.Metadata;
using Mlops.Dsl.Build.Parts;
using Mlops.Dsl.Build.State;

namespace Mlops.Dsl.Build.Walking;

/// <summary>The shared state that one stage can reach, and the set-up and initializers that may have left something in it.</summary>
internal sealed class StageState(WalkContext context)
{
    private readonly HashSet<FieldId> _fields = [];
    private readonly HashSet<PackageModule> _packages = [];
    private readonly HashSet<SetUpRoot> _setUp = new(ReferenceEqualityComparer.Instance);
    private readonly List<FieldInitializer> _unread = [];
    private bool _callsFramework;

    /// <summary>The set-up that counts for the stage.</summary>
    public IReadOnlyCollection<SetUpRoot> SetUp => _setUp;

    /// <summary>Adds the state that a part can reach.</summary>
    /// <returns>The set-up that counts for it.</returns>
    public IEnumerable<SetUpRoot> Add(Reach reach)
    {
        _callsFramework |= reach.FrameworkTypes.Count > 0 || reach.Effects.HasFlag(Effects.NativeCode);
        var found = reach.PackageReads.SelectMany(Add);
        if (context.SetUp.ChangesFrameworkTypes)
        {
            found = found.Concat(reach.FrameworkTypes.SelectMany(context.SetUp.OfFrameworkType));
        }

        return New(found.Concat(reach.Effects.HasFlag(Effects.NativeCode) ? context.SetUp.Native : []));
    }

    /// <summary>Adds a field that is shared.</summary>
    /// <returns>The set-up that counts for it.</returns>
    public IEnumerable<SetUpRoot> Add(FieldId field)
    {
        _fields.Add(field);
        return New(context.SetUp.Of(field));
    }

    /// <summary>Adds the set-up that starts the engine, and so hands it the services that the stage is given.</summary>
    public IEnumerable<SetUpRoot> AddServices() => New(context.SetUp.Engine);

    /// <summary>The set-up that counts for whoever calls the framework, if the stage does.</summary>
    public IEnumerable<SetUpRoot> AddProcess() => _callsFramework ? New(context.SetUp.Everywhere) : [];

    /// <summary>Adds the initializers of a type that change more than their own field.</summary>
    public void Add(IEnumerable<FieldInitializer> initializers) =>
        _unread.AddRange(initializers.Where(initializer => !context.StateOf(initializer).IsEmpty));

    /// <summary>
    /// The fields whose initializers change what the stage reads; they count even where the fields themselves are not read.
    /// </summary>
    public IEnumerable<FieldId> FieldsWithEffects() =>
        _unread
            .Where(initializer => !_fields.Contains(initializer.Field) && MaySee(context.StateOf(initializer)))
            .Select(initializer => initializer.Field);

    private IEnumerable<SetUpRoot> New(IEnumerable<SetUpRoot> roots) => context.SetUp.WithOrigins(roots).Where(_setUp.Add);

    private IEnumerable<SetUpRoot> Add(PackageModule package)
    {
        if (SharedStateRules.HoldsNothingForStages(package.Name) || !_packages.Add(package))
        {
            return [];
        }

        return context
            .SetUp.Of(package)
            .Concat(package.References.Select(context.Modules.FindPackage).OfType<PackageModule>().SelectMany(Add));
    }

    private bool MaySee(StateReach state) =>
        state.Fields.Overlaps(_fields) || state.Packages.Overlaps(_packages) || state.FrameworkTypes.Count > 0 || state.CallsNativeCode;
}
