using Mlops.Dsl;

// Set-up runs in every process of a stage, too.
Console.WriteLine("set-up");
return await PipelineApp.RunAsync(args);
