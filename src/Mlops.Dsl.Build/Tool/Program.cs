using Mlops.Dsl.Build;
using Mlops.Dsl.Build.Locks;
using Mlops.Dsl.Build.Manifests;
using Mlops.Dsl.Build.Manifests.Constants;
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
    Console.Error.WriteLine(
        "Mlops.Dsl.Build : error MLP1900: The tool takes one argument: the path of a response file. The package's MSBuild targets write it."
    );
    return 2;
}

ToolArguments? arguments = null;
try
{
    arguments = ToolArguments.Read(args[0]);
    using var modules = ModuleLoader.Load(arguments);
    using var places = new StagePlaces(arguments.Assembly);
    var folder = new OutputFolder(arguments.Output);
    var unreferenced = arguments.Unreferenced.Select(path => Path.GetFileName(path)).ToHashSet(StringComparer.OrdinalIgnoreCase);
    var constants = new SymbolConstants(modules);
    var warnings = new List<string>();
    foreach (var pipeline in Fingerprinter.Compute(modules))
    {
        var manifest = folder.Write(ManifestFile.NameFor(pipeline), stream => ManifestFile.Write(stream, pipeline));
        var program = ProgramRecord.Format(pipeline, modules, unreferenced, manifest);
        folder.Write(FingerprintsFile.NameFor(pipeline), stream => FingerprintsFile.Write(stream, pipeline, program, constants));

        // The build of the project that declares a pipeline has warned of it already.
        if (pipeline.Host is null)
        {
            warnings.AddRange(WarningsFile.LinesOf(pipeline, (type, method) => places.Find(type, method) ?? arguments.Project));
        }
    }

    folder.RemoveStale();
    folder.WriteLines("warnings.txt", warnings);
    return 0;
}
catch (Exception exception) when (exception is not OutOfMemoryException)
{
    var origin = arguments is { Project.Length: > 0 } ? arguments.Project : "Mlops.Dsl.Build ";
    Console.Error.WriteLine($"{origin}: error {Failure.Describe(exception, arguments)}");
    return 1;
}
