using System.Text;
using Mlops.Dsl.Engine;
using Mlops.Dsl.EngineCrashChild;
using Mlops.Dsl.Execution;
using Mlops.Dsl.Runtime;
using Mlops.Dsl.Runtime.Tests.Engine;
using Mlops.Dsl.Serialization;
using Mlops.Dsl.Storage;

// Arguments: the store, the ledger, the pipeline ("crash" or another), and the run to resume, if any.
using var ledger = new Ledger(args[1]);
var graph = CrashPipeline.Create(ledger, args[2]);
var isOther = args[2] != "crash";
PipelineDefinition definition = isOther ? graph.Build(static _ => new OtherPipeline()) : graph.Build();
var code = definition.Stages.ToDictionary(
    static stage => stage.Name,
    static stage => new StageFingerprint(ContentHash.Of(Encoding.UTF8.GetBytes(stage.Name)), [])
);
var options = new RunOptions
{
    StorePath = args[0],
    Cpus = 2,
    ResumeOf = args.Length > 3 ? args[3] : null,
    Observers = [ledger],
    Fingerprints = new StageFingerprints(
        code,
        () =>
            new RecordedParts(
                code.ToDictionary(static stage => stage.Key, static stage => new FingerprintParts(stage.Value.Fingerprint, [], []))
            )
    ),
};
var report = await ProgramEngine.RunAsync(definition, isOther ? new OtherPipeline() : new GraphPipeline(), options);
foreach (var stage in report.Stages.Where(static stage => stage.Error is not null))
{
    Console.Error.WriteLine($"{stage.Stage.Name}: {stage.Error!.Message}");
}

return report.Succeeded ? 0 : 1;
