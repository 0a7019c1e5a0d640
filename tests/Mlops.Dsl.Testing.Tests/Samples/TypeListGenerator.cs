using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Mlops.Dsl.Testing.Tests.Samples;

/// <summary>Lists classes, one generated file each, and does each sin of a generator on demand.</summary>
internal sealed class TypeListGenerator(bool keepSymbol = false, bool dependOnOrder = false, bool collide = false) : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var classes = context
            .SyntaxProvider.CreateSyntaxProvider(
                (node, _) => node is ClassDeclarationSyntax,
                (c, token) =>
                    new ClassModel(
                        ((ClassDeclarationSyntax)c.Node).Identifier.Text,
                        keepSymbol ? c.SemanticModel.GetDeclaredSymbol(c.Node, token) : null
                    )
            )
            .WithTrackingName("Classes");
        context.RegisterSourceOutput(classes, (c, model) => c.AddSource((collide ? "Same" : model.Name) + ".g.cs", $"// {model.Name}"));
        if (collide)
        {
            context.RegisterSourceOutput(classes.Collect(), (c, _) => c.AddSource("same.g.cs", ""));
        }

        if (dependOnOrder)
        {
            context.RegisterSourceOutput(
                classes.Collect(),
                (c, models) => c.AddSource("All.g.cs", "// " + string.Join(", ", models.Select(m => m.Name)))
            );
        }
    }

    private sealed record ClassModel(string Name, object? Extra);
}
