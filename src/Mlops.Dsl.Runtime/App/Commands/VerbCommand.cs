using System.CommandLine;
using Mlops.Dsl.Runtime.App.Parameters;

namespace Mlops.Dsl.Runtime.App.Commands;

/// <summary>A verb of the program, with what its help shows besides its arguments and options.</summary>
internal sealed class VerbCommand(string name, string summary) : Command(name, summary)
{
    /// <summary>Paragraphs that follow the summary in the verb's help.</summary>
    public string? Remarks { get; set; }

    /// <summary>Arguments to try, each with what it does.</summary>
    public IReadOnlyList<Example> Examples { get; set; } = [];

    /// <summary>The pipeline that the verb was given, if it takes one.</summary>
    public PipelineParameters? Parameters { get; set; }

    /// <summary>Whether the verb's subcommands are the program's pipelines.</summary>
    public bool TakesPipeline { get; set; }
}

/// <summary>One line of help by example.</summary>
/// <param name="Arguments">What follows the program's name.</param>
/// <param name="Meaning">What it does.</param>
internal sealed record Example(string Arguments, string Meaning);
