using System.Reflection;
using Mlops.Dsl.Mutants;
using Mlops.Dsl.Mutants.Reporting;

var root = Assembly
    .GetExecutingAssembly()
    .GetCustomAttributes<AssemblyMetadataAttribute>()
    .First(static attribute => attribute.Key == "RepositoryRoot")
    .Value!;
try
{
    var options = Options.Parse(args);
    var known = new KnownSurvivors(Path.Combine(root, "docs", "testing.md"));
    var isEnough = true;
    foreach (var area in options.Areas.Select(name => Area.Find(name, root)))
    {
        isEnough &= await new AreaCheck(area, options, root, known).RunAsync();
    }

    return isEnough ? 0 : 1;
}
catch (MutantsException exception)
{
    await Console.Error.WriteLineAsync(exception.Message);
    return 2;
}
