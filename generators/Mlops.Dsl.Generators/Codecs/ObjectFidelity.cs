using Microsoft.CodeAnalysis;
using Mlops.Dsl.Generators.State;

namespace Mlops.Dsl.Generators.Codecs;

/// <summary>
/// Tells how sure it is that an object that is made again of its members has the members that it had. A constructor or an accessor
/// may do anything with a value; what a member is set to after the constructor, at least, is the accessor's alone.
/// </summary>
internal sealed class ObjectFidelity
{
    private readonly INamedTypeSymbol _type;
    private readonly List<int> _initialized = [];

    /// <summary>Looks at a way to make an object.</summary>
    /// <param name="type">The object's type.</param>
    /// <param name="members">Its members.</param>
    /// <param name="choice">The way.</param>
    public ObjectFidelity(INamedTypeSymbol type, IReadOnlyList<StateMember> members, ConstructorChoice choice)
    {
        _type = type;
        for (var i = 0; i < members.Count; i++)
        {
            var member = members[i];
            MayChangeValues |= !PlainMembers.Contains(member.Symbol, type);
            if (choice.Initialized.Contains(i))
            {
                _initialized.Add(i);
            }
            else if (!choice.ParametersOf(i).All(parameter => PlainConstructors.Declares(parameter, member.Symbol)))
            {
                Examine(member, i, choice);
            }
        }
    }

    /// <summary>The positions of the members to set: also those that the constructor takes and may keep otherwise.</summary>
    public IReadOnlyList<int> Initialized => _initialized;

    /// <summary>Whether an object may differ from the one that was stored, for all that can be seen.</summary>
    public bool MayChangeValues { get; private set; }

    /// <summary>Whether a constructor's body was read.</summary>
    public bool DependsOnBodies { get; private set; }

    private void Examine(StateMember member, int position, ConstructorChoice choice)
    {
        if (member.IsSettable)
        {
            _initialized.Add(position);
            return;
        }

        DependsOnBodies |= !_type.DeclaringSyntaxReferences.IsEmpty;
        MayChangeValues |= !choice.ParametersOf(position).All(parameter => PlainConstructors.Assigns(parameter, member.Symbol));
    }
}
