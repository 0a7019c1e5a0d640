using Microsoft.CodeAnalysis;

namespace Mlops.Dsl.Analyzers.Calls;

/// <summary>Something of the compilation's own source that a body runs.</summary>
/// <param name="Target">
/// A method, accessor or constructor; a field or property whose initializer runs; or a type, for what runs before its first use: static constructor and
/// static initializers. Always the original definition, of a partial one the declaring part.
/// </param>
/// <param name="IsExact">False if an override or implementation may run instead.</param>
internal readonly record struct Call(ISymbol Target, bool IsExact);
