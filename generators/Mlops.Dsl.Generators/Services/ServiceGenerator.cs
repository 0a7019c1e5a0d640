using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Mlops.Dsl.Generators.Codecs;
using Mlops.Dsl.Generators.Incrementality;
using Mlops.Dsl.Generators.Symbols;

namespace Mlops.Dsl.Generators.Services;

/// <summary>
/// Writes what a service class needs to answer: the bodies of its methods, its definition, its client and its registration.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class ServiceGenerator : IIncrementalGenerator
{
    /// <summary>The name of the step that reads service classes, for tests of incrementality.</summary>
    internal const string ServicesStep = "Services";

    /// <summary>The name of the step that gathers what is registered, for tests of incrementality.</summary>
    internal const string RegistrationsStep = "ServiceRegistrations";

    private static readonly ParseMemo<ServiceModel> Memo = new();
    private static readonly ParseMemo<ServiceModel> StrayMemo = new();

    /// <inheritdoc />
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var services = context
            .SyntaxProvider.ForAttributeWithMetadataName(
                "Mlops.Dsl.ServiceAttribute",
                static (node, _) => node is TypeDeclarationSyntax,
                Parse
            )
            .SelectMany(static (services, _) => services)
            .WithTrackingName(ServicesStep);

        // A method outside a service gets a body, too: what is wrong with it is told by a rule, and not by the compiler as well.
        var strays = context
            .SyntaxProvider.ForAttributeWithMetadataName(
                "Mlops.Dsl.PredictAttribute",
                static (node, _) => node is MethodDeclarationSyntax,
                ParseStray
            )
            .SelectMany(static (services, _) => services);
        context.RegisterSourceOutput(services, Emit);
        context.RegisterSourceOutput(strays, Emit);
        var registrations = services
            .Where(static service => service.Problem is null)
            .Select(static (service, _) => new ServiceRegistrationModel(service.Name, service.Home.FullName))
            .WithTrackingName(RegistrationsStep)
            .Collect();
        context.RegisterImplementationSourceOutput(
            registrations,
            static (production, models) =>
            {
                if (!models.IsEmpty)
                {
                    Add(production, "Mlops.Dsl.Generated-ServiceRegistration.g.cs", ServiceRegistrationEmitter.Emit(models));
                }
            }
        );
    }

    private static IEnumerable<ServiceModel> Parse(GeneratorAttributeSyntaxContext attributed, CancellationToken cancellationToken) =>
        Memo.GetOrParse(
            attributed.TargetNode,
            attributed.SemanticModel.Compilation,
            () => Read(attributed, cancellationToken),
            cancellationToken
        )
            is { } service
            ? [service]
            : [];

    private static IEnumerable<ServiceModel> ParseStray(GeneratorAttributeSyntaxContext attributed, CancellationToken cancellationToken) =>
        StrayMemo.GetOrParse(
            attributed.TargetNode,
            attributed.SemanticModel.Compilation,
            () => ReadStray(attributed, cancellationToken),
            cancellationToken
        )
            is { } service
            ? [service]
            : [];

    /// <summary>Reads one class. An attribute that is repeated, which is an error of its own, must not give two services.</summary>
    private static ServiceModel? Read(GeneratorAttributeSyntaxContext attributed, CancellationToken cancellationToken)
    {
        var type = (INamedTypeSymbol)attributed.TargetSymbol;
        var isFirst =
            type.Find("Service")?.ApplicationSyntaxReference is { } first
            && first.SyntaxTree == attributed.TargetNode.SyntaxTree
            && attributed.TargetNode.FullSpan.Contains(first.Span);
        return isFirst ? ServiceParser.Parse(type, attributed.SemanticModel.Compilation, static (_, _, _) => { }, cancellationToken) : null;
    }

    /// <summary>Reads the class of a method, at the first method only.</summary>
    private static ServiceModel? ReadStray(GeneratorAttributeSyntaxContext attributed, CancellationToken cancellationToken)
    {
        var type = attributed.TargetSymbol.ContainingType;
        var isFirst =
            type.Find("Service") is null
            && SymbolEqualityComparer.Default.Equals(ServiceParser.MethodsOf(type).FirstOrDefault(), attributed.TargetSymbol);
        return isFirst ? ServiceParser.Parse(type, attributed.SemanticModel.Compilation, static (_, _, _) => { }, cancellationToken) : null;
    }

    private static void Emit(SourceProductionContext production, ServiceModel service) =>
        Add(production, CodecNames.Hint(service.Home, "Service", service.Home.FullName), ServiceEmitter.Emit(service));

    private static void Add(SourceProductionContext production, string hintName, string source) =>
        production.AddSource(hintName, SourceText.From(source, Encoding.UTF8));
}
