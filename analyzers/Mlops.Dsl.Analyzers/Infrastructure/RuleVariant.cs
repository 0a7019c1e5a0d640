using Microsoft.CodeAnalysis;

namespace Mlops.Dsl.Analyzers.Infrastructure;

/// <summary>Makes the descriptor of another form of a fault: the same rule, told in words that fit the form.</summary>
internal static class RuleVariant
{
    /// <summary>The rule with another message.</summary>
    public static DiagnosticDescriptor Saying(this DiagnosticDescriptor rule, string messageFormat) =>
#pragma warning disable RS1017, RS1033 // Everything but the message is the rule's own.
        new(
            rule.Id,
            rule.Title,
            messageFormat,
            rule.Category,
            rule.DefaultSeverity,
            rule.IsEnabledByDefault,
            rule.Description,
            rule.HelpLinkUri,
            [.. rule.CustomTags]
        );
#pragma warning restore RS1017, RS1033
}
