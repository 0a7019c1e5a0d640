using Mlops.Dsl;

var code = await PipelineApp.RunAsync(args);

// The console is the program's own again.
await Console.Error.WriteLineAsync("after the run");
return code;
