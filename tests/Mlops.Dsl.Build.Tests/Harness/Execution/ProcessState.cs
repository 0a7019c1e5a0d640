using System.Collections;
using System.Globalization;
using System.Reflection;

namespace Mlops.Dsl.Build.Tests.Harness.Execution;

/// <summary>Puts back what a program can change about the process that it runs in.</summary>
internal sealed class ProcessState : IDisposable
{
    private readonly TextWriter _output = Console.Out;
    private readonly TextReader _input = Console.In;
    private readonly CultureInfo? _culture = CultureInfo.DefaultThreadCurrentCulture;
    private readonly CultureInfo? _uiCulture = CultureInfo.DefaultThreadCurrentUICulture;
    private readonly Assembly? _entry = Assembly.GetEntryAssembly();
    private readonly Dictionary<string, string?> _variables = Environment
        .GetEnvironmentVariables()
        .Cast<DictionaryEntry>()
        .ToDictionary(entry => (string)entry.Key, entry => (string?)entry.Value, StringComparer.Ordinal);

    public ProcessState()
    {
        Console.SetOut(TextWriter.Null);
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
    }

    public void Dispose()
    {
        Console.SetOut(_output);
        Console.SetIn(_input);
        CultureInfo.DefaultThreadCurrentCulture = _culture;
        CultureInfo.DefaultThreadCurrentUICulture = _uiCulture;
        Assembly.SetEntryAssembly(_entry);
        foreach (string name in Environment.GetEnvironmentVariables().Keys)
        {
            Environment.SetEnvironmentVariable(name, _variables.GetValueOrDefault(name));
        }
    }
}
