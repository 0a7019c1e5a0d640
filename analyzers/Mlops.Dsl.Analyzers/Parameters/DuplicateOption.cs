using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Infrastructure;
using Mlops.Dsl.Naming;

namespace Mlops.Dsl.Analyzers.Parameters;

/// <summary>
/// Options and environment variables are made of words, and so are equal for names that differ in case or underscores alone.
/// </summary>
internal sealed class DuplicateOption : PipelineRule
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        "MLP1070",
        "Two parameters have one name outside the code",
        "'{0}' is set by {1}, and so is '{2}': rename one of them",
        RuleCategory.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A parameter is set by an option, a secret by an environment variable. Both are made of the words of the property's "
            + "name, whatever their case, so that names that differ in case or underscores alone are one.",
        helpLinkUri: RuleHelp.Link("MLP1070")
    );

    public override ImmutableArray<DiagnosticDescriptor> Descriptors => [Descriptor];

    public override void Check(PipelineContext context)
    {
        var first = new Dictionary<string, IPropertySymbol>(StringComparer.Ordinal);
        foreach (var property in context.Parameters)
        {
            if (OutsideName(property, context.Types) is not { } name)
            {
                continue;
            }

            if (first.TryGetValue(name, out var other))
            {
                context.Report(Descriptor, property.NameLocation(), property.Name, name, other.Name);
            }
            else
            {
                first.Add(name, property);
            }
        }
    }

    /// <summary>The option or variable; null for a secret that names its variable, which may be another's on purpose.</summary>
    private static string? OutsideName(IPropertySymbol property, KnownTypes types) =>
        property.FindAttribute(types.Secret) switch
        {
            null => $"the option --{ParameterNames.Option(property.Name)}",
            { NamedArguments: var named }
                when named.Any(static argument => argument is { Key: "EnvironmentVariable", Value.IsNull: false }) => null,
            _ => $"the environment variable {ParameterNames.Variable(property.Name)}",
        };
}
