namespace Mlops.Dsl.Runtime.Tests.Engine;

/// <summary>
/// Whatever became of the files that the build wrote: what is reused by them is what the build wrote, or nothing is, and it is said why.
/// </summary>
public sealed class DamagedManifestTests : IDisposable
{
    private readonly BuiltFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(BuiltFolder.Manifest)]
    [InlineData(BuiltFolder.Record)]
    [Trait(Sweep.Trait, Sweep.Kind)]
    public void A_damaged_file_is_read_or_told(string damaged)
    {
        var path = _folder.PathOf(damaged);
        var whole = File.ReadAllBytes(path);
        foreach (var seed in Sweep.Seeds(150))
        {
            File.WriteAllBytes(path, Damage.Of(whole, new Random(seed)));

            var exception = Record.Exception(() =>
            {
                var found = _folder.Load();
                var stage = found.Find("Parse");
                Assert.Equal(found.Problem is null ? BuiltFolder.Fingerprint : null, stage?.Fingerprint.ToString());
                Assert.Equal(found.Problem is null ? ["Seed"] : null, stage?.Parameters);
                found.FindParts("Parse");
            });

            Assert.True(exception is null, $"seed {seed}: {exception}{Environment.NewLine}{File.ReadAllText(path)}");
        }
    }
}
