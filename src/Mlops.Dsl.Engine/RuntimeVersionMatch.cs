namespace Mlops.Dsl.Engine;

/// <summary>How much of the .NET runtime's version is part of the cache keys.</summary>
public enum RuntimeVersionMatch
{
    /// <summary>The exact version: after any update of the runtime everything runs again.</summary>
    Exact = 0,

    /// <summary>The major version: servicing updates are taken to compute the same.</summary>
    Major = 1,
}
