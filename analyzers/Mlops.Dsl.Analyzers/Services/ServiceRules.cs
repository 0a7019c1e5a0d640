using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Calls;
using Mlops.Dsl.Analyzers.Infrastructure;
using Mlops.Dsl.Generators.Services;

namespace Mlops.Dsl.Analyzers.Services;

/// <summary>The rules about services. What each finds, the generator's own parser finds.</summary>
internal static class ServiceRules
{
    private const string InvalidId = "MLP8004";

    private static readonly DiagnosticDescriptor DoesNotFit = Create(
        "MLP8001",
        "Service does not fit its model",
        "A service answers with a published model: what it takes and gives is what the model takes and gives. Otherwise each request would "
            + "fail, or mean something else than what the model was trained on."
    );

    private static readonly DiagnosticDescriptor LabelInRequest = Create(
        "MLP8002",
        "Request has the label",
        "A request is not a training row: when a prediction is asked for, nobody knows the label. It is told later, as feedback."
    );

    private static readonly DiagnosticDescriptor NoPublication = Create(
        "MLP8003",
        "Service names nothing that is published",
        "[Predict] names a pipeline and its [Publish] method, whose model answers."
    );

    private static readonly DiagnosticDescriptor InvalidDeclaration = Create(
        InvalidId,
        "Service cannot be served",
        "A service is a partial class with [Service] and partial methods with [Predict], whose bodies, endpoints and client the "
            + "generator writes."
    );

    /// <summary>The rule that needs the whole compilation: two services of one name.</summary>
    public static readonly DiagnosticDescriptor DuplicateName = Create(
        InvalidId,
        InvalidDeclaration.Title.ToString(System.Globalization.CultureInfo.InvariantCulture),
        InvalidDeclaration.Description.ToString(System.Globalization.CultureInfo.InvariantCulture),
        WellKnownDiagnosticTags.CompilationEnd
    );

    /// <summary>What may be reported while typing.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All { get; } = [DoesNotFit, LabelInRequest, NoPublication, InvalidDeclaration];

    /// <summary>The diagnostic of a problem.</summary>
    public static DiagnosticDescriptor Of(ServiceProblemKind kind) =>
        kind switch
        {
            ServiceProblemKind.DoesNotFit => DoesNotFit,
            ServiceProblemKind.LabelInRequest => LabelInRequest,
            ServiceProblemKind.NoPublication => NoPublication,
            _ => InvalidDeclaration,
        };

    private static DiagnosticDescriptor Create(string id, string title, string description, params string[] tags) =>
        new(
            id,
            title,
            "{0}",
            RuleCategory.Operation,
            DiagnosticSeverity.Error,
            isEnabledByDefault: true,
            description: description,
            helpLinkUri: RuleHelp.Link(id),
            customTags: tags
        );
}
