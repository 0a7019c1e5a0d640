using System.Globalization;

namespace Mlops.Dsl.Mutants.Making;

/// <summary>The class that is compiled into the mutated library and says which mutant is the program.</summary>
internal static class SwitchSource
{
    /// <summary>Its code.</summary>
    /// <param name="count">How many mutants there are.</param>
    public static string Write(int count) =>
        $$"""
            #nullable disable
            public static class MlopsMutants
            {
                public static readonly int Count = {{(count + 1).ToString(CultureInfo.InvariantCulture)}};
                public static int Active = int.Parse(System.Environment.GetEnvironmentVariable("MLOPS_MUTANTS_ACTIVE") ?? "0");
                public static bool[] Hits = Watch(System.Environment.GetEnvironmentVariable("MLOPS_MUTANTS_REACHED"));

                public static bool Is(int mutant)
                {
                    if (Hits is { } hits)
                    {
                        hits[mutant] = true;
                    }

                    return Active == mutant;
                }

                private static bool[] Watch(string folder)
                {
                    if (folder is null)
                    {
                        return null;
                    }

                    var hits = new bool[Count];
                    System.AppDomain.CurrentDomain.ProcessExit += (_, _) =>
                    {
                        if (System.IO.Directory.Exists(folder))
                        {
                            var lines = new System.Collections.Generic.List<string>();
                            for (var i = 0; i < hits.Length; i++)
                            {
                                if (hits[i])
                                {
                                    lines.Add(i.ToString());
                                }
                            }

                            System.IO.File.WriteAllLines(System.IO.Path.Combine(folder, System.Guid.NewGuid().ToString()), lines);
                        }
                    };
                    return hits;
                }
            }
            """;
}
