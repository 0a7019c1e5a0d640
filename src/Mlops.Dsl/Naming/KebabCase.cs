using System.Text;

namespace Mlops.Dsl.Naming;

/// <summary>
/// Turns a property's name into an option's: <c>TrainShare</c> is <c>train-share</c>, <c>MaxURLLength</c> is <c>max-url-length</c>.
/// </summary>
internal static class KebabCase
{
    /// <summary>The name in lower case, with a hyphen where a word begins.</summary>
    public static string From(string name)
    {
        var text = new StringBuilder(name.Length + 4);
        for (var i = 0; i < name.Length; i++)
        {
            var c = name[i];
            if (c == '_')
            {
                AppendHyphen(text);
                continue;
            }

            if (char.IsUpper(c) && i > 0 && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1]))))
            {
                AppendHyphen(text);
            }

            text.Append(char.ToLowerInvariant(c));
        }

        return text.ToString();
    }

    private static void AppendHyphen(StringBuilder text)
    {
        if (text.Length > 0 && text[^1] != '-')
        {
            text.Append('-');
        }
    }
}
