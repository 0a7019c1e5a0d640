using Mlops.Dsl.Build.Metadata;

namespace Mlops.Dsl.Build.Parts;

/// <summary>What a part refers to, and so what else can execute where the part does.</summary>
internal sealed class Reach
{
    /// <summary>Methods that are called, or whose address is taken.</summary>
    public HashSet<MethodId> Methods { get; } = [];

    /// <summary>Methods that are called through dispatch: what runs may be any implementation.</summary>
    public HashSet<MethodId> DispatchedMethods { get; } = [];

    /// <summary>Members of packages that are called through dispatch, by name and number of parameters.</summary>
    public HashSet<(string Name, int ParameterCount)> DispatchedPackageMembers { get; } = [];

    /// <summary>Types that are named.</summary>
    public HashSet<TypeId> Types { get; } = [];

    /// <summary>Types that are type arguments, so that <c>new T()</c> may construct them.</summary>
    public HashSet<TypeId> TypeArguments { get; } = [];

    /// <summary>Types of which any member may be called, because code that no walk follows knows them.</summary>
    public HashSet<TypeId> WholeTypes { get; } = [];

    /// <summary>Types whose full names stand in string literals, where reflection may look them up.</summary>
    public HashSet<TypeId> TypesInText { get; } = [];

    /// <summary>Fields that are read or written.</summary>
    public HashSet<FieldId> Fields { get; } = [];

    /// <summary>Static fields that are set, or handed out so that what they hold could be changed.</summary>
    public HashSet<FieldId> StateUses { get; } = [];

    /// <summary>Framework types of which static members are called that state of the process may change.</summary>
    public HashSet<string> FrameworkTypes { get; } = new(StringComparer.Ordinal);

    /// <summary>Framework types whose state is changed; see <see cref="ProcessState"/>.</summary>
    public HashSet<string> ChangedFrameworkTypes { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether something is printed, traced or counted, so that writers and listeners of the set-up may run.</summary>
    public bool RunsListeners { get; set; }

    /// <summary>Packages that could hand the caller what others left in them.</summary>
    public HashSet<PackageModule> PackageReads { get; } = [];

    /// <summary>Assemblies that count as a whole.</summary>
    public HashSet<PackageModule> Packages { get; } = [];

    /// <summary>What the part does that no walk can follow.</summary>
    public Effects Effects { get; set; }

    /// <summary>What the user should know about the limits of the walk.</summary>
    public HashSet<string> Warnings { get; } = new(StringComparer.Ordinal);
}

/// <summary>Ways to reach code and data other than by naming them.</summary>
[Flags]
internal enum Effects
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>Members of objects are found by reflection.</summary>
    Reflection = 1,

    /// <summary>All types of an assembly can be found.</summary>
    EnumeratesTypes = 16,

    /// <summary>An object is asked for its type.</summary>
    AsksForType = 32,

    /// <summary>A member is asked for the type that declares it, which may be one that no object has.</summary>
    AsksForDeclaringType = 8,

    /// <summary>Native code is called.</summary>
    NativeCode = 64,

    /// <summary>A method hands on the object that it belongs to.</summary>
    HandsItselfOn = 128,

    /// <summary>Embedded resources can be read.</summary>
    Resources = 2,

    /// <summary>The assembly's own attributes can be read.</summary>
    AssemblyAttributes = 4,
}
