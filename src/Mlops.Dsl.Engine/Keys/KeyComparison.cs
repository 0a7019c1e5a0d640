using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Engine;

/// <summary>Finds what makes two keys differ.</summary>
internal static class KeyComparison
{
    /// <summary>
    /// What differs, as far as the keys' parts tell; a changed fingerprint is one change of kind <see cref="KeyChangeKind.Code"/>.
    /// </summary>
    public static List<KeyChange> Compare(KeyParts before, KeyParts after)
    {
        var changes = new List<KeyChange>();
        if (before.Fingerprint != after.Fingerprint)
        {
            changes.Add(new KeyChange(KeyChangeKind.Code, "code", before.Fingerprint?.ToString(), after.Fingerprint?.ToString()));
        }

        CompareTexts(changes, KeyChangeKind.Parameter, before.Parameters, after.Parameters);
        CompareTexts(
            changes,
            KeyChangeKind.Input,
            [.. before.Inputs.Select(static input => new NamedText(input.Name, input.Content.ToString()))],
            [.. after.Inputs.Select(static input => new NamedText(input.Name, input.Content.ToString()))]
        );
        CompareTexts(changes, KeyChangeKind.Codec, before.Codecs, after.Codecs);
        if (before.RuntimeVersion != after.RuntimeVersion)
        {
            changes.Add(new KeyChange(KeyChangeKind.Runtime, ".NET", before.RuntimeVersion, after.RuntimeVersion));
        }

        if (before.Platform != after.Platform)
        {
            changes.Add(new KeyChange(KeyChangeKind.Platform, "platform", Known(before.Platform), Known(after.Platform)));
        }

        if (before.VersionToken != after.VersionToken)
        {
            changes.Add(new KeyChange(KeyChangeKind.VersionToken, "version token", before.VersionToken, after.VersionToken));
        }

        return changes;
    }

    /// <summary>What differs in the code; nothing where either side is not known.</summary>
    public static List<KeyChange> Compare(FingerprintParts? before, FingerprintParts? after)
    {
        var changes = new List<KeyChange>();
        if (before is null || after is null)
        {
            return changes;
        }

        changes.AddRange(SymbolComparison.Compare(before.Symbols, after.Symbols));
        CompareTexts(changes, KeyChangeKind.Package, [.. before.Packages.Select(SplitPackage)], [.. after.Packages.Select(SplitPackage)]);
        return changes;
    }

    private static string? Known(string platform) => platform.Length == 0 ? null : platform;

    private static NamedText SplitPackage(string package)
    {
        var comma = package.IndexOf(',', StringComparison.Ordinal);
        return comma < 0 ? new NamedText(package, "") : new NamedText(package[..comma], package[(comma + 1)..].Trim());
    }

    internal static void CompareTexts(
        List<KeyChange> changes,
        KeyChangeKind kind,
        IReadOnlyList<NamedText> before,
        IReadOnlyList<NamedText> after
    )
    {
        var old = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var (name, value) in before)
        {
            old[name] = value;
        }

        foreach (var (name, value) in after)
        {
            if (!old.Remove(name, out var earlier))
            {
                changes.Add(new KeyChange(kind, name, Before: null, value ?? "(none)"));
            }
            else if (earlier != value)
            {
                changes.Add(new KeyChange(kind, name, earlier ?? "(none)", value ?? "(none)"));
            }
        }

        foreach (var (name, value) in before)
        {
            if (old.ContainsKey(name))
            {
                changes.Add(new KeyChange(kind, name, value ?? "(none)", After: null));
            }
        }
    }
}
