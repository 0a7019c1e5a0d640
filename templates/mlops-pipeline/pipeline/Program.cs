using Mlops.Dsl;

return await PipelineApp.RunAsync(args);
