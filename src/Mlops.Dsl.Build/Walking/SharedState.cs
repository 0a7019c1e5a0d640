using Mlops.Dsl.Build.Parts;

namespace Mlops.Dsl.Build.Walking;

/// <summary>Finds code that sets static fields, itself or in what it calls.</summary>
internal sealed class SharedState(PartFactory parts)
{
    private readonly Dictionary<Part, bool> _known = new(ReferenceEqualityComparer.Instance);

    public bool IsSetBy(Part part)
    {
        if (!_known.TryGetValue(part, out var sets))
        {
            _known[part] = sets = Search(part);
        }

        return sets;
    }

    private bool Search(Part start)
    {
        var seen = new HashSet<Part>(ReferenceEqualityComparer.Instance) { start };
        var pending = new Queue<Part>(seen);
        while (pending.TryDequeue(out var part))
        {
            if (part.Reach.Effects.HasFlag(Effects.SetsSharedState))
            {
                return true;
            }

            foreach (var called in part.Reach.Methods.Select(parts.Of).Where(seen.Add))
            {
                pending.Enqueue(called);
            }
        }

        return false;
    }
}
