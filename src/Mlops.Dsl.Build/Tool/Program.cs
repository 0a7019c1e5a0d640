using Mlops.Dsl.Build.Locks;
using Mlops.Dsl.Build.Manifests;
using Mlops.Dsl.Build.Tool;
using Mlops.Dsl.Build.Walking;

// Errors have MSBuild's canonical format, so that every IDE shows them in its error list.
if (args is ["lock", var response])
{
    try
    {
        return new LockUpdate(LockArguments.Read(response), Console.Out).Run() ? 0 : 1;
    }
    catch (Exception exception) when (exception is ToolException or IOException or UnauthorizedAccessException)
    {
        Console.Error.WriteLine($"Mlops.Dsl.Build : error MLP1903: The pipelines' locks can't be written. {exception.Message}");
        return 1;
    }
}

if (args.Length != 1)
{
    Console.Error.WriteLine("Mlops.Dsl.Build : error MLP1900: The tool takes one argument: the path of a response file. The package's MSBuild targets write it.");
    return 2;
}

ToolArguments? arguments = null;
try
{
    arguments = ToolArguments.Read(args[0]);
    using var modules = ModuleLoader.Load(arguments);
    var folder = new OutputFolder(arguments.Output);
    foreach (var pipeline in Fingerprinter.Compute(modules))
    {
        folder.Write(ManifestFile.NameFor(pipeline.Name), stream => ManifestFile.Write(stream, pipeline));
        folder.Write(FingerprintsFile.NameFor(pipeline.Name), stream => FingerprintsFile.Write(stream, pipeline, modules));
    }

    folder.RemoveStale();
    return 0;
}
catch (Exception exception) when (exception is not OutOfMemoryException)
{
    var origin = arguments is { Project.Length: > 0 } ? arguments.Project : "Mlops.Dsl.Build ";
    Console.Error.WriteLine($"{origin}: error {Failure.Describe(exception, arguments)}");
    return 1;
}
