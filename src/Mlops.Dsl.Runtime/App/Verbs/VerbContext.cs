using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.Logging;
using Mlops.Dsl.Execution;
using Mlops.Dsl.Runtime.App;
using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Runtime;

/// <summary>What a verb of a package was given, and what it may use of the program.</summary>
public sealed class VerbContext
{
    private readonly AppEnvironment _app;
    private readonly ParseResult _parse;

    internal VerbContext(AppEnvironment app, ParseResult parse, string storePath, bool isJson, CancellationToken cancellation)
    {
        (_app, _parse) = (app, parse);
        (StorePath, IsJson, Cancellation) = (storePath, isJson, cancellation);
    }

    /// <summary>How the program is started, for hints such as <c>{CommandName} model approve income 3</c>.</summary>
    public string CommandName => _app.CommandName;

    /// <summary>The folder of the store.</summary>
    public string StorePath { get; }

    /// <summary>Whether data is to be printed as JSON.</summary>
    public bool IsJson { get; }

    /// <summary>
    /// Cancelled by Ctrl-C and SIGTERM. A verb that ends in good order then returns 0; one that throws <see
    /// cref="OperationCanceledException"/> ends with code 130.
    /// </summary>
    public CancellationToken Cancellation { get; }

    /// <summary>The output, buffered: flush it where a person waits. What a terminal would obey is written as escapes.</summary>
    public TextWriter Out => _app.Console.Out;

    /// <summary>The error output, unbuffered, for what is no data.</summary>
    public TextWriter Error => _app.Console.Error;

    /// <summary>Whether the output is a terminal.</summary>
    public bool IsTerminal => _app.Console.IsTerminal;

    /// <summary>What the program gives its pipelines; null where it gives none.</summary>
    public IServiceProvider? Services => _app.Options.Services;

    /// <summary>Where the program logs to; null where it does not.</summary>
    public ILoggerFactory? LoggerFactory => _app.Options.LoggerFactory;

    /// <summary>The names of the program's pipelines, in ordinal order.</summary>
    public IReadOnlyList<string> PipelineNames => _app.PipelineNames;

    /// <summary>The pipeline with a name, or null.</summary>
    public PipelineDefinition? FindPipeline(string name) => _app.FindPipeline(name);

    /// <summary>Whether an option was given: for flags, whether it holds.</summary>
    public bool IsSet(VerbOption option) =>
        Named(option).ValueName is null ? _parse.GetValue<bool>(option.Name) : GetValues(option).Count > 0;

    /// <summary>The value of an option, or null where it was not given.</summary>
    public string? GetValue(VerbOption option) => GetValues(option) is [.., var last] ? last : null;

    /// <summary>The values of an option that may be given more than once, in their order.</summary>
    public IReadOnlyList<string> GetValues(VerbOption option) => Read(Named(option).Name, option.IsRepeatable);

    /// <summary>The value of an option that takes a whole number, or null where it was not given.</summary>
    /// <exception cref="VerbException">The value is no whole number, or out of range.</exception>
    public int? GetInt32(VerbOption option, int minimum = int.MinValue, int maximum = int.MaxValue) =>
        GetValue(option) switch
        {
            null => null,
            var text
                when int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
                    && number >= minimum
                    && number <= maximum => number,
            var text => throw new VerbException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{option.Name} must be a whole number{Range(minimum, maximum)}, but is {ValueText.Quote(text)}"
                )
            ),
        };

    /// <summary>An argument, or null where it was left out.</summary>
    public string? GetValue(VerbArgument argument) => GetValues(argument) is [var first, ..] ? first : null;

    /// <summary>The values of an argument of which several may follow.</summary>
    public IReadOnlyList<string> GetValues(VerbArgument argument)
    {
        ArgumentNullException.ThrowIfNull(argument);
        return Read(argument.Name, argument.IsRepeatable);
    }

    /// <summary>Opens the store, and prints what a person should know of it. Whoever opens it disposes it.</summary>
    /// <param name="readOnly">Whether it is only read.</param>
    /// <exception cref="StoreException">It can't be opened; or it is to be read, and there is none.</exception>
    public IStore OpenStore(bool readOnly = false) => _app.Open(StorePath, readOnly);

    /// <summary>Writes a warning to the error output, in one line.</summary>
    public void WriteWarning(string message) => _app.Console.WriteWarning(message);

    private string[] Read(string name, bool isRepeatable) =>
        isRepeatable ? _parse.GetValue<string[]>(name) ?? []
        : _parse.GetValue<string>(name) is { } value ? [value]
        : [];

    private static VerbOption Named(VerbOption option)
    {
        ArgumentNullException.ThrowIfNull(option);
        return option;
    }

    private static string Range(int minimum, int maximum) =>
        (minimum, maximum) switch
        {
            (int.MinValue, int.MaxValue) => "",
            (_, int.MaxValue) => string.Create(CultureInfo.InvariantCulture, $" from {minimum}"),
            (int.MinValue, _) => string.Create(CultureInfo.InvariantCulture, $" up to {maximum}"),
            _ => string.Create(CultureInfo.InvariantCulture, $" from {minimum} to {maximum}"),
        };
}
