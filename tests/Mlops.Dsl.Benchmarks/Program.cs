using BenchmarkDotNet.Running;
using Mlops.Dsl.Benchmarks.Others;
using Mlops.Dsl.Benchmarks.Whole;

// Without arguments: the table of everything that the documentation claims. With `parts`: BenchmarkDotNet on the parts; with `others`:
// reruns beside other tools; with `analyzers`: which analyzer takes how long; with `builds`: what whole builds say of our share in them;
// with `fingerprints`: what the build's walk takes.
switch (args.FirstOrDefault())
{
    case "nothing":
        return 0;
    case "analyzers":
        AnalyzerTable.Print(args[1..]);
        return 0;
    case "builds":
        ProjectBuildTable.Print(args[1..]);
        return 0;
    case "fingerprints":
        FingerprintTable.Print(args[1..]);
        return 0;
    case "parts":
        BenchmarkSwitcher.FromAssembly(typeof(Finding).Assembly).Run(args[1..]);
        return 0;
    case "program":
        return await PipelineChain.RunProgramAsync(args[1], args[2..]);
    case "others":
        Comparison.Print();
        return 0;
    default:
        FindingTable.Print(WholeBenchmark.Run(args));
        return 0;
}
