namespace Mlops.Dsl.Engine;

/// <summary>What part of a cache key differs.</summary>
public enum KeyChangeKind
{
    /// <summary>A method or type that the stage's code reaches.</summary>
    Symbol = 0,

    /// <summary>A package or framework assembly that the stage's code reaches.</summary>
    Package = 1,

    /// <summary>The stage's code, where it is not known which symbol.</summary>
    Code = 2,

    /// <summary>A parameter that the stage reads.</summary>
    Parameter = 3,

    /// <summary>The content of an input.</summary>
    Input = 4,

    /// <summary>How an output is encoded.</summary>
    Codec = 5,

    /// <summary>The .NET runtime.</summary>
    Runtime = 6,

    /// <summary>A source's version token.</summary>
    VersionToken = 7,

    /// <summary>A constant or default argument whose value the compiler wrote into the stage's code.</summary>
    Constant = 8,

    /// <summary>The operating system or the architecture.</summary>
    Platform = 9,
}
