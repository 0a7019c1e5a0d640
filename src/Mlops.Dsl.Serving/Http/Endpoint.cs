using Microsoft.AspNetCore.Http;

namespace Mlops.Dsl.Serving;

/// <summary>A path and what answers there.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path.</param>
/// <param name="Handle">Answers.</param>
internal sealed record Endpoint(string Method, string Path, RequestDelegate Handle);
