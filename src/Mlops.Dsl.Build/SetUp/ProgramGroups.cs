using Mlops.Dsl.Build.Instructions;
using Mlops.Dsl.Build.Metadata;
using Mlops.Dsl.Build.Parts;

namespace Mlops.Dsl.Build.SetUp;

/// <summary>The parts of a program's main method, each of which stages may depend on without the others.</summary>
internal static class ProgramGroups
{
    private const string Symbol = "the program's set-up";

    /// <summary>The groups of a main method; one, if its code can't be cut.</summary>
    /// <param name="body">The main method.</param>
    /// <param name="resolver">Finds what is called.</param>
    /// <param name="parts">Makes the parts.</param>
    /// <param name="possibleStarts">The instructions that may start the engine.</param>
    public static IReadOnlyList<SetUpGroup> Of(ProgramBody body, Resolver resolver, PartFactory parts, IReadOnlySet<int> possibleStarts) =>
        ProgramPartition.TryCut(body, resolver, parts.State.Natures, possibleStarts) is { } partition
            ? Cut(body, partition, resolver, parts, possibleStarts)
            : [new(parts.Of(new MethodId(body.Method.Module, body.Method.Module.EntryPoint)), [], [])];

    private static SetUpGroup[] Cut(
        ProgramBody body,
        ProgramPartition partition,
        Resolver resolver,
        PartFactory parts,
        IReadOnlySet<int> possibleStarts
    )
    {
        List<int>[] groups = [.. partition.Groups()];
        var groupOf = groups
            .SelectMany((group, number) => group.Select(index => (Index: index, Number: number)))
            .ToDictionary(item => item.Index, item => item.Number);
        var made = new SetUpGroup?[groups.Length];
        (int Number, int Exit)[] endings =
        [
            .. groups
                .Index()
                .Where(group => possibleStarts.Count == 0 || group.Item.Exists(possibleStarts.Contains))
                .SelectMany(group => partition.ReturnOf(group.Item) is { } exit ? new[] { (group.Index, exit) } : []),
        ];
        return [.. groups.Select((_, number) => Make(number))];

        // What a group reads is made first: its content is part of the group's.
        SetUpGroup Make(int number) =>
            made[number] ??= new(
                PartOf(body, partition.Flow, groups[number], OriginOf, resolver, parts),
                [
                    .. groups[number]
                        .Select(partition.SetBefore)
                        .OfType<int>()
                        .Select(setter => groupOf[setter])
                        .Concat(EndingsBefore(number))
                        .Distinct(),
                ],
                groups[number]
            );

        // Where the program may end having run stages, or before others run them, it depends on that whether what follows happens.
        IEnumerable<int> EndingsBefore(int number) =>
            endings.Where(ending => ending.Number != number && groups[number][^1] > ending.Exit).Select(ending => ending.Number);

        string? OriginOf(int index) =>
            partition.SetBefore(index) is { } setter
                ? $"{Convert.ToHexStringLower(Make(groupOf[setter]).Part.Hash)} {groups[groupOf[setter]].IndexOf(setter)}"
                : null;
    }

    private static Part PartOf(
        ProgramBody body,
        ProgramFlow flow,
        List<int> group,
        Func<int, string?> originOf,
        Resolver resolver,
        PartFactory parts
    ) =>
        parts.Create(
            body.Method.Module,
            $"[{body.Method.Module.Name}]set-up",
            SymbolOf(body, group, resolver),
            (scope, definitions) => new GroupWriter(scope, definitions, body, flow, group, originOf).Write()
        );

    /// <summary>Names a group by the first thing of the program's own that it mentions.</summary>
    private static string SymbolOf(ProgramBody body, List<int> group, Resolver resolver)
    {
        foreach (
            var instruction in group.Select(index => body.Instructions[index]).Where(instruction => instruction.Kind == OperandKind.Token)
        )
        {
            if (NameOf(body.Method.Module, instruction, resolver) is { } name)
            {
                return $"{Symbol} ({name})";
            }
        }

        return Symbol;
    }

    private static string? NameOf(WalkedModule module, Instruction instruction, Resolver resolver) =>
        instruction.Code switch
        {
            OpCode.Call
            or OpCode.CallVirtual
            or OpCode.NewObject
                when resolver.ResolveMethods(module, instruction.Entity) is [var method, ..] && !CompilerNames.IsMadeUp(method) =>
                DisplayNames.Of(method),
            OpCode.LoadStaticField
            or OpCode.StoreStaticField
                when resolver.ResolveField(module, instruction.Entity) is { } field && !CompilerNames.IsMadeUp(field) => DisplayNames.Of(
                field
            ),
            _ => null,
        };
}

/// <summary>A piece of a program's set-up.</summary>
/// <param name="Part">Its content.</param>
/// <param name="Reads">The numbers of the pieces that set what it reads, or say whether it happens.</param>
/// <param name="Instructions">The indexes of its instructions in the main method; none for what runs before.</param>
internal sealed record SetUpGroup(Part Part, IReadOnlyList<int> Reads, IReadOnlyList<int> Instructions);
