namespace Mlops.Dsl.Package.Tests;

/// <summary>Types of another project, which the SDK would show to the compiler without their private fields.</summary>
public sealed class OtherProjectsTests(PackedProduct product)
{
    private const string Shared = """
        namespace Shared;

        public record Base { public virtual int A { get; init; } public required string Name { get; init; } }

        public abstract record Shape;

        public sealed record Circle(double Radius) : Shape;

        public readonly record struct Point(double X, double Y);

        public sealed class Counter
        {
            private int _count;

            public int Step { get; set; } = 1;

            public int Add() => _count += Step;
        }
        """;

    private const string Kept = """
        using Mlops.Dsl;
        using Shared;

        return await PipelineApp.RunAsync(args);

        public sealed record Derived : Base { public int B { get; init; } }

        [Pipeline("kept")]
        public sealed partial class KeptPipeline
        {
            [Stage]
            public (Derived Own, Shape Shape, Point Point) Make() => (new() { A = 1, B = 2, Name = "x" }, new Circle(3), new(4, 5));

            [Publish("sum")]
            public string Sum(Derived own, Shape shape, Point point) => $"{own.A}{own.B}{own.Name}{((Circle)shape).Radius}{point.X}{point.Y}";
        }
        """;

    private const string Lost = """
        using Mlops.Dsl;
        using Shared;

        return await PipelineApp.RunAsync(args);

        [Pipeline("lost")]
        public sealed partial class LostPipeline
        {
            [Stage]
            public Counter Make() => new();

            [Stage]
            public int Add(Counter make) => make.Add();
        }
        """;

    [Fact]
    public void Values_of_a_referenced_project_s_types_are_kept()
    {
        var project = CreateProject("Kept", Kept);
        Command.Dotnet(project, "run", "--", "run", "kept").Expect(0);
        Assert.Contains(
            "12x345",
            Command.Dotnet(project, "run", "--no-build", "--", "artifact", "show", "sum").Expect(0).Output,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void State_that_a_referenced_project_s_type_hides_is_refused()
    {
        var project = CreateProject("Lost", Lost);
        Assert.Contains(
            "error MLP1022: Stage 'Make' returns Counter, which cannot be stored because it has the field '_count'",
            Build(project),
            StringComparison.Ordinal
        );

        // Who asks for reference assemblies is told what they lack.
        Assert.Contains(
            "it is a class of 'Shared', of which the compiler is given the reference assembly alone",
            Build(project, "-p:CompileUsingReferenceAssemblies=true"),
            StringComparison.Ordinal
        );
    }

    private static string Build(string project, params string[] arguments) =>
        Command.Dotnet(project, ["build", "--nologo", .. arguments]).Expect(1).Output;

    private string CreateProject(string name, string program)
    {
        var folder = product.CreateFolder(name);
        Write(folder, "Shared/Shared.csproj", Project("", ""));
        Write(folder, "Shared/Shared.cs", Shared);
        Write(
            folder,
            $"{name}/{name}.csproj",
            Project(
                "<OutputType>Exe</OutputType>",
                $"<ItemGroup><PackageReference Include=\"Mlops.Dsl\" Version=\"{product.Version}\" /><ProjectReference "
                    + $"Include=\"../Shared/Shared.csproj\" /></ItemGroup>"
            )
        );
        Write(folder, $"{name}/Program.cs", program);
        return Path.Combine(folder, name);
    }

    private static void Write(string folder, string path, string text)
    {
        var file = Path.Combine(folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }

    private static string Project(string properties, string items) =>
        $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                {properties}
              </PropertyGroup>
              {items}
            </Project>
            """;
}
