using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Mlops.Dsl.Testing;

/// <summary>Metadata references that every test compilation has.</summary>
public static class FrameworkReferences
{
    private static readonly Lazy<ImmutableArray<MetadataReference>> LazyFramework = new(FindFramework);
    private static readonly Lazy<ImmutableArray<MetadataReference>> LazyProduct = new(FindProduct);

    /// <summary>The .NET framework: the SDK's reference pack where there is one, else the running framework's own assemblies.</summary>
    public static ImmutableArray<MetadataReference> Framework => LazyFramework.Value;

    /// <summary>The product's assemblies that user code names, with what their public surface names in turn.</summary>
    public static ImmutableArray<MetadataReference> Product => LazyProduct.Value;

    /// <summary><see cref="Framework"/> and <see cref="Product"/>.</summary>
    public static ImmutableArray<MetadataReference> All => [.. Framework, .. Product];

    /// <summary>Libraries that teams use beside the product, as far as the tests that run reference them.</summary>
    public static ImmutableArray<MetadataReference> Libraries { get; } =
        Find("CsvHelper.dll", "Dapper.dll", "Microsoft.Extensions.Options.dll");

    private static ImmutableArray<MetadataReference> FindFramework()
    {
        var runtime = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var files = ReferencePack(runtime) ?? Managed(runtime);
        return [.. files.Order(StringComparer.Ordinal).Select(f => MetadataReference.CreateFromFile(f))];
    }

    /// <summary>
    /// The pack beside the running framework: <c>&lt;root&gt;/shared/Microsoft.NETCore.App/10.0.x</c> has it at <c>&lt;root&gt;/packs</c>.
    /// </summary>
    private static string[]? ReferencePack(string runtime)
    {
        var major = $"{Environment.Version.Major}.";
        var packs = Path.GetFullPath(Path.Combine(runtime, "../../../packs/Microsoft.NETCore.App.Ref"));
        if (!Directory.Exists(packs))
        {
            return null;
        }

        return Directory
            .GetDirectories(packs, major + "*")
            .OrderByDescending(d => Version.TryParse(Path.GetFileName(d), out var version) ? version : new Version())
            .Select(d => Path.Combine(d, "ref", $"net{Environment.Version.Major}.0"))
            .Where(Directory.Exists)
            .Select(d => Directory.GetFiles(d, "*.dll"))
            .FirstOrDefault(files => files.Length > 0);
    }

    private static IEnumerable<string> Managed(string runtime) =>
        Trusted().Where(f => string.Equals(Path.GetDirectoryName(f), runtime, StringComparison.Ordinal));

    private static ImmutableArray<MetadataReference> FindProduct() =>
        Find(
            "Mlops.Dsl.dll",
            "Mlops.Dsl.Storage.dll",
            "Mlops.Dsl.Storage.Sqlite.dll",
            "Mlops.Dsl.Engine.dll",
            "Mlops.Dsl.Runtime.dll",
            "Mlops.Dsl.Scoring.dll",
            "Mlops.Dsl.Serving.dll",
            "Microsoft.Extensions.Logging.Abstractions.dll",
            "Microsoft.Extensions.DependencyInjection.Abstractions.dll"
        );

    private static ImmutableArray<MetadataReference> Find(params string[] names) =>
        [
            .. Trusted()
                .Where(f => names.Contains(Path.GetFileName(f), StringComparer.Ordinal))
                .Select(f => MetadataReference.CreateFromFile(f)),
        ];

    private static string[] Trusted() =>
        ((string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
}
