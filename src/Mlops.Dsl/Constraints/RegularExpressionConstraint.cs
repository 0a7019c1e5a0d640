using System.Text.RegularExpressions;

namespace Mlops.Dsl;

/// <summary>
/// The whole text matches a pattern, or is empty: <see cref="System.ComponentModel.DataAnnotations.RegularExpressionAttribute"/>, which
/// leaves empty texts to <see cref="System.ComponentModel.DataAnnotations.RequiredAttribute"/>. A pattern without look-around and
/// back-references takes time linear in the text; of any other a match may take no longer than its limit.
/// </summary>
public sealed class RegularExpressionConstraint : Constraint<string?>
{
    private readonly Regex _regex;
    private readonly string _pattern;

    /// <summary>Creates the constraint.</summary>
    /// <param name="pattern">The .NET regular expression.</param>
    /// <param name="matchTimeoutMilliseconds">How long one match may take; -1 for no limit.</param>
    /// <exception cref="ArgumentException">The pattern is no regular expression.</exception>
    public RegularExpressionConstraint(string pattern, int matchTimeoutMilliseconds = 2000)
    {
        _pattern = pattern;
        _regex = Create(pattern, TimeSpan.FromMilliseconds(matchTimeoutMilliseconds));
    }

    /// <inheritdoc />
    public override string Description => $"a text that matches {_pattern}";

    /// <inheritdoc />
    public override void Accept(IConstraintVisitor<string?> visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        visitor.VisitPattern(_pattern);
    }

    /// <inheritdoc />
    /// <exception cref="RegexMatchTimeoutException">The match took too long.</exception>
    public override bool IsSatisfiedBy(string? value)
    {
        if (string.IsNullOrEmpty(value))
        {
            return true;
        }

        // As the attribute does it: the first match, wherever an alternative order puts it, has to be the whole text.
        foreach (var match in _regex.EnumerateMatches(value))
        {
            return match.Index == 0 && match.Length == value.Length;
        }

        return false;
    }

    private static Regex Create(string pattern, TimeSpan timeout)
    {
        try
        {
            return new Regex(pattern, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking, timeout);
        }
        catch (NotSupportedException)
        {
            return new Regex(pattern, RegexOptions.CultureInvariant, timeout);
        }
    }
}
