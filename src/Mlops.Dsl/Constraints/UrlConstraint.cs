using System.ComponentModel.DataAnnotations;

namespace Mlops.Dsl;

/// <summary>
/// The text is an absolute HTTP, HTTPS or FTP URL: <see cref="UrlAttribute"/>, which alone would take a bare <c>http://</c> for one.
/// </summary>
public sealed class UrlConstraint : Constraint<string?>
{
    /// <inheritdoc />
    public override string Description => "a URL such as https://example.org/page";

    /// <inheritdoc />
    public override bool IsSatisfiedBy(string? value) =>
        value is null
        || (
            Uri.TryCreate(value, UriKind.Absolute, out var uri)
            && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeFtp)
        );
}
