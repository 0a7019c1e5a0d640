using System.Globalization;
using System.Reflection;

namespace Mlops.Dsl.Mutants.Host;

/// <summary>The switch inside the mutated library, for this process and, by its environment, for those that its tests start.</summary>
internal static class MutantSwitch
{
    private static readonly Type Switch = Assembly
        .Load(Environment.GetEnvironmentVariable("MLOPS_MUTANTS_LIBRARY")!)
        .GetType("MlopsMutants", throwOnError: true)!;
    private static readonly FieldInfo Active = Switch.GetField("Active")!;
    private static readonly FieldInfo Hits = Switch.GetField("Hits")!;
    private static readonly string Folder = Environment.GetEnvironmentVariable("MLOPS_MUTANTS_REACHED")!;

    /// <summary>From here on one mutant is the program.</summary>
    /// <param name="mutant">Its number; 0 for the program as it was written.</param>
    public static void Set(int mutant)
    {
        Hits.SetValue(null, null);
        Active.SetValue(null, mutant);
        Environment.SetEnvironmentVariable("MLOPS_MUTANTS_REACHED", null);
        Environment.SetEnvironmentVariable("MLOPS_MUTANTS_ACTIVE", mutant.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Notes from here on which mutants' places are passed.</summary>
    public static void Watch()
    {
        Active.SetValue(null, 0);
        Hits.SetValue(null, new bool[(int)Switch.GetField("Count")!.GetValue(null)!]);
        Environment.SetEnvironmentVariable("MLOPS_MUTANTS_REACHED", Folder);
        foreach (var file in Directory.GetFiles(Folder))
        {
            File.Delete(file);
        }
    }

    /// <summary>The mutants whose places were passed here and in ended processes of the tests.</summary>
    public static IEnumerable<string> Reached()
    {
        var hits = (bool[])Hits.GetValue(null)!;
        var here = Enumerable
            .Range(0, hits.Length)
            .Where(index => hits[index])
            .Select(static index => index.ToString(CultureInfo.InvariantCulture));
        return [.. here.Union(Directory.GetFiles(Folder).SelectMany(File.ReadAllLines))];
    }
}
