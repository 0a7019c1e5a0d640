using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mlops.Dsl.Analyzers.Calls;
using Mlops.Dsl.Analyzers.Flow;
using Mlops.Dsl.Analyzers.Infrastructure;
using Mlops.Dsl.Analyzers.Vocabulary;

namespace Mlops.Dsl.Analyzers.Governance;

/// <summary>Personal data and secrets in messages, metrics' names and files.</summary>
internal sealed class ConfidentialDisclosed : FlowRule
{
    public static readonly DiagnosticDescriptor PersonalMessage = new(
        "MLP5003",
        "Personal data gets into a message",
        "{0} gets into {1}, where personal data is kept unseen and read by many; leave it out, or pass it through "
            + "PersonalData.Hash or Mask",
        RuleCategory.Governance,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "What comes from a column marked [Pii] must not get into a log, the console, a trace, the name of a metric, a "
            + "progress message, the reason of a gate, the message of an exception or a request to another service without a declared "
            + "transformation: PersonalData.Hash, Mask or Drop, or a method with [Deidentifies]. Counts and other statistics are no "
            + "personal data.",
        helpLinkUri: RuleHelp.Link("MLP5003")
    );

    public static readonly DiagnosticDescriptor PersonalFile = new(
        "MLP5004",
        "Personal data leaves its column",
        "{0} gets into {1} that does not say that it holds personal data; hash, mask or drop it before (PersonalData), or keep it in a "
            + "column marked [Pii]",
        RuleCategory.Governance,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "What comes from a column marked [Pii] may be kept in columns that are marked so, too. In a file, a database, or an "
            + "artifact whose type does not tell, nobody finds it again, to protect or delete it.",
        helpLinkUri: RuleHelp.Link("MLP5004")
    );

    public static readonly DiagnosticDescriptor SecretMessage = new(
        "MLP5005",
        "Secret gets into a message",
        "{0} gets into {1}, and a secret that can be read there is none any more; leave it out",
        RuleCategory.Governance,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "What comes from a [Secret] must not get into a log, the console, a trace, the name of a metric, a progress message, "
            + "the reason of a gate or the message of an exception: all of them are kept and read.",
        helpLinkUri: RuleHelp.Link("MLP5005")
    );

    public static readonly DiagnosticDescriptor SecretFile = new(
        "MLP5006",
        "Secret is kept in an artifact",
        "{0} gets into {1}, and a secret that can be read there is none any more; leave it out",
        RuleCategory.Governance,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "What comes from a [Secret] must not get into a file or into what a stage returns: artifacts are kept, copied and "
            + "published, and are not encrypted.",
        helpLinkUri: RuleHelp.Link("MLP5006")
    );

    private static readonly HashSet<string> Ciphers = new(StringComparer.Ordinal)
    {
        "CryptoStream",
        "AesGcm",
        "AesCcm",
        "ChaCha20Poly1305",
        "ProtectedData",
        "IDataProtector",
    };

    public override ImmutableArray<DiagnosticDescriptor> Descriptors => [PersonalMessage, PersonalFile, SecretMessage, SecretFile];

    public override void Check(FlowCall call, FlowReport report)
    {
        if (Disclosure.Of(call) is not { } disclosure)
        {
            return;
        }

        var personal = disclosure.IsKept ? PersonalFile : PersonalMessage;
        if (disclosure.Object is { } given && given.Has(Mark.Pii))
        {
            report.Add(personal, call.Operation, Sensitive.Describe(call.Operation, Mark.Pii), disclosure.Place + report.Path.Describe());
        }

        var leftOut = LeftOut.By(call);
        foreach (var argument in disclosure.Arguments)
        {
            Check(leftOut?.Rest(argument) ?? argument, disclosure, call, Mark.Pii, personal, leftOut, report);
            if (!disclosure.IsSent)
            {
                Check(argument, disclosure, call, Mark.Secret, disclosure.IsKept ? SecretFile : SecretMessage, leftOut, report);
            }
        }
    }

    private static void Check(
        FlowArgument argument,
        Disclosure disclosure,
        FlowCall call,
        Mark mark,
        DiagnosticDescriptor rule,
        LeftOut? leftOut,
        FlowReport report
    )
    {
        var operation = argument.Operation ?? call.Operation;
        var parts = Texts.Parts(operation).ToList();
        FlowValue Value(IOperation part) => ReferenceEquals(part, operation) ? argument.Value : call.Evaluate(part);
        var row =
            mark == Mark.Pii
                ? parts.Find(part =>
                    (disclosure.IsData ? PersonalRow.AreIn(part.Type, leftOut is null ? null : leftOut.Has) : PersonalRow.IsTold(part.Type))
                    && !MaskedRow.Is(part.Type, Value(part), part)
                )
                : null;
        if (row is null && parts.Find(part => IsOpen(part, Value(part), mark)) is { } open)
        {
            if (!(disclosure.IsKept && IsEncrypted(call.Operation.Syntax)))
            {
                call.Leave(new OpenDisclosure(rule, mark, disclosure.Place, open) { LeftOut = leftOut });
            }

            return;
        }

        if (row is null && !argument.Value.Has(mark))
        {
            return;
        }

        if (!disclosure.IsData)
        {
            parts.RemoveAll(part => part != row && LeavesOut(Texts.Unconverted(part)?.Type, Value(part), mark));
        }

        // A number in a message is most likely a statistic, unless the column itself is printed.
        var told =
            row
            ?? Sensitive.Read(parts, mark)
            ?? Sensitive.OnlyText(parts.FindAll(part => ReferenceEquals(part, operation) || call.Evaluate(part).Has(mark)));
        if (told is not null && !(disclosure.IsKept && IsEncrypted(call.Operation.Syntax)))
        {
            report.Add(
                rule,
                told.Syntax.GetLocation(),
                Sensitive.Properties(told),
                Sensitive.Describe(told, mark),
                disclosure.Place + report.Path.Describe()
            );
        }
    }

    /// <summary>Whether a caller may know what something is, and the helper does not.</summary>
    private static bool IsOpen(IOperation part, FlowValue value, Mark mark) =>
        OpenTypes.Include(part.Type) && (value.Has(mark) || (mark == Mark.Pii && (value.Own & Mark.PersonalRow) != Mark.None));

    private static bool IsEncrypted(SyntaxNode call) =>
        call.FirstAncestorOrSelf<MemberDeclarationSyntax>() is { } member
        && member.DescendantTokens().Any(static token => token.IsKind(SyntaxKind.IdentifierToken) && Ciphers.Contains(token.ValueText));

    /// <summary>Whether a value makes its text itself, and leaves out the members that have a mark.</summary>
    private static bool LeavesOut(ITypeSymbol? type, FlowValue value, Mark mark) =>
        value.Has(mark)
        && (value.Own & mark) == Mark.None
        && OwnText.Names(type) is { } names
        && value.Members.All(member => !member.Value.Has(mark) || !names.Contains(member.Key.Trim('<', '>')));
}
