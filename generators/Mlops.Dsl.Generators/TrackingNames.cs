namespace Mlops.Dsl.Generators;

/// <summary>The names of the generator's steps, by which tests tell which of them an edit ran again.</summary>
internal static class TrackingNames
{
    /// <summary>Pipeline classes, read into models. Runs at every edit; what follows only where the models change.</summary>
    public const string Parse = nameof(Parse);

    /// <summary>The models without line numbers.</summary>
    public const string Pipelines = nameof(Pipelines);

    /// <summary>The names of classes that differ from others only in case.</summary>
    public const string NameCollisions = nameof(NameCollisions);

    /// <summary>The models, each with the name of its files.</summary>
    public const string NamedPipelines = nameof(NamedPipelines);

    /// <summary>Where the stages are declared.</summary>
    public const string Locations = nameof(Locations);

    /// <summary>The pipelines to register.</summary>
    public const string Registrations = nameof(Registrations);
}
