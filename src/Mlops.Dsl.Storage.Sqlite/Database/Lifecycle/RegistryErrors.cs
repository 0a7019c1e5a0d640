using System.Globalization;
using System.Text;
using Mlops.Dsl.Naming;

namespace Mlops.Dsl.Storage.Sqlite.Lifecycle;

/// <summary>Why the registry refuses something: what there is instead, and what to do.</summary>
internal static class RegistryErrors
{
    private const int MostListed = 10;

    public static RegistryException UnknownName(string name, IReadOnlyList<string> names) =>
        new(
            names.Count == 0
                ? $"Nothing is published under the name '{name}', nor under any other: run a pipeline that publishes it first."
                : $"Nothing is published under the name '{name}'; published are {List(names)}{End(name, names)}"
        );

    public static RegistryException UnknownVersion(string name, int version, IReadOnlyList<int> versions) =>
        new($"'{name}' has no version {Text(version)}; it has {List([.. versions.Select(Text)])}.");

    public static RegistryException UnknownAlias(string name, string alias, IReadOnlyList<string> aliases) =>
        new(
            aliases.Count == 0
                ? $"'{name}' has no alias '{alias}', nor any other."
                : $"'{name}' has no alias '{alias}'; it has {List(aliases)}{End(alias, aliases)}"
        );

    public static RegistryException BadAlias(string alias) =>
        new(
            $"An alias consists of lower-case letters, digits and hyphens and begins with a letter, such as 'champion', but this one is "
                + $"'{alias}'."
        );

    public static RegistryException Twice(string name, string alias) =>
        new($"The alias '{alias}' of '{name}' can't be moved twice at once.");

    public static RegistryException NoPerson(string what) => new($"{what} needs the name of the person, but it is empty.");

    public static RegistryException InvisibleName(string what, Rune rune) =>
        new(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{what} needs the name of the person in characters that can be seen, but it has U+{rune.Value:X4}."
            )
        );

    public static RegistryException ApartAccent(string what, Rune rune) =>
        new(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{what} needs the name of the person with letters and accents as one character each, but it has U+{rune.Value:X4} apart: "
                    + $"this program, with InvariantGlobalization, can't compare such names."
            )
        );

    public static RegistryException Rejected(ModelVersion version, string alias)
    {
        var review = version.Reviews.First(static review => !review.IsApproval);
        var why = review.Comment is { Length: > 0 } comment ? $": {comment}" : "";
        return new RegistryException(
            $"'{alias}' can't name version {Text(version.Entry.Version)} of '{version.Entry.Name}': {review.Reviewer} rejected it{why}. "
                + "Name another version, or have the same person approve it."
        );
    }

    public static RegistryException Unapproved(ModelVersion version, string alias)
    {
        var approvals = version.Reviews.Where(static review => review.IsApproval).Select(static review => review.Reviewer).ToArray();
        var so = approvals.Length == 0 ? "nobody has approved it yet" : $"approved so far by {List(approvals)}";
        return new RegistryException(
            $"'{alias}' can't name version {Text(version.Entry.Version)} of '{version.Entry.Name}': "
                + $"{Text(version.MissingApprovals)} of {Text(version.RequiredApprovals)} approvals by different people are missing ({so})."
        );
    }

    /// <summary>Ends a sentence about an unknown name: with a question where there is one like it.</summary>
    private static string End(string name, IReadOnlyList<string> names) =>
        NearestName.Ask(name, names) is { Length: > 0 } question ? question : ".";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string List(IReadOnlyList<string> names) =>
        string.Join(", ", names.Take(MostListed)) + (names.Count > MostListed ? $" and {Text(names.Count - MostListed)} more" : "");
}
