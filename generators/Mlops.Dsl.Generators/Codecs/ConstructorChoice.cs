using Microsoft.CodeAnalysis;

namespace Mlops.Dsl.Generators.Codecs;

/// <summary>How an object is made from its members: by the constructor that takes most of them, then by setting the others.</summary>
internal sealed class ConstructorChoice
{
    private readonly IMethodSymbol _constructor;

    private ConstructorChoice(IMethodSymbol constructor, IReadOnlyList<int> arguments, IReadOnlyList<int> initialized)
    {
        _constructor = constructor;
        Arguments = arguments;
        Initialized = initialized;
    }

    /// <summary>The positions of the members that the constructor takes, in the order of its parameters.</summary>
    public IReadOnlyList<int> Arguments { get; }

    /// <summary>The positions of the members that have to be set.</summary>
    public IReadOnlyList<int> Initialized { get; }

    /// <summary>The parameters that take a member, of which there are several only where their names differ in case alone.</summary>
    public IEnumerable<IParameterSymbol> ParametersOf(int position) =>
        _constructor.Parameters.Where(parameter => Arguments[parameter.Ordinal] == position);

    /// <summary>Chooses a constructor; null if no way sets every member.</summary>
    public static ConstructorChoice? Find(INamedTypeSymbol type, IReadOnlyList<StateMember> members, Func<ISymbol, bool> canName)
    {
        ConstructorChoice? best = null;
        foreach (var constructor in type.InstanceConstructors)
        {
            if (
                canName(constructor)
                && !IsCopy(constructor)
                && Match(constructor, members) is { } choice
                && (best is null || choice.Arguments.Count > best.Arguments.Count)
            )
            {
                best = choice;
            }
        }

        return best;
    }

    private static bool IsCopy(IMethodSymbol constructor) =>
        constructor.Parameters.Length == 1
        && SymbolEqualityComparer.Default.Equals(constructor.Parameters[0].Type, constructor.ContainingType);

    private static ConstructorChoice? Match(IMethodSymbol constructor, IReadOnlyList<StateMember> members)
    {
        var arguments = constructor.Parameters.Select(parameter => PositionOf(parameter, members)).ToList();
        if (arguments.Contains(-1))
        {
            return null;
        }

        var setsRequired =
            members.Any(static member => member.IsRequired)
            && constructor.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name == "SetsRequiredMembersAttribute");
        var initialized = new List<int>();
        for (var i = 0; i < members.Count; i++)
        {
            var isTaken = arguments.Contains(i);
            if (!isTaken && !members[i].IsSettable)
            {
                return null;
            }

            if (!isTaken || (members[i].IsRequired && !setsRequired))
            {
                initialized.Add(i);
            }
        }

        return new ConstructorChoice(constructor, arguments, initialized);
    }

    private static int PositionOf(IParameterSymbol parameter, IReadOnlyList<StateMember> members)
    {
        if (parameter.RefKind is not (RefKind.None or RefKind.In))
        {
            return -1;
        }

        var found = -1;
        for (var i = 0; i < members.Count; i++)
        {
            if (!SymbolEqualityComparer.Default.Equals(members[i].Type, parameter.Type))
            {
                continue;
            }

            if (members[i].Name == parameter.Name)
            {
                return i;
            }

            if (string.Equals(members[i].Name, parameter.Name, StringComparison.OrdinalIgnoreCase))
            {
                found = found < 0 ? i : -1;
            }
        }

        return found;
    }
}
