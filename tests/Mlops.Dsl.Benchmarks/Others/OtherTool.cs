namespace Mlops.Dsl.Benchmarks.Others;

/// <summary>
/// Another tool that runs what changed of a chain of steps: <c>out/0</c> ← <c>out/1</c> ← …, each a copy of the one before, the last one
/// with <c>setting.txt</c> behind it.
/// </summary>
/// <param name="Name">The tool's name.</param>
/// <param name="Version">The command that prints its version; where it fails, the tool is not there.</param>
/// <param name="FileName">The file that describes the chain.</param>
/// <param name="Describe">The text of that file for a number of steps.</param>
/// <param name="Run">The command that brings everything up to date, on as many cores as this machine has.</param>
internal sealed record OtherTool(string Name, string[] Version, string FileName, Func<int, string> Describe, string[] Run)
{
    private static readonly string Cores = FormattableString.Invariant($"{Environment.ProcessorCount}");

    /// <summary>The tools to compare with.</summary>
    public static IReadOnlyList<OtherTool> All { get; } =
    [
        new(
            "make",
            ["make", "--version"],
            "Makefile",
            static count =>
                $"""
                    all: out/{count - 1}
                    out/0: ; @echo 0 > $@
                    {string.Concat(Enumerable.Range(1, count - 2).Select(static i => $"out/{i}: out/{i - 1} ; @cp $< $@\n"))}out/{count
                        - 1}: out/{count - 2} setting.txt ; @cat $^ > $@

                    """,
            ["make", "-s", "-j", Cores]
        ),
        new(
            "ninja",
            ["ninja", "--version"],
            "build.ninja",
            static count =>
                $$"""
                    rule first
                      command = echo 0 > $out
                    rule copy
                      command = cp $in $out
                    rule last
                      command = cat $in > $out
                    build out/0: first
                    {{string.Concat(
                        Enumerable.Range(1, count - 2).Select(static i => $"build out/{i}: copy out/{i - 1}\n")
                    )}}build out/{{count - 1}}: last out/{{count - 2}} setting.txt

                    """,
            ["ninja", "--quiet", "-j", Cores]
        ),
        new(
            "SCons",
            ["scons", "--version"],
            "SConstruct",
            static count =>
                $"""
                    import os
                    Decider('content-timestamp')
                    Command('out/0', [], 'echo 0 > $TARGET')
                    for i in range(1, {count - 1}):
                        Command(f'out/{'{'}i{'}'}', f'out/{'{'}i - 1{'}'}', 'cp $SOURCE $TARGET')
                    Command('out/{count - 1}', ['out/{count - 2}', 'setting.txt'], 'cat $SOURCES > $TARGET')

                    """,
            ["scons", "-s", "-j", Cores]
        ),
        new(
            "doit",
            ["doit", "--version"],
            "dodo.py",
            static count =>
                $$"""
                    def task_step():
                        yield {'name': '0', 'targets': ['out/0'], 'actions': ['echo 0 > out/0'], 'uptodate': [True]}
                        for i in range(1, {{count - 1}}):
                            yield {'name': str(i), 'file_dep': [f'out/{i - 1}'], 'targets': [f'out/{i}'], 'actions': [f'cp out/{i - 1} out/{i}']}
                        last = {{count - 1}}
                        yield {'name': str(last), 'file_dep': [f'out/{last - 1}', 'setting.txt'], 'targets': [f'out/{last}'], 'actions': [f'cat out/{last - 1} setting.txt > out/{last}']}

                    """,
            ["doit", "--verbosity", "0", "-n", Cores]
        ),
        new(
            "Snakemake",
            ["snakemake", "--version"],
            "Snakefile",
            static count =>
                $$"""
                    rule all:
                        input: "out/{{count - 1}}"
                    rule:
                        output: "out/0"
                        shell: "echo 0 > {output}"
                    for i in range(1, {{count - 1}}):
                        rule:
                            input: f"out/{i - 1}"
                            output: f"out/{i}"
                            shell: "cp {input} {output}"
                    rule:
                        input: "out/{{count - 2}}", "setting.txt"
                        output: "out/{{count - 1}}"
                        shell: "cat {input} > {output}"

                    """,
            ["snakemake", "--quiet", "rules", "--cores", Cores]
        ),
        new(
            "DVC",
            ["dvc", "--version"],
            "dvc.yaml",
            static count =>
                $"""
                    stages:
                      step0: {'{'} cmd: echo 0 > out/0, outs: [out/0] {'}'}
                    {string.Concat(
                        Enumerable.Range(1, count - 2).Select(static i =>
                            $"  step{i}: {{ cmd: cp out/{i - 1} out/{i}, deps: [out/{i - 1}], outs: [out/{i}] }}\n"
                        )
                    )}  last: {'{'} cmd: cat out/{count - 2} setting.txt > out/{count - 1}, deps: [out/{count
                        - 2}, setting.txt], outs: [out/{count - 1}] {'}'}

                    """,
            ["sh", "-c", "test -d .dvc || dvc init -q --no-scm; dvc repro -q"]
        ),
    ];
}
