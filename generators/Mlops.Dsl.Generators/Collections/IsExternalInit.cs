namespace System.Runtime.CompilerServices;

/// <summary>The compiler asks for this type where it meets <c>init</c>; netstandard2.0 has none.</summary>
internal static class IsExternalInit;
