namespace Mlops.Dsl.Generators.Watching;

/// <summary>Where a notice can go.</summary>
internal static class NoticeTarget
{
    /// <summary>What is wrong with a target, in words that follow it; null where nothing is.</summary>
    public static string? FindProblem(string target)
    {
        var colon = target.IndexOf(':');
        var address = colon < 0 ? "" : target.Substring(colon + 1);
        return (colon < 0 ? "" : target.Substring(0, colon)) switch
        {
            "mail" => IsMail(address) ? null : "has no mail address behind 'mail:'",
            "file" => address.Trim().Length > 0 ? null : "names no folder behind 'file:'",
            _ => "begins with neither 'mail:' nor 'file:'",
        };
    }

    /// <summary>One address of the shape that mail programs send to: what it means is the mail server's to say.</summary>
    private static bool IsMail(string address)
    {
        var at = address.IndexOf('@');
        return at > 0
            && at == address.LastIndexOf('@')
            && at < address.Length - 1
            && !address.Any(static c => char.IsWhiteSpace(c) || char.IsControl(c) || c is ',' or ';' or '<' or '>');
    }
}
