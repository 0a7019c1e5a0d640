namespace Mlops.Dsl.Package.Tests;

public sealed class FileBasedAppTests(PackedProduct product)
{
    [Fact]
    public void One_file_with_the_package_named_at_its_top_is_a_pipeline()
    {
        var folder = product.CreateFolder("OneFile");
        var hello = File.ReadAllLines(Path.Combine(PackedProduct.RepositoryRoot, "examples", "Hello", "hello.cs"))
            .Where(line => !line.StartsWith("#:project", StringComparison.Ordinal) && !line.StartsWith("#!", StringComparison.Ordinal));
        File.WriteAllLines(
            Path.Combine(folder, "hello.cs"),
            [$"#:package Mlops.Dsl@{product.Version}", "#:property PublishAot=false", .. hello]
        );

        var first = Command.Dotnet(folder, "run", "hello.cs", "--", "run").Expect(0);
        var second = Command.Dotnet(folder, "run", "hello.cs", "--", "run").Expect(0);

        Assert.DoesNotContain("nothing to do", first.Output, StringComparison.Ordinal);
        Assert.Contains("nothing to do", second.Output, StringComparison.Ordinal);
    }
}
