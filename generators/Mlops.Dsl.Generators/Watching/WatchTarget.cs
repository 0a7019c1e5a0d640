using Microsoft.CodeAnalysis;

namespace Mlops.Dsl.Generators.Watching;

/// <summary>What a stage is connected to outside of its pipeline, with its symbols: lives as long as one parse.</summary>
internal abstract record WatchTarget;

/// <summary>What a service answers.</summary>
internal sealed record ServedTarget(string Service, string Method, ITypeSymbol Input, ITypeSymbol Prediction, IPropertySymbol Window)
    : WatchTarget;

/// <summary>An artifact of the run which published a version.</summary>
internal sealed record PublishedTarget(string Pipeline, string Entry, string Alias, string Stage, string Output) : WatchTarget;

/// <summary>Where a notice goes.</summary>
internal sealed record NotifyTarget(string Address) : WatchTarget;

/// <summary>A pipeline to start.</summary>
internal sealed record StartTarget(string Pipeline, INamedTypeSymbol Type, TimeSpan? CoolDown) : WatchTarget;
