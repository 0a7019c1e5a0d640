using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mlops.Dsl.Analyzers.Graph;
using Mlops.Dsl.Analyzers.Infrastructure;
using Mlops.Dsl.Generators.Binding;
using Mlops.Dsl.Generators.Model;
using Mlops.Dsl.Generators.Symbols;

namespace Mlops.Dsl.Analyzers.Release;

/// <summary>Without a gate the worst model ever trained becomes the newest version.</summary>
internal sealed class UngatedPublication : GraphRule
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        "MLP6001",
        "Publication has no gate",
        "Nothing decides whether '{0}' is published{1}; {2}",
        RuleCategory.Release,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A published version is what others use. A gate on its path, by [When], decides whether a new one is good enough. "
            + "[After] is no gate: it waits for the gate to decide, whatever it decides. A warning for models, a suggestion for other "
            + "artifacts; reports and metrics need no gate.",
        helpLinkUri: RuleHelp.Link("MLP6001")
    );

    public override ImmutableArray<DiagnosticDescriptor> Descriptors => [Descriptor];

    public override void Check(GraphContext context)
    {
        foreach (var publication in context.Pipeline.Publications.Where(p => IsUngated(p, context.CancellationToken)))
        {
            var isModel = Provenance.IsModel(publication, context.Pipeline);
            if ((!isModel && Provenance.IsAccount(publication)) || context.Policies(publication, "required_gates").Any())
            {
                continue;
            }

            var gates = context
                .Pipeline.Gates.Where(gate => !BoundPipeline.Ancestors(gate).Contains(publication))
                .Select(static gate => gate.Name)
                .ToList();
            var waited = BoundPipeline
                .Ancestors(publication)
                .Prepend(publication)
                .SelectMany(static s => s.After)
                .FirstOrDefault(static s => s.Kind == StageKind.Gate);
            var waits = waited is null ? "" : $": [After] waits for gate '{waited.Name}', but goes on when it refused";
            var help =
                gates.Count == 0
                    ? "add a gate that compares its metrics with what a release needs, and name it in [When]"
                    : $"add [When] with the gate that decides: {gates.Alternatives()}";
            context.Report(
                Descriptor,
                publication.Location,
                isModel ? DiagnosticSeverity.Warning : DiagnosticSeverity.Info,
                RuleProperties
                    .Of(RuleProperties.Candidates, string.Join(", ", gates))
                    .Add(RuleProperties.Evidence, HeldOutMetrics.Of(context.Pipeline, publication)),
                [],
                publication.Name,
                waits,
                help
            );
        }
    }

    /// <summary>Whether no gate has a say in it. One that is named by [Unless] has: another rule asks about that.</summary>
    public static bool IsUngated(StageDeclaration publication, CancellationToken cancellationToken) =>
        !Guards.Of(publication).Any(guard => guard.Kind != GuardKind.Code || ReadsResult(guard, cancellationToken));

    /// <summary>
    /// Whether the stage that takes the gate's result looks at it: its name is in the method's body, for more than the words of the reason.
    /// </summary>
    private static bool ReadsResult(Guard guard, CancellationToken cancellationToken)
    {
        var names = guard.At.Inputs.Where(input => input.Output.Stage == guard.Gate).Select(static input => input.Parameter.Name).ToList();
        return (guard.At.Method.PartialImplementationPart ?? guard.At.Method)
            .DeclaringSyntaxReferences.Select(reference => reference.GetSyntax(cancellationToken))
            .OfType<MethodDeclarationSyntax>()
            .Select(static method => (SyntaxNode?)method.Body ?? method.ExpressionBody)
            .OfType<SyntaxNode>()
            .Any(body =>
                body.DescendantNodesAndSelf()
                    .OfType<IdentifierNameSyntax>()
                    .Any(name => names.Contains(name.Identifier.ValueText) && !IsOnlyTold(name))
            );
    }

    private static bool IsOnlyTold(IdentifierNameSyntax result) =>
        result.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Reason" } told && told.Expression == result;
}
