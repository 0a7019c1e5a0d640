namespace Mlops.Dsl.Build.Tests.Harness;

/// <summary>A program of the corpus: the pipeline's own project, perhaps with others that it refers to.</summary>
public sealed class CorpusProgram
{
    /// <summary>The projects, those that others refer to first; the pipeline's own last.</summary>
    public List<CorpusProject> Projects { get; } = [];

    /// <summary>Parses a program; see the corpus' README for the directives.</summary>
    public static CorpusProgram Parse(string text)
    {
        var main = new CorpusProject("Main", Role.Walked);
        var program = new CorpusProgram();
        var project = main;
        var file = "Main.cs";
        foreach (var line in text.Split('\n'))
        {
            var words = line.Split(' ', 2);
            switch (words[0])
            {
                case "@file":
                    file = words[1];
                    break;
                case "@project" or "@package" or "@unref":
                    project = new(
                        words[1],
                        words[0] switch
                        {
                            "@package" => Role.Package,
                            "@unref" => Role.Hidden,
                            _ => Role.Walked,
                        }
                    );
                    program.Projects.Add(project);
                    file = words[1] + ".cs";
                    break;
                case "@engine":
                    program.Projects.Add(StandInEngine.Project);
                    break;
                case "@main":
                    project = main;
                    file = "Main.cs";
                    break;
                case "@define":
                    project.Symbols.Add(words[1]);
                    break;
                case "@checked":
                    project.CheckOverflow = true;
                    break;
                case "@resource":
                    var parts = words[1].Split(' ', 2);
                    project.Resources[parts[0]] = parts[1];
                    break;
                default:
                    project.Files[file] = project.Files.GetValueOrDefault(file, "") + line + "\n";
                    break;
            }
        }

        program.Projects.Add(main);
        return program;
    }
}
