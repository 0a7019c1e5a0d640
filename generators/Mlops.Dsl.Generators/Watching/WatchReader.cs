using Microsoft.CodeAnalysis;
using Mlops.Dsl.Generators.Binding;
using Mlops.Dsl.Generators.Problems;
using Mlops.Dsl.Generators.Symbols;

namespace Mlops.Dsl.Generators.Watching;

/// <summary>
/// Reads how a pipeline is connected to what is outside of it: schedule, window, what was served or published, notices and starts. The
/// generator and the analyzers both ask it.
/// </summary>
internal sealed class WatchReader(INamedTypeSymbol pipeline, PipelineMembers members, Compilation compilation, IProblemSink sink)
{
    private readonly Dictionary<StageDeclaration, WatchTarget> _targets = [];
    private bool _lacksWindow;

    /// <summary>When the pipeline runs by itself; null where it does not, or where that is malformed.</summary>
    public ScheduleModel? Schedule { get; private set; }

    /// <summary>The property that tells the window, or null.</summary>
    public IPropertySymbol? Window => members.Windows.FirstOrDefault();

    /// <summary>Reads everything and reports what is wrong.</summary>
    public WatchReader Read()
    {
        ReadSchedule();
        WindowCheck.Run(members, sink);
        foreach (var stage in members.Stages)
        {
            if (ReadStage(stage) is { } target)
            {
                _targets.Add(stage, target);
            }
        }

        ReadPackage();
        return this;
    }

    /// <summary>What a stage is connected to; null for one that is connected to nothing, or wrongly.</summary>
    public WatchTarget? Find(StageDeclaration stage) => _targets.TryGetValue(stage, out var target) ? target : null;

    /// <summary>Whether the package that keeps schedules and delivers effects is referenced.</summary>
    public static bool HasPackage(Compilation compilation) =>
        compilation.GetTypeByMetadataName("Mlops.Dsl.Watching.WatchingPackage") is not null;

    private void ReadSchedule()
    {
        if (pipeline.Find("Schedule") is not { } attribute)
        {
            return;
        }

        var cron = StageAttributes.FirstText(attribute) ?? "";
        var zone = AttributeArguments.Named(attribute, "TimeZone") as string ?? "UTC";
        var problem = CronCheck.Find(cron) ?? TimeZoneCheck.Find(zone) ?? FindUnset();
        if (problem is null)
        {
            Schedule = new ScheduleModel(cron.Trim(), zone);
        }
        else
        {
            sink.Report(ProblemKind.MalformedSchedule, StageAttributes.FirstArgumentLocation(attribute), cron, problem);
        }
    }

    /// <summary>A parameter that a tick leaves without a value: every run of the schedule would be refused.</summary>
    private string? FindUnset() =>
        members.Parameters.FirstOrDefault(static parameter => parameter.IsRequired && parameter.Find("Parameter") is not null) is { } unset
            ? $"the parameter '{unset.Name}' is required, and nobody gives it a value when the time has come: give it a default"
            : null;

    private WatchTarget? ReadStage(StageDeclaration stage) =>
        stage.Kind switch
        {
            StageKind.Source when stage.Attributes.IsSource("Served") => ReadServed(stage),
            StageKind.Source when stage.Attributes.IsSource("FromPublished") => new PublishedBinder(stage, sink).Bind(),
            StageKind.Notify or StageKind.Start => new EffectBinder(pipeline, stage, sink).Bind(),
            _ => null,
        };

    private WatchTarget? ReadServed(StageDeclaration stage)
    {
        var binder = new ServedBinder(stage, Window, sink);
        var target = binder.Bind();
        if (binder.LacksWindow && !_lacksWindow)
        {
            _lacksWindow = true;
            sink.Report(ProblemKind.ServedWithoutWindow, stage.Location, stage.Name);
        }

        return target;
    }

    private void ReadPackage()
    {
        var place = members.Stages.Find(static stage => stage.IsEffect)?.Attributes.Declaration ?? pipeline.Find("Schedule");
        if (place is not null && !HasPackage(compilation))
        {
            // It is told, and changes nothing of what is generated: a library of pipelines may leave the package to the program.
            PackageProblem = (place, pipeline.Name);
        }
    }

    /// <summary>
    /// Where something is declared that only the package does, which is not referenced; null where it is, or is not needed.
    /// </summary>
    public (AttributeData Place, string Pipeline)? PackageProblem { get; private set; }
}
