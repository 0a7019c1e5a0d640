namespace Mlops.Dsl.Generators.Watching;

/// <summary>What a stage of a watching pipeline is connected to outside of its pipeline.</summary>
internal abstract record WatchModel;

/// <summary>A source of what a service answered.</summary>
/// <param name="Service">The service's name.</param>
/// <param name="Method">Its method.</param>
/// <param name="InputCodec">The expression of the input's codec.</param>
/// <param name="PredictionCodec">The expression of the prediction's codec.</param>
/// <param name="Window">The property that tells the window.</param>
internal sealed record ServedModel(string Service, string Method, string InputCodec, string PredictionCodec, string Window) : WatchModel;

/// <summary>A source that is an artifact of the run which published a version.</summary>
/// <param name="Pipeline">The name of the pipeline that publishes.</param>
/// <param name="Entry">The published entry.</param>
/// <param name="Alias">The alias that tells the version.</param>
/// <param name="Stage">The stage whose artifact it is.</param>
/// <param name="Output">The stage's output.</param>
internal sealed record FromPublishedModel(string Pipeline, string Entry, string Alias, string Stage, string Output) : WatchModel;

/// <summary>A notice.</summary>
/// <param name="Target">Where to.</param>
internal sealed record NotifyModel(string Target) : WatchModel;

/// <summary>A start of another pipeline.</summary>
/// <param name="Pipeline">The pipeline's name.</param>
/// <param name="Type">The C# type of its class.</param>
/// <param name="CoolDown">How long a further request is dropped.</param>
internal sealed record StartModel(string Pipeline, string Type, TimeSpan? CoolDown) : WatchModel;

/// <summary>When a pipeline runs by itself.</summary>
/// <param name="Cron">The cron expression.</param>
/// <param name="TimeZone">The time zone's name.</param>
internal sealed record ScheduleModel(string Cron, string TimeZone);
