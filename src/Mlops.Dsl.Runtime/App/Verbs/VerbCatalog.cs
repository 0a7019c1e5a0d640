namespace Mlops.Dsl.Runtime;

/// <summary>
/// Verbs that packages add to the program's command line, such as <c>serve</c>. A verb is there if it was registered before
/// <see cref="PipelineApp.RunAsync(string[])"/>: by generated code,
/// or by the program.
/// </summary>
/// <example>
/// <code>
/// var port = new VerbOption("--port", "The port to listen on. Default: 8080") { ValueName = "number" };
/// VerbCatalog.Register(new VerbDefinition("serve", "Answer requests", async verb =>
/// {
///     await using var store = verb.OpenStore(readOnly: true);
///     var number = verb.GetInt32(port, minimum: 1, maximum: 65535) ?? 8080;
///     verb.Out.WriteLine($"listening on http://localhost:{number}");
///     verb.Out.Flush();
///     await Task.Delay(Timeout.Infinite, verb.Cancellation);
///     return 0;
/// })
/// {
///     Options = [port],
///     Examples = [new("--port 9000", "on another port")],
/// });
/// </code>
/// </example>
public static class VerbCatalog
{
    private static readonly Lock Gate = new();
    private static readonly SortedDictionary<string, VerbDefinition> Registered = new(StringComparer.Ordinal);

    /// <summary>The verbs that were registered, in ordinal order of their names.</summary>
    public static IReadOnlyList<VerbDefinition> Verbs
    {
        get
        {
            lock (Gate)
            {
                return [.. Registered.Values];
            }
        }
    }

    /// <summary>Adds a verb. Adding the same definition again changes nothing.</summary>
    /// <param name="verb">The verb.</param>
    /// <exception cref="ArgumentException">Another verb has its name.</exception>
    public static void Register(VerbDefinition verb)
    {
        ArgumentNullException.ThrowIfNull(verb);
        lock (Gate)
        {
            if (!Registered.TryAdd(verb.Name, verb) && !ReferenceEquals(Registered[verb.Name], verb))
            {
                throw new ArgumentException($"Another verb '{verb.Name}' is registered already.", nameof(verb));
            }
        }
    }
}
