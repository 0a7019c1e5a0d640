using Mlops.Dsl.CrashChild;

// Usage: <store> commit <name> | <store> live <name> | <store> collect <runs to keep>
using var output = new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true };
return args switch
{
    [var store, "commit", var name] => await Committer.RunAsync(store, name, output),
    [var store, "live", var name] => await LifecycleRecorder.RunAsync(store, name, output),
    [var store, "collect", var keep] => await Collector.RunAsync(
        store,
        int.Parse(keep, System.Globalization.CultureInfo.InvariantCulture),
        output
    ),
    _ => 2,
};
