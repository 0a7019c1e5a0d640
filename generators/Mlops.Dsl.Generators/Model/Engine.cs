namespace Mlops.Dsl.Generators.Model;

/// <summary>What an assembly references to run its pipelines.</summary>
internal enum Engine
{
    /// <summary>Nothing: the assembly declares pipelines that others run.</summary>
    None = 0,

    /// <summary>The engine without the program around it; whoever hosts it says what stores there are.</summary>
    Alone = 1,

    /// <summary>The program, with the engine and the embedded store.</summary>
    OfProgram = 2,
}
