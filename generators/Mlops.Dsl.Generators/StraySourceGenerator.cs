using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Mlops.Dsl.Generators.Codecs;
using Mlops.Dsl.Generators.Parsing;
using Mlops.Dsl.Generators.Symbols;
using Mlops.Dsl.Generators.Writing;

namespace Mlops.Dsl.Generators;

/// <summary>
/// Writes bodies for partial sources of classes that can be no pipelines. Without them the compiler would ask for the body, and stop
/// before the rule is asked that tells what is really wrong.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class StraySourceGenerator : IIncrementalGenerator
{
    private static readonly string[] Attributes = ["Source", "Served", "FromPublished"];

    /// <inheritdoc />
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        foreach (var attribute in Attributes)
        {
            var strays = context
                .SyntaxProvider.ForAttributeWithMetadataName(
                    $"Mlops.Dsl.{attribute}Attribute",
                    static (node, _) => node is MethodDeclarationSyntax,
                    (found, cancellation) => Read(found, attribute, cancellation)
                )
                .Where(static stray => stray is not null)
                .Collect();
            context.RegisterSourceOutput(
                strays,
                (production, found) =>
                {
                    foreach (var type in found.OfType<StrayBody>().GroupBy(static stray => stray.Home))
                    {
                        Emit(production, attribute, type.Key, [.. type.Distinct()]);
                    }
                }
            );
        }
    }

    private static StrayBody? Read(GeneratorAttributeSyntaxContext attributed, string attribute, CancellationToken cancellationToken)
    {
        var method = (IMethodSymbol)attributed.TargetSymbol;
        var compilation = attributed.SemanticModel.Compilation;

        // A method with two of the attributes gets one body.
        return
            Array.Find(Attributes, candidate => method.Find(candidate) is not null) == attribute
            && !PipelineTypeParser.CanExtend(method.ContainingType, compilation, cancellationToken)
            && LanguageSupport.Holds(compilation)
            && CodecHome.ForBodies(method.ContainingType) is { } home
            && PartialMethod.Head(method, compilation, cancellationToken) is { } head
            ? new StrayBody(home, method.Name, head)
            : null;
    }

    private static void Emit(SourceProductionContext production, string attribute, CodecHome home, IReadOnlyList<StrayBody> bodies)
    {
        var source = CodecEmitter.Wrap(
            home,
            writer =>
            {
                for (var i = 0; i < bodies.Count; i++)
                {
                    if (i > 0)
                    {
                        writer.Line();
                    }

                    var message = $"'{bodies[i].Method}' brings nothing: its class is no pipeline.";
                    writer.Line(Abi.GeneratedCode).Line($"{bodies[i].Head} =>").Indent();
                    writer.Line($"throw new global::System.InvalidOperationException({Literal.Text(message)});").Unindent();
                }
            }
        );
        production.AddSource(CodecNames.Hint(home, "Stray" + attribute, home.FullName), SourceText.From(source, Encoding.UTF8));
    }

    private sealed record StrayBody(CodecHome Home, string Method, string Head);
}
