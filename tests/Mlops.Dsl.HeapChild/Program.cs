using Mlops.Dsl;
using Mlops.Dsl.Execution;
using Mlops.Dsl.HeapChild;

// Usage: run large-file --megabytes 1024 | run large-fan-out --elements 100000 --bytes 1000 | run chain
PipelineCatalog.Register("chain", static () => Chain.Define(10_000));
var code = await PipelineApp.RunAsync(args);

// The most memory that the process has had, heap and all, for whoever compares it with the artifacts' size.
using var process = System.Diagnostics.Process.GetCurrentProcess();
Console.Error.WriteLine($"peak: {process.PeakWorkingSet64 >> 20} MiB");
return code;
