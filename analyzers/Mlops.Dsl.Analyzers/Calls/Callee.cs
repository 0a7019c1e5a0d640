using Microsoft.CodeAnalysis;

namespace Mlops.Dsl.Analyzers.Calls;

/// <summary>What runs, or may run, when something else does.</summary>
/// <param name="Target">What runs.</param>
/// <param name="Needs">The type of which an object must have been made, for that to run: it replaces a method that is called through a base
/// class or an interface. Null where none is needed.</param>
/// <param name="IsUnlikely">Whether nothing in the code says that it runs: the framework could ask for it, or a value would have to be used
/// that is made when it is needed.</param>
internal readonly record struct Callee(Member Target, INamedTypeSymbol? Needs = null, bool IsUnlikely = false);
