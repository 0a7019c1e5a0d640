using Microsoft.CodeAnalysis.Text;

namespace Mlops.Dsl.Testing.Markup;

/// <summary>A marked stretch of source: where a diagnostic is expected.</summary>
/// <param name="Id">The diagnostic id of <c>{|ID:…|}</c>; null for <c>[|…|]</c>, which any one diagnostic satisfies.</param>
/// <param name="Span">The stretch, in the text without markup.</param>
public sealed record MarkupSpan(string? Id, TextSpan Span);
