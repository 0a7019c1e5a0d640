using Mlops.Dsl.Generators.Binding;
using Mlops.Dsl.Generators.Problems;
using Mlops.Dsl.Generators.Symbols;

namespace Mlops.Dsl.Generators.Watching;

/// <summary>A run is about one time, and whoever starts it sets that.</summary>
internal static class WindowCheck
{
    public static void Run(PipelineMembers members, IProblemSink sink)
    {
        for (var i = 0; i < members.Windows.Count; i++)
        {
            var window = members.Windows[i];
            var problem =
                i > 0 ? $"is a second [Window] beside '{members.Windows[0].Name}': a run has one"
                : !window.Type.IsLanguageType("TimeWindow") && !window.Type.HasErrors()
                    ? $"is a {TypeText.Display(window.Type)}: declare it as TimeWindow"
                : window.IsStatic || window.SetMethod is null || window.GetMethod is null
                    ? "can't be set: declare it as 'public TimeWindow Window { get; init; }'"
                : members.AttributesOf(window).Has("Parameter") || members.AttributesOf(window).Has("Secret")
                    ? "is a parameter already, because it has [Window]: remove the other attribute"
                : null;
            if (problem is not null)
            {
                sink.Report(ProblemKind.UnusableWindow, window.Locations.FirstOrDefault(), window.Name, problem);
            }
        }
    }
}
