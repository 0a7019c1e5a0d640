using System.Runtime.CompilerServices;

namespace Mlops.Dsl.Serialization;

/// <summary>Counts how deep objects lie in objects. A stack overflow would end the process with everything that runs in it.</summary>
internal struct ObjectDepth
{
    /// <summary>The deepest nesting: the same for writing and reading, so that what was written can be read on any thread.</summary>
    public const int Limit = 1000;

    private int _depth;

    /// <summary>Goes one object deeper.</summary>
    /// <exception cref="ArtifactFormatException">The limit is reached.</exception>
    public void Enter(string typeName)
    {
        if (++_depth > Limit || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw new ArtifactFormatException(
                $"{typeName} is nested more than {Limit} objects deep, or contains itself. Store a long chain as a list, and refer to "
                    + $"objects by a key."
            );
        }
    }

    /// <summary>Comes back.</summary>
    public void Leave() => _depth--;
}
