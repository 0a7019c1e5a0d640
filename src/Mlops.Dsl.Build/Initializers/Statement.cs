using System.Reflection.Metadata;
using Mlops.Dsl.Build.Instructions;

namespace Mlops.Dsl.Build.Initializers;

/// <summary>
/// Splits straight-line code into statements: runs that leave the evaluation stack empty and that no branch leaves or enters.
/// </summary>
internal static class Statement
{
    /// <summary>The index behind the last instruction of each statement, or null if the code is not shaped like a compiler's.</summary>
    public static List<int>? FindEnds(byte[] il, List<Instruction> instructions, MetadataReader reader)
    {
        var depths = new Dictionary<int, int>();
        var ends = new List<int>();
        var depth = 0;
        var openUntil = 0;
        for (var i = 0; i < instructions.Count; i++)
        {
            var instruction = instructions[i];
            depth = depths.GetValueOrDefault(instruction.Offset, depth);
            depth = instruction.Code == OpCode.Return ? 0 : depth + StackEffect.Of(instruction, reader);
            if (depth < 0)
            {
                return null;
            }

            foreach (var target in instruction.Targets(il))
            {
                if (target <= instruction.Offset)
                {
                    return null;
                }

                depths[target] = depth;
                openUntil = Math.Max(openUntil, target);
            }

            if (OpCode.EndsFlow(instruction.Code))
            {
                depth = 0;
            }

            // What follows a jump belongs to the statement until the jump's target is passed.
            if (
                depth == 0
                && instruction.End >= openUntil
                && !(OpCode.EndsFlow(instruction.Code) && depths.GetValueOrDefault(instruction.End) > 0)
            )
            {
                ends.Add(i + 1);
            }
        }

        return ends;
    }
}
