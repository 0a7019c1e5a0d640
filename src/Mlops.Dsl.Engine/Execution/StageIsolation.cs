namespace Mlops.Dsl.Engine;

/// <summary>Which stages of a run get a process of their own.</summary>
public enum StageIsolation
{
    /// <summary>Those that ask for it: <see cref="ResourcesAttribute.Isolated"/>.</summary>
    AsDeclared = 0,

    /// <summary>All.</summary>
    All = 1,

    /// <summary>None, whatever they declare: for tests, and to debug a stage.</summary>
    None = 2,
}
