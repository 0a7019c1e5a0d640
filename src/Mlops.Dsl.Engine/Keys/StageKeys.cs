using System.Globalization;
using System.Runtime.InteropServices;
using Mlops.Dsl.Execution;
using Mlops.Dsl.Serialization;
using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Engine;

/// <summary>
/// Computes cache keys: what a stage returns is determined by its code (the fingerprint), the parameters that this code reads, the content
/// of its inputs, how its outputs are encoded, the runtime, and the platform: mathematics and libraries in C give other last digits on
/// others.
/// </summary>
/// <param name="definition">The pipeline.</param>
/// <param name="fingerprints">What is known of its code.</param>
/// <param name="parameters">The run's parameters.</param>
/// <param name="match">How much of the runtime's version counts.</param>
/// <param name="firstRun">The first run of the chain of runs that resume each other: part of the keys of stages that run once in such a
/// chain.</param>
internal sealed class StageKeys(
    PipelineDefinition definition,
    StageFingerprints fingerprints,
    RunParameters parameters,
    RuntimeVersionMatch match,
    string firstRun
)
{
    /// <summary>Changes whenever the list of fields does.</summary>
    private const string Format = "mlops-key-2";

    private readonly string _pipelineType = definition.PipelineType.FullName!;
    private readonly string _runtimeVersion =
        match == RuntimeVersionMatch.Exact
            ? Environment.Version.ToString()
            : Environment.Version.Major.ToString(CultureInfo.InvariantCulture);

    /// <summary>The operating system and the architecture of this process, such as <c>linux-x64</c>.</summary>
    public static string Platform { get; } =
        $"{OperatingSystemName}-{RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant()}";

    private static string OperatingSystemName =>
        OperatingSystem.IsLinux() ? "linux"
        : OperatingSystem.IsMacOS() ? "osx"
        : OperatingSystem.IsWindows() ? "win"
        : "other";

    /// <summary>Whether a stage is run in every run, unless it resumes one that ran it.</summary>
    public static bool IsRunEveryTime(StageDefinition stage) => stage.Policy.NoCache || stage.IsEffect;

    /// <summary>The key of a stage whose inputs are known, or null where its code is not.</summary>
    public CacheKey? Find(StageRun stage, StageRun[] stages) => Compute(stage, stages, element: null, index: null);

    /// <summary>The key of one element of a fan-out, or null where the stage's code is not known.</summary>
    /// <param name="stage">The stage.</param>
    /// <param name="stages">The run's stages.</param>
    /// <param name="element">The element's content.</param>
    /// <param name="index">The element's index, where the stage's result depends on it.</param>
    public CacheKey? Find(StageRun stage, StageRun[] stages, ContentHash element, int? index) => Compute(stage, stages, element, index);

    /// <summary>
    /// The key of a source that has been read, or null where its code is not known. No key tells beforehand what a source will return, so
    /// this one contains what it did return.
    /// </summary>
    public CacheKey? FindRead(StageRun source, StageRun[] stages)
    {
        if (Compute(source, stages, element: null, index: null) is not { } key)
        {
            return null;
        }

        using var withContent = new KeyBuilder();
        withContent.Add(key.Hash);
        foreach (var output in source.Outputs)
        {
            withContent.Add(output.Hash);
        }

        return withContent.ToKey();
    }

    /// <summary>What goes into a stage's key, for the explanation of a later miss.</summary>
    public KeyParts GetParts(StageRun stage, StageRun[] stages)
    {
        var code = fingerprints.Find(stage.Definition.Name);
        return new KeyParts
        {
            Fingerprint = code?.Fingerprint,
            Parameters = code is null ? [] : [.. ParametersOf(stage.Definition, code).Select(parameters.Find)],
            Codecs = [.. stage.Definition.Outputs.Select(static output => new NamedText(output.Name, output.Schema))],
            RuntimeVersion = _runtimeVersion,
            Platform = Platform,
            VersionToken = stage.VersionToken,
            Inputs =
            [
                .. stage.Definition.Inputs.Select(input => new NamedContent(
                    input.Parameter,
                    stages[input.Stage].Outputs[input.Output].Hash
                )),
            ],
        };
    }

    private CacheKey? Compute(StageRun stage, StageRun[] stages, ContentHash? element, int? index)
    {
        var outputs = stage.Definition.Outputs;
        if (fingerprints.Find(stage.Definition.Name) is not { } code)
        {
            return null;
        }

        using var key = new KeyBuilder();
        key.Add(Format);
        key.Add(_pipelineType);
        key.Add(stage.Definition.Name);
        key.Add(code.Fingerprint);
        key.Add(_runtimeVersion);
        key.Add(Platform);
        var read = ParametersOf(stage.Definition, code);
        key.Add(read.Count);
        foreach (var name in read)
        {
            var (parameter, value) = parameters.Find(name);
            key.Add(parameter);
            key.Add(value);
        }

        key.Add(outputs.Count);
        foreach (var output in outputs)
        {
            key.Add(output.Schema);
        }

        AddInputs(key, stage, stages, element);
        key.Add(stage.VersionToken);
        key.Add(IsRunEveryTime(stage.Definition) ? firstRun : null);
        key.Add(index ?? -1);
        return key.ToKey();
    }

    /// <summary>The parameters that a stage's code reads. What was served is read by the engine, which reads the window for it.</summary>
    private IReadOnlyList<string> ParametersOf(StageDefinition stage, StageFingerprint code) =>
        stage.Served is not null && definition.Window is { Name: var window } && !code.Parameters.Contains(window)
            ? [.. code.Parameters, window]
            : code.Parameters;

    private static void AddInputs(KeyBuilder key, StageRun stage, StageRun[] stages, ContentHash? element)
    {
        var inputs = stage.Definition.Inputs;
        key.Add(inputs.Count);
        for (var i = 0; i < inputs.Count; i++)
        {
            if (element is { } content && i == stage.Definition.ForEachInput)
            {
                key.Add("element");
                key.Add(content);
            }
            else
            {
                key.Add(stages[inputs[i].Stage].Outputs[inputs[i].Output].Hash);
            }
        }
    }
}
