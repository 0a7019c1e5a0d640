namespace Mlops.Dsl.Benchmarks.Others;

/// <summary>A chain of stages of which the last alone reads a setting.</summary>
internal interface IChain : IDisposable
{
    /// <summary>What runs it.</summary>
    string Name { get; }

    /// <summary>Changes the setting; what a person does before the run.</summary>
    void Change(int setting);

    /// <summary>Runs what is to be run, as a process.</summary>
    void Run();

    /// <summary>Makes sure that the last run did its work.</summary>
    void Verify(int setting);
}
