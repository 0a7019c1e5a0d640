using System.CommandLine;
using Mlops.Dsl.Engine;
using Mlops.Dsl.Engine.Secrets;
using Mlops.Dsl.Execution;
using Mlops.Dsl.Runtime.App.Commands;
using Mlops.Dsl.Runtime.App.Help;

namespace Mlops.Dsl.Runtime.App.Parameters;

/// <summary>A pipeline's parameters as options of a verb.</summary>
internal sealed class PipelineParameters
{
    private readonly List<(Option Option, ParameterDefinition Parameter)> _options = [];

    /// <summary>Makes an option for each parameter and adds it to the command.</summary>
    public PipelineParameters(PipelineDefinition definition, VerbCommand command)
    {
        Definition = definition;
        foreach (var (parameter, name) in OptionNames.Of(definition.Parameters))
        {
            var option = CreateOption(parameter, name);
            _options.Add((option, parameter));
            command.Add(option);
        }

        if (definition.Window is not null)
        {
            WindowOptions = WindowOptions.Create();
            command.Add(WindowOptions.From);
            command.Add(WindowOptions.To);
        }

        command.Parameters = this;
    }

    /// <summary>The pipeline.</summary>
    public PipelineDefinition Definition { get; }

    /// <summary>How many parameters have an option.</summary>
    public int Count => _options.Count;

    /// <summary>The options with the parameters that they set.</summary>
    public IReadOnlyList<(Option Option, ParameterDefinition Parameter)> Options => _options;

    /// <summary>The options that set both ends of the window; null for a pipeline without one.</summary>
    public WindowOptions? WindowOptions { get; }

    /// <summary>Whether an option sets a parameter.</summary>
    public bool Has(Option option) =>
        _options.Exists(entry => entry.Option == option) || option == WindowOptions?.From || option == WindowOptions?.To;

    /// <summary>Writes the parameters and secrets into a help page.</summary>
    public void WriteHelp(HelpWriter page)
    {
        var ends = WindowOptions is null ? [] : (Option[])[WindowOptions.From, WindowOptions.To];
        page.Section(
            $"Parameters of '{Definition.Name}'",
            _options
                .Select(entry => (HelpWriter.Label(entry.Option), Explain(entry.Parameter)))
                .Concat(ends.Select(static end => (HelpWriter.Label(end), $"{end.Description}, as 2026-11-29T00:00Z.")))
        );
        page.Section(
            "Secrets (environment variables or user secrets, never options)",
            Definition
                .Parameters.Where(static parameter => parameter.IsSecret)
                .Select(parameter => (SecretValues.VariableOf(parameter), Explain(parameter)))
        );
    }

    private static Option CreateOption(ParameterDefinition parameter, string name)
    {
        if (parameter.IsFlag)
        {
            return new Option<bool>(name)
            {
                Description = parameter.Description,
                HelpName = "true|false",
                Arity = ArgumentArity.ZeroOrOne,
            };
        }

        var option = new Option<string>(name)
        {
            Description = parameter.Description,
            HelpName = parameter.TypeName.TrimEnd('?'),
            Arity = ArgumentArity.ExactlyOne,
        };
        if (parameter.KnownTexts.Count > 0)
        {
            option.CompletionSources.Add(_ => parameter.KnownTexts);
        }

        return option;
    }

    private string Explain(ParameterDefinition parameter)
    {
        var sentences = new List<string>();
        if (parameter.Description is { Length: > 0 } description)
        {
            sentences.Add(description.TrimEnd().EndsWith('.') ? description.Trim() : $"{description.Trim()}.");
        }

        if (parameter.KnownTexts.Count > 0 && !parameter.IsFlag)
        {
            sentences.Add($"One of {string.Join(", ", parameter.KnownTexts)}.");
        }

        foreach (var constraint in parameter.Constraints)
        {
            sentences.Add($"Must be {constraint}.");
        }

        sentences.Add(
            parameter.IsRequired ? "Required."
            : parameter.IsSecret ? "Optional."
            : $"Default: {DefaultOf(parameter) ?? "none"}."
        );
        return string.Join(' ', sentences);
    }

    /// <summary>
    /// What a run without the option takes. A default that is computed, such as a folder that is looked for, is shown as what it is here
    /// and now.
    /// </summary>
    private string? DefaultOf(ParameterDefinition parameter) =>
        parameter.DefaultText is { } text
        && parameter.TypeName == "string"
        && !text.StartsWith('"')
        && Definition.Parameters.All(static other => !other.IsRequired)
            ? parameter.Format(Definition.CreateInstance(new ParameterValues())) is { Length: > 0 } value
                ? value
                : text
            : parameter.DefaultText;
}
