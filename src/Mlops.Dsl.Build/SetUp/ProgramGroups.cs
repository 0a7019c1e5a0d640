using System.Reflection.Metadata;
using Mlops.Dsl.Build.Instructions;
using Mlops.Dsl.Build.Metadata;
using Mlops.Dsl.Build.Parts;

namespace Mlops.Dsl.Build.SetUp;

/// <summary>The parts of a program's main method, each of which stages may depend on without the others.</summary>
internal static class ProgramGroups
{
    /// <summary>The assembly that runs stages.</summary>
    public const string Engine = "Mlops.Dsl.Runtime";

    private const string Symbol = "the program's set-up";

    /// <summary>The groups of a main method; one, if its code can't be cut.</summary>
    public static IReadOnlyList<SetUpGroup> Of(WalkedModule module, Resolver resolver, PartFactory parts)
    {
        if (ProgramBody.Find(module) is not { } body)
        {
            return [];
        }

        return ProgramPartition.TryCut(body, resolver, parts.State.Natures) is { } partition ? Cut(body, partition, resolver, parts) : [Whole(module, parts)];
    }

    /// <summary>The instructions by which a main method may start the engine, or call what does.</summary>
    /// <param name="module">The module.</param>
    /// <param name="resolver">Finds what is called.</param>
    /// <param name="startsEngine">Whether a method of the program's own may start the engine.</param>
    public static IReadOnlySet<int> StartsOfEngine(WalkedModule module, Resolver resolver, Func<MethodId, bool> startsEngine)
    {
        if (ProgramBody.Find(module) is not { } body)
        {
            return new HashSet<int>();
        }

        return Enumerable.Range(0, body.Instructions.Count).Where(index => body.Instructions[index].Code is OpCode.Call or OpCode.CallVirtual or OpCode.NewObject
            && (IsOfEngine(module, body.Instructions[index].Entity, resolver) || resolver.ResolveMethods(module, body.Instructions[index].Entity).Any(startsEngine))).ToHashSet();
    }

    private static bool IsOfEngine(WalkedModule module, EntityHandle method, Resolver resolver) => method.Kind switch
    {
        HandleKind.MethodSpecification => IsOfEngine(module, module.Reader.GetMethodSpecification((MethodSpecificationHandle)method).Method, resolver),
        HandleKind.MemberReference => resolver.ResolveType(module, module.Reader.GetMemberReference((MemberReferenceHandle)method).Parent)?.Package?.Name == Engine,
        _ => false,
    };

    private static SetUpGroup[] Cut(ProgramBody body, ProgramPartition partition, Resolver resolver, PartFactory parts)
    {
        List<int>[] groups = [.. partition.Groups()];
        var groupOf = groups.SelectMany((group, number) => group.Select(index => (Index: index, Number: number))).ToDictionary(item => item.Index, item => item.Number);
        var made = new SetUpGroup?[groups.Length];
        return [.. groups.Select((_, number) => Make(number))];

        // What a group reads is made first: its content is part of the group's.
        SetUpGroup Make(int number) => made[number] ??= new(
            PartOf(body, partition.Flow, groups[number], OriginOf, resolver, parts),
            partition.ReturnsEarly(groups[number]),
            [.. groups[number].Select(partition.SetBefore).OfType<int>().Select(setter => groupOf[setter]).Distinct()],
            groups[number]);

        string? OriginOf(int index) => partition.SetBefore(index) is { } setter
            ? $"{Convert.ToHexStringLower(Make(groupOf[setter]).Part.Hash)} {groups[groupOf[setter]].IndexOf(setter)}"
            : null;
    }

    /// <summary>The main method in one piece.</summary>
    public static SetUpGroup Whole(WalkedModule module, PartFactory parts) => new(parts.Of(new MethodId(module, module.EntryPoint)), ReturnsEarly: false, [], []);

    private static Part PartOf(ProgramBody body, ProgramFlow flow, List<int> group, Func<int, string?> originOf, Resolver resolver, PartFactory parts) =>
        parts.Create(body.Method.Module, $"[{body.Method.Module.Name}]set-up", SymbolOf(body, group, resolver), (scope, definitions) =>
            new GroupWriter(scope, definitions, body, flow, group, originOf).Write());

    /// <summary>Names a group by the first thing of the program's own that it mentions.</summary>
    private static string SymbolOf(ProgramBody body, List<int> group, Resolver resolver)
    {
        foreach (var instruction in group.Select(index => body.Instructions[index]).Where(instruction => instruction.Kind == OperandKind.Token))
        {
            if (NameOf(body.Method.Module, instruction, resolver) is { } name)
            {
                return $"{Symbol} ({name})";
            }
        }

        return Symbol;
    }

    private static string? NameOf(WalkedModule module, Instruction instruction, Resolver resolver) => instruction.Code switch
    {
        OpCode.Call or OpCode.CallVirtual or OpCode.NewObject when resolver.ResolveMethods(module, instruction.Entity) is [var method, ..] && !CompilerNames.IsMadeUp(method) =>
            DisplayNames.Of(method),
        OpCode.LoadStaticField or OpCode.StoreStaticField when resolver.ResolveField(module, instruction.Entity) is { } field && !CompilerNames.IsMadeUp(field) =>
            DisplayNames.Of(field),
        _ => null,
    };
}

/// <summary>A piece of a program's set-up.</summary>
/// <param name="Part">Its content.</param>
/// <param name="ReturnsEarly">Whether it may end the program before what follows it.</param>
/// <param name="Reads">The numbers of the pieces that set what it reads.</param>
/// <param name="Instructions">The indexes of its instructions in the main method; none for what runs before.</param>
internal sealed record SetUpGroup(Part Part, bool ReturnsEarly, IReadOnlyList<int> Reads, IReadOnlyList<int> Instructions);
