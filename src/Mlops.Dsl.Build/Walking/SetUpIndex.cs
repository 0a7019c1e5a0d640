using Mlops.Dsl.Build.Hashing;
using Mlops.Dsl.Build.Metadata;
using Mlops.Dsl.Build.Parts;
using Mlops.Dsl.Build.SetUp;

namespace Mlops.Dsl.Build.Walking;

/// <summary>Finds the pieces of the program's set-up that may leave something for a stage in state that both can reach.</summary>
internal sealed class SetUpIndex
{
    private readonly SetUpRoot[] _roots;
    private readonly Dictionary<FieldId, List<SetUpRoot>> _byField = [];
    private readonly Dictionary<PackageModule, List<SetUpRoot>> _byPackage = [];
    private readonly Dictionary<string, List<SetUpRoot>> _byFrameworkType = new(StringComparer.Ordinal);
    private readonly List<SetUpRoot> _native = [];
    private readonly Lazy<IReadOnlySet<int>> _starts;

    public SetUpIndex(WalkContext context)
    {
        var body = ProgramBody.Find(context.Modules.Main);
        _roots = Find(context, body);
        _starts = new(() =>
            body is null ? new HashSet<int>() : new EngineStarts(body, context.Resolver).Find(method => StartsEngine(context, method))
        );
        Engine = Array.Exists(_roots, root => root.State.MayRunStages) ? Array.FindAll(_roots, root => root.State.MayRunStages) : _roots;
        foreach (var root in _roots)
        {
            Add(_byField, root.State.Fields, root);
            Add(_byPackage, root.State.Packages, root);
            Add(_byFrameworkType, root.State.FrameworkTypes, root);
            if (root.State.CallsNativeCode)
            {
                _native.Add(root);
            }
        }
    }

    /// <summary>The pieces, and those that set what they read, or say whether they happen.</summary>
    public IEnumerable<SetUpRoot> WithOrigins(IEnumerable<SetUpRoot> roots)
    {
        var seen = new HashSet<SetUpRoot>(ReferenceEqualityComparer.Instance);
        var pending = new Queue<SetUpRoot>(roots);
        while (pending.TryDequeue(out var root))
        {
            if (seen.Add(root))
            {
                yield return root;
                foreach (var number in root.Group.Reads)
                {
                    pending.Enqueue(_roots[number]);
                }
            }
        }
    }

    /// <summary>What changes state that nearly all framework code depends on.</summary>
    public IReadOnlyList<SetUpRoot> Everywhere => OfFrameworkType(ProcessState.Everywhere);

    /// <summary>What calls native code.</summary>
    public IReadOnlyList<SetUpRoot> Native => _native;

    public IReadOnlyList<SetUpRoot> Of(FieldId field) => _byField.GetValueOrDefault(field, []);

    public IReadOnlyList<SetUpRoot> Of(PackageModule package) => _byPackage.GetValueOrDefault(package, []);

    public IReadOnlyList<SetUpRoot> OfFrameworkType(string type) => _byFrameworkType.GetValueOrDefault(type, []);

    /// <summary>Whether any of the set-up changes a framework type's state.</summary>
    public bool ChangesFrameworkTypes => _byFrameworkType.Count > 0;

    /// <summary>What starts the engine; all of the set-up, if nothing is known to.</summary>
    public IReadOnlyList<SetUpRoot> Engine { get; }

    /// <summary>
    /// The order of the given pieces among each other and the engine's runs, which counts beside their content; null where there is nothing
    /// to order.
    /// </summary>
    public Part? OrderOf(IReadOnlyCollection<SetUpRoot> roots)
    {
        if (roots.Count == 0 || (roots.Count == 1 && _starts.Value.Count == 0))
        {
            return null;
        }

        var steps = roots
            .Where(root => root.Group.Instructions.Count > 0)
            .SelectMany(root => root.Group.Instructions.Select(index => (Index: index, Name: Convert.ToHexStringLower(root.Part.Hash))))
            .Concat(_starts.Value.Select(index => (Index: index, Name: "engine")))
            .OrderBy(step => step.Index)
            .ThenBy(step => step.Name, StringComparer.Ordinal);
        var writer = new CanonicalWriter();
        var last = "";
        foreach (
            var name in roots
                .Where(root => root.Group.Instructions.Count == 0)
                .OrderBy(root => root.Position)
                .Select(root => Convert.ToHexStringLower(root.Part.Hash))
                .Concat(steps.Select(step => step.Name))
                .Where(name => name != last)
        )
        {
            writer.Write(name);
            last = name;
        }

        return new("set-up order", "the order of the program's set-up", writer.ToHash(), new Reach());
    }

    private static bool StartsEngine(WalkContext context, MethodId method) =>
        context.IsGenerated(method) || new StateWalk(context).Run(context.Parts.Of(method)).MayRunStages;

    /// <summary>A package that is called may call back.</summary>
    private static bool MayStartEngine(WalkContext context, MethodId method) =>
        context.IsGenerated(method)
        || new StateWalk(context).Run(context.Parts.Of(method)) is { MayRunStages: true } or { Packages.Count: > 0 };

    private static SetUpRoot[] Find(WalkContext context, ProgramBody? body)
    {
        var groups = body is null
            ? []
            : ProgramGroups.Of(
                body,
                context.Resolver,
                context.Parts,
                new EngineStarts(body, context.Resolver).FindPossible(method => MayStartEngine(context, method))
            );
        SetUpRoot[] roots =
        [
            .. groups
                .Concat(InitializersOfProgram(context))
                .Select((group, position) => new SetUpRoot(group, position, new StateWalk(context).Run(group.Part))),
        ];
        LetListenersRun(roots);
        return roots;
    }

    /// <summary>What is printed or traced runs the writers and listeners that other set-up left, with all that these reach.</summary>
    private static void LetListenersRun(SetUpRoot[] roots)
    {
        FieldId[] reached =
        [
            .. roots.Where(root => root.State.FrameworkTypes.Any(ProcessState.MayRunListeners)).SelectMany(root => root.State.Fields),
        ];
        foreach (var root in roots.Where(root => root.State.RunsListeners))
        {
            root.State.Fields.UnionWith(reached);
        }
    }

    /// <summary>What runs before the main method, because its type's static fields get their first values.</summary>
    private static IEnumerable<SetUpGroup> InitializersOfProgram(WalkContext context)
    {
        if (context.Modules.Main.EntryPoint is not { IsNil: false } main)
        {
            return [];
        }

        var constructors = context.SlicedConstructorsOf(new MethodId(context.Modules.Main, main).DeclaringType, isStatic: true);
        return constructors
            .SelectMany(constructor => constructor.Initializers.Select(initializer => initializer.Part).Append(constructor.Rest))
            .OfType<Part>()
            .Select(part => new SetUpGroup(part, [], []));
    }

    private static void Add<TKey>(Dictionary<TKey, List<SetUpRoot>> index, IEnumerable<TKey> keys, SetUpRoot root)
        where TKey : notnull
    {
        foreach (var key in keys)
        {
            (index.TryGetValue(key, out var roots) ? roots : index[key] = []).Add(root);
        }
    }
}

/// <summary>A piece of the program's set-up, and the state that it may change.</summary>
/// <param name="Group">The piece.</param>
/// <param name="Position">Where it stands among the pieces.</param>
/// <param name="State">What it may change.</param>
internal sealed record SetUpRoot(SetUpGroup Group, int Position, StateReach State)
{
    public Part Part => Group.Part;
}
