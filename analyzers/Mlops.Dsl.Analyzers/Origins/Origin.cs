using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Calls;

namespace Mlops.Dsl.Analyzers.Origins;

/// <summary>
/// Where a value, such as a path or an address, comes from, as an expression says it: not yet followed through places and calls.
/// </summary>
internal abstract record Origin
{
    private Origin() { }

    /// <summary>It says nothing about the matter, such as an empty list.</summary>
    public static Origin None { get; } = new Nothing();

    /// <summary>From outside the code, such as the process's working directory or an operating system call.</summary>
    public static Origin Outside { get; } = new Elsewhere();

    /// <summary>It comes from each of these: a choice, or the elements of a list.</summary>
    public static Origin All(IEnumerable<Origin> origins) => Parts.Of(origins).ToAll();

    /// <summary>It is made from these, in a way that is not known: it is what the best of them is.</summary>
    public static Origin Any(IEnumerable<Origin> origins) => Parts.Of(origins).ToAny();

    /// <summary>An element of a tuple.</summary>
    public static Origin ElementOf(Origin tuple, int index) =>
        tuple switch
        {
            _ when index < 0 => tuple,
            Tuple known => index < known.Elements.Length ? known.Elements[index] : None,
            AllOf all => All(all.Origins.Select(origin => ElementOf(origin, index))),
            Place or Call => new Element(tuple, index),
            _ => tuple,
        };

    /// <inheritdoc cref="Origin.None" />
    public sealed record Nothing : Origin;

    /// <inheritdoc cref="Outside" />
    public sealed record Elsewhere : Origin;

    /// <summary>A constant; of an interpolated string, what it begins with.</summary>
    public sealed record Constant(string Text) : Origin;

    /// <summary>What a local, parameter, field or property holds, or a function returns.</summary>
    public sealed record Place(ISymbol Symbol) : Origin;

    /// <summary>What a method returns for these arguments, by its parameters' positions; null for those that can carry no path.</summary>
    public sealed record Call(IMethodSymbol Method, ImmutableArray<Origin?> Arguments) : Origin;

    /// <summary>The stage's own temporary folder, or a file in it.</summary>
    public sealed record Temporary : Origin;

    /// <summary>Where the file of an artifact lies.</summary>
    public sealed record ArtifactFile : Origin;

    /// <summary>
    /// Another path that begins with a path or is above it: still in the temporary folder, but no longer the artifact's file.
    /// </summary>
    public sealed record Derived(Origin From) : Origin;

    /// <summary>A tuple of values.</summary>
    public sealed record Tuple(ImmutableArray<Origin> Elements) : Origin;

    /// <summary>An element of the tuple that a place holds or a call returns.</summary>
    public sealed record Element(Origin Of, int Index) : Origin;

    /// <inheritdoc cref="All(IEnumerable{Origin})" />
    public sealed record AllOf(ImmutableArray<Origin> Origins) : Origin;

    /// <inheritdoc cref="Any(IEnumerable{Origin})" />
    public sealed record AnyOf(ImmutableArray<Origin> Origins) : Origin;

    /// <summary>
    /// Several origins on their way to one. Most are none or one, and there are many: nothing is made as long as there are not two.
    /// </summary>
    public struct Parts
    {
        private const int Few = 8;
        private Origin? _first;
        private List<Origin>? _all;
        private HashSet<Origin>? _seen;

        /// <summary>The parts that a sequence gives.</summary>
        public static Parts Of(IEnumerable<Origin> origins)
        {
            var parts = default(Parts);
            foreach (var origin in origins)
            {
                parts.Add(origin);
            }

            return parts;
        }

        /// <summary>Adds one, unless it says nothing or is there.</summary>
        public void Add(Origin origin)
        {
            if (origin is Nothing)
            {
                return;
            }

            if (_first is null)
            {
                _first = origin;
            }
            else if (!Contains(origin))
            {
                (_all ??= [_first]).Add(origin);
                _seen?.Add(origin);
            }
        }

        /// <summary>Something that comes from each of them.</summary>
        public readonly Origin ToAll() => _all is null ? _first ?? None : new AllOf([.. _all]);

        /// <summary>Something that is made from them.</summary>
        public readonly Origin ToAny() => _all is null ? _first ?? None : new AnyOf([.. _all]);

        private bool Contains(Origin origin)
        {
            if (_all is null)
            {
                return origin.Equals(_first);
            }

            if (_all.Count < Few)
            {
                return _all.Contains(origin);
            }

            return (_seen ??= [.. _all]).Contains(origin);
        }
    }
}
