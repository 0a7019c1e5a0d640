using System.Reflection.Metadata;
using Mlops.Dsl.Build.Instructions;

namespace Mlops.Dsl.Build.SetUp;

/// <summary>Tells for each instruction which others made the values that it takes from the evaluation stack.</summary>
internal static class StackFlow
{
    /// <summary>The producers' indexes for each instruction, or null if the code is not shaped like a compiler's.</summary>
    public static List<int>[]? ProducersOf(ProgramBody body)
    {
        var reader = body.Method.Module.Reader;
        var entries = body
            .Regions.Where(region => region.Kind is ExceptionRegionKind.Catch or ExceptionRegionKind.Filter)
            .SelectMany(region =>
                region.Kind == ExceptionRegionKind.Filter ? new[] { region.HandlerOffset, region.FilterOffset } : [region.HandlerOffset]
            )
            .ToHashSet();
        var producers = new List<int>[body.Instructions.Count];
        var saved = new Dictionary<int, List<List<int>>>();
        List<List<int>> stack = [];
        var isReached = true;
        for (var i = 0; i < producers.Length; i++)
        {
            var instruction = body.Instructions[i];
            if (entries.Contains(instruction.Offset))
            {
                // The exception lies on the stack; no instruction put it there.
                stack =
                [
                    [],
                ];
            }
            else if (saved.TryGetValue(instruction.Offset, out var arriving))
            {
                if (isReached && !TryMerge(stack, arriving))
                {
                    return null;
                }

                stack = isReached ? stack : Copy(arriving);
            }
            else if (!isReached)
            {
                stack = [];
            }

            var popped = instruction.Code == OpCode.Return ? stack.Count : StackEffect.PoppedBy(instruction, reader);
            if (popped > stack.Count)
            {
                return null;
            }

            producers[i] = [.. stack[^popped..].SelectMany(slot => slot)];
            stack.RemoveRange(stack.Count - popped, popped);
            var pushed = instruction.Code == OpCode.Return ? 0 : popped + StackEffect.Of(instruction, reader);
            for (var n = 0; n < pushed; n++)
            {
                stack.Add([i]);
            }

            isReached = !OpCode.EndsFlow(instruction.Code);
            var leaves = instruction.Code is OpCode.Leave or OpCode.LeaveShort;
            foreach (var target in instruction.Targets(body.Il))
            {
                if (!saved.TryGetValue(target, out var known))
                {
                    saved[target] = leaves ? [] : Copy(stack);
                }
                else if (!leaves && !TryMerge(known, stack))
                {
                    return null;
                }
            }
        }

        return producers;
    }

    private static bool TryMerge(List<List<int>> stack, List<List<int>> other)
    {
        if (stack.Count != other.Count)
        {
            return false;
        }

        for (var i = 0; i < stack.Count; i++)
        {
            stack[i] = [.. stack[i].Union(other[i])];
        }

        return true;
    }

    private static List<List<int>> Copy(List<List<int>> stack) => [.. stack.Select(slot => slot.ToList())];
}
